/**
 * Years of two digits that plans are made for, where the order of a day in figures is not otherwise known.
 */

/** The first of them: 2015. */
export const firstLikelyYear = 15
const last = 27

/** Whether two digits are a year that plans are made for. */
export const isLikelyYear = (number: number): boolean => number >= firstLikelyYear && number <= last
