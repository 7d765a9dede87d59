/**
 * Sheets as people send them back: the cells of a DOCX or an XLSX of `frist ask` with words in them.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"

import { readFileSync, writeFileSync } from "node:fs"

/** Words by the heading of their column. A word of another row may be written too. */
type Words = Readonly<Record<string, string>>

const escaped = (words: string): string => words.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;")

const textOf = (xml: string): string =>
  Array.from(xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu), ([, text = ""]) => text).join("")

const paragraphs = (words: string): string =>
  words
    .split("\n")
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
    .join("")

/** Returns the text of a part of an archive. */
export const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

/** Changes a part of an archive. */
export const withPart = (bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array =>
  zipSync({ ...unzipSync(bytes), [name]: strToU8(change(partOf(bytes, name))) }, { level: 1 })

/** Writes words into the cells of the rows with these numbers. */
export const filledDocx = (bytes: Uint8Array, rows: Readonly<Record<number, Words>>): Uint8Array =>
  withPart(bytes, "word/document.xml", (xml) => {
    let headings: ReadonlyArray<string> = []
    return xml.replace(/<w:tr>.*?<\/w:tr>/gsu, (row) => {
      const cells = Array.from(row.matchAll(/<w:tc>.*?<\/w:tc>/gsu), ([cell]) => cell)
      if (row.includes("<w:tblHeader/>")) headings = cells.map(textOf)
      const words = rows[Number(textOf(cells[0] ?? ""))]
      if (row.includes("<w:tblHeader/>") || words === undefined) return row
      let at = -1
      return row.replace(/<w:tc>.*?<\/w:tc>/gsu, (cell) => {
        at += 1
        const own = words[headings[at] ?? ""]
        return own === undefined ? cell : cell.replace(/(<\/w:tcPr>).*(?=<\/w:tc>)/su, `$1${paragraphs(own)}`)
      })
    })
  })

/** Writes words into the cells of a workbook's sheet of answers, whose first row has the headings. */
export const filledXlsx = (bytes: Uint8Array, rows: Readonly<Record<number, Words>>): Uint8Array => {
  const texts = Array.from(partOf(bytes, "xl/sharedStrings.xml").matchAll(/<si>.*?<\/si>/gsu), ([si]) =>
    si.replace(/<[^>]*>/gu, "")
  )
  const shown = (cell: string): string => {
    const value = /<v>(\d+)<\/v>/u.exec(cell)?.[1] ?? ""
    return cell.includes('t="s"') ? (texts[Number(value)] ?? "") : value
  }
  return withPart(bytes, "xl/worksheets/sheet2.xml", (xml) => {
    const headings = new Map<string, string>()
    return xml.replace(/<row r="(\d+)".*?<\/row>/gsu, (row, r: string) => {
      const cells = Array.from(row.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>.*?<\/c>)/gsu))
      if (r === "1") for (const [cell, column = ""] of cells) headings.set(column, shown(cell))
      const words = rows[Number(shown(cells[0]?.[0] ?? ""))]
      if (r === "1" || words === undefined) return row
      return row.replace(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>.*?<\/c>)/gsu, (cell, column: string) => {
        const own = words[headings.get(column) ?? ""]
        return own === undefined
          ? cell
          : `<c r="${column}${r}" t="inlineStr"><is><t xml:space="preserve">${escaped(own)}</t></is></c>`
      })
    })
  })
}

/** Fills in a file where it is, or under another name. */
export const fillIn = (file: string, rows: Readonly<Record<number, Words>>, as = file): void => {
  const fill = file.endsWith(".xlsx") ? filledXlsx : filledDocx
  writeFileSync(as, fill(readFileSync(file), rows))
}
