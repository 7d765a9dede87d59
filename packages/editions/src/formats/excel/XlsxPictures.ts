/**
 * The pictures and shapes of an Excel sheet that lie in one cell: a cell that has nothing else is named, since nobody reads
 * them.
 */
import type { GridRow } from "../grid/Grid.ts"
import { plainCell } from "../grid/Grid.ts"
import { pictureRemark } from "../office/CellWords.ts"
import type { Archive } from "../office/OfficeArchive.ts"
import { relationships } from "../office/OfficePackage.ts"
import { readXml } from "../office/Xml.ts"

/** A picture by the cell that it is in, from 0, with its description. */
interface SheetPicture {
  readonly row: number
  readonly column: number
  readonly words: string
}

/** The most pictures of a sheet that are looked at. */
const mostPictures = 100_000

/** Returns the pictures of a sheet, given the name of its part. */
export const picturesOf = async (archive: Archive, sheet: string): Promise<ReadonlyArray<SheetPicture>> => {
  const links = await relationships(archive, sheet)
  const part = links.find(({ type }) => type.endsWith("/drawing"))?.target
  if (part === undefined || !archive.has(part)) return []
  const found: Array<SheetPicture> = []
  let corners = new Map<string, number>()
  let words: string | null = null
  await readXml(archive, part, {
    open: (name, attributes) => {
      if (isAnchor(name)) {
        corners = new Map()
        words = null
      } else if (name === "pic" || name === "sp") words ??= ""
      else if (name === "cNvPr" && words === "") words = attributes["descr"] ?? ""
    },
    text: (text, path) => {
      const [corner = "", place = ""] = path.slice(-2)
      if (place === "col" || place === "row") corners.set(`${corner} ${place}`, Number(text))
    },
    close: (name) => {
      if (!isAnchor(name) || words === null || found.length >= mostPictures) return
      const [row = -1, column = -1] = [corners.get("from row"), corners.get("from col")]
      const isWithin = (corners.get("to row") ?? row) - row <= 1 && (corners.get("to col") ?? column) - column <= 1
      if (row >= 0 && column >= 0 && isWithin) found.push({ row, column, words })
    }
  })
  return found
}

const isAnchor = (name: string): boolean => name === "twoCellAnchor" || name === "oneCellAnchor"

/** Returns rows in which each cell that has a picture and no words is named. */
export const withPictures = (
  rows: ReadonlyArray<GridRow>,
  pictures: ReadonlyArray<SheetPicture>
): ReadonlyArray<GridRow> => {
  if (pictures.length === 0) return rows
  const byRow = Map.groupBy(pictures, ({ row }) => row)
  return rows.map((row) => {
    const cells = new Map(row.cells)
    for (const { column, words } of byRow.get(row.line - 1) ?? []) {
      const cell = cells.get(column) ?? plainCell("")
      if (cell.text.trim() === "" && cell.struck === "" && !cell.seen.some(({ code }) => code === "TextNotRead"))
        cells.set(column, { ...cell, seen: [...cell.seen, pictureRemark(words)] })
    }
    return { ...row, cells }
  })
}
