/**
 * How wide the columns of a table are, wherever it is laid out: each what its longest word needs, and what is left is
 * shared so that rows are low.
 */
import type { ReportColumn, ReportTable } from "./Report.ts"

/** The most letters of a word that a column widens for, what each is worth in per cent of the table, and what is around. */
const letters: Readonly<Record<ReportColumn["kind"], readonly [most: number, each: number, around: number]>> = {
  name: [22, 0.6, 1.4],
  text: [22, 0.55, 1.4],
  long: [22, 0.55, 1.4],
  date: [20, 0.55, 1.4],
  number: [14, 0.55, 1.4],
  status: [14, 0.55, 3.5]
}
/** What is around a heading, with its sign for sorting. */
const headAround = 2
/** What an exact day needs, which does not break, with a status's sign before it. */
const dayOfStatus = 13

/** The width of each column in whole per cent. */
export const widthsOf = ({ columns, rows }: ReportTable): ReadonlyArray<number> => {
  const needs = columns.map(({ heading, kind }, at) => {
    const texts = rows.map(({ cells }) => cells[at]?.text ?? "")
    // A short status stands on one line with its sign.
    const lengths = texts.map((text) => (kind === "status" && text.length <= 12 ? text.length : longestWord(text)))
    const [most, each, around] = letters[kind]
    const longest = lengths.reduce((longer, length) => Math.max(longer, length), 0)
    const own = Math.max(Math.min(longest, most) * each + around, longestWord(heading) * letters.name[1] + headAround)
    return kind === "status" && texts.some(hasDay) ? Math.max(own, dayOfStatus) : own
  })
  // The height of a column is its letters by its width: the sum is least where widths are as the roots of letters.
  const wishes = columns.map(({ heading }, at) =>
    Math.sqrt(rows.reduce((sum, { cells }) => sum + (cells[at]?.text.length ?? 0), heading.length))
  )
  return shared(needs, wishes).map(Math.round)
}

/** A hundred shared by wishes, but no less to each than it needs; by needs where they are more than a hundred. */
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

const hasDay = (text: string): boolean => /\d{4}-\d\d-\d\d/u.test(text)

/** The breadth of the longest word, in ordinary letters. */
export const longestWord = (text: string): number =>
  text.split(/[\s/]+|(?<=-)(?=\D)/u).reduce((most, word) => Math.max(most, breadthOf(word)), 0)

/** How many ordinary letters a word is as broad as: a capital is as broad as one and a third. */
const breadthOf = (word: string): number => word.length + (word.match(/\p{Lu}/gu)?.length ?? 0) / 3
