/**
 * The widths of a table's columns. Each column has room for its longest word; the rest is shared so that rows stay low.
 */
import type { ReportColumn, ReportTable } from "./Report.ts"

/**
 * The longest word that a column widens for in letters, the share of the table per letter in per cent, and the padding.
 */
export const letters: Readonly<Record<ReportColumn["kind"], readonly [most: number, each: number, around: number]>> = {
  name: [22, 0.6, 1.4],
  text: [22, 0.55, 1.4],
  long: [22, 0.55, 1.4],
  date: [20, 0.55, 1.4],
  number: [14, 0.55, 1.4],
  status: [14, 0.55, 3.5],
  course: [9, 0.6, 2.2]
}
/** The padding of a heading, with its sign for sorting, in per cent. */
const headAround = 2
/** The width of an exact day, which does not break, with the sign of a status before it, */
const dayOfStatus = 13
/** and by itself in a table of many columns. */
const dayOfDate = 8

/**
 * The column that a board reads, where it has most of the words of a document's table: its share in per cent, the
 * least that it gets where the others need more, and how many letters less they widen for.
 */
const read = { key: "followUp", share: 40, least: 27, less: 6 } as const

/** Returns the width of each column in whole per cent. */
export const widthsOf = (table: ReportTable): ReadonlyArray<number> => {
  const known = measured.get(table)
  if (known !== undefined) return known
  const widths = widthsOnScreen(table)
  measured.set(table, widths)
  return widths
}

/** The widths of tables that are measured: a writer asks twice. */
const measured = new WeakMap<ReportTable, ReadonlyArray<number>>()

const widthsOnScreen = ({ asInSource, columns, rows }: ReportTable): ReadonlyArray<number> => {
  const written = columns.map((_, at) => rows.reduce((sum, { cells }) => sum + (cells[at]?.text.length ?? 0), 0))
  const most = columns[written.indexOf(Math.max(...written))]
  const isRead = asInSource && most?.key === read.key && (written[columns.indexOf(most)] ?? 0) > 40 * rows.length
  const least = isRead ? read.less : 0
  const needs = columns.map(({ heading, key, kind }, at) => {
    const texts = rows.map(({ cells }) => cells[at]?.text ?? "")
    // A short status is on one line with its sign.
    const lengths = texts.map((text) => (kind === "status" && text.length <= 12 ? text.length : longestWord(text)))
    const [widest, each, around] = letters[kind]
    const longest = lengths.reduce((longer, length) => Math.max(longer, length), 0)
    const own = Math.max(
      Math.min(longest, kind === "status" || kind === "course" ? widest : widest - least) * each + around,
      longestWord(heading) * letters.name[1] + headAround
    )
    if (isRead && key === read.key) return 0
    if (asInSource && kind === "date" && texts.some(hasDay)) return Math.max(own, dayOfDate)
    return kind === "status" && texts.some(hasDay) ? Math.max(own, dayOfStatus) : own
  })
  // A column's height is its letters divided by its width: the sum is least where widths follow the square roots of the
  // letters.
  const wishes = columns.map(({ heading, kind }, at) =>
    // A drawing has one size.
    kind === "course" ? 0 : Math.sqrt((written[at] ?? 0) + heading.length)
  )
  const others = needs.reduce((sum, need) => sum + need, 0)
  const share = Math.max(read.least, Math.min(read.share, 100 - others))
  return shared(isRead ? needs.map((need) => (need === 0 ? share : need)) : needs, wishes).map(Math.round)
}

/** Shares a hundred by wishes, with no less to each than it needs; by needs alone where they exceed a hundred. */
const shared = (needs: ReadonlyArray<number>, wishes: ReadonlyArray<number>): ReadonlyArray<number> => {
  const all = needs.reduce((sum, need) => sum + need, 0)
  if (all >= 100) return needs.map((need) => (need / all) * 100)
  const met = new Set<number>()
  for (;;) {
    const left = needs.reduce((sum, need, at) => (met.has(at) ? sum - need : sum), 100)
    const each = left / wishes.reduce((sum, wish, at) => (met.has(at) ? sum : sum + wish), 0)
    const short = needs.flatMap((need, at) => (!met.has(at) && (wishes[at] ?? 0) * each < need ? [at] : []))
    if (short.length === 0) return needs.map((need, at) => (met.has(at) ? need : (wishes[at] ?? 0) * each))
    for (const at of short) met.add(at)
  }
}

/** Returns whether a text has an ISO day, which does not break. */
export const hasDay = (text: string): boolean => /\d{4}-\d\d-\d\d/u.test(text)

/** Returns the width of the longest word, in average lower-case letters. */
export const longestWord = (text: string): number =>
  unbrokenWords(text).reduce((most, word) => Math.max(most, breadthOf(word)), 0)

/** Returns the words of a text, between which a line can break; a no-break space joins them. */
export const unbrokenWords = (text: string): ReadonlyArray<string> => text.split(/(?:(?!\u00a0)\s|\/)+|(?<=-)(?=\D)/u)

/** Returns the width of a word: a capital counts as one and a third letters. */
const breadthOf = (word: string): number => word.length + (word.match(/\p{Lu}/gu)?.length ?? 0) / 3

/** Words of more letters break on a screen: addresses, and what was written without a space. */
const mostUnbroken = 24

/** Returns whether a cell has a word that is too long for a column, and may break anywhere. */
export const hasLooseWord = (text: string): boolean => unbrokenWords(text).some((word) => word.length > mostUnbroken)

/** The width of a letter and the padding of a cell in a table of many columns on a screen, in rem. */
const onScreen = { letter: 0.4, around: 0.45 } as const

/** Returns the width in rem at which no word of a table breaks on a screen. */
export const leastWidth = ({ columns, rows }: ReportTable): number =>
  columns.reduce((sum, { heading, kind }, at) => {
    const words = rows.map(({ cells }) => cells[at]?.text ?? "").filter((text) => !hasLooseWord(text))
    const longest = words.reduce((most, text) => Math.max(most, longestWord(text)), longestWord(heading) + 2)
    return sum + (kind === "status" ? longest + 3 : longest) * onScreen.letter + onScreen.around
  }, 0)
