/**
 * The rows of the tables of a text document, within the limits of one document.
 */
import { type GridCell, type GridRow, type Observation, noRemarks } from "../grid/Grid.ts"
import { maxRows } from "../Limits.ts"
import { maxOfficeCells, maxTables } from "./ArchiveBounds.ts"
import { CellBudget } from "./CellBudget.ts"
import { Unreadable } from "./Unreadable.ts"

/** A row that was read. */
interface WrittenRow {
  readonly cells: ReadonlyMap<number, GridCell>
  readonly seen: ReadonlyArray<Observation>
}

export class WrittenRows {
  #cells = 0
  #rows = 0
  #tables = 0
  readonly #budget = new CellBudget()

  /** Counts a table. */
  table(): void {
    if (++this.#tables > maxTables) throw new Unreadable("unpacksTooLarge")
  }

  /** Returns a row of a grid. What is seen of the whole row quotes its words. Fails once the document holds too much. */
  row(line: number, row: WrittenRow): GridRow {
    this.#cells += row.cells.size
    if (this.#cells > maxOfficeCells) throw new Unreadable("unpacksTooLarge")
    if (++this.#rows > maxRows) throw new Unreadable("tooManyRows", `>${maxRows}`)
    const words = row.seen.length === 0 ? "" : wordsOf(row.cells)
    return { line, cells: row.cells, seen: row.seen.map((each) => ({ ...each, words })) }
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

/** Returns a cell as a row below shows it that it is merged with. What was seen of the cell itself is not said again. */
export const continuedCell = (above: GridCell): GridCell => {
  const [first, ...others] = above.seen
  if (others.length === 0 && first?.code === "MergedCell") return above
  if (above.text.trim() === "") return first === undefined ? above : { ...above, seen: noRemarks }
  return { ...above, seen: [{ code: "MergedCell", words: above.text }] }
}
