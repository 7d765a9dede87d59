/**
 * The grids of a document or workbook of Office or OpenDocument, by its kind.
 */
import type { Grid } from "../grid/Grid.ts"
import { docxGrids } from "../word/DocxGrids.ts"
import { odsGrids } from "../opendocument/OdsGrids.ts"
import { odtGrids } from "../opendocument/OdtGrids.ts"
import { xlsxGrids } from "../excel/XlsxGrids.ts"
import type { Archive } from "./OfficeArchive.ts"
import { type OfficePackage, openPackage } from "./OfficePackage.ts"

const readers: Readonly<
  Record<OfficePackage["kind"], (archive: Archive, main: string) => Promise<ReadonlyArray<Grid>>>
> = {
  docx: docxGrids,
  xlsx: xlsxGrids,
  ods: odsGrids,
  odt: odtGrids
}

/** Returns the grids in a ZIP file's bytes. Throws `Unreadable` for a file that cannot be read. */
export const officeGrids = async (bytes: Uint8Array): Promise<ReadonlyArray<Grid>> => {
  const { archive, kind, main } = await openPackage(bytes)
  return readers[kind](archive, main)
}
