/**
 * A status in the terminal: symbol, word and colour.
 */
import type { Status } from "@frist/domain/Status"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import type { Piece, Style } from "./TerminalTable.ts"

const marks: Readonly<Record<Status["_tag"], readonly [string, Style]>> = {
  NotStated: ["○", "plain"],
  InProgress: ["◐", "yellow"],
  Delayed: ["●", "red"],
  Completed: ["✔", "green"],
  Discontinued: ["✖", "dim"]
}

/** Returns a status as a symbol and a word in its colour. */
export const statusPiece = (status: Status, { text }: CommandPhrases): Piece => {
  const [mark, style] = marks[status._tag]
  return { text: `${mark} ${text.status[status._tag]}`, style }
}
