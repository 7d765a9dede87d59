/**
 * A sheet that came back: whose it is, by its mark, and the rows that it has answers for. A sheet whose mark is not as it was
 * given is not read, and neither is a row that was not in it.
 */
import { comparable } from "@frist/domain/ComparableText"
import * as Effect from "effect/Effect"
import { hash } from "node:crypto"
import type { EditionRow } from "../Edition.ts"
import type { HeadingColumn } from "../formats/columns/Headings.ts"
import type { Grid, GridRow } from "../formats/grid/Grid.ts"
import { builtRow } from "../formats/grid/GridRows.ts"
import type { UnreadableDocument } from "../UnreadableDocument.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { type AskedSheet, type AskFile, markBegins, markOf } from "./AskFile.ts"
import { type AnswerFile, sheetGrids } from "./SheetGrids.ts"

/** Words that were changed in a column that is not for answers. */
interface Overwritten {
  readonly heading: string
  readonly words: string
}

/** A row of a sheet: its answers as the cells of an edition's row, and the reason for a new date. */
export interface FilledRow {
  readonly number: number
  readonly row: Omit<EditionRow, "number">
  readonly reason: string | null
  readonly overwritten: ReadonlyArray<Overwritten>
}

/**
 * Answers that are not read: without a number, of a row that the sheet did not have, or beside the words of another row.
 */
export interface StrayAnswers {
  readonly number: number | null
  readonly words: string
  readonly why: "noNumber" | "notInSheet" | "otherRow"
}

/** A sheet as read. `sha256` is of the file's bytes, in hex. */
export interface ReadSheet {
  readonly document: string
  readonly sha256: string
  readonly sheet: AskedSheet
  readonly rows: ReadonlyArray<FilledRow>
  readonly strays: ReadonlyArray<StrayAnswers>
}

/**
 * Why a file is not read: it is no sheet, one of another round, its mark is changed, it has several marks, or its table
 * is gone.
 */
export type SheetProblem = "changedMark" | "noSheet" | "noTable" | "otherRound" | "severalMarks"

/** A file that is not read; `detail` is the review that a sheet of another round names. */
export interface SheetNotRead {
  readonly document: string
  readonly problem: SheetProblem
  readonly detail: string
}

/** Reads a file of the folder. Fails for an Office file that cannot be read at all. */
export const readAnsweredSheet = Effect.fnUntraced(function* (
  file: AnswerFile,
  ask: AskFile,
  vocabulary: Vocabulary
): Effect.fn.Return<ReadSheet | SheetNotRead, UnreadableDocument> {
  const { bytes, document } = file
  const grids = yield* sheetGrids(file)
  const found = sheetIn(grids, ask)
  if ("problem" in found) return { document, ...found }
  const tables = grids.flatMap((grid) => rowsBelowHeads(grid, ask))
  if (tables.length === 0) return { document, problem: "noTable", detail: "" }
  const read = tables.map(({ head, row }) => filledRow(row, head, ask, vocabulary))
  const own = new Set(found.sheet.rows)
  const isOwn = (row: (typeof read)[number]): row is FilledRow => row.number !== null && own.has(row.number)
  const strays = read.flatMap((row): ReadonlyArray<StrayAnswers> => {
    const words = answersIn(row).join(" | ")
    if (words === "") return []
    if (row.number === null) return [{ number: null, words, why: "noNumber" }]
    if (!own.has(row.number)) return [{ number: row.number, words, why: "notInSheet" }]
    return isOtherRow(row, ask) ? [{ number: row.number, words, why: "otherRow" }] : []
  })
  const rows = read.filter(isOwn).filter((row) => !isOtherRow(row, ask))
  return { document, sha256: hash("sha256", bytes), sheet: found.sheet, rows, strays }
})

/** Returns the answers of a row, as written, in the order of the columns. */
export const answersIn = ({ reason, row: { cells } }: Pick<FilledRow, "reason" | "row">): ReadonlyArray<string> =>
  [cells.status, cells.followUp, cells.newDeadline, reason, cells.responsible].flatMap((words) =>
    words === null || words.trim() === "" ? [] : [words.trim()]
  )

/** Returns words for comparison: programs change spaces, line ends and what cannot be seen. */
const plain = (words: string): string =>
  words
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim()

