/**
 * The widths of a table's columns on paper, where no row can be scrolled: a page holds the more rows the lower they are.
 * On a screen the column that is read has the most room instead.
 */
import { hasDay, letters, unbrokenWords } from "./ColumnWidths.ts"
import type { ReportRow, ReportTable } from "./Report.ts"

/** The width of a round letter of 8 points, in per cent of a sheet's table. */
const letter = { portrait: 0.92, landscape: 0.62 } as const
/** The padding of a column, likewise. */
const padding = { portrait: 1.9, landscape: 1.3 } as const
export type PaperPage = keyof typeof letter

/** What is shared so that rows are low: at least so much, where the longest words would take it. */
const shared = { portrait: 15, landscape: 5 } as const
/** Rows enough to know what fills a table. */
const sample = 100

/** Returns the width of each column in whole per cent, for text of so many points. */
export const paperWidths = (table: ReportTable, page: PaperPage, points = 8): ReadonlyArray<number> => {
  const known = measured.get(table)
  if (known?.page === page && known.points === points) return known.widths
  const widths = widthsOn(table, page, points)
  measured.set(table, { page, points, widths })
  return widths
}

/** The widths of tables that were measured last: a writer asks twice. */
const measured = new WeakMap<
  ReportTable,
  { readonly page: PaperPage; readonly points: number; readonly widths: ReadonlyArray<number> }
>()

const widthsOn = (table: ReportTable, page: PaperPage, points: number): ReadonlyArray<number> => {
  const each = (letter[page] * points) / 8
  const rows = table.rows.slice(0, sample)
  const room = (100 - shared[page] - table.columns.length * padding[page]) / each
  let widths = wordWidths(roomsOf(table, rows, page), room).map((own) => own * each + padding[page])
  const lines = rows.map(({ cells }) => cells.map(({ text }) => text.split("\n").map(({ length }) => length)))
  const isDrawn = table.columns.map(({ kind }) => kind === "course")
  // An upright sheet breaks no word of a heading for a fraction of a per cent.
  if (page === "portrait") {
    const rounded = widths.map(Math.ceil)
    if (sumOf(rounded) <= 100) widths = rounded
  }
  // Each per cent goes to the column by which most rows become lower.
  for (let left = Math.floor(100 - sumOf(widths)); left > 0; left -= 1) {
    const across = widths.map((width) => Math.max(lettersAcross(width, page, each) - lost, 3))
    const gains = widths.map(() => 0)
    for (const row of lines) {
      const heights = row.map((own, at) =>
        isDrawn[at] === true ? 0 : own.reduce((sum, length) => sum + Math.max(length / (across[at] ?? 1), 0.5), 0)
      )
      const highest = Math.max(...heights)
      const at = heights.indexOf(highest)
      gains[at] = (gains[at] ?? 0) + highest / (across[at] ?? 1)
    }
    const first = gains.indexOf(Math.max(...gains))
    widths = widths.map((width, at) => (at === first ? width + 1 : width))
  }
  const all = sumOf(widths)
  return widths.map((width) => Math.round((width / all) * 100))
}

/** What a line loses at its end, on average, because words do not break. */
const lost = 3

/** Returns how many letters there is room for on a line of a column. */
const lettersAcross = (width: number, page: PaperPage, each: number): number => (width - padding[page]) / each

/** A row of more lines than this fills so much of a sheet that it may break: kept whole, it would leave much of one empty. */
const tallest = 20

/** Returns whether a row may break between sheets. */
export const isTall = ({ cells }: ReportRow, widths: ReadonlyArray<number>, page: PaperPage): boolean =>
  cells.some(({ text }, at) => {
    const across = Math.max(lettersAcross(widths[at] ?? 0, page, letter[page]), 4)
    return text.split("\n").reduce((sum, { length }) => sum + Math.max(Math.ceil(length / across), 1), 0) > tallest
  })

/** Returns the width of a word in round letters such as *n*. */
const breadthOf = (word: string): number =>
  word.length -
  0.5 * (word.match(/[ijl.,:;!'\u00a0]/gu)?.length ?? 0) -
  0.34 * (word.match(/[ftr()-]/gu)?.length ?? 0) +
  0.6 * (word.match(/[mwMW]/gu)?.length ?? 0) +
  0.28 * (word.match(/\p{Lu}/gu)?.length ?? 0)

const longestIn = (text: string): number =>
  unbrokenWords(text).reduce((most, word) => Math.max(most, breadthOf(word)), 0)

/** How much wider a bold letter is; names and headings are bold. */
const bold = 1.18
/** The letters of a name and of a heading that are not cut. */
const whole = { portrait: 18, landscape: 14, heading: 16 } as const
/** The letters of a day, and of a status with its sign and its day. */
const [ofDay, ofStatus] = [11, 19] as const

/** The words of a column: the fewest letters that it is cut down to, and each longer word as often as it stands there. */
interface WordRoom {
  readonly least: number
  /** Longest first. */
  readonly words: ReadonlyArray<number>
}

const roomsOf = ({ columns }: ReportTable, rows: ReadonlyArray<ReportRow>, page: PaperPage): ReadonlyArray<WordRoom> =>
  columns.map(({ heading, kind }, at) => {
    const texts = rows.map(({ cells }) => cells[at]?.text ?? "")
    const isName = kind === "name"
    const words = texts
      .flatMap((text) => unbrokenWords(text))
      .map((word) => Math.min(breadthOf(word), letters[kind][0]) * (isName ? bold : 1))
    const head = Math.min(longestIn(heading), whole.heading) * bold
    // A day does not break, nor does a short status after its sign.
    const hasDays = texts.some(hasDay)
    const dated = !hasDays ? 0 : kind === "date" ? ofDay : kind === "status" ? ofStatus : 0
    const short =
      kind === "status" ? texts.reduce((n, { length }) => (length <= 12 ? Math.max(n, length + 3) : n), 0) : 0
    const named = isName ? Math.min(Math.max(0, ...words), whole[page] * bold) : 0
    const least = Math.max(fewest, head, dated, short, named)
    return { least, words: words.filter((word) => word > least).sort((a, b) => b - a) }
  })

/** The fewest letters of any column. */
const fewest = 2

/**
 * Returns the letters of each column, at most so many together where its least allows it. Columns are cut where that
 * breaks the fewest words for the letters that are saved.
 */
const wordWidths = (rooms: ReadonlyArray<WordRoom>, most: number): ReadonlyArray<number> => {
  // How many of its longest words each column breaks.
  const broken = rooms.map(() => 0)
  const widthOf = ({ least, words }: WordRoom, cut: number): number => words[cut] ?? least
  const widths = (): ReadonlyArray<number> => rooms.map((room, at) => widthOf(room, broken[at] ?? 0))
  for (let left = sumOf(widths()) - most; left > 0; left = sumOf(widths()) - most) {
    let best: { readonly at: number; readonly cut: number; readonly price: number } | null = null
    for (const [at, room] of rooms.entries()) {
      const from = broken[at] ?? 0
      const now = widthOf(room, from)
      for (let cut = from + 1; cut <= room.words.length; cut += 1) {
        // Words of one width are broken together.
        if (room.words[cut] === room.words[cut - 1]) continue
        const saved = Math.min(now - widthOf(room, cut), left)
        const price = (cut - from) / saved
        if (saved > 0 && (best === null || price < best.price)) best = { at, cut, price }
      }
    }
    if (best === null) break
    broken[best.at] = best.cut
  }
  return widths()
}

const sumOf = (widths: ReadonlyArray<number>): number => widths.reduce((sum, width) => sum + width, 0)
