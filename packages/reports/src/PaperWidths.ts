/**
 * The widths of a table's columns on paper, where no row can be scrolled: a page holds the more rows the lower they are.
 * On a screen the column that is read has the most room instead.
 */
import { hasDay, letters, longestWord } from "./ColumnWidths.ts"
import type { ReportRow, ReportTable } from "./Report.ts"

/** A page's letters are larger, against its width, than those of a screen. */
const larger = { portrait: 1.55, landscape: 1.1 } as const
export type PaperPage = keyof typeof larger

/** The share of a letter and the padding of a column, in per cent of a screen's table. */
const [letter, padding] = [0.57, 1.5] as const
/** What is shared so that rows are low: at least so much, where the longest words would take it. */
const shared = { portrait: 15, landscape: 6 } as const
/** The fewest letters that a column is cut down to. */
const fewest = 8
/** Rows enough to know what fills a table. */
const sample = 300

/** Returns the width of each column in whole per cent. */
export const paperWidths = (table: ReportTable, page: PaperPage): ReadonlyArray<number> => {
  const scale = larger[page]
  let most = 22
  let widths = needsOf(table, most, page)
  while (sumOf(widths) > 100 - shared[page] && most > fewest) widths = needsOf(table, --most, page)
  const lines = table.rows
    .slice(0, sample)
    .map(({ cells }) => cells.map(({ text }) => text.split("\n").map(({ length }) => length)))
  const isDrawn = table.columns.map(({ kind }) => kind === "course")
  // Each per cent goes to the column that makes most rows high.
  for (let left = Math.floor(100 - sumOf(widths)); left > 0; left -= 1) {
    const across = widths.map((width) => Math.max((width - padding) / (letter * scale), 1))
    const pressure = widths.map(() => 0)
    for (const row of lines) {
      const heights = row.map((own, at) =>
        isDrawn[at] === true ? 0 : own.reduce((sum, length) => sum + Math.max(length / (across[at] ?? 1), 0.5), 0)
      )
      const highest = Math.max(...heights)
      const at = heights.indexOf(highest)
      pressure[at] = (pressure[at] ?? 0) + highest
    }
    const first = pressure.indexOf(Math.max(...pressure))
    widths = widths.map((width, at) => (at === first ? width + 1 : width))
  }
  const all = sumOf(widths)
  return widths.map((width) => Math.round((width / all) * 100))
}

/** A row of more lines than this fills so much of a sheet that it may break: kept whole, it would leave much of one empty. */
const tallest = 16

/** Returns whether a row may break between sheets. */
export const isTall = ({ cells }: ReportRow, widths: ReadonlyArray<number>, page: PaperPage): boolean =>
  cells.some(({ text }, at) => {
    const across = Math.max(((widths[at] ?? 0) - padding) / (letter * larger[page]), 4)
    return text.split("\n").reduce((sum, { length }) => sum + Math.max(Math.ceil(length / across), 1), 0) > tallest
  })

/** How much wider a bold letter is; names and headings are bold. */
const bold = 1.18
/** The letters of a name and of a heading that are not cut. */
const whole = { portrait: 18, landscape: 14, heading: 16 } as const
/** The letters of a day, and of a status with its sign and its day. */
const [ofDay, ofStatus] = [11, 19] as const

/** Returns the room that each column needs for its heading, its days and words of at most so many letters. */
const needsOf = ({ columns, rows }: ReportTable, most: number, page: PaperPage): ReadonlyArray<number> =>
  columns.map(({ heading, kind }, at) => {
    const texts = rows.slice(0, sample).map(({ cells }) => cells[at]?.text ?? "")
    const longest = texts.reduce((longer, text) => Math.max(longer, longestWord(text)), 0)
    const isName = kind === "name"
    const words = Math.min(longest, letters[kind][0], isName ? Math.max(most, whole[page]) : most) * (isName ? bold : 1)
    const head = Math.min(longestWord(heading), whole.heading) * bold
    // A day does not break, nor does a short status after its sign.
    const hasDays = texts.some(hasDay)
    const dated = !hasDays ? 0 : kind === "date" ? ofDay : kind === "status" ? ofStatus : 0
    const short =
      kind === "status" ? texts.reduce((n, { length }) => (length <= 12 ? Math.max(n, length + 3) : n), 0) : 0
    return Math.max(words, head, dated, short) * letter * larger[page] + padding * (page === "portrait" ? 1.3 : 1)
  })

const sumOf = (widths: ReadonlyArray<number>): number => widths.reduce((sum, width) => sum + width, 0)
