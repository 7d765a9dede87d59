/**
 * The rows of an edition, counted by what they report.
 */
import type { SeenRow } from "../rules/Rule.ts"

/** The number of rows that report each outcome, and of milestones, whatever those report. */
export interface RowCounts {
  readonly ongoing: number
  readonly completed: number
  readonly discontinued: number
  readonly milestones: number
}

/**
 * Counts rows by their status, whichever table they are in. A row that the document lists as done counts as done, also
 * where its text says that it is not: of that, a finding tells.
 */
export const rowCounts = (rows: ReadonlyArray<Pick<SeenRow, "kind" | "reading">>): RowCounts => {
  const reported = rows.flatMap(({ kind, reading: { irregularities, status } }) =>
    kind === "timeline" ? [] : [irregularities.some(({ code }) => code === "DoneButRed") ? "Completed" : status._tag]
  )
  const number = (tag: (typeof reported)[number]) => reported.filter((each) => each === tag).length
  const completed = number("Completed")
  const discontinued = number("Discontinued")
  return {
    ongoing: reported.length - completed - discontinued,
    completed,
    discontinued,
    milestones: rows.length - reported.length
  }
}
