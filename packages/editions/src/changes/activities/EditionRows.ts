/**
 * The rows of an edition that name something, with their readings and addresses.
 */
import { type DayOrder, dayOrderOf } from "@frist/domain/dates/DateReading"
import type { Day } from "@frist/domain/Day"
import type { Kind } from "@frist/domain/Event"
import type { EditionTables, EditionRow, EditionTable, TableKind } from "../../Edition.ts"
import { columnsOfDates, type EditionColumn } from "../../EditionColumn.ts"
import { documentIds } from "../../matching/DocumentIds.ts"
import { rowKeys } from "../../matching/RowKeys.ts"
import type { SoughtRow } from "../../matching/RowMatch.ts"
import { rowAddress } from "../../reading/RowAddress.ts"
import { vocabularyOf } from "../../reading/status/TableLanguage.ts"
import { readRow, type RowReading } from "../../reading/RowReading.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { Irregularity } from "../../Irregularity.ts"
import type { ReadRow } from "../RowDraft.ts"
import { type leavingOut, type Put, raise } from "../findings/RowFindings.ts"

/** A row as read, and what it is matched by. */
export interface AddressedRow extends ReadRow {
  readonly sought: SoughtRow
}

/** Reads the rows that name something, and leaves the others out. */
export const readRows = (
  { tables }: EditionTables,
  at: (table: EditionTable, row: EditionRow | null) => Put,
  leaveOut: ReturnType<typeof leavingOut>,
  { heldOn, vocabulary }: { readonly heldOn: Day; readonly vocabulary: Vocabulary }
): ReadonlyArray<AddressedRow> => {
  const counts = new Map<TableKind, number>()
  return tables.flatMap((table) => {
    const { kind } = table
    const nth = kind === null ? 1 : (counts.get(kind) ?? 0) + 1
    if (kind !== null) counts.set(kind, nth)
    let above: string | null = null
    const own = vocabularyOf(table, vocabulary)
    const orders = ordersIn(table)
    const ordered: Array<OrderedDate> = []
    const read = table.rows.flatMap((row) => {
      const left = { put: at(table, row), row, table }
      if (kind === null) {
        leaveOut(left, "UnknownTable")
        return []
      }
      const { days, revisions } = row
      const reading = withoutOrders(readRow(kind, row.cells, above, own, { days, revisions, orders, heldOn }), ordered)
      above = reading.area
      if ([row.cells.area, reading.goal, reading.actions].every(namesNothing)) {
        leaveOut(left, "RowWithoutName")
        return []
      }
      const address = rowAddress({ kind, table: nth, row: row.number })
      return [{ table, row, kind, reading, sought: soughtBy({ table, row, kind, reading }, address) }]
    })
    for (const [column, all] of Map.groupBy(ordered, (each) => each.column)) {
      const words = `${all[0]?.words ?? ""}${all.length === 1 ? "" : ` … ×${all.length}`}`
      raise({ put: at(table, null), table, activity: null }, { code: "DateOrderFromColumn", column, words })
    }
    return read
  })
}

/** Whether a cell holds no words: it is empty, or has dashes or points for "nothing here". */
const namesNothing = (words: string | null): boolean => /^[\s\-–—_.…]*$/u.test(words ?? "")

/** Returns the order of day and month that the dates of each column prove. */
const ordersIn = ({ rows }: EditionTable): Partial<Record<EditionColumn, DayOrder | null>> =>
  Object.fromEntries(
    columnsOfDates.map((column) => [
      column,
      dayOrderOf(
        rows.flatMap(({ cells, days, revisions }) => [
          ...(days[column] === undefined ? [cells[column] ?? ""] : []),
          ...(column === "newDeadline" ? revisions.flatMap(({ day, words }) => (day === null ? [words] : [])) : [])
        ])
      )
    ])
  )

/** A date that was read by the order of its column. */
interface OrderedDate {
  readonly column: EditionColumn | null
  readonly words: string
}

/** Takes the remarks on the order of a column, which are made once a table. */
const withoutOrders = (reading: RowReading, ordered: Array<OrderedDate>): RowReading => {
  const [own, others] = [[], []] as [Array<OrderedDate>, Array<Irregularity>]
  for (const each of reading.irregularities) (each.code === "DateOrderFromColumn" ? own : others).push(each)
  ordered.push(...own)
  return own.length === 0 ? reading : { ...reading, irregularities: others }
}

/** Returns the rows whose ids identify an activity. */
export const properIds = (rows: ReadonlyArray<AddressedRow>): ReadonlySet<SoughtRow> =>
  new Set(documentIds(rows.map(({ sought }) => sought)).proper.keys())

/** Returns what a row is matched by. */
const soughtBy = ({ kind: tableKind, reading, row, table }: ReadRow, address: string): SoughtRow => {
  const { actions, area, goal } = reading
  const kind = kindOf(tableKind)
  return {
    address,
    kind,
    id: row.cells.id,
    area,
    goal,
    actions,
    keys: rowKeys(kind, reading),
    isAreaOfGroup: table.headings.area === null && area !== null
  }
}

const kindOf = (kind: TableKind): Kind => (kind === "timeline" ? "milestone" : "activity")
