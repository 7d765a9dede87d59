/**
 * Reads an edition from a document or workbook of Office or OpenDocument. Bounded, and total over any bytes: every file becomes an
 * edition or one reason why not.
 */
import type { Edition, EditionTable } from "../../Edition.ts"
import * as Text from "@frist/domain/Text"
import * as Effect from "effect/Effect"
import { hash } from "node:crypto"
import type { Grid } from "../grid/Grid.ts"
import { packedGrids } from "../grid/PackedGrids.ts"
import { readTables } from "../grid/ReadTables.ts"
import { readByOf, type ReadingOptions } from "../../ReadingOptions.ts"
import { UnreadableDocument } from "../../UnreadableDocument.ts"
import { docxGrids } from "../word/DocxGrids.ts"
import { odsGrids } from "../opendocument/OdsGrids.ts"
import { odtGrids } from "../opendocument/OdtGrids.ts"
import type { Archive } from "./OfficeArchive.ts"
import { type OfficePackage, openPackage } from "./OfficePackage.ts"
import { Unreadable } from "./Unreadable.ts"
import { xlsxGrids } from "../excel/XlsxGrids.ts"

/** Reads the edition in a ZIP file's bytes. `document` is its name without folders. */
export const readOffice = (
  document: string,
  bytes: Uint8Array,
  options: ReadingOptions = {}
): Effect.Effect<Edition, UnreadableDocument> =>
  Effect.gen(function* () {
    const read = yield* Effect.promise(() =>
      tablesOf(bytes, options).catch((error: unknown) => {
        if (error instanceof Unreadable) return error
        throw error
      })
    )
    if (read instanceof Unreadable) {
      const { detail, head, problem } = read
      return yield* new UnreadableDocument({ document, problem, detail, head })
    }
    return { document, sha256: hash("sha256", bytes), readBy: readByOf(options), ...read }
  })

const readers: Readonly<
  Record<OfficePackage["kind"], (archive: Archive, main: string) => Promise<ReadonlyArray<Grid>>>
> = {
  docx: docxGrids,
  xlsx: xlsxGrids,
  ods: odsGrids,
  odt: odtGrids
}

const tablesOf = async (
  bytes: Uint8Array,
  options: ReadingOptions
): Promise<Pick<Edition, "cells" | "tables" | "texts">> => {
  const { archive, kind, main } = await openPackage(bytes)
  const grids = await readers[kind](archive, main)
  const read = readTables(grids, options)
  if ("problem" in read) throw new Unreadable(read.problem, read.detail, read.head)
  const { tables } = read
  tables.forEach(refuseBadText)
  return { tables, texts: grids.flatMap(({ before }) => before), cells: packedGrids(grids) }
}

/** Overrides of the writing direction, which make a text look like another. */
const overrides = /[\u202A-\u202E\u2066-\u2069]/u

const check = (words: string | null, where: string): void => {
  if (words === null) return
  if (words.length > Text.maxLength) throw new Unreadable("cellTooLong", where)
  if (Text.fault(words) !== undefined || overrides.test(words)) throw new Unreadable("badText", where)
}

const refuseBadText = ({ headings, name, remarks, rows }: EditionTable): void => {
  check(name, "")
  for (const heading of Object.values(headings)) check(heading, name)
  for (const { words } of remarks) check(words, name)
  for (const row of rows) {
    const where = `${name} ${row.number}`.trim()
    for (const words of Object.values(row.cells)) check(words, where)
    for (const { heading, words } of row.unknown) check(`${heading}${words}`, where)
    for (const { words } of row.remarks) check(words, where)
  }
}
