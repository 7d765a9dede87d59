/**
 * The rows below a head that name something, and the group that each belongs to. Rows that head a group, add up the others,
 * repeat the headings or are empty name nothing to be done.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import { readDate } from "@frist/domain/dates/DateReading"
import { columnsOfDates, isDateColumn, isNameColumn } from "../../EditionColumn.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { isInstruction } from "../../vocabulary/instructions.ts"
import { type GridCell, type GridRow, type Observation, excerptOf, inOrder } from "./Grid.ts"
import type { HeadingColumn } from "../columns/Headings.ts"
import type { TableHead } from "../columns/TableHead.ts"

/** A row that names something. `number` is its place in the table from 1; `group` the words of its group, if any. */
export interface NamedRow {
  readonly row: GridRow
  readonly number: number
  readonly group: string | null
}

/** The rows of a table, and what was left out of it. */
export interface TableRows {
  readonly rows: ReadonlyArray<NamedRow>
  readonly seen: ReadonlyArray<Observation>
}

const patternsOf = oncePer(({ rows }: Vocabulary) => ({
  total: new RegExp(`^${anyOf(rows.totals)}(?=$|[^\\p{L}-])`, "iu"),
  count: new RegExp(`^${anyOf(rows.counts)}(?=$|[^\\p{L}-])`, "iu"),
  alone: new RegExp(`^${anyOf(rows.totals)}\\s*[.:]?$`, "iu")
}))

/** The columns that only a row with something to be done fills. */
const detailed: ReadonlySet<HeadingColumn | undefined> = new Set([...columnsOfDates, "responsible", "status"])

/** The longest words of a group. */
const longest = 300

/** Returns the rows below a head, without those that name nothing to be done. */
export const tableRows = (source: ReadonlyArray<GridRow>, head: TableHead, vocabulary: Vocabulary): TableRows => {
  const sorted = source.map((row) => sortOf(row, head, vocabulary))
  source.forEach((row, at) => {
    const below = source[at + 1]
    if (sorted[at] === "plain" && below !== undefined && isNumberedGroup(row, below, head)) sorted[at] = "group"
  })
  const top = sorted.findIndex((sort) => sort !== "empty")
  const [above] = source.slice(Math.max(top, 0))
  if (above !== undefined && saysHow(above, head)) sorted[top] = "instruction"
  const first = sorted.findIndex((sort) => sort !== "empty" && sort !== "instruction")
  const next = sorted.findIndex((sort, at) => at > first && sort !== "empty" && sort !== "group")
  // A table is divided into groups only if it begins with one.
  const isGrouped = sorted[first] === "group" && sorted[next] === "detailed"
  const seen: Array<Observation> = []
  const groups: Array<GridRow> = []
  const rows: Array<NamedRow> = []
  let group: string | null = null
  source.forEach((row, at) => {
    const sort = sorted[at]
    if (sort === "empty") return
    if (sort === "instruction") seen.push({ code: "InstructionRow", words: excerptOf(row) })
    else if (sort === "total") seen.push({ code: "TotalRow", words: excerptOf(row) })
    else if (sort === "group" && isGrouped) {
      groups.push(row)
      const own = ownCells(row)
      // A number stands before the words of a group, or the words in the column of numbers.
      group = (own.find(([column]) => head.columns.get(column) !== "id") ?? own[0])?.[1].text.trim() ?? null
    } else rows.push({ row, number: at + 1, group })
  })
  if (groups.length > 0) seen.push({ code: "GroupRow", words: shown(groups) })
  return { rows, seen }
}

type Sort = "detailed" | "empty" | "group" | "instruction" | "plain" | "total"

const sortOf = (row: GridRow, head: TableHead, vocabulary: Vocabulary): Sort => {
  const own = ownCells(row)
  if (own.length === 0) return hasUnseen(row) ? "plain" : "empty"
  if (own.every(([at, cell]) => isOnlyNumber(at, cell, head)) || repeatsHead(own, head)) return "empty"
  if (repeatsKnownHeadings(row, head)) return "empty"
  if (isTotal(own, head, vocabulary)) return "total"
  if (isGroup(own, head)) return "group"
  return own.some(([at, { text }]) => detailed.has(head.columns.get(at)) && text.trim() !== "") ? "detailed" : "plain"
}

/** Whether every cell of a row says what to write in it, and one of them is for a date, a status or the responsible. */
const saysHow = (row: GridRow, { columns }: TableHead): boolean => {
  const own = ownCells(row)
  return (
    own.length > 1 &&
    own.every(([, { text }]) => isInstruction(text)) &&
    own.some(([at]) => detailed.has(columns.get(at)))
  )
}

type PlacedCell = readonly [at: number, cell: GridCell]

