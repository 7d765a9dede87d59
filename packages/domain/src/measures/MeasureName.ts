/**
 * The names of measures: when two name the same measure, and when one names a change.
 */
import type { MeasureVocabulary } from "./MeasureVocabulary.ts"
import { swedishMeasures } from "./swedishMeasures.ts"

/** The direction of the change that a measure counts. */
export type Change = "increase" | "decrease"

/** The keys that were made last, by vocabulary and name: a plan has few measures, and many figures of each. */
const made = new WeakMap<MeasureVocabulary, Map<string, string>>()
const mostMade = 1000

/** Returns a key that is the same for every inflection of a measure's name. */
export const measureKey = (measure: string, vocabulary: MeasureVocabulary = swedishMeasures): string => {
  let keys = made.get(vocabulary)
  if (keys === undefined || keys.size === mostMade) made.set(vocabulary, (keys = new Map<string, string>()))
  let key = keys.get(measure)
  if (key === undefined) keys.set(measure, (key = keyOf(measure, vocabulary)))
  return key
}

const keyOf = (measure: string, { ending }: MeasureVocabulary): string =>
  measure
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => (word.length < 5 ? word : word.replace(ending, "")))
    .join(" ")

/** Returns the change that the name of a target or measurement states; null for a level. */
export const changeNamed = (
  measure: string,
  { decrease, increase }: MeasureVocabulary = swedishMeasures
): Change | null => (increase.test(measure) ? "increase" : decrease.test(measure) ? "decrease" : null)
