/**
 * A sheet that came back: whose it is, by its mark, and the rows that it has answers for. A sheet whose mark is not as it was
 * given is not read, and neither is a row that was not in it.
 */
import * as Effect from "effect/Effect"
import { hash } from "node:crypto"
import { isPdf } from "../formats/pdf/PdfMark.ts"
import { comparable } from "@frist/domain/text/ComparableText"
import type { DocumentComment, Grid } from "../formats/grid/Grid.ts"
import type { UnreadableDocument } from "../UnreadableDocument.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { AskedSheet, AskFile } from "./AskFile.ts"
import { isSheetMark, markOf } from "./AskMark.ts"
import { type FilledRow, filledRow, isOtherRow, numberIn, plain, rowsBelowHeads } from "./SheetRows.ts"
import { type AnswerFile, sheetWords } from "./SheetWords.ts"
import { wordsOutside } from "./WordsOutside.ts"

/** Why words of a sheet are not read as answers. */
export const strayReasons = [
  "noNumber",
  "notInSheet",
  "otherRow",
  "beside",
  "comment",
  "struck",
  "unsafe",
  "wordless",
  "coloured"
] as const

/**
 * Words that are not read: in a row without a number, of a row that the sheet did not have, or with the words of another row;
 * outside the columns of answers, in a comment, or struck out; an answer that cannot be kept, one without words, such as a
 * picture, and a cell that was given a colour.
 */
export interface StrayAnswers {
  readonly number: number | null
  readonly words: string
  readonly why: (typeof strayReasons)[number]
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
  const words = yield* sheetWords(file)
  const { comments, grids } = words
  const found = sheetIn(grids, ask)
  if ("problem" in found) return { document, ...found }
  const tables = grids.flatMap((grid) => rowsBelowHeads(grid, ask))
  if (tables.length === 0) return { document, problem: "noTable", detail: "" }
  const given = found.sheet.fills
  const fills = given === undefined ? null : new Set([...given, noFill])
  const read = tables.map(({ head, row }) => filledRow(row, head, ask, { vocabulary, fills }))
  const own = new Set(found.sheet.rows)
  const isOwn = (row: (typeof read)[number]): row is FilledRow => row.number !== null && own.has(row.number)
  const strays = [
    ...read.flatMap((row) => straysOf(row, own, ask)),
    ...addedTo(found.sheet, wordsOutside(words, ask)).map(
      (each) => ({ number: null, words: each, why: "beside" }) as const
    ),
    ...comments.map((each) => ({ number: rowOf(each, own), words: each.words, why: "comment" }) as const)
  ]
  const rows = read.filter(isOwn).filter((row) => !isOtherRow(row, ask))
  return { document, sha256: hash("sha256", bytes), sheet: found.sheet, rows, strays }
})

/** White, which is no colour. */
const noFill = "FFFFFF"

/** Returns the number of the row that a comment is in; null if it is in none of the sheet's. */
const rowOf = ({ row }: DocumentComment, own: ReadonlySet<number>): number | null => {
  const number = row.map(numberIn).find((each) => each !== null) ?? null
  return number !== null && own.has(number) ? number : null
}

/** Returns the words of a row that are not read. */
const straysOf = (
  row: Omit<FilledRow, "number"> & { readonly number: number | null },
  own: ReadonlySet<number>,
  ask: AskFile
): ReadonlyArray<StrayAnswers> => {
  const { beside, coloured, number, struck, unsafe, wordless } = row
  const stray = (words: ReadonlyArray<string>, why: StrayAnswers["why"]) =>
    words.length === 0 ? [] : [{ number, words: words.filter((each) => each !== "").join(" | "), why }]
  const answers = answersIn(row)
  // A row that nobody numbered was written by hand: what it is about is in its other cells.
  if (number === null) return stray(row.words, "noNumber")
  if (!own.has(number)) {
    const written = [...answers, ...beside, ...struck, ...unsafe]
    return stray(written.length > 0 || row.isAsAsked ? written : row.words, "notInSheet")
  }
  return [
    ...stray(isOtherRow(row, ask) ? answers : [], "otherRow"),
    ...stray(beside, "beside"),
    ...stray(struck, "struck"),
    ...stray(unsafe, "unsafe"),
    ...stray(wordless, "wordless"),
    ...stray(coloured, "coloured")
  ]
}

/** Returns what is said outside the rows and was not in the sheet when it was given. */
const addedTo = ({ texts }: AskedSheet, outside: ReadonlyArray<string>): ReadonlyArray<string> => {
  const given = new Set(texts?.map(comparable))
  return texts === undefined ? [] : outside.filter((words) => !given.has(comparable(words)))
}

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
