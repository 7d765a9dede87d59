/**
 * The heading of the column with the marks of rows, in formats where a mark is a cell.
 */
import type { ReportRow } from "../../Report.ts"

/** Returns the different marks of the rows, as a heading; null for rows without marks. */
export const marksOf = (rows: ReadonlyArray<ReportRow>): string | null => {
  const marks = [...new Set(rows.flatMap(({ mark }) => mark ?? []))]
  return marks.length === 0 ? null : marks.join(" / ")
}
