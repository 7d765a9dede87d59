/**
 * The rows of the tables of a text document, within the limits of one document.
 */
import type { GridCell, GridRow, Observation } from "../grid/Grid.ts"
import { maxRows } from "../Limits.ts"
import { maxOfficeCells } from "./ArchiveBounds.ts"
import { CellBudget } from "./CellBudget.ts"
import { Unreadable } from "./Unreadable.ts"

/** A row that was read. `continued` holds the columns whose cells are merged with one above. */
export interface WrittenRow {
  readonly cells: ReadonlyMap<number, GridCell>
  readonly continued: ReadonlySet<number>
  readonly seen: ReadonlyArray<Observation>
}

export class WrittenRows {
  #cells = 0
  #rows = 0
  readonly #budget = new CellBudget()

  /** Returns a row of a grid. What is seen of the whole row quotes its words. Fails once the document holds too much. */
  row(line: number, row: WrittenRow): GridRow {
    this.#cells += row.cells.size
    if (this.#cells > maxOfficeCells) throw new Unreadable("unpacksTooLarge")
    if (++this.#rows > maxRows) throw new Unreadable("tooManyRows", `>${maxRows}`)
    const words = row.seen.length === 0 ? "" : wordsOf(row.cells)
    return { line, cells: quietIfStruck(row), seen: row.seen.map((each) => ({ ...each, words })) }
  }

  /** Counts the words of a cell, wherever they come from. */
  take({ struck, text }: Pick<GridCell, "struck" | "text">): void {
    this.#budget.take(text)
    this.#budget.take(struck)
  }
}

/** Returns the words of a row in one line. */
export const wordsOf = (cells: ReadonlyMap<number, GridCell>): string =>
  [...cells.values()]
    .map(({ text }) => text)
    .filter((text) => text !== "")
    .join(" | ")

/** Returns a cell as a row below shows it that it is merged with. */
export const continuedCell = (above: GridCell): GridCell => {
  const isSaid = above.seen.some(({ code }) => code === "MergedCell") || above.text.trim() === ""
  return isSaid ? above : { ...above, seen: [{ code: "MergedCell", words: above.text }] }
}

/**
 * Returns the cells of a row. Where all its words are struck out, the row says so once: its cells keep what was struck,
 * without a remark on each.
 */
const quietIfStruck = ({ cells, continued }: WrittenRow): ReadonlyMap<number, GridCell> => {
  const own = [...cells].filter(([at]) => !continued.has(at))
  const isStruck = own.some(([, { struck }]) => struck !== "") && own.every(([, { text }]) => text.trim() === "")
  if (!isStruck) return cells
  const quiet = own.map(([at, cell]) => {
    const seen = cell.seen.filter(({ code }) => code !== "StruckText")
    return [at, { ...cell, seen }] as const
  })
  return new Map([...cells, ...quiet])
}
