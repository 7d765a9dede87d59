/**
 * The words of a report's file in pieces: its paragraphs, cells and lines, in the order in which a reader meets them.
 * Every pattern is linear, because anybody may have written the file.
 */
import { unpacked } from "./ForeignArchive.ts"

/** The parts of an office document that are read. */
const part = /^(?:word\/document|xl\/sharedStrings|xl\/worksheets\/sheet1|content|docProps\/app)\.xml$/u

const decoder = new TextDecoder()
/** Where a text file parts its lines and cells. */
const between = /[\r\n\t;|"]+/u

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " }
const character = (code: number): string => (code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : "")

/** Returns the text of markup without its tags. */
const untagged = (markup: string): string =>
  markup
    .replace(/<[^<>]*>/gu, "")
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{1,6}));/giu, (whole, hex?: string, digits?: string, name = "") =>
      hex === undefined
        ? digits === undefined
          ? (named[String(name)] ?? whole)
          : character(Number(digits))
        : character(Number.parseInt(hex, 16))
    )

/** Returns the text without what stands from each `start` to the next `end`. */
const without = (text: string, start: string, end: string): string => {
  const [first = "", ...others] = text.split(start)
  const kept = others.map((each) => {
    const at = each.indexOf(end)
    return at === -1 ? "" : each.slice(at)
  })
  return first + kept.join("")
}

const piecesOf = (text: string): ReadonlyArray<string> =>
  text.split(between).flatMap((piece) => {
    const words = piece.replace(/[\u00ad\u200b\ufeff]/gu, "").trim()
    return words === "" ? [] : [words]
  })

/** Office splits text into runs anywhere; paragraphs, breaks and tabs part words. */
const ofWord = (xml: string): ReadonlyArray<string> =>
  piecesOf(
    untagged(without(xml, "<w:instrText", "</w:instrText>").replace(/<\/w:p>|<w:(?:br|tab|cr)\b[^<>]*>/gu, "\n"))
  )

const ofOpenDocument = (xml: string): ReadonlyArray<string> => {
  const [first = ""] = xml.split("</table:table>")
  // Of a workbook only the first sheet is read; a text goes on after its tables.
  const own = xml.includes("<office:spreadsheet") ? first : xml
  return piecesOf(untagged(own.replace(/<\/text:[ph]>|<text:(?:line-break|tab)\b[^<>]*>/gu, "\n")))
}

/** The cells of the first sheet, which refer to the texts of the workbook. */
const ofWorkbook = (sheet: string, shared: string): ReadonlyArray<string> => {
  const texts = shared.split("</si>").map(untagged)
  const [cells = ""] = sheet.split("</sheetData>")
  return cells.split("</c>").flatMap((each) => {
    const cell = each.slice(Math.max(each.lastIndexOf("<c "), 0))
    const words = untagged(cell)
    return piecesOf(/ t="s"/u.test(cell) ? (texts[Number(words)] ?? "") : words)
  })
}

const ofHtml = (html: string): ReadonlyArray<string> => {
  const read = ["script", "style", "title"].reduce((text, tag) => without(text, `<${tag}`, `</${tag}>`), html)
  return piecesOf(untagged(read.replace(/<\/?(?:p|h\d|dt|dd|div|li|td|th|br)\b[^<>]*>/giu, "\n")))
}

/** What a file says, and the office program that wrote it, if that is named. */
export interface FileWords {
  readonly pieces: ReadonlyArray<string>
  readonly program: string | null
}

/** Returns the words of an office document; none for another archive. */
const officeWords = (bytes: Uint8Array): FileWords => {
  try {
    const parts = unpacked(bytes, { wanted: (name) => part.test(name) }) ?? {}
    const text = (name: string): string => decoder.decode(parts[name])
    const [document, sheet, content] = [
      text("word/document.xml"),
      text("xl/worksheets/sheet1.xml"),
      text("content.xml")
    ]
    const [, program] = /<Application>([^<]{1,200})<\/Application>/u.exec(text("docProps/app.xml")) ?? []
    return {
      pieces: [
        ...ofWord(document),
        ...(sheet === "" ? [] : ofWorkbook(sheet, text("xl/sharedStrings.xml"))),
        ...ofOpenDocument(content)
      ],
      program: program ?? null
    }
  } catch {
    return { pieces: [], program: null }
  }
}

/** Returns whether the file is an archive, as office documents are. */
export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Returns the words of a file. */
export const fileWords = (bytes: Uint8Array): FileWords => {
  if (isArchive(bytes)) return officeWords(bytes)
  const text = decoder.decode(bytes)
  return { pieces: /<html|<body|<!doctype/iu.test(text) ? ofHtml(text) : piecesOf(text), program: null }
}
