/**
 * The grids of a document or workbook of Office or OpenDocument, by its kind.
 */
import * as Text from "@frist/domain/Text"
import type { Grid } from "../grid/Grid.ts"
import { docxGrids } from "../word/DocxGrids.ts"
import { odsGrids } from "../opendocument/OdsGrids.ts"
import { odtGrids } from "../opendocument/OdtGrids.ts"
import { xlsxGrids } from "../excel/XlsxGrids.ts"
import type { Archive } from "./OfficeArchive.ts"
import { type OfficePackage, openPackage } from "./OfficePackage.ts"
import { Unreadable } from "./Unreadable.ts"

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

/** Overrides of the writing direction, which make a text look like another. */
const overrides = /[\u202A-\u202E\u2066-\u2069]/u

/** Throws `Unreadable` for words of a cell that cannot be kept, or that look like others. `where` is the place to name. */
export const refuseBadWords = (words: string | null, where: string): void => {
  if (words === null) return
  if (words.length > Text.maxLength) throw new Unreadable("cellTooLong", where)
  if (Text.fault(words) !== undefined || overrides.test(words)) throw new Unreadable("badText", where)
}
