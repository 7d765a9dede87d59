/**
 * Days that a workbook shows for small numbers: an empty formula, a count or a difference in a cell that is formatted as a
 * date. They are no dates.
 */
import type { Day } from "@frist/domain/Day"

/** The first day that a plan may have. Excel counts days from 1900, LibreOffice from 1899, and old workbooks from 1904. */
const firstOfPlans = "1950-01-01"

/** Whether a day is that of a small number. */
export const isOfSmallNumber = (day: Day | null): boolean => day !== null && day < firstOfPlans
