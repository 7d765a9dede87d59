/**
 * The grids of a document or workbook of Office or OpenDocument, by its kind.
 */
import type { DocumentComment, Grid, TextGrids } from "../grid/Grid.ts"
import { docxGrids } from "../word/DocxGrids.ts"
import { odsGrids } from "../opendocument/OdsGrids.ts"
import { odtGrids } from "../opendocument/OdtGrids.ts"
import { xlsxGrids } from "../excel/XlsxGrids.ts"
import type { Archive } from "./OfficeArchive.ts"
import { type OfficePackage, openPackage } from "./OfficePackage.ts"

const readers: Readonly<Record<OfficePackage["kind"], (archive: Archive, main: string) => Promise<TextGrids>>> = {
  docx: docxGrids,
  xlsx: xlsxGrids,
  ods: odsGrids,
  odt: odtGrids
}

/** Returns everything that a file says: its grids, the lines after them, and its comments. Throws as `officeGrids`. */
export const officeWords = async (bytes: Uint8Array): Promise<TextGrids> => {
  const { archive, kind, main } = await openPackage(bytes)
  return readers[kind](archive, main)
}

/**
 * Returns the grids in a ZIP file's bytes. One with rows says that comments are not read, if there are any. Throws `Unreadable`
 * for a file that cannot be read.
 */
export const officeGrids = async (bytes: Uint8Array): Promise<ReadonlyArray<Grid>> => {
  const { comments, grids } = await officeWords(bytes)
  return withComments(grids, comments)
}

/** Adds the words of the first comment, and how many there are, to the first grid with rows. */
const withComments = (
  grids: ReadonlyArray<Grid>,
  [first, ...others]: ReadonlyArray<DocumentComment>
): ReadonlyArray<Grid> => {
  const place = grids.find(({ rows }) => rows.length > 0)
  if (first === undefined || place === undefined) return grids
  const words = others.length === 0 ? first.words : `${first.words} … ×${others.length + 1}`
  const seen = [...place.seen, { code: "CommentNotRead", words } as const]
  return grids.map((grid) => (grid === place ? { ...grid, seen } : grid))
}
