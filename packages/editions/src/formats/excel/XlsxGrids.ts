/**
 * The sheets of an Excel workbook as grids: what each cell shows, its colours, and what is merged or hidden.
 */
import type { Grid, TextGrids } from "../grid/Grid.ts"
import type { Archive } from "../office/OfficeArchive.ts"
import { maxRowsSeen } from "../office/ArchiveBounds.ts"
import { CellBudget } from "../office/CellBudget.ts"
import { lettersColumn } from "./ColumnLetters.ts"
import { relationships } from "../office/OfficePackage.ts"
import { type RichText, RichTextReading } from "./RichText.ts"
import { type Workbook, unescaped } from "./ShownValue.ts"
import { xlsxComments } from "./XlsxComments.ts"
import { picturesOf, withPictures } from "./XlsxPictures.ts"
import { readSheet } from "./XlsxSheet.ts"
import { readStyles } from "./XlsxStyleReader.ts"
import { isOn, readXml, valueOf } from "../office/Xml.ts"

/** The defined name by which `@frist/reports` marks columns that Frist counted. */
const countedName = "_Frist.Counted"

interface SheetEntry {
  readonly name: string
  readonly part: string
  /** The index among all sheets of the workbook, of any kind. */
  readonly place: number
  readonly isHidden: boolean
}

export const xlsxGrids = async (archive: Archive, main: string): Promise<TextGrids> => {
  const links = await relationships(archive, main)
  const linked = (type: string) => links.find((link) => link.type.endsWith(type))?.target
  const sheets: Array<SheetEntry> = []
  const missing: Array<string> = []
  const counted = new Map<number, Set<number>>()
  let is1904 = false
  let place = -1
  let named: number | undefined
  await readXml(archive, main, {
    open: (name, attributes, path) => {
      if (name === "workbookPr") is1904 = isOn(attributes["date1904"] ?? "0")
      if (name === "definedName")
        named = attributes["name"] === countedName ? Number(attributes["localSheetId"] ?? -1) : undefined
      if (name !== "sheet" || path.at(-2) !== "sheets") return
      place += 1
      const link = links.find(({ id }) => id === valueOf(attributes, "id"))
      const title = unescaped(attributes["name"] ?? "")
      if (link === undefined || !archive.has(link.target)) missing.push(title)
      // Charts, dialogues and macros have sheets of their own.
      else if (link.type.endsWith("/worksheet")) {
        const isHidden = (attributes["state"] ?? "visible") !== "visible"
        sheets.push({ name: title, part: link.target, place, isHidden })
      }
    },
    text: (words, path) => {
      if (named === undefined || path.at(-1) !== "definedName") return
      const own = counted.get(named) ?? new Set()
      for (const at of columnsIn(words)) own.add(at)
      counted.set(named, own)
    }
  })
  const styles = await readStyles(archive, linked("/styles"), linked("/theme"))
  const texts = await sharedStrings(archive, linked("/sharedStrings"))
  const workbook: Workbook = { is1904, strings: (index) => texts[index] }
  const grids: Array<Grid> = []
  const { cells, characters } = archive.bounds
  const budget = { rows: maxRowsSeen, cells, characters: new CellBudget(characters) }
  for (const { isHidden, name, part, place: at } of sheets) {
    const sheet = await readSheet(archive, part, workbook, styles, budget)
    const seen: Grid["seen"] = isHidden ? [{ code: "HiddenTable", words: name }] : []
    const rows = withPictures(sheet.rows, await picturesOf(archive, part))
    grids.push({ name, before: [], ...sheet, rows, counted: counted.get(at) ?? new Set(), seen })
  }
  const read = grids.map(({ rows }, at) => ({ part: sheets[at]?.part ?? "", rows }))
  return { grids: withMissing(grids, missing), after: [], comments: await xlsxComments(archive, read) }
}

/** Says at the first sheet with rows which sheets the workbook names and does not have. */
const withMissing = (grids: ReadonlyArray<Grid>, missing: ReadonlyArray<string>): ReadonlyArray<Grid> => {
  const first = grids.find(({ rows }) => rows.length > 0)
  if (missing.length === 0 || first === undefined) return grids
  const left = missing.slice(0, 20).map((words) => ({ code: "TableLeftOut" as const, words }))
  return grids.map((grid) => (grid === first ? { ...grid, seen: [...grid.seen, ...left] } : grid))
}

/** Returns the columns of a defined name, as in `'A sheet'!$E:$F` and `$E$1:$F$1048576`. */
const columnsIn = (reference: string): ReadonlyArray<number> =>
  [...reference.matchAll(/!\$([A-Z]{1,3})(?:\$1)?:\$([A-Z]{1,3})(?:\$\d{5,7})?(?=$|,)/gu)].flatMap(
    ([, first, last]) => {
      const from = lettersColumn(first ?? "")
      return Array.from({ length: Math.max(lettersColumn(last ?? "") - from + 1, 0) }, (_, at) => from + at)
    }
  )

/** Reads the shared texts in order. Leaves out phonetic aids. */
const sharedStrings = async (archive: Archive, part: string | undefined): Promise<ReadonlyArray<RichText>> => {
  const texts: Array<RichText> = []
  if (part === undefined) return texts
  const reading = new RichTextReading()
  await readXml(archive, part, {
    open: (name, attributes, path) => reading.open(name, attributes, path.at(-2)),
    close: (name) => {
      if (name === "si") texts.push(reading.finished(unescaped))
    },
    text: (words, path) => {
      if (path.at(-1) === "t" && path.at(-2) !== "rPh") reading.add(words)
    }
  })
  return texts
}
