/**
 * A cell is read whole or not at all: one that is a picture, or has a glyph that the file gives no text for, is named.
 */
import { describe, expect, it } from "@effect/vitest"
import { TaggedPages, cell, filled, marked, pdf, ruled, text } from "./pdf.ts"
import { gridsOf } from "./readPdf.ts"

const head = ["Område", "Mål", "Tid", "Status"]

const picture = {
  value: "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 >>",
  stream: "abcd"
}
/** A font whose codes are numbers of glyphs, with or without the letters that they stand for. */
const byNumber = (letters: string) => [
  {
    value: `<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Frist /Encoding /Identity-H /DescendantFonts [@3] ${letters} >>`
  },
  {
    value:
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Frist /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>"
  },
  {
    value: "<< >>",
    stream:
      "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0020> <00FF> <0020> endbfrange endcmap"
  }
]

/** Returns the last cell of a table in which it is drawn by the given operators, at 384, 476. */
const statusOf = async (drawn: string, letters = "") => {
  const heads = head.map((words, at) => marked(at, text(24 + 120 * at, 540, words)))
  const cells = ["Webb", "Alla", "2024-12-31"].map((words, at) => marked(at + 4, text(24 + 120 * at, 476, words)))
  const rows = [0, 4].map((first) => ({
    role: "TR",
    kids: head.map((_, at) => ({ role: "TD", kids: [{ role: "P", kids: [[0, first + at]] as const }] }))
  }))
  const bytes = pdf({
    pages: [[...heads, ...cells, marked(7, drawn)].join("")],
    structure: [{ role: "Document", kids: [{ role: "Table", kids: rows }] }],
    resources: "/XObject << /I @1 >> /Font << /F 3 0 R /G @2 >>",
    more: [picture, ...byNumber(letters)]
  })
  return cellOf(bytes)
}
const cellOf = async (bytes: Uint8Array) => {
  const [grid] = await gridsOf(bytes)
  const { seen = [], text = "" } = grid?.rows[1]?.cells.get(3) ?? {}
  return [text, ...seen.map(({ code, words }) => `${code} ${words}`)]
}

const coded = (codes: ReadonlyArray<number>): string =>
  `BT /G 10 Tf 384 476 Td <${codes.map((each) => each.toString(16).padStart(4, "0")).join("")}> Tj ET\n`
const lettersOf = (words: string) => Array.from(words, (each) => each.codePointAt(0) ?? 0)

describe("A cell with glyphs that have no text", () => {
  it("is not read, and named with the words around them", async () => {
    expect(await statusOf(text(384, 476, "Kla\uFFFDt"))).toEqual(["", "TextNotRead Kla\uFFFDt"])
    expect(await statusOf(text(384, 476, "\uFFFD"))).toEqual(["", "TextNotRead \uFFFD"])
  })

  it("is not read by the numbers of its glyphs where those look like letters", async () => {
    // The numbers of “Klart” and of “Ej klart” in most fonts.
    const short = [46, 79, 68, 85, 87]
    expect(await statusOf(coded(short))).toEqual(["", `TextNotRead ${"\uFFFD".repeat(5)}`])
    expect(await statusOf(coded([40, 77, 3, 78, 79, 68, 85, 87]))).toEqual(["", `TextNotRead ${"\uFFFD".repeat(8)}`])
  })

  it("is read where the file says that its codes are the letters", async () => {
    expect(await statusOf(coded(lettersOf("Pågår")), "/ToUnicode @4")).toEqual(["Pågår"])
  })
})

describe("A cell that is a picture", () => {
  const drawn = "q 80 0 0 12 384 474 cm /I Do Q\n"
  it("is named, and one with words beside its picture is read", async () => {
    expect(await statusOf(drawn)).toEqual(["", "TextNotRead "])
    expect(await statusOf(drawn + text(384, 476, "Klart"))).toEqual(["Klart"])
    expect(await statusOf("")).toEqual([""])
  })

  it("is named in a table by its lines, if the picture is in that cell alone", async () => {
    const table = ruled([head, ["Webb", "Alla", "2024-12-31", ""]])
    const of = (operators: string) =>
      cellOf(pdf({ pages: [operators + table], resources: "/XObject << /I @1 >>", more: [picture] }))
    expect(await of("q 80 0 0 12 384 490 cm /I Do Q\n")).toEqual(["", "TextNotRead "])
    expect(await of("q 842 0 0 595 0 0 cm /I Do Q\n")).toEqual([""])
  })
})

describe("A cell that is only coloured", () => {
  it("is no picture", async () => {
    const [grid] = await gridsOf(
      new TaggedPages().draw(filled(0, 0, 9, 9, "1 0 0")).table([head, ["a", "b", "c", cell([])]]).bytes
    )
    expect(grid?.rows[1]?.cells.get(3)).toBeUndefined()
  })
})
