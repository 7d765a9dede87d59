/**
 * The cells of an edition as they are kept: every table or sheet of the file as it was read, and how it was read.
 */
import type { CellPlace } from "@frist/domain/Event"
import type { ActivityId } from "@frist/domain/Names"
import { type Grid, type GridCell, plainCell } from "../formats/grid/Grid.ts"
import type { ColumnDecisions } from "../ReadingOptions.ts"

/** What is kept of an edition. */
export interface KeptCells {
  readonly grids: ReadonlyArray<Grid>
  /** How the document was read: a person's decisions on headings, and the sheets that were chosen; null for all. */
  readonly columns: ColumnDecisions
  readonly sheets: ReadonlyArray<string> | null
  /** The activities that rows were matched to, by the keys of the rows; null for a row in doubt. */
  readonly matches: ReadonlyMap<string, ActivityId | null>
  /** The cells that decisions have erased. */
  readonly erased: ReadonlyArray<CellPlace>
}

/** The text of an erased cell: a character that no document may hold, so that its row is known. */
export const erasedText = "\u{10FFFD}"

/** What is left of an erased cell. */
export const erasedCell: GridCell = plainCell(erasedText)
