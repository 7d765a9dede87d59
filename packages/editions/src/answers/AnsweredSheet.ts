/**
 * A sheet that came back: whose it is, by its mark, and the rows that it has answers for. A sheet whose mark is not as it was
 * given is not read, and neither is a row that was not in it.
 */
import * as Effect from "effect/Effect"
import { hash } from "node:crypto"
import { isPdf } from "../formats/pdf/PdfMark.ts"
import type { Grid } from "../formats/grid/Grid.ts"
import type { UnreadableDocument } from "../UnreadableDocument.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { AskedSheet, AskFile } from "./AskFile.ts"
import { isSheetMark, markOf } from "./AskMark.ts"
import { type AnswerFile, sheetGrids } from "./SheetGrids.ts"
import { type FilledRow, filledRow, isOtherRow, plain, rowsBelowHeads } from "./SheetRows.ts"

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
 * Why a file is not read: it is no sheet, a PDF, one of another round, its mark is changed, it has several marks, or its
 * table is gone.
 */
export type SheetProblem = "changedMark" | "noSheet" | "noTable" | "otherRound" | "pdf" | "severalMarks"

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
  if (isPdf(bytes)) return { document, problem: "pdf", detail: "" }
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

/** Finds the sheet that the marks in a file name, if it is one, and as it was given. */
const sheetIn = (
  grids: ReadonlyArray<Grid>,
  ask: AskFile
): { readonly sheet: AskedSheet } | Pick<SheetNotRead, "detail" | "problem"> => {
  const cells = grids.flatMap(({ rows }) =>
    rows.flatMap((row) => [...row.cells.values()].map(({ text }) => plain(text)))
  )
  const marks = [...new Set(cells.filter(isSheetMark))]
  const [mark = ""] = marks
  if (marks.length !== 1) return { problem: marks.length === 0 ? "noSheet" : "severalMarks", detail: "" }
  const sheet = ask.sheets.find(({ key }) => mark.includes(key))
  const review = /(?<= review )\d{4}-\d\d-\d\d(?= )/u.exec(mark)?.[0] ?? ""
  if (sheet === undefined) return { problem: "otherRound", detail: review }
  return mark === plain(markOf(ask, sheet).join(" ")) ? { sheet } : { problem: "changedMark", detail: "" }
}
