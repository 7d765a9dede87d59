/**
 * Tables, rows and cells of an OpenDocument text while they are read, and rows that a tracked change deleted.
 */
import type { GridCell, GridRow, Observation } from "../grid/Grid.ts"
import type { OdtCellText } from "./OdtCellText.ts"

/** A cell that is being read. */
export interface OpenTextCell {
  readonly column: number
  readonly text: OdtCellText
  readonly fill: string | null
  readonly rows: number
  readonly copies: number
}

/** A row that is being read. */
export interface OpenTextRow {
  readonly cells: Map<number, GridCell>
  readonly seen: Array<Observation>
  readonly fill: string | null
  readonly copies: number
  next: number
}

/** A cell that is merged over the rows before `end`, counted from 0. */
interface OpenTextSpan {
  readonly cell: GridCell
  readonly end: number
}

/** A table that is being read. */
export interface OpenTextGrid {
  readonly before: ReadonlyArray<string>
  readonly rows: Array<GridRow>
  readonly hiddenColumns: Array<readonly [number, number]>
  readonly spans: Map<number, OpenTextSpan>
  readonly seen: Array<Observation>
  columns: number
  line: number
}

/** Returns the words of a row that a tracked change deleted whole; null for any other row. */
export const removedIn = (cells: ReadonlyMap<number, GridCell>): string | null => {
  const removed: Array<string> = []
  for (const { seen, struck, text } of cells.values()) {
    if (text !== "" || struck !== "") return null
    for (const { code, words } of seen) if (code === "TrackedChange") removed.push(words.replace(/^−/u, ""))
  }
  return removed.length === 0 ? null : `−${removed.join(" | ")}`
}
