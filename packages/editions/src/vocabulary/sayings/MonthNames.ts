/**
 * The names of the months as the grammar of dates has them, without their abbreviations.
 */
import type { DateWords } from "@frist/domain/dates/DateWords"
import type { WordPattern } from "../WordPattern.ts"

/** Returns the full names of the months of a language. */
export const monthsOf = ({
  m1,
  m2,
  m3,
  m4,
  m5,
  m6,
  m7,
  m8,
  m9,
  m10,
  m11,
  m12
}: DateWords): ReadonlyArray<WordPattern> =>
  [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12].flatMap((names) => names?.[0] ?? [])
