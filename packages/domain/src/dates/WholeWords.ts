/**
 * Reads words that are understood to the end: EDTF, or a phrase in the words of any language.
 */
import type { MeaningOrOddity } from "./DateMeaning.ts"
import { lacksYear, phrase } from "./DatePhrases.ts"
import type { DayOrder } from "./DayOrder.ts"
import { edtf } from "./Edtf.ts"
import { inKinds } from "./Lexicon.ts"
import { tidy } from "./TidyText.ts"

/** The longest words that are read. */
export const longest = 1000
/** Brackets and quotation marks around all words. */
const wrapped = /^(?:\(([^()]*)\)|\[([^[\]]*)\]|["“”«»']([^"“”«»']*)["“”«»'])$/u

const key = (outcome: MeaningOrOddity | undefined) => (typeof outcome === "object" ? outcome.edtf : outcome)

/** Returns what the texts mean, if all that mean anything mean the same. */
const agreed = (texts: ReadonlyArray<string>, order: DayOrder | null): MeaningOrOddity | undefined => {
  const outcomes = texts.flatMap((text) => phrase(text, order) ?? [])
  const same = outcomes.every((each) => key(each) === key(outcomes[0]))
  return same || outcomes.every((each) => typeof each === "string") ? outcomes[0] : "DateAmbiguous"
}

const understand = (words: string, order: DayOrder | null): MeaningOrOddity | undefined => {
  const written = edtf(words.trim())
  if (written !== undefined) return written
  const text = tidy(words)
  const [, round, square, quoted] = wrapped.exec(text) ?? []
  const texts = inKinds(tidy(round ?? square ?? quoted ?? text))
  const outcome = agreed(texts, null)
  if (outcome === "DateAmbiguous" && order !== null) return agreed(texts, order)
  return outcome ?? (texts.some(lacksYear) ? "DateWithoutYear" : undefined)
}

/** The columns of a table repeat few words: the last meanings are kept, so many and of words so long at the most. */
const remembered = new Map<string, MeaningOrOddity | undefined>()
const [mostRemembered, longestRemembered] = [1000, 60]

/** Returns the meaning of words, or `undefined` where any of them is not understood. */
export const meaningOf = (words: string, order: DayOrder | null = null): MeaningOrOddity | undefined => {
  if (words.length > longest) return undefined
  if (words.length > longestRemembered) return understand(words, order)
  const key = `${order ?? ""} ${words}`
  if (remembered.has(key)) return remembered.get(key)
  const meaning = understand(words, order)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, meaning)
  return meaning
}
