/**
 * Which rows of a sheet have answers, in whatever files they came back.
 */
import type { ReadFolder } from "@frist/editions/answers/AnswerProposals"
import { answersIn } from "@frist/editions/answers/AnsweredSheet"
import type { FilledRow } from "@frist/editions/answers/SheetRows"
import type { AskedSheet, AskFile } from "@frist/editions/answers/AskFile"

/** Whether somebody answered a row, be it in words that cannot be read. */
const isAnswered = (row: FilledRow): boolean => answersIn(row).length + row.unsafe.length + row.wordless.length > 0

/** Returns the number of rows of a sheet that have answers, and the files that have them. */
export const answeredIn = ({ sheets }: ReadFolder, { key }: AskedSheet) => {
  const own = sheets
    .filter(({ sheet }) => sheet.key === key)
    .map(({ document, rows }) => ({ document, rows: rows.filter(isAnswered) }))
    .filter(({ rows }) => rows.length > 0)
  return {
    documents: own.map(({ document }) => document),
    answered: new Set(own.flatMap(({ rows }) => rows.map(({ number }) => number))).size
  }
}

/** Returns the number of sheets with at least one answer. */
export const answeredSheets = (ask: AskFile, read: ReadFolder): number =>
  ask.sheets.filter((sheet) => answeredIn(read, sheet).answered > 0).length
