/**
 * A timeline without headings: one card per milestone, with name and date in one cell or side by side, or names in one
 * row and dates in the next.
 */
import { readDate } from "@frist/domain/dates/DateReading"
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

const card = (text: string): Omit<Card, "seen"> => {
  const lines = text.split("\n").filter((line) => line.trim() !== "")
  const at = lines.length > 1 ? lines.findLastIndex(isDate) : -1
  const date = lines[at]
  if (date !== undefined) return { name: lines.filter((_, index) => index !== at).join("\n"), date }
  const inLine = text.length <= 200 ? /^(.*?\S)[\s:–,-]+(\d{4}(?:-\d\d){0,2})$/su.exec(text.trim()) : null
  return inLine === null ? { name: text, date: null } : { name: inLine[1] ?? "", date: inLine[2] ?? null }
}
