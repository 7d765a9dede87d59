/**
 * Turns a row of a grid into a row of an edition: cells by column, a status by word or colour, and remarks on content
 * that the words alone do not show.
 */
import { type EditionColumn, type EditionRemark, type EditionRow, type TableKind, noCells } from "../../Edition.ts"
import { readStatus } from "../../reading/StatusReading.ts"
import {
  type ColourLegend,
  type ColourMeaning,
  colourOf,
  colourWords,
  hueOf,
  isWordless,
  meaningOf,
  meaningOfName
} from "./StatusColours.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { TableHead } from "./TableHead.ts"
import { type GridCell, type GridRow, excerptOf, inOrder, remarkOn } from "./Grid.ts"

export interface BuiltRow {
  readonly row: Omit<EditionRow, "number">
  /** Remarks on dates that a spreadsheet holds as numbers and shows to the day. */
  readonly wholeDays: ReadonlyArray<EditionRemark>
  /** The colour that a status was read from, if no legend says what it means. */
  readonly assumed: { readonly colour: string; readonly words: string } | null
}

/** The vocabulary of a document, and the meanings of its colours: in its legend, and in the status column. */
export interface Meanings {
  readonly legend: ColourLegend
  readonly column: ReadonlyMap<string, string>
  readonly vocabulary: Vocabulary
}

/** Reads a row of a table of that kind. */
export const builtRow = (source: GridRow, head: TableHead, kind: TableKind | null, meanings: Meanings): BuiltRow => {
  const cells: { -readonly [C in EditionColumn]: string | null } = { ...noCells }
  const unknown: Array<{ heading: string; words: string }> = []
  const remarks: Array<EditionRemark> = source.seen.map((each) => remarkOn(null, each))
  const wholeDays: Array<EditionRemark> = []
  for (const [at, cell] of inOrder(source)) {
    const column = head.columns.get(at)
    const isCopy = column === "id" && cell.seen.some(({ code }) => code === "MergedCell")
    const words = column === "status" && colourOf(cell) !== null && isWordless(cell.text) ? "" : cell.text
    for (const seen of cell.seen) {
      const remark = remarkOn(column === "table" ? null : (column ?? null), seen)
      // A date shown to the day has lost nothing, so it gets one remark per column and not per cell.
      if (seen.isWholeDay === true) wholeDays.push(remark)
      else remarks.push(remark)
    }
    if (words.trim() === "" || isCopy || column === "table") continue
    if (column !== undefined && cells[column] === null) cells[column] = words
    else unknown.push({ heading: head.headings.get(at) ?? "", words })
    if ((column === "deadline" || column === "newDeadline") && isSerial(words))
      remarks.push({ code: "SerialNumber", column, words })
  }
  const isMarked = isMarkedYellow(source)
  if (isMarked) remarks.push({ code: "RowMarked", column: null, words: excerptOf(source) })
  const coloured = isMarked && kind === "completed" ? null : statusCell(source, head)
  const status = coloured === null ? null : statusOf(coloured, cells.status, meanings)
  if (status?.words != null) cells.status = status.words
  if (status?.remark != null) remarks.push(status.remark)
  return { row: { cells, days: {}, revisions: [], unknown, remarks }, wholeDays, assumed: status?.assumed ?? null }
}

/** Whether a date cell holds a bare day number, as spreadsheets count days (1954 to 2119). */
const isSerial = (words: string): boolean => /^[2-7]\d{4}$/u.test(words.trim())

const isMarkedYellow = (row: GridRow): boolean => {
  const filled = [...row.cells.values()].filter((cell) => cell.text.trim() !== "")
  const yellow = filled.filter((cell) => cell.fill !== null && hueOf(cell.fill) === "yellow")
  return yellow.length > 1 && yellow.length * 2 > filled.length
}

/** Returns the cell of a row's status; null if it has none. */
export const statusCell = (row: GridRow, head: TableHead): GridCell | null => {
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
  const named = words === null ? null : meaningOfName(words, legend, vocabulary)
  if (words !== null && named !== null)
    return { words: named, remark: null, assumed: { colour: words.trim(), words: named } }
  const colour = colourOf(cell)
  if (colour === null) return null
  const meaning = meaningOf(colour, legend, column)
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
