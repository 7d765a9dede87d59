/**
 * Comments are in no cell, and no cell is read from them: an edition says once that there are some.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { readEdition } from "../src/EditionReader.ts"
import { c, docxParts, p, read, remarksOf, row, tablesOf, tbl, tc, tr, xlsxParts } from "./office.ts"
import { zip, type ZipEntry } from "./zip.ts"

const word = (...words: ReadonlyArray<string>): ZipEntry => ({
  name: "word/comments.xml",
  content: `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${words.map((each, id) => `<w:comment w:id="${id}" w:author="Anna">${p(each)}</w:comment>`).join("")}</w:comments>`
})
const body = tbl(tr(["Område", "Mål", "Tid", "Status"]), tr(["Nät", "Nytt nät", "2024-12-31", tc(p("Pågår"))]))

const cells = (line: number, texts: ReadonlyArray<string>) =>
  row(
    line,
    texts.map((text, at) => c(`${"ABCD"[at] ?? ""}${line}`, text))
  )
const workbook = (...parts: ReadonlyArray<ZipEntry>) =>
  zip([
    ...xlsxParts({
      sheets: [
        { name: "Om planen", rows: row(1, ["Beslutad av styrelsen"]) },
        {
          name: "Aktiviteter",
          rows: cells(1, ["Område", "Mål", "Tid", "Status"]) + cells(2, ["Nät", "Nytt nät", "2024-12-31", "Pågår"])
        }
      ]
    }),
    ...parts
  ])

/** An OpenDocument file of a kind, with a comment in a cell. */
const open = (kind: "spreadsheet" | "text") => {
  const names = ["office", "text", "table"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`
  )
  const comment = `<office:annotation><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Anna</dc:creator><text:p>Flyttas</text:p><text:p>till maj</text:p></office:annotation>`
  const rows = [
    ["Område", "Mål", "Tid", "Status"],
    ["Nät", "Nytt nät", "2024-12-31", `${comment}Pågår`]
  ].map(
    (texts) =>
      `<table:table-row>${texts.map((text) => `<table:table-cell office:value-type="string">${text.startsWith("<") ? `${comment}<text:p>Pågår</text:p>` : `<text:p>${text}</text:p>`}</table:table-cell>`).join("")}</table:table-row>`
  )
  return zip([
    { name: "mimetype", content: `application/vnd.oasis.opendocument.${kind}` },
    {
      name: "content.xml",
      content: `<office:document-content ${names.join(" ")}><office:body><office:${kind}><table:table table:name="Aktiviteter">${rows.join("")}</table:table></office:${kind}></office:body></office:document-content>`
    }
  ])
}

const told = (bytes: Uint8Array) =>
  Effect.map(tablesOf(bytes), (tables) => remarksOf(tables).filter((remark) => remark.startsWith("CommentNotRead")))

describe("An edition with comments", () => {
  for (const [what, bytes, words] of [
    ["a Word document", zip([...docxParts(body), word("Flyttas till maj")]), "Flyttas till maj"],
    ["a Word document with three", zip([...docxParts(body), word("Ett", "Två", "Ett")]), "Ett … ×3"],
    ["a comment that turns the text around", zip([...docxParts(body), word("a\u202Eb")]), "a\uFFFDb"],
    [
      "a workbook whose first sheet is no table",
      workbook({
        name: "xl/comments1.xml",
        content: `<comments><authors><author>Anna</author></authors><commentList><comment ref="D2" authorId="0"><text><r><t>Flyttas </t></r><r><t>till maj</t></r></text></comment></commentList></comments>`
      }),
      "Flyttas till maj"
    ],
    ["an OpenDocument text", open("text"), "Flyttas till maj"],
    ["an OpenDocument workbook", open("spreadsheet"), "Flyttas till maj"]
  ] as const)
    it.effect(`${what}, says once that they are not read`, () =>
      Effect.gen(function* () {
        expect(yield* told(bytes)).toEqual([`CommentNotRead ${words}`])
        const table = (yield* tablesOf(bytes)).find(({ rows }) => rows.length > 0)
        expect(table?.rows[0]?.cells).toMatchObject({ deadline: "2024-12-31", status: "Pågår" })
      })
    )

  it.effect("and a sheet that was chosen, says so there", () =>
    Effect.gen(function* () {
      const comment = `<comments><commentList><comment ref="A1"><text><t>Inaktuell</t></text></comment></commentList></comments>`
      const bytes = workbook({ name: "xl/comments1.xml", content: comment })
      const { tables } = yield* readEdition("plan.xlsx", bytes, { sheets: ["Aktiviteter"] })
      expect(remarksOf(tables)).toContain("CommentNotRead Inaktuell")
    })
  )

  it.effect("without any, says nothing", () =>
    Effect.gen(function* () {
      for (const bytes of [zip([...docxParts(body), word("", " ")]), zip([...docxParts(body)]), workbook()])
        expect(yield* told(bytes)).toEqual([])
      expect((yield* read(workbook()))._tag).toBe("Success")
    })
  )
})
