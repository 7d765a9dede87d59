/**
 * The names of measures: when two name the same measure, and when one names a change.
 */
import { type MeasureVocabulary, swedishMeasures } from "./MeasureVocabulary.ts"

/** The direction of a change that a measure is of. */
export type Change = "increase" | "decrease"

/** Returns a key that is the same for every inflection of a measure's name. */
export const measureKey = (measure: string, { ending }: MeasureVocabulary = swedishMeasures): string =>
  measure
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => (word.length < 5 ? word : word.replace(ending, "")))
    .join(" ")

/** Returns the change that a target or measurement is of by its name; null where it is a level. */
export const changeNamed = (
  measure: string,
  { decrease, increase }: MeasureVocabulary = swedishMeasures
): Change | null => (increase.test(measure) ? "increase" : decrease.test(measure) ? "decrease" : null)
