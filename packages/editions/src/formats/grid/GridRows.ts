/**
 * Turns a row of a grid into a row of an edition: cells by column, a status by word or colour, and remarks on content
 * that the words alone do not show.
 */
import { type EditionRemark, type EditionRow, noCells, type TableKind } from "../../Edition.ts"
import { columnsOfDates, type EditionColumn } from "../../EditionColumn.ts"
import type { Day } from "@frist/domain/Day"
import { maxLength } from "@frist/domain/text/Text"
import type { HeadingColumn } from "../columns/Headings.ts"
import type { NamedRow } from "./TableRows.ts"
import { readStatus } from "../../reading/StatusReading.ts"
import { colourWords, hueOf } from "./Hues.ts"
import {
  type ColourLegend,
  type ColourMeaning,
  colourOf,
  isOfRow,
  isWordless,
  colourMeaning,
  namedColourMeaning
} from "./StatusColours.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { TableHead } from "../columns/TableHead.ts"
import { type GridCell, type GridRow, excerptOf, inOrder, remarkOn } from "./Grid.ts"

export interface BuiltRow {
  readonly row: Omit<EditionRow, "number">
  /** Remarks on days that other columns than those of dates hold and do not show. */
  readonly hiddenDays: ReadonlyArray<EditionRemark>
  /** The colour that a status was read from, if no legend says what it means. */
  readonly assumed: { readonly colour: string; readonly words: string } | null
  /** The colour of a whole row without a status, where the document does not say what it means. */
  readonly band: string | null
}

/** The vocabulary of a document, and the meanings of its colours: in its legend, and in the status column. */
export interface Meanings {
  readonly legend: ColourLegend
  readonly column: ReadonlyMap<string, string>
  readonly vocabulary: Vocabulary
}

/** Reads a row of a table of that kind. A row that is wholly struck out states its names, and neither status nor date. */
export const builtRow = (
  { group, row: source }: NamedRow,
  head: TableHead,
  kind: TableKind | null,
  meanings: Meanings
): BuiltRow => {
  const isStruck = isStruckOut(source)
  const { cells, days, hiddenDays, remarks, revisions, unknown } = cellsOf(source, head, isStruck)
  if (group !== null) cells.area ??= group
  if (isStruck) remarks.push({ code: "RowStruck", column: null, words: struckWords(source) })
  const isMarked = isMarkedYellow(source)
  if (isMarked) remarks.push({ code: "RowMarked", column: null, words: excerptOf(source) })
  const coloured = isStruck || (isMarked && kind === "completed") ? null : cellOfStatus(source, head)
  const colour = coloured === null ? null : colourOf(coloured)
  const isBand = colour !== null && isOfRow(colour, source)
  const own = isBand ? { ...meanings, column: noWords } : meanings
  const status = coloured === null ? null : statusOf(coloured, cells.status, own)
  const isUnknown = status?.remark?.code === "ColourUnknown"
  if (status?.words != null) cells.status = status.words
  if (status?.remark != null && !(isBand && isUnknown)) remarks.push(status.remark)
  return {
    row: {
      cells,
      days: daysOrNone(days),
      revisions: orNone(revisions),
      unknown: orNone(unknown),
      remarks: orNone(remarks)
    },
    hiddenDays: orNone(hiddenDays),
    assumed: status?.assumed ?? null,
    band: isBand && isUnknown && !isMarked ? colour : null
  }
}

/** Reads the cells of a row by column, with the days that they hold and what is remarked on them. */
const cellsOf = (source: GridRow, head: TableHead, isStruck: boolean) => {
  const cells: { -readonly [C in EditionColumn]: string | null } = { ...noCells }
  const unknown: Array<{ heading: string; words: string }> = []
  const remarks: Array<EditionRemark> = source.seen.map((each) => remarkOn(null, each))
  const hiddenDays: Array<EditionRemark> = []
  const days: { -readonly [C in keyof EditionRow["days"]]: Day } = {}
  const revised: Array<EditionRow["revisions"][number]> = []
  for (const [at, cell] of inOrder(source)) {
    const column = head.columns.get(at)
    const isCopy = column === "id" && cell.seen.some(({ code }) => code === "MergedCell")
    for (const remark of cellRemarks(cell, column, isStruck)) {
      // Where no date is read, nothing is lost: one remark for all cells.
      if (remark.code === "DateFromSerial" && !dated.has(column)) hiddenDays.push(remark)
      else remarks.push(remark)
    }
    const words = cellWords(cell, column, isStruck)
    if (words.trim() === "" || isCopy || column === "table") continue
    if (column === "newDeadline") {
      revised.push({ heading: head.headings.get(at) ?? column, words, day: cell.day })
    } else if (column !== undefined && cells[column] === null) {
      cells[column] = words
      if (cell.day !== null && hasDay(column)) days[column] = cell.day
    } else unknown.push({ heading: head.headings.get(at) ?? "", words })
    if ((column === "deadline" || column === "newDeadline") && isSerial(words))
      remarks.push({ code: "SerialNumber", column, words })
  }
  // The last column of new dates is the row's; those before it are its revisions, even where the last is empty.
  const forecast = revised.length > 0 && revised.at(-1)?.heading === lastRevision(head) ? revised.pop() : undefined
  if (forecast !== undefined) {
    cells.newDeadline = forecast.words
    if (forecast.day !== null) days.newDeadline = forecast.day
  }
  return { cells, days, hiddenDays, remarks, revisions: revised, unknown }
}

