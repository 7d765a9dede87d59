/**
 * The rows of an edition that name something, with their readings and addresses.
 */
import type { Kind } from "@frist/domain/Event"
import type { Edition, EditionRow, EditionTable, TableKind } from "../Edition.ts"
import { documentIds } from "../matching/DocumentIds.ts"
import { rowKey } from "../matching/RowKeys.ts"
import type { SoughtRow } from "../matching/RowMatch.ts"
import { rowAddress } from "../reading/RowAddress.ts"
import { readRow } from "../reading/RowReading.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { ReadRow } from "./RowChanges.ts"
import type { leavingOut, Put } from "./RowFindings.ts"

/** A row as read. `key` is the same for rows that name the same activity. */
export interface AddressedRow extends ReadRow {
  readonly address: string
  readonly key: string
}

/** Reads the rows that name something, and leaves the others out. */
export const readRows = (
  { tables }: Edition,
  at: (table: EditionTable, row: EditionRow) => Put,
  leaveOut: ReturnType<typeof leavingOut>,
  vocabulary: Vocabulary
): ReadonlyArray<AddressedRow> => {
  const counts = new Map<TableKind, number>()
  return tables.flatMap((table) => {
    const { kind } = table
    const nth = kind === null ? 1 : (counts.get(kind) ?? 0) + 1
    if (kind !== null) counts.set(kind, nth)
    let above: string | null = null
    return table.rows.flatMap((row) => {
      const left = { put: at(table, row), row, table }
      if (kind === null) {
        leaveOut(left, "UnknownTable")
        return []
      }
      const reading = readRow(kind, row.cells, above, vocabulary)
      above = reading.area
      if ([row.cells.area, reading.goal, reading.actions].every((words) => (words ?? "").trim() === "")) {
        leaveOut(left, "RowWithoutName")
        return []
      }
      const address = rowAddress({ kind, table: nth, row: row.number })
      return [{ table, row, kind, reading, address, key: rowKey(kindOf(kind), reading) }]
    })
  })
}

/** Returns the first row of each activity; the others repeat it. Rows with ids of their own repeat none. */
export const firstOfEachKey = (rows: ReadonlyArray<AddressedRow>): ReadonlyArray<AddressedRow> => {
  const { proper } = documentIds(rows.map((read) => ({ ...soughtBy(read), read })))
  const identified = new Set([...proper.keys()].map(({ read }) => read))
  const first = new Map<string, AddressedRow>()
  for (const row of rows) if (!first.has(row.key)) first.set(row.key, row)
  const hasTwin = new Set(first.values())
  return rows.filter((row) => hasTwin.has(row) || (identified.has(row) && identified.has(first.get(row.key) ?? row)))
}

/** Returns what a row is matched by. */
export const soughtBy = ({ address, kind, reading, row }: AddressedRow): SoughtRow => ({
  address,
  kind: kindOf(kind),
  id: row.cells.id,
  area: reading.area,
  goal: reading.goal,
  actions: reading.actions
})

const kindOf = (kind: TableKind): Kind => (kind === "timeline" ? "milestone" : "activity")
