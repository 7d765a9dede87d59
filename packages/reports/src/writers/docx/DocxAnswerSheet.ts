/**
 * A sheet that asks as a Word document: one wide table to fill in, and its mark below.
 */
import { type AnswerSheet, isForAnswers } from "../../asking/AnswerSheet.ts"
import type { ReportTable } from "../../Report.ts"
import { docxFile } from "./DocxFile.ts"
import { sentencesMarkup } from "./DocxBlocks.ts"
import { landscape } from "./DocxPage.ts"
import { docxTable } from "./DocxTable.ts"
import { docxLine, docxParagraph } from "./DocxText.ts"

/** Returns the bytes of the document. */
export const write = (sheet: AnswerSheet): Promise<Uint8Array> => {
  const { how, lines, mark, rows, subtitle, title } = sheet
  const open = new Set(rows.columns.filter(isForAnswers).map(({ key }) => key))
  const body = [
    docxLine(title, {}, { style: "Title" }),
    docxLine(subtitle, { bold: true }, { style: "Subtitle" }),
    docxLine(lines.join(" "), { bold: true }),
    ...sentencesMarkup(how, landscape, true),
    docxParagraph([], { style: "TableText", keepNext: true }),
    docxTable(rows, landscape, { fresh: "", filled: withAnswers(rows), open }),
    docxParagraph([], { style: "TableText" }),
    docxTable(mark, landscape, { fresh: "" }),
    docxParagraph([], { style: "TableText" })
  ]
  return docxFile(sheet, { body, page: landscape })
}

/** What people write: a status with its day, and a sentence or two. */
const likely = {
  answeredFollowUp: "Abcdefghi abcdefgh. ".repeat(8),
  answeredReason: "Abcdefghijkl abcdefgh. ".repeat(3)
}
const likelyOfAny = "Abcdefgh 2024-11-30"

/** Returns the table as it is when answers are filled in, so that its columns have room for them. */
const withAnswers = (table: ReportTable): ReportTable => ({
  ...table,
  rows: table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => {
      const column = table.columns[at]
      return column !== undefined && isForAnswers(column)
        ? { text: new Map(Object.entries(likely)).get(column.key) ?? likelyOfAny }
        : cell
    })
  }))
})
