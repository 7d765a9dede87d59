/**
 * Which dates of a row apply now: the new date if one is read, else the deadline, or each part's own.
 */
import type { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { EditionColumn } from "../Edition.ts"
import type { SeenRow } from "./Rule.ts"

/** A date, the cell it stands in, and the part it is of: none where it is the whole row's. */
export interface Due {
  readonly column: EditionColumn
  readonly date: PlannedDate
  readonly part: string | null
}

/** The dates that the row itself gives now. */
export const statedDates = ({ reading }: SeenRow): ReadonlyArray<Due> => {
  const { deadline, newDeadline, parts } = reading
  if (newDeadline !== null) return [{ column: "newDeadline", date: newDeadline, part: null }]
  const own = parts.flatMap(({ deadline: date, name }): ReadonlyArray<Due> =>
    date === null ? [] : [{ column: "deadline", date, part: name }]
  )
  return own.length > 0 || deadline === null ? own : [{ column: "deadline", date: deadline, part: null }]
}

/** The dates last known: a row that gives no new date leaves the one that the plan holds. */
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

/** How many days a date has certainly passed by, or null where it has not. */
export const certainlyPast = (date: PlannedDate, heldOn: Day): number | null =>
  PlannedDate.lateness(date, heldOn) === "certainly" ? PlannedDate.daysPast(date, heldOn).min : null
