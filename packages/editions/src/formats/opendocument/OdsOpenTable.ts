/**
 * Tables and rows of an OpenDocument workbook while they are read, with their repetitions.
 */
import type { GridCell, GridRow } from "../grid/Grid.ts"
import type { Span } from "../office/MergedCells.ts"

/** The most columns of a sheet. */
export const lastColumn = 16_384

/** A table that is being read. */
export interface OpenTable {
  readonly name: string
  readonly isHidden: boolean
  readonly rows: Array<GridRow>
  readonly spans: Array<Span>
  readonly hiddenColumns: Array<readonly [number, number]>
  readonly counted: Set<number>
  /** The default style of columns, up to a column. */
  readonly columnStyles: Array<{ readonly end: number; readonly style: string | undefined }>
  isCopy: boolean
  line: number
  columns: number
  /** The columns up to the last one that is filled in a row so far. */
  width: number
}

/** Returns a table of which nothing is read. */
export const openedTable = (name: string, isHidden: boolean): OpenTable => ({
  name,
  isHidden,
  rows: [],
  spans: [],
  hiddenColumns: [],
  counted: new Set(),
  columnStyles: [],
  isCopy: false,
  line: 0,
  columns: 0,
  width: 0
})

/** A row that is being read. */
export interface OpenRow {
  readonly cells: Map<number, GridCell>
  /** Cells that are a colour and nothing else, which may reach the edge of the sheet. */
  readonly colours: Array<{ readonly from: number; readonly end: number; readonly cell: GridCell }>
  readonly times: number
  readonly isHidden: boolean
  readonly style: string | undefined
  next: number
}

/** Returns the style of a column, of styles that each reach up to a column. */
export const styleAt = (styles: OpenTable["columnStyles"], column: number): string | undefined => {
  let low = 0
  let high = styles.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((styles[middle]?.end ?? 0) <= column) low = middle + 1
    else high = middle
  }
  return styles[low]?.style
}
