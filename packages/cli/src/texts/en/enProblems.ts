/**
 * The reasons why a document cannot be read, in English.
 */
import type { svProblems } from "../sv/svProblems.ts"

const inPart = (part: string) => (part === "" ? "" : ` (${part})`)
const atLine = (line: string) => (line === "" ? "" : ` (line ${line})`)

/** A sentence for each problem of a document, in English. */
export const enProblems: typeof svProblems = {
  missing: (document) => `The file ${document} does not exist; check the path.`,
  directory: (document) => `${document} is not a regular file; give the path of a file.`,
  forbidden: (document) => `The file ${document} cannot be read; change its permissions.`,
  empty: (document) => `The file ${document} is empty; save it again and retry.`,
  tooLarge: (document, size) => `The file ${document} is ${size}, over the limit of 32 MB; split it.`,
  binary: (document) =>
    `The file ${document} is not a Word, Excel or text file; save it as DOCX, XLSX or CSV and retry.`,
  unbalancedQuotes: (document, line) =>
    `A quotation mark in ${document} is never closed${atLine(line)}; close it and retry.`,
  strayQuote: (document, line) => `${document} has a misplaced quotation mark${atLine(line)}; double it or remove it.`,
  cellTooLong: (document, cell) => `A cell in ${document} is longer than a million characters (${cell}); shorten it.`,
  badText: (document, cell) => `A cell in ${document} has characters that cannot be stored (${cell}); rewrite it.`,
  noHeadings: (document, found) =>
    `${document} has no table with known headings${found === "" ? "" : ` (it begins: ${found})`}; a table needs a column that says what the row is, and one for its deadline or status.`,
  noDeadline: (document, found) =>
    `${document} has no column that Frist can read as deadlines or statuses${found === "" ? "" : ` (the headings are: ${found})`}; say with --column which it is, or add one.`,
  noSuchSheet: (document, sheets) =>
    sheets === ""
      ? `${document} has no sheets to choose from; omit --sheet.`
      : `--sheet names no sheet of ${document}; give one of: ${sheets}.`,
  alikeSheets: (document, sheets) =>
    `${document} has the same table for several periods (${sheets}); name the one to read with --sheet.`,
  noRows: (document) => `${document} has headings but no rows; check that you saved the right file.`,
  answerSheet: (document) =>
    `${document} is a sheet of questions; put it into the folder that frist ask wrote, and run frist gather.`,
  tooManyRows: (document, rows) =>
    rows.startsWith(">")
      ? `${document} has over 100,000 rows, the limit; split it.`
      : `${document} has ${rows} rows, over the limit of 100,000; split it.`,
  tooManyCells: (document) =>
    `${document} has over 1,200,000 filled cells or 16 million characters, the limits; split it.`,
  malformed: (document, line) =>
    `${document} cannot be read as CSV${atLine(line)}; save it again from the spreadsheet program.`,
  damaged: (document, part) => `${document} is damaged${inPart(part)}; open it in Word or Excel and save it again.`,
  unnatural: (document, found) =>
    `${document} was not written by an office program${inPart(found)}; save it again in Word or Excel.`,
  unpacksTooLarge: (document, part) =>
    `${document} holds more than the limits for a file of its size${inPart(part)}; split it.`,
  encrypted: (document) => `${document} is protected by a password; remove the password and retry.`,
  oldFormat: (document) => `${document} is in an old Office format; save it as DOCX or XLSX and retry.`,
  binaryWorkbook: (document) => `${document} is a binary Excel file (XLSB); save it as XLSX and retry.`,
  webPage: (document) => `${document} is a web page; open it in Word or Excel and save it as DOCX or XLSX.`,
  unknownFormat: (document) =>
    `${document} is in an unsupported format; save it as DOCX, ODT, XLSX, ODS or CSV and retry.`,
  damagedPdf: (document) => `${document} is a damaged PDF; fetch it or save it again.`,
  hiddenPages: (document) => `${document} states fewer pages than it holds; save it again, or import the Word file.`,
  takesTooLong: (document) => `${document} takes too long to read; split it, or import the Word file.`,
  notTagged: (document) =>
    `${document} has no table that can be read: the PDF is not tagged, and no ruled lines form a grid; import the Word file, or save it as a tagged PDF.`,
  scanned: (document) => `${document} is a scan: it holds pictures of text, but no text; import the Word file.`,
  ownReport: (document) =>
    `${document} is a report by Frist saved as a PDF, which does not mark Frist's own columns; import the DOCX report, or the follow-up itself.`
}
