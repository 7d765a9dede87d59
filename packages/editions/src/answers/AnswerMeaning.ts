/**
 * What an answer says that is neither a status, a date nor news: that nothing has changed, or that somebody has to be asked
 * again. The list of such answers is closed, and a cell is compared whole.
 */
import type { AnswerWords } from "../vocabulary/answers/AnswerWords.ts"
import { anyOf, oncePer } from "../vocabulary/Patterns.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { statusText, withoutStop } from "../reading/status/StatusText.ts"

/** What a cell of answers may say, and what else is in the list: a dash, and a question mark. */
type AnswerMeaning = keyof AnswerWords | "dash"

/** Why words of the list are asked about. */
export type MeaningDoubt = "bareYes" | "mayBeOfActivity" | "notKnown" | "refersElsewhere"

/** What a cell says: nothing at all, that all stands as it is, or words to ask about; null for words of any other kind. */
export type MeaningEffect = MeaningDoubt | "empty" | "stands" | null

const asked = { elsewhere: "refersElsewhere", unknown: "notKnown", yes: "bareYes" } as const

/**
 * What each answer does in each column. Anything else is read like any other text: `nej` is no status. `Ej aktuellt` may be
 * about the question or about the activity, unless only a date is asked for.
 */
const effects = {
  status: { ...asked, dash: "empty", unchanged: "stands", notApplicable: "mayBeOfActivity" },
  followUp: { ...asked, dash: "empty", unchanged: "stands", nothing: "stands", notApplicable: "mayBeOfActivity" },
  newDeadline: { ...asked, dash: "empty", unchanged: "stands", nothing: "stands", notApplicable: "stands" },
  // The reason for a date that is not asked for, or that nobody gives.
  reason: { ...asked, dash: "empty", unchanged: "stands", nothing: "empty", notApplicable: "empty" },
  responsible: { ...asked, dash: "empty", unchanged: "stands", nothing: "stands", notApplicable: "stands" }
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<AnswerMeaning, MeaningEffect>>>>>

/** The longest answer that is looked up. */
const longest = 60

const meaningsIn = oncePer(({ answers }: Vocabulary) => {
  const kinds = ["unchanged", "nothing", "notApplicable", "yes", "unknown", "elsewhere"] as const
  return kinds.map((kind) => {
    const pattern = anyOf(answers.flatMap((own) => own[kind]))
    return { kind, pattern: new RegExp(`^${pattern}$`, "u") }
  })
})

/** Returns what an answer says by the list; null for one that is not in it. */
const meaningOf = (words: string, vocabulary: Vocabulary): AnswerMeaning | null => {
  if (words.length > longest) return null
  const text = withoutStop(statusText(words)).replace(/^\((.*)\)$/u, "$1")
  if (/^[-–—.\s]{1,20}$/u.test(text)) return "dash"
  if (/^[?\s]{1,20}$/u.test(text)) return "unknown"
  if (/^["”“″〃\s-]{1,20}$/u.test(text)) return "elsewhere"
  const key = text.toLowerCase()
  return meaningsIn(vocabulary).find(({ pattern }) => pattern.test(key))?.kind ?? null
}

/** Returns what a cell of a column says by the list of such answers. */
export const effectOf = (column: keyof typeof effects, words: string | null, vocabulary: Vocabulary): MeaningEffect => {
  if (words === null || words.trim() === "") return "empty"
  const meaning = meaningOf(words, vocabulary)
  const own: Readonly<Partial<Record<AnswerMeaning, MeaningEffect>>> = effects[column]
  return meaning === null ? null : (own[meaning] ?? null)
}
