/**
 * Builds minimal Word documents and Excel workbooks for tests.
 */
import { readEdition } from "../src/EditionReader.ts"
import type { Grid, GridCell } from "../src/formats/grid/Grid.ts"
import { readKept, writeKept } from "../src/keeping/KeptFormat.ts"
import type { Edition, EditionTable } from "../src/Edition.ts"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { zip, type ZipEntry } from "./zip.ts"

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packaged = "http://schemas.openxmlformats.org/package/2006"
const types = "application/vnd.openxmlformats-officedocument"

const relations = (...links: ReadonlyArray<readonly [type: string, target: string]>): string =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">${links
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`

const contents = (part: string, type: string): string =>
  `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`

/** The content of `styles` and `numbering` of a Word document. */
export interface DocxMore {
  readonly styles?: string
  readonly lists?: string
}

const wordPart = (root: string, content: string | undefined): ReadonlyArray<ZipEntry> =>
  content === undefined
    ? []
    : [
        {
          name: `word/${root}.xml`,
          content: `${declaration}<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${root}>`
        }
      ]

export const docxType = `${types}.wordprocessingml.document.main+xml`
export const xlsxType = `${types}.spreadsheetml.sheet.main+xml`

/** The parts of a Word document with that body, and with styles and lists if they are given. */
export const docxParts = (body: string, type = docxType, more: DocxMore = {}): ReadonlyArray<ZipEntry> => [
  { name: "[Content_Types].xml", content: contents("word/document.xml", type) },
  { name: "_rels/.rels", content: relations(["officeDocument", "word/document.xml"]) },
  {
    name: "word/document.xml",
    content: `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`
  },
  {
    name: "word/_rels/document.xml.rels",
    content: relations(["styles", "styles.xml"], ["numbering", "numbering.xml"])
  },
  ...wordPart("styles", more.styles),
  ...wordPart("numbering", more.lists)
]
export const docx = (body: string, more?: DocxMore): Uint8Array => zip(docxParts(body, docxType, more))

export const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
export const tc = (content: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : p(content)}</w:tc>`
export const tr = (cells: ReadonlyArray<string>, properties = ""): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => (cell.startsWith("<w:tc>") ? cell : tc(cell))).join("")}</w:tr>`
export const tbl = (...rows: ReadonlyArray<string>): string => `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`

export interface Sheet {
  readonly name: string
  /** The content of `sheetData`. */
  readonly rows: string
  readonly before?: string
  readonly after?: string
  readonly state?: string
}
export interface WorkbookParts {
  readonly sheets: ReadonlyArray<Sheet>
  readonly strings?: string
  readonly styles?: string
  readonly properties?: string
  readonly type?: string
}

/** The parts of an Excel workbook with those sheets. */
export const xlsxParts = (workbook: WorkbookParts): ReadonlyArray<ZipEntry> => {
  const { properties = "", sheets, strings, styles, type = xlsxType } = workbook
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  const list = sheets.map(
    ({ name, state = "visible" }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`
  )
  const links = [
    ...sheets.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`] as const),
    ["sharedStrings", "sharedStrings.xml"] as const,
    ["styles", "styles.xml"] as const
  ]
  return [
    { name: "[Content_Types].xml", content: contents("xl/workbook.xml", type) },
    { name: "_rels/.rels", content: relations(["officeDocument", "xl/workbook.xml"]) },
    { name: "xl/_rels/workbook.xml.rels", content: relations(...links) },
    {
      name: "xl/workbook.xml",
      content: `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${list.join("")}</sheets></workbook>`
    },
    ...sheets.map(({ after = "", before = "", rows }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `${declaration}<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
    })),
    ...(strings === undefined
      ? []
      : [{ name: "xl/sharedStrings.xml", content: `${declaration}<sst xmlns="${main}">${strings}</sst>` }]),
    ...(styles === undefined
      ? []
      : [{ name: "xl/styles.xml", content: `${declaration}<styleSheet xmlns="${main}">${styles}</styleSheet>` }])
  ]
}
export const xlsx = (workbook: WorkbookParts): Uint8Array => zip(xlsxParts(workbook))

/** A text in a cell of its own row. */
export const c = (reference: string, text: string, more = ""): string =>
  `<c r="${reference}" t="inlineStr"${more}><is><t>${text}</t></is></c>`
export const row = (line: number, cells: ReadonlyArray<string>, more = ""): string =>
  `<row r="${line}"${more}>${cells.map((cell, at) => (cell.startsWith("<c") ? cell : cell === "" ? "" : c(`${"ABCDEFGH"[at] ?? ""}${line}`, cell))).join("")}</row>`

export const read = (bytes: Uint8Array, document = "uppföljning") => Effect.result(readEdition(document, bytes))

export const tablesOf = (bytes: Uint8Array): Effect.Effect<ReadonlyArray<EditionTable>> =>
  Effect.map(read(bytes), (result) => Result.getOrThrow(result).tables)

/** Returns the grids that an edition was read from. */
export const gridsOf = ({ cells }: Edition): ReadonlyArray<Grid> => {
  const kept = writeKept({ cells, columns: new Map(), sheets: null, matches: new Map(), erased: [] }, "")
  return Result.getOrThrow(readKept(kept)).kept.grids
}

/** Returns the rows of all grids of a file: the cells by column. */
export const gridRowsOf = (bytes: Uint8Array): Effect.Effect<ReadonlyArray<ReadonlyMap<number, GridCell>>> =>
  Effect.map(read(bytes), (result) =>
    gridsOf(Result.getOrThrow(result)).flatMap(({ rows }) => rows.map(({ cells }) => cells))
  )

/** Returns tables without their empty fields, for comparison. */
export const drawn = (tables: ReadonlyArray<EditionTable>) =>
  tables.map(({ kind, name, rows }) => ({
    name,
    kind,
    rows: rows.map(({ cells, unknown }) => [
      ...Object.values(cells).filter((cell) => cell !== null),
      ...unknown.map(({ heading, words }) => `${heading}: ${words}`)
    ])
  }))

export const remarksOf = (tables: ReadonlyArray<EditionTable>): ReadonlyArray<string> =>
  tables
    .flatMap((table) => [...table.remarks, ...table.rows.flatMap(({ remarks }) => remarks)])
    .map(({ code, column, words }) => [code, column, words].filter((part) => part !== null && part !== "").join(" "))
