/**
 * The dates of a row that move a deadline, and those that rewrite the first one.
 */
import { isInPlace } from "@frist/domain/plan/Removal"
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import type { EditionTable, TableKind } from "../../Edition.ts"
import type { EditionColumn } from "../../EditionColumn.ts"
import { filledDate } from "../../reading/DateCells.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { AddressedRow } from "../activities/EditionRows.ts"
import type { Irregularity } from "../../Irregularity.ts"
import type { StatedDates } from "../WholeLog.ts"
import type { RowReading } from "../../reading/RowReading.ts"
import { headingOf } from "../findings/RowFindings.ts"

/** A date that a row gives an activity, with the column and the heading of its cell. */
interface Forecast {
  readonly date: PlannedDate
  readonly column: EditionColumn
  readonly heading: string
}

/**
 * A row whose dates are compared with its activity. `last` is what its deadline cell said in the last edition; absent: the
 * first deadline.
 */
interface DatedRow {
  readonly table: EditionTable
  readonly kind: TableKind
  readonly reading: RowReading
  readonly last?: PlannedDate | null | undefined
  /** Whether the deadline is read from another column than before, by a person's decision. */
  readonly isReadAnew?: boolean
}

/** Whether a table of ongoing activities has one column of dates only, which each edition overwrites. */
export const hasOneDate = (table: EditionTable): boolean =>
  table.kind === "activities" && table.headings.newDeadline === null

/** Returns the revised deadlines of a row, oldest first, each with its heading. */
export const revisionsOf = ({ moves }: RowReading, table: EditionTable): ReadonlyArray<Forecast> =>
  moves.map(({ date, heading }) => ({
    date,
    column: "newDeadline",
    heading: heading ?? headingOf(table, "newDeadline")
  }))

/**
 * Returns the forecasts that are new to an activity, oldest first. A milestone's date is overwritten in its own cell, and
 * so is any date in a table without a column for a new one; a first deadline may be given later.
 */
export const forecasts = (row: DatedRow, activity: Activity): ReadonlyArray<Forecast> => {
  const { kind, reading, table } = row
  const revised = revisionsOf(reading, table)
  if (revised.length > 0) return unknownOf(revised, activity)
  const { deadline } = reading
  if (deadline === null) return []
  const isMove =
    kind === "timeline" ? deadline.edtf !== null : activity.original === null || isOverwritten(row, activity)
  return isMove ? [{ date: deadline, column: "deadline", heading: headingOf(table, "deadline") }] : []
}

/** Returns the revisions after the current deadline; all, if none moved it yet; only the last, if it is none of them. */
const unknownOf = (revised: ReadonlyArray<Forecast>, { deadline, original }: Activity): ReadonlyArray<Forecast> => {
  const at = revised.findLastIndex(({ date }) => PlannedDate.same(date, deadline))
  return at < 0 && !PlannedDate.same(deadline, original) ? revised.slice(-1) : revised.slice(at + 1)
}

/** Whether the only date of a row has another value than in the last edition. The day of completion moves nothing. */
const isOverwritten = (
  { isReadAnew, last, reading: { deadline, status }, table }: DatedRow,
  { original }: Activity
): boolean =>
  isReadAnew !== true &&
  hasOneDate(table) &&
  deadline?.edtf != null &&
  !PlannedDate.same(deadline, last === undefined ? original : last) &&
  !(isClosed(status) && status._tag === "Completed" && PlannedDate.same(deadline, status.on))

/** Whether the cell of the first deadline has been rewritten, in a table that has a column for a new one. */
export const rewrites = (row: DatedRow, activity: Activity): boolean => {
  const { kind, last, reading } = row
  const { baseline, original } = activity
  const { deadline, newDeadline } = reading
  return (
    kind !== "timeline" &&
    deadline !== null &&
    row.isReadAnew !== true &&
    !hasOneDate(row.table) &&
    !PlannedDate.same(deadline, original) &&
    !PlannedDate.same(deadline, baseline) &&
    !(last !== undefined && PlannedDate.same(deadline, last)) &&
    (original !== null || newDeadline !== null) &&
    // What the first date was is not known, so nobody can say that it is another.
    !isInPlace(original?.words ?? "")
  )
}

/**
 * Returns findings about the dates that documents gave an activity and whose cells are empty now, or say that there is no
 * date. A row that is done needs none.
 */
export const emptiedDates = (
  { kind, reading, row, table }: Pick<AddressedRow, "kind" | "reading" | "row" | "table">,
  stated: StatedDates,
  vocabulary: Vocabulary
): ReadonlyArray<Irregularity> => {
  if (kind === "completed" || isClosed(reading.status)) return []
  return (["deadline", "newDeadline"] as const).flatMap((column): ReadonlyArray<Irregularity> => {
    const date = stated[column]
    const isEmpty = table.headings[column] !== null && filledDate(row.cells[column], vocabulary) === null
    if (date === undefined || !isEmpty || (column === "newDeadline" && reading.moves.length > 0)) return []
    return [{ code: "DateEmptied", column, words: date.words }]
  })
}

/** Returns the table and the words of a move that overwrites the only date of a row; nothing for any other row. */
export const overwrites = (row: DatedRow, activity: Activity): ReadonlyArray<readonly [EditionTable, string]> => {
  const { deadline } = row.reading
  const { deadline: before, status } = activity
  if (!isOverwritten(row, activity) || before === null || isClosed(status) || PlannedDate.same(deadline, before))
    return []
  return [[row.table, `${before.words} → ${deadline?.words ?? ""}`]]
}
