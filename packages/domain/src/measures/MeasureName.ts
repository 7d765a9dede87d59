/**
 * The names of measures: when two name the same thing, and when one names a change.
 */

export type Change = "increase" | "decrease"

/** The same for every form of the same words: what tells whether two measures are one. */
export const measureKey = (measure: string): string =>
  measure
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) =>
      word.length < 5 ? word : word.replace(/(?<=.{4})(?:arna|erna|orna|ena|are|ar|er|or|en|et|an|na|n|a|e|r)$/u, "")
    )
    .join(" ")

/** Whether a target or measurement is of a change, by its name. */
export const changeNamed = (measure: string): Change | null =>
  /^ökning(?: av |$)/u.test(measure) ? "increase" : /^minskning(?: av |$)/u.test(measure) ? "decrease" : null
