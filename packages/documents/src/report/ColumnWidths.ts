/**
 * How wide the columns of a table are, wherever it is laid out: what a kind of column likes, and more where its words ask.
 */
import type { Column, Table } from "./Report.ts"

/** The share of a table that a column likes to have, in per cent: by its kind, or for some by itself. */
const liked: Readonly<Record<Column["kind"], number>> = {
  name: 12,
  text: 10,
  long: 18,
  date: 9,
  number: 9,
  status: 11
}
const likedBy: Readonly<Record<string, number>> = {
  number: 4,
  times: 7,
  rate: 7,
  met: 7,
  goal: 14,
  actions: 15,
  followUp: 24,
  reports: 46
}

/** The most letters of a word that a column widens for, and what each is worth in per cent. */
const letters: Readonly<Record<Column["kind"], readonly [most: number, each: number]>> = {
  name: [22, 0.85],
  text: [18, 0.78],
  long: [20, 0.8],
  date: [14, 0.75],
  number: [14, 0.75],
  status: [12, 0.75]
}
/** An exact day does not break, and needs this much; with a status and its sign before it, that much. */
const day = 9
const dayOfStatus = 15

/** The width of each column in whole per cent: what it likes, and more where its longest words ask for it. */
export const widthsOf = ({ columns, rows }: Table): ReadonlyArray<number> => {
  const all = columns.map(({ heading, key, kind }, at) => {
    const longest = rows.reduce((most, { cells }) => Math.max(most, longestWord(cells[at]?.text ?? "")), heading.length)
    const [most, each] = letters[kind]
    const own = kind === "status" && rows.some(({ cells }) => hasDay(cells[at]?.text ?? "")) ? dayOfStatus : 0
    return Math.max(likedBy[key] ?? liked[kind], Math.min(longest, most) * each + 1.5, own)
  })
  const sum = all.reduce((total, each) => total + each, 0)
  return all.map((each, at) => {
    const width = Math.round((each / sum) * 100)
    const kind = columns[at]?.kind
    return kind === "date" ? Math.max(width, day) : kind === "status" && each === dayOfStatus ? dayOfStatus : width
  })
}

const hasDay = (text: string): boolean => /\d{4}-\d\d-\d\d/u.test(text)

const longestWord = (text: string): number =>
  text.split(/[\s/]+|(?<=-)(?=\D)/u).reduce((most, word) => Math.max(most, word.length), 0)
