/**
 * The grids of a document or workbook of Office or OpenDocument, by its kind.
 */
import type { Grid, TextGrids } from "../grid/Grid.ts"
import { docxGrids } from "../word/DocxGrids.ts"
import { odsGrids } from "../opendocument/OdsGrids.ts"
import { odtGrids } from "../opendocument/OdtGrids.ts"
import { xlsxGrids } from "../excel/XlsxGrids.ts"
import type { Archive } from "./OfficeArchive.ts"
import { commentsIn } from "./OfficeComments.ts"
import { type OfficePackage, openPackage } from "./OfficePackage.ts"

const withNoText =
  (read: (archive: Archive, main: string) => Promise<ReadonlyArray<Grid>>) =>
  async (archive: Archive, main: string): Promise<TextGrids> => ({ grids: await read(archive, main), after: [] })

const readers: Readonly<Record<OfficePackage["kind"], (archive: Archive, main: string) => Promise<TextGrids>>> = {
  docx: docxGrids,
  xlsx: withNoText(xlsxGrids),
  ods: withNoText(odsGrids),
  odt: odtGrids
}

/** Returns the grids in a ZIP file's bytes. Throws `Unreadable` for a file that cannot be read. */
export const officeGrids = async (bytes: Uint8Array): Promise<ReadonlyArray<Grid>> => {
  const { archive, kind, main } = await openPackage(bytes)
  return (await readers[kind](archive, main)).grids
}

/** Returns everything that a file says: its grids, the lines after them, and its comments. Throws as `officeGrids`. */
export const officeWords = async (
  bytes: Uint8Array
): Promise<TextGrids & { readonly comments: ReadonlyArray<string> }> => {
  const { archive, kind, main } = await openPackage(bytes)
  return { ...(await readers[kind](archive, main)), comments: await commentsIn(archive, main) }
}
