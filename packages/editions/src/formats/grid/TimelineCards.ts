/**
 * A timeline without headings: one card per milestone, with name and date in one cell or side by side, or names in one
 * row and dates in the next.
 */
import { expressionsIn, readDate } from "@frist/domain/dates/DateReading"
import type { GridRow, Observation } from "./Grid.ts"

export interface Card {
  readonly name: string | null
  readonly date: string | null
  readonly seen: ReadonlyArray<Observation>
}

/** Returns the cards in rows, from left to right and down. A cell without a date is kept as a name. */
export const timelineCards = (source: ReadonlyArray<GridRow>): ReadonlyArray<Card> => {
  const rows = source.map((row) => ({
    seen: row.seen,
    cells: [...row.cells].sort(([a], [b]) => a - b).filter(([, cell]) => cell.text.trim() !== "")
  }))
  const cards: Array<Card> = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    const next = rows[at + 1]
    if (row === undefined) continue
    const below = new Map(next?.cells)
    const pairs =
      below.size > 0 &&
      [...below.values()].every((cell) => isDate(cell.text)) &&
      row.cells.every(([, cell]) => !isDate(cell.text)) &&
      [...below.keys()].every((column) => row.cells.some(([other]) => other === column))
    const [[, name] = [], [, beside] = [], ...others] = row.cells
    if (
      name !== undefined &&
      beside !== undefined &&
      others.length === 0 &&
      !isDate(name.text) &&
      isDate(beside.text)
    ) {
      cards.push({ name: name.text, date: beside.text, seen: [...row.seen, ...name.seen, ...beside.seen] })
      continue
    }
    for (const [column, cell] of row.cells) {
      const date = below.get(column)
      const seen = [...row.seen, ...cell.seen, ...(pairs ? (date?.seen ?? []) : [])]
      cards.push(pairs ? { name: cell.text, date: date?.text ?? null, seen } : { ...card(cell.text), seen })
    }
    if (pairs) at++
  }
  return cards
}

/** Whether words can be read as a date. */
export const isDate = (words: string): boolean => words.length <= 60 && readDate(words).date.edtf !== null

/** A year alone is a date only after a sign: `Vision 2030` is a name. */
const nameOnly = /(?:^|[^\s:–,-])\s*$/u

/** Returns the name and the date of a card that ends with its only date, all of it. */
const inLine = (text: string): Omit<Card, "seen"> | null => {
  const [found, ...others] = text.length <= 200 ? expressionsIn(text) : []
  if (found === undefined || others.length > 0 || typeof found.outcome === "string") return null
  const before = text.slice(0, found.at)
  const name = before.replace(/(?<![\s:–,-])[\s:–,-]+$/u, "")
  const isWhole = found.at + found.words.length === text.length && name !== "" && name !== before
  return !isWhole || (/^\d{4}$/u.test(found.words) && nameOnly.test(before)) ? null : { name, date: found.words }
}

const card = (text: string): Omit<Card, "seen"> => {
  const lines = text.split("\n").filter((line) => line.trim() !== "")
  const at = lines.length > 1 ? lines.findLastIndex(isDate) : -1
  const date = lines[at]
  if (date !== undefined) return { name: lines.filter((_, index) => index !== at).join("\n"), date }
  return inLine(text.trim()) ?? { name: text, date: null }
}
