/**
 * The dates of a row that apply now: the new date if there is one, else the deadline, or each part's.
 */
import type { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { type EditionTable, mayHoldDate } from "../../Edition.ts"
import type { EditionColumn } from "../../EditionColumn.ts"
import type { SeenRow } from "../Rule.ts"

/** A date, the column of its cell, and its part; null if it is the whole row's. */
export interface Due {
  readonly column: EditionColumn
  readonly date: PlannedDate
  readonly part: string | null
}

/** Returns the dates that the row itself gives. */
export const statedDates = ({ reading }: SeenRow): ReadonlyArray<Due> => {
  const { deadline, newDeadline, partForecasts, parts } = reading
  if (newDeadline !== null && partForecasts.length === 0)
    return [{ column: "newDeadline", date: newDeadline, part: null }]
  const own = [
    ...parts.flatMap(({ deadline: date, name }): ReadonlyArray<Due> =>
      date === null || partForecasts.length > 0 ? [] : [{ column: "deadline", date, part: name }]
    ),
    ...partForecasts.map(({ date, name }): Due => ({ column: "newDeadline", date, part: name }))
  ]
  return own.length > 0 || deadline === null ? own : [{ column: "deadline", date: deadline, part: null }]
}

/** Returns the last known dates: the plan's, where the row gives no new one. */
export const lastKnownDates = (row: SeenRow): ReadonlyArray<Due> => {
  const { before, kind, reading } = row
  return kind !== "timeline" &&
    reading.newDeadline === null &&
    before !== null &&
    before.original !== null &&
    before.deadline !== null &&
    !PlannedDate.same(before.deadline, before.original)
    ? [{ column: "newDeadline", date: before.deadline, part: null }]
    : statedDates(row)
}

/** Returns by how many days a date has certainly passed; null if it has not. */
export const certainlyPast = (date: PlannedDate, heldOn: Day): number | null =>
  PlannedDate.lateness(date, heldOn) === "certainly" ? PlannedDate.daysPast(date, heldOn).min : null

/** Whether no column of a table that may hold the status of the row is left unread: else a row may be done after all. */
export const isStatusRead = ({ columns }: EditionTable): boolean =>
  !columns.some(({ column, suggested }) => column === null && suggested === "status")

/** Whether every column of a table that may hold a date of the row is read: else a row may have a new date after all. */
export const isDateRead = ({ columns }: EditionTable): boolean => !columns.some(mayHoldDate)
