/**
 * A status in the terminal: symbol, word and colour.
 */
import type { Status } from "@frist/domain/Status"
import type { UnstatedCell } from "@frist/projections/View"
import { unstatedWords } from "@frist/reports/ReportCells"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import type { Piece, Style } from "./TerminalTable.ts"

const marks: Readonly<Record<Status["_tag"], readonly [string, Style]>> = {
  NotStated: ["○", "plain"],
  InProgress: ["◐", "yellow"],
  Delayed: ["●", "red"],
  Completed: ["✔", "green"],
  Discontinued: ["✖", "dim"]
}

/**
 * Returns a status as a symbol and a word in its colour. `cell` holds the words of a status cell that state no status.
 */
export const statusPiece = (status: Status, phrase: CommandPhrases, cell: UnstatedCell | null = null): Piece => {
  const [mark, style] = marks[status._tag]
  if (cell === null) return { text: `${mark} ${phrase.text.status[status._tag]}`, style }
  return { text: `${mark} ${unstatedWords(cell, phrase)}`, style: cell.code === "StatusNotBegun" ? style : "yellow" }
}