/** Finds the sheet that the marks in a file name, if it is one, and as it was given. */
const sheetIn = (
  grids: ReadonlyArray<Grid>,
  ask: AskFile
): { readonly sheet: AskedSheet } | Pick<SheetNotRead, "detail" | "problem"> => {
  const cells = grids.flatMap(({ rows }) =>
    rows.flatMap((row) => [...row.cells.values()].map(({ text }) => plain(text)))
  )
  const marks = [...new Set(cells.filter((text) => text.startsWith(markBegins)))]
  const [mark = ""] = marks
  if (marks.length !== 1) return { problem: marks.length === 0 ? "noSheet" : "severalMarks", detail: "" }
  const sheet = ask.sheets.find(({ key }) => mark.includes(key))
  const review = /(?<= review )\d{4}-\d\d-\d\d(?= )/u.exec(mark)?.[0] ?? ""
  if (sheet === undefined) return { problem: "otherRound", detail: review }
  return mark === plain(markOf(ask, sheet).join(" ")) ? { sheet } : { problem: "changedMark", detail: "" }
}

/** The places of a table's columns: of the number, of what is shown, and of the answers. */
interface SheetHead {
  readonly number: number
  readonly shown: ReadonlyArray<number>
  readonly columns: ReadonlyMap<number, HeadingColumn>
  readonly headings: ReadonlyMap<number, string>
}

const rowsBelowHeads = (
  grid: Grid,
  ask: AskFile
): ReadonlyArray<{ readonly head: SheetHead; readonly row: GridRow }> => {
  let head: SheetHead | null = null
  return grid.rows.flatMap((row) => {
    const own = headOf(row, ask)
    head = own ?? head
    return own !== null || head === null ? [] : [{ head, row }]
  })
}

const headOf = (row: GridRow, { headings }: AskFile): SheetHead | null => {
  const placeOf = (heading: string) => [...row.cells].find(([, { text }]) => plain(text) === plain(heading))?.[0] ?? -1
  const { followUp, newDeadline, number, reason, responsible, shown, status } = headings
  const answers = (
    [
      ["status", status],
      ["followUp", followUp],
      ["newDeadline", newDeadline],
      ["responsible", responsible]
    ] as const
  ).flatMap(([column, heading]) => {
    const at = placeOf(heading)
    return at < 0 ? [] : [[at, column] as const]
  })
  return placeOf(number) < 0 || answers.length === 0
    ? null
    : {
        number: placeOf(number),
        shown: shown.map(placeOf),
        columns: new Map(answers),
        headings: new Map([[placeOf(reason), reason]])
      }
}

const noColours = { legend: { byColour: new Map(), byHue: new Map(), shades: new Set<string>() }, column: new Map() }

/** Reads a row by the rules of every document's cells. Colours say nothing here: a sheet has its own. */
const filledRow = (
  row: GridRow,
  head: SheetHead,
  ask: AskFile,
  vocabulary: Vocabulary
): Omit<FilledRow, "number"> & { readonly number: number | null } => {
  const cells = new Map([...row.cells].map(([at, cell]) => [at, { ...cell, fill: null, ink: null }] as const))
  const tableHead = { ...head, taken: [], isOfActions: true, isDated: false }
  const named = { row: { ...row, cells }, number: 1, group: null }
  const { row: built } = builtRow(named, tableHead, "activities", { ...noColours, vocabulary })
  const textAt = (at: number) => row.cells.get(at)?.text ?? ""
  const number = /^\s{0,9}(\d{1,6})\s{0,9}$/u.exec(textAt(head.number))?.[1]
  const asked = ask.rows.find((each) => String(each.number) === number)
  const overwritten = head.shown.flatMap((at, column): ReadonlyArray<Overwritten> => {
    const words = textAt(at)
    const heading = ask.headings.shown[column] ?? ""
    return at < 0 || asked === undefined || plain(words) === plain(asked.shown[column] ?? "")
      ? []
      : [{ heading, words }]
  })
  return {
    number: number === undefined ? null : Number(number),
    row: built,
    reason: built.unknown.find(({ heading }) => heading === ask.headings.reason)?.words ?? null,
    overwritten
  }
}

/** Whether a row names something else than was asked: less than half of its words are there. */
const isOtherRow = (
  { number, overwritten }: Pick<FilledRow, "overwritten"> & { readonly number: number | null },
  ask: AskFile
) => {
  const [name] = ask.headings.shown
  const written = overwritten.find(({ heading }) => heading === name)
  if (written === undefined || written.words.trim() === "") return false
  const words = new Set(comparable(written.words).split(" "))
  const asked = [...new Set(comparable(ask.rows.find((row) => row.number === number)?.shown[0] ?? "").split(" "))]
  return asked.filter((word) => words.has(word)).length * 2 < asked.length
}