/** Returns the words of a cell that count: none beside a colour that is the status, struck-out ones in a struck row. */
const cellWords = (cell: GridCell, column: HeadingColumn | undefined, isStruck: boolean): string => {
  if (column === "status" && colourOf(cell) !== null && isWordless(cell.text)) return ""
  return isStruck && !dated.has(column) ? cell.text || cell.struck : cell.text
}

/** Returns what is remarked on a cell. In a row that is struck out, the row says it of all its cells. */
const cellRemarks = (
  cell: GridCell,
  column: HeadingColumn | undefined,
  isStruck: boolean
): ReadonlyArray<EditionRemark> => {
  const of = column === "table" ? null : (column ?? null)
  const seen = cell.seen.filter(({ code }) => !isStruck || code !== "StruckText").map((each) => remarkOn(of, each))
  const isEmptied = !isStruck && cell.text === "" && cell.struck !== ""
  return isEmptied ? [...seen, { code: "StruckText", column: of, words: cell.struck }] : seen
}

/** Most rows have none of several things: one list serves them all. */
const none: ReadonlyArray<never> = []
const orNone = <A>(list: ReadonlyArray<A>): ReadonlyArray<A> => (list.length === 0 ? none : list)
const noDays: EditionRow["days"] = {}
const daysOrNone = (days: EditionRow["days"]): EditionRow["days"] => (Object.keys(days).length === 0 ? noDays : days)

/** What a band of colour says in the column: nothing. */
const noWords: ReadonlyMap<string, string> = new Map()

/** The columns whose struck-out words are never read, not even in a row that is wholly struck out. */
const dated: ReadonlySet<HeadingColumn | undefined> = new Set([...columnsOfDates, "status"])

const hasDay = (column: EditionColumn): column is keyof EditionRow["days"] => dated.has(column)

/** Whether all words of a row's own cells are struck out. */
const isStruckOut = (row: GridRow): boolean => {
  let isStruck = false
  for (const { seen, struck, text } of row.cells.values()) {
    if (seen.some(({ code }) => code === "MergedCell")) continue
    // A number that Word or a formula puts before the row is not struck out with it.
    if (text.trim() !== "" && !/^\d{1,6}\.?$/u.test(text.trim())) return false
    isStruck ||= struck.trim() !== ""
  }
  return isStruck
}

/** Returns all struck-out words of a row, which are nowhere else where they are dates or a status. */
const struckWords = (row: GridRow): string =>
  [...row.cells.values()]
    .map(({ struck }) => struck.trim())
    .filter((words) => words !== "")
    .join(" | ")
    .slice(0, maxLength)
    .toWellFormed()

/** Returns the heading of the last column of new dates. */
const lastRevision = ({ columns, headings }: TableHead): string | null => {
  let last = -1
  for (const [at, column] of columns) if (column === "newDeadline") last = Math.max(last, at)
  return last < 0 ? null : (headings.get(last) ?? "newDeadline")
}

/** Whether a date cell holds a bare day number, as spreadsheets count days (1954 to 2119). */
const isSerial = (words: string): boolean => /^[2-7]\d{4}$/u.test(words.trim())

const isMarkedYellow = (row: GridRow): boolean => {
  let filled = 0
  let yellow = 0
  for (const { fill, text } of row.cells.values()) {
    if (text.trim() === "") continue
    filled++
    if (fill !== null && hueOf(fill) === "yellow") yellow++
  }
  return yellow > 1 && yellow * 2 > filled
}

/** Returns the cell of a row's status; null if it has none. */
export const cellOfStatus = (row: GridRow, head: TableHead): GridCell | null => {
  for (const [at, column] of head.columns) if (column === "status") return row.cells.get(at) ?? null
  return null
}

interface ColouredStatus {
  readonly words: string | null
  readonly remark: EditionRemark | null
  readonly assumed: BuiltRow["assumed"]
}

const remark = (code: EditionRemark["code"], text: string): ColouredStatus => ({
  words: null,
  remark: { code, column: "status", words: text },
  assumed: null
})

const statusOf = (
  cell: GridCell,
  words: string | null,
  { column, legend, vocabulary }: Meanings
): ColouredStatus | null => {
  const named = words === null ? null : namedColourMeaning(words, legend, vocabulary)
  if (words !== null && named !== null)
    return { words: named, remark: null, assumed: { colour: words.trim(), words: named } }
  const colour = colourOf(cell)
  if (colour === null) return null
  const meaning = colourMeaning(colour, legend, column)
  if (words !== null) {
    return meaning !== null && meaning.isStated && contradict(words, meaning, vocabulary)
      ? remark("StatusAgainstColour", `${words} / ${colour} = ${meaning.words}`)
      : null
  }
  if (meaning === null) return remark("ColourUnknown", colourWords(colour, vocabulary))
  return { words: meaning.words, remark: null, assumed: meaning.isStated ? null : { colour, words: meaning.words } }
}

const contradict = (words: string, meaning: ColourMeaning, vocabulary: Vocabulary): boolean => {
  const [said, shown] = [words, meaning.words].map((each) => readStatus(each, vocabulary).status._tag)
  return said !== "NotStated" && shown !== "NotStated" && said !== shown
}
