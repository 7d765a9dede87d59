/**
 * What the cells of a column look like: dates, statuses, long texts, ids. It suggests what an unknown heading may be, and
 * vetoes a name that fits only dates (an agenda has a column *Tid*, too); nothing is read from a column for its content alone.
 */
import { meaningOf } from "@frist/domain/dates/WholeWords"
import { isOfSmallNumber } from "../../reading/SmallNumberDays.ts"
import { namesStatus } from "../../reading/StatusReading.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { GridCell, GridRow } from "../grid/Grid.ts"

/** Shares of the filled cells, from 0 to 1, and the number of them. `distinct` is the number of different texts. */
export interface ColumnContent {
  readonly filled: number
  readonly dates: number
  readonly clocks: number
  readonly statuses: number
  readonly longTexts: number
  readonly ids: number
  readonly distinct: number
}

/** The most filled cells of a column that are looked at. */
const maxCells = 24

/** Looks at the first filled cells of a column below its heading. */
export const contentOf = (rows: Iterable<GridRow>, at: number, vocabulary: Vocabulary): ColumnContent => {
  const cells: Array<GridCell> = []
  for (const row of rows) {
    const cell = row.cells.get(at)
    if (cell !== undefined && !/^[\s–—.-]*$/u.test(cell.text)) cells.push(cell)
    if (cells.length >= maxCells) break
  }
  const share = (fits: (cell: GridCell) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter(fits).length / cells.length
  const distinct = new Set(cells.map(({ text }) => text.trim())).size
  const dates = share(looksLikeDate)
  return {
    filled: cells.length,
    dates,
    clocks: share(({ text }) => clockTime.test(text.trim())),
    // Reading a status is slow, and a column of dates or of texts that all differ is none of statuses. `Klart 2024-02-20`
    // looks like a date too.
    statuses: dates >= 0.5 || distinct > 12 ? 0 : share(({ text }) => looksLikeStatus(text, vocabulary)),
    longTexts: share(({ text }) => text.length > 60),
    ids:
      distinct < cells.length
        ? 0
        : share(({ text }) => /^[\p{L}\d][\p{L}\d ._/-]{0,15}$/u.test(text) && /\d/u.test(text) && !isAmount(text)),
    distinct
  }
}

/** A number that does not count the rows is an amount, not an id. */
const isAmount = (text: string): boolean => /^\d{3,}$|^\d{1,3}(?: \d{3})+$|^\d+[.,]\d+$/u.test(text.trim())

/** A number alone is a year only if nothing else in the column says so, so it is not enough. */
const looksLikeDate = ({ day, seen, text }: GridCell): boolean => {
  if (seen.some(({ code }) => code === "DateFromSerial")) return true
  if (day !== null) return !isOfSmallNumber(day)
  const words = text.trim()
  if (words.length > 40 || !/\d/u.test(words) || /^\d+(?:[.,]\d+)?$/u.test(words)) return false
  return dateForm.test(words) || typeof meaningOf(words) === "object"
}

/** A time of the day, or a span of such: `09:00–09:30`, `kl. 13:00`. */
const clockTime =
  /^(?:kl\.? ?)?(?:[01]?\d|2[0-4]):[0-5]\d(?: ?[ap]m)?(?: ?[-–—] ?(?:[01]?\d|2[0-4]):[0-5]\d(?: ?[ap]m)?)?$/iu

/** A day with its month and year in figures, in any order, also where the order is in doubt. */
const dateForm = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?: \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]m)?)?$/iu

const looksLikeStatus = (text: string, vocabulary: Vocabulary): boolean =>
  text.length <= 30 && namesStatus(text, vocabulary)
