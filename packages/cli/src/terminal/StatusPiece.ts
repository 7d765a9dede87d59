/**
 * A status in the terminal: symbol, word and colour.
 */
import type { Status } from "@frist/domain/Status"
import type { Phrases } from "@frist/reports/words/Phrases"
import type { Piece, Style } from "./TerminalTable.ts"

const marks: Readonly<Record<Status["_tag"], readonly [string, Style]>> = {
  NotStated: ["○", "plain"],
  InProgress: ["◐", "yellow"],
  Delayed: ["●", "red"],
  Completed: ["✔", "green"],
  Discontinued: ["✖", "dim"]
}

/** A status by symbol, word and colour. */
export const statusPiece = (status: Status, { text }: Phrases): Piece => {
  const [mark, style] = marks[status._tag]
  return { text: `${mark} ${text.status[status._tag]}`, style }
}
