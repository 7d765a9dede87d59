/**
 * A cell that is only a picture is named in every format of Office and OpenDocument: its words are not known.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { docx, p, row, tablesOf, tbl, tc, tr, xlsxParts } from "./office.ts"
import { zip } from "./zip.ts"

const head = ["Område", "Mål", "Tid", "Status"]
const cells = ["Webb", "Alla", "2024-12-31"]

const named = (bytes: Uint8Array) =>
  Effect.map(tablesOf(bytes), ([table]) =>
    table?.rows.map(({ cells: { status }, remarks }) => [
      status,
      ...remarks.map(({ code, column, words }) => `${code} ${column} ${words}`)
    ])
  )

const drawing = (description: string) =>
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:docPr id="1" name="Bild 1" descr="${description}"/></wp:inline></w:drawing></w:r></w:p>`
const word = (...statuses: ReadonlyArray<string>): Uint8Array =>
  docx(
    tbl(
      tr(head.map((each) => tc(p(each)))),
      ...statuses.map((each) => tr([...cells.map((words) => tc(p(words))), tc(each)]))
    )
  )

const cell = (content: string) => `<table:table-cell>${content}</table:table-cell>`
const said = (words: string) => `<text:p>${words}</text:p>`
const line = (content: ReadonlyArray<string>) => `<table:table-row>${content.map(cell).join("")}</table:table-row>`
const open = (kind: "spreadsheet" | "text", rows: ReadonlyArray<string>): Uint8Array => {
  const spaces = ["office", "text", "table", "draw", "svg"].map(
    (name) =>
      `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === "svg" ? "svg-compatible" : name === "draw" ? "drawing" : name}:1.0"`
  )
  const table = `<table:table table:name="Aktiviteter">${[line(head.map(said)), ...rows.map((each) => line([...cells.map(said), each]))].join("")}</table:table>`
  return zip([
    { name: "mimetype", content: `application/vnd.oasis.opendocument.${kind}` },
    {
      name: "content.xml",
      content: `<?xml version="1.0"?><office:document-content ${spaces.join(" ")}><office:body><office:${kind}>${table}</office:${kind}></office:body></office:document-content>`
    }
  ])
}
const frame = "<draw:frame><draw:image/><svg:desc>Grön cirkel</svg:desc></draw:frame>"

const sheet = (anchors: string, status = ""): Uint8Array => {
  const parts = xlsxParts({ sheets: [{ name: "Aktiviteter", rows: row(1, head) + row(2, [...cells, status]) }] })
  const links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  return zip([
    ...parts,
    {
      name: "xl/worksheets/_rels/sheet1.xml.rels",
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${links}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`
    },
    { name: "xl/drawings/drawing1.xml", content: `<xdr:wsDr xmlns:xdr="xdr">${anchors}</xdr:wsDr>` }
  ])
}
const corner = (name: string, column: number, line: number) =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${line}</xdr:row></xdr:${name}>`
const anchor = (column: number, line: number, toColumn = column, toLine = line, shown = "pic") =>
  `<xdr:twoCellAnchor>${corner("from", column, line)}${corner("to", toColumn, toLine)}<xdr:${shown}><xdr:nvPicPr><xdr:cNvPr id="2" name="Bild" descr="Grön cirkel"/></xdr:nvPicPr></xdr:${shown}></xdr:twoCellAnchor>`

describe("A cell that is only a picture", () => {
  it.effect("is named in a Word file, with the description of the picture", () =>
    Effect.gen(function* () {
      const pict = "<w:p><w:r><w:pict/></w:r></w:p>"
      const deleted = drawing("Röd").replace("<w:r>", "<w:del><w:r>").replace("</w:r>", "</w:r></w:del>")
      const found = yield* named(word(drawing("Grön cirkel"), pict, p("Klart") + drawing("Grön"), p(""), deleted))
      expect(found).toEqual([
        [null, "TextNotRead status Grön cirkel"],
        [null, "TextNotRead status "],
        ["Klart"],
        [null],
        [null]
      ])
    })
  )

  it.effect("is named in an OpenDocument text and in a workbook", () =>
    Effect.gen(function* () {
      const shape = "<text:p><draw:custom-shape/></text:p>"
      const text = yield* named(
        open("text", [`<text:p>${frame}</text:p>`, shape, "<text:p>Klart</text:p>", "<text:p/>"])
      )
      expect(text).toEqual([[null, "TextNotRead status "], [null, "TextNotRead status "], ["Klart"], [null]])
      const book = yield* named(
        open("spreadsheet", [frame, "<draw:custom-shape/>", `${frame}<text:p>Klart</text:p>`, ""])
      )
      expect(book).toEqual([[null, "TextNotRead status "], [null, "TextNotRead status "], ["Klart"], [null]])
    })
  )

  it.effect("is named in an Excel file, where the picture lies in that cell and no words do", () =>
    Effect.gen(function* () {
      expect(yield* named(sheet(anchor(3, 1)))).toEqual([[null, "TextNotRead status Grön cirkel"]])
      expect(yield* named(sheet(anchor(3, 1, 4, 2, "sp")))).toEqual([[null, "TextNotRead status Grön cirkel"]])
      expect(yield* named(sheet(anchor(3, 1), "Klart"))).toEqual([["Klart"]])
      expect(yield* named(sheet(anchor(3, 1, 9, 30)))).toEqual([[null]])
      expect(yield* named(sheet(anchor(3, 1, 3, 1, "graphicFrame")))).toEqual([[null]])
    })
  )
})
