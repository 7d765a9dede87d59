/**
 * The phrases of a vocabulary's languages, ready to be looked up.
 */
import { oncePer } from "../../vocabulary/Patterns.ts"
import type { StatusWords } from "../../vocabulary/statuses/StatusWords.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { readWords } from "../DateCells.ts"
import { phraseKey } from "./StatusText.ts"

/** What a known phrase means. */
export type PhraseMeaning = "completed" | "inProgress" | "delayed" | "discontinued" | "notBegun" | "notStated"

const meanings: ReadonlyArray<PhraseMeaning> = [
  "completed",
  "inProgress",
  "delayed",
  "discontinued",
  "notBegun",
  "notStated"
]

/** The kinds of remarks that may follow each status. */
const remarksAfter: Readonly<Record<PhraseMeaning, ReadonlyArray<keyof StatusWords["remarks"]>>> = {
  completed: ["references", "completed"],
  inProgress: ["references", "onTime", "forecasts"],
  delayed: ["references", "forecasts", "reasons"],
  discontinued: ["references", "discontinued"],
  notBegun: ["references"],
  notStated: []
}

/** A remark with a date, divided at it. */
interface DatedRemark {
  readonly before: string
  readonly after: string
}

interface Remarks {
  readonly plain: ReadonlySet<string>
  readonly dated: ReadonlyArray<DatedRemark>
}

/** The phrases of all languages. A phrase that two languages read differently has no meaning. */
interface StatusPhrases {
  readonly meaning: ReadonlyMap<string, PhraseMeaning>
  readonly options: ReadonlySet<string>
  readonly remarks: Readonly<Record<PhraseMeaning, Remarks>>
  readonly beforeDate: ReadonlySet<string>
  readonly ofNow: ReadonlySet<string>
  /** Phrases of *done* that only languages have whose short days begin with their year. */
  readonly yearFirst: ReadonlySet<string>
  readonly denials: ReadonlySet<string>
  readonly asides: ReadonlySet<string>
  readonly stages: ReadonlySet<string>
}

const slot = "{date}"

const remarksOf = (languages: ReadonlyArray<StatusWords>, meaning: PhraseMeaning): Remarks => {
  const all = languages.flatMap(({ remarks }) => remarksAfter[meaning].flatMap((kind) => remarks[kind]))
  return {
    plain: new Set(all.filter((each) => !each.includes(slot))),
    dated: all
      .filter((each) => each.includes(slot))
      .map((each) => {
        const at = each.indexOf(slot)
        return { before: each.slice(0, at), after: each.slice(at + slot.length) }
      })
  }
}

/** Returns the phrases of a vocabulary. */
export const phrasesOf = oncePer(({ statuses }: Vocabulary): StatusPhrases => {
  const meaning = new Map<string, PhraseMeaning>()
  const disputed = new Set<string>()
  for (const each of meanings) {
    for (const phrase of statuses.flatMap((language) => language[each])) {
      const other = meaning.get(phrase)
      if (other !== undefined && other !== each) disputed.add(phrase)
      meaning.set(phrase, each)
    }
  }
  for (const phrase of disputed) meaning.delete(phrase)
  const doneIn = (isYearFirst: boolean) =>
    statuses.flatMap(({ completed, yearFirst }) => (yearFirst === isYearFirst ? completed : []))
  const others = new Set(doneIn(false))
  return {
    meaning,
    options: new Set(statuses.flatMap(({ options }) => options)),
    remarks: {
      completed: remarksOf(statuses, "completed"),
      inProgress: remarksOf(statuses, "inProgress"),
      delayed: remarksOf(statuses, "delayed"),
      discontinued: remarksOf(statuses, "discontinued"),
      notBegun: remarksOf(statuses, "notBegun"),
      notStated: remarksOf(statuses, "notStated")
    },
    beforeDate: new Set(statuses.flatMap(({ beforeDate }) => beforeDate)),
    ofNow: new Set(statuses.flatMap(({ ofNow }) => ofNow)),
    yearFirst: new Set(doneIn(true).filter((phrase) => !others.has(phrase))),
    denials: new Set(statuses.flatMap(({ denials }) => denials)),
    asides: new Set(statuses.flatMap(({ asides }) => asides)),
    stages: new Set(statuses.flatMap(({ stages }) => stages))
  }
})

/** Returns what a whole text means; `undefined` if it is no known phrase. */
export const meaningOfPhrase = (text: string, vocabulary: Vocabulary): PhraseMeaning | undefined =>
  phrasesOf(vocabulary).meaning.get(phraseKey(text))

/** Whether a whole text is a remark that may follow that status. */
export const isRemark = (text: string, meaning: PhraseMeaning, vocabulary: Vocabulary): boolean => {
  const key = phraseKey(text)
  const { dated, plain } = phrasesOf(vocabulary).remarks[meaning]
  return (
    plain.has(key) ||
    dated.some(
      ({ after, before }) =>
        key.startsWith(before) && key.endsWith(after) && isDate(key.slice(before.length, key.length - after.length))
    )
  )
}

/** Whether all of a text is a date, also one without a year. */
const isDate = (text: string): boolean => {
  if (text.length < 2 || text.length > 60) return false
  const { oddities, whole } = readWords(text)
  return whole && !oddities.includes("DateIsProse") && !oddities.includes("SeveralDates")
}

const hasWord = (text: string, words: ReadonlySet<string>): boolean =>
  phraseKey(text)
    .split(/[^\p{L}]+/u)
    .some((word) => words.has(word))

/** Whether a word of the text denies or limits: `delvis`, `not`. */
export const hasDenial = (text: string, vocabulary: Vocabulary): boolean => hasWord(text, phrasesOf(vocabulary).denials)

/** Whether a word of the text says that it names no part, but a decision, a beginning or a revision: `beslut`, `rev`. */
export const isAside = (text: string, vocabulary: Vocabulary): boolean => hasWord(text, phrasesOf(vocabulary).asides)

/** Whether a word of the text names a step after which others come: `förstudie`. */
export const isStage = (text: string, vocabulary: Vocabulary): boolean => hasWord(text, phrasesOf(vocabulary).stages)
