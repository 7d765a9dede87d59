/**
 * The sheets of an Excel workbook as grids: what each cell shows, its colours, and what is merged or hidden.
 */
import type { Grid } from "../tables/Grid.ts"
import type { Archive } from "./Archive.ts"
import { maxRowsSeen } from "./Bounds.ts"
import { relationships } from "./Package.ts"
import { type Workbook, unescaped } from "./ShownValue.ts"
import { readSheet } from "./XlsxSheet.ts"
import { readStyles } from "./XlsxStyles.ts"
import { isOn, readXml, valueOf } from "./Xml.ts"

interface SheetEntry {
  readonly name: string
  readonly part: string
  readonly isHidden: boolean
}

export const xlsxGrids = async (archive: Archive, main: string): Promise<ReadonlyArray<Grid>> => {
  const links = await relationships(archive, main)
  const linked = (type: string) => links.find((link) => link.type.endsWith(type))?.target
  const sheets: Array<SheetEntry> = []
  let is1904 = false
  await readXml(archive, main, {
    open: (name, attributes, path) => {
      if (name === "workbookPr") is1904 = isOn(attributes["date1904"] ?? "0")
      if (name !== "sheet" || path.at(-2) !== "sheets") return
      const link = links.find(({ id }) => id === valueOf(attributes, "id"))
      if (link?.type.endsWith("/worksheet") !== true) return
      const isHidden = (attributes["state"] ?? "visible") !== "visible"
      sheets.push({ name: unescaped(attributes["name"] ?? ""), part: link.target, isHidden })
    }
  })
  const styles = await readStyles(archive, linked("/styles"), linked("/theme"))
  const texts = await sharedStrings(archive, linked("/sharedStrings"))
  const workbook: Workbook = { is1904, strings: (index) => texts[index] }
  const grids: Array<Grid> = []
  const budget = { rows: maxRowsSeen, cells: 0 }
  for (const { isHidden, name, part } of sheets) {
    const sheet = await readSheet(archive, part, workbook, styles, budget)
    grids.push({ name, before: [], ...sheet, seen: isHidden ? [{ code: "HiddenTable", words: name }] : [] })
  }
  return grids
}

/** The texts that cells point at, in order; formatted runs of one text joined, readings aids left out. */
const sharedStrings = async (archive: Archive, part: string | undefined): Promise<ReadonlyArray<string>> => {
  const texts: Array<string> = []
  if (part === undefined) return texts
  let text = ""
  await readXml(archive, part, {
    open: (name) => {
      if (name === "si") text = ""
    },
    close: (name) => {
      if (name === "si") texts.push(unescaped(text))
    },
    text: (words, path) => {
      if (path.at(-1) === "t" && path.at(-2) !== "rPh") text += words
    }
  })
  return texts
}