/** Returns the cells with words of the row's own, from left to right: not those merged from the row above. */
const ownCells = (row: GridRow): ReadonlyArray<PlacedCell> =>
  [...inOrder(row)].filter(
    ([, { seen, struck, text }]) =>
      (text.trim() !== "" || struck.trim() !== "") && !seen.some(({ code }) => code === "MergedCell")
  )

const unknownWords: ReadonlySet<Observation["code"]> = new Set(["FormulaWithoutValue", "CellError", "TextNotRead"])

/** Whether a row without words has a cell whose words are not known, such as a formula without a value or a picture. */
const hasUnseen = (row: GridRow): boolean =>
  [...row.cells.values()].some(({ seen }) => seen.some(({ code }) => unknownWords.has(code)))

/** Whether a cell holds nothing but the number of its row, an empty box or a dash. */
const isOnlyNumber = (at: number, { struck, text }: GridCell, { columns }: TableHead): boolean => {
  const column = columns.get(at)
  const isFree = column === undefined || column === "id"
  return struck === "" && /^(?:[-–—☐]+|#?\d{1,6}[.):]?)$/u.test(text.trim()) && (isFree || !/\d/u.test(text))
}

const repeatsHead = (own: ReadonlyArray<PlacedCell>, { headings }: TableHead): boolean =>
  own.length > 1 &&
  own.every(([at, { text }]) => text.length <= 200 && comparable(headings.get(at) ?? "") === comparable(text))

/**
 * Whether a row repeats the headings of all columns that it fills of those that are read, also in cells merged over
 * several rows. Beside them there may be weeks or days of a chart.
 */
const repeatsKnownHeadings = (row: GridRow, { columns, headings }: TableHead): boolean => {
  let repeated = 0
  for (const at of columns.keys()) {
    const text = row.cells.get(at)?.text ?? ""
    if (text.trim() === "") continue
    const heading = comparable(headings.get(at) ?? "")
    if (heading === "" || text.length > 200 || comparable(text) !== heading) return false
    repeated++
  }
  return repeated > 1
}

/** `Totalt | 2 åtgärder | 0 klara`: a total and otherwise only figures, and no date. */
const isTotal = (own: ReadonlyArray<PlacedCell>, { columns }: TableHead, vocabulary: Vocabulary): boolean => {
  const [[, first] = [], ...others] = own
  const words = first?.text.trim() ?? ""
  const { alone, count, total } = patternsOf(vocabulary)
  if (first === undefined || words.length > 60) return false
  if (!total.test(words)) {
    const areNumbers = others.every(([, { text }]) => /^\d[\d\s.,%]{0,12}$/u.test(text.trim()))
    return count.test(words) && others.length > 0 && areNumbers
  }
  const areFigures = others.every(
    ([at, { text }]) =>
      text.length <= 60 && !isDated(columns.get(at), text) && (/\d/u.test(text) || total.test(text.trim()))
  )
  return areFigures && (alone.test(words) || /\d/u.test(words) || others.length > 0)
}

const isDated = (column: HeadingColumn | undefined, text: string): boolean =>
  isDateColumn(column) && readDate(text).date.edtf !== null

/** Whether a row has words in one cell only, to the left of what is to be done or where it is named. */
const isGroup = (own: ReadonlyArray<PlacedCell>, { columns, headings }: TableHead): boolean => {
  const [[at, cell] = []] = own
  if (at === undefined || cell === undefined) return false
  const words = cell.text.trim()
  if (words === "" || words.length > longest || !own.every(([, { text }]) => text.trim() === words)) return false
  if (!/\p{L}/u.test(words) || readDate(words).date.edtf !== null) return false
  const leftmost = Math.min(...headings.keys())
  const names = [...columns].flatMap(([place, column]) => (isNameColumn(column) ? [place] : []))
  return at <= leftmost || at <= Math.min(...names)
}

/** Whether a row is a group but for its number, which the row below continues: `1 | Skola`, `1.1 | Bygg skola`. */
const isNumberedGroup = (row: GridRow, below: GridRow, head: TableHead): boolean => {
  const at = [...head.columns].find(([, column]) => column === "id")?.[0]
  if (at === undefined) return false
  const [number, next] = [row, below].map((each) => each.cells.get(at)?.text.trim().replace(/[.)]$/u, "") ?? "")
  const words = ownCells(row).filter(([column]) => column !== at)
  return (
    number !== undefined &&
    number !== "" &&
    /^\p{Lu}?\d{0,4}(?:\.\d{1,4}){0,4}$/u.test(number) &&
    next?.startsWith(`${number}.`) === true &&
    isGroup(words, head)
  )
}

/** The most groups that a finding names. */
const mostNamed = 20

const shown = (groups: ReadonlyArray<GridRow>): string =>
  groups
    .slice(0, mostNamed)
    .map((row) => excerptOf(row).slice(0, 80).toWellFormed())
    .join(" | ") + (groups.length > mostNamed ? ` … ×${groups.length}` : "")
