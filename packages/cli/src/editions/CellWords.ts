/**
 * The places of kept cells as they are written: `1:7:3` is table 1, row 7, column 3.
 */
import { CellPlace } from "@frist/domain/Event"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"

/** Returns a place as it is written. */
export const placeWords = ({ column, row, table }: CellPlace): string => `${table}:${row}:${column}`

/** Reads a place; none for other words. */
export const placeIn = (words: string): Option.Option<CellPlace> => {
  const found = /^(\d{1,6}):(\d{1,9}):(\d{1,6})$/u.exec(words.trim())
  return found === null
    ? Option.none()
    : Schema.decodeOption(CellPlace)({ table: Number(found[1]), row: Number(found[2]), column: Number(found[3]) })
}
