/**
 * Words that are in a PDF and do not show on its page: they are not read, and the edition keeps them apart.
 */
import { describe, expect, it } from "@effect/vitest"
import { TaggedPages, artifact, cell, filled, line, marked, pdf, ruled, text } from "./pdf.ts"
import { gridsOf } from "./readPdf.ts"

const head = ["Område", "Mål", "Tid", "Status"]

/** A table whose last cell is drawn by the given operators, at 384, 476. */
const drawnCell = (drawn: string, before = "") => {
  const cells = ["Webb", "Alla", "2024-12-31"].map((words, at) => marked(at + 4, text(24 + 120 * at, 476, words)))
  const heads = head.map((words, at) => marked(at, text(24 + 120 * at, 540, words)))
  const kids = (first: number) =>
    head.map((_, at) => ({ role: "TD", kids: [{ role: "P", kids: [[0, first + at]] as const }] }))
  const rows = [0, 4].map((first) => ({ role: "TR", kids: kids(first) }))
  return pdf({
    pages: [[artifact(before), ...heads, ...cells, marked(7, drawn)].join("")],
    structure: [{ role: "Document", kids: [{ role: "Table", kids: rows }] }],
    resources:
      "/ExtGState << /Clear << /ca 0 >> /Mixed << /BM /Multiply >> >> /XObject << /I @1 >> /Properties << /Off @2 >>",
    catalogue: "/OCProperties << /OCGs [@2] /D << /OFF [@2] >> >>",
    more: [
      {
        value: "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 >>",
        stream: "abcd"
      },
      { value: "<< /Type /OCG /Name (Off) >>" }
    ]
  })
}
const shown = text(384, 476, "Pågår")
/** Draws each letter of a word by itself. */
const letters = (word: string, x: number, y: number): string =>
  `BT /F 10 Tf ${x} ${y} Td ${[...word].map((letter) => `(${letter}) Tj`).join(" ")} ET\n`
const statusOf = async (bytes: Uint8Array) => {
  const [grid] = await gridsOf(bytes)
  const { text = "", seen = [] } = grid?.rows[1]?.cells.get(3) ?? {}
  return [text, seen.map(({ code, words }) => `${code} ${words}`)]
}

describe("Words of a tagged cell", () => {
  it.each<readonly [name: string, drawn: string]>([
    ["with a mode that draws nothing", `3 Tr\n${text(384, 464, "Klart")}0 Tr\n`],
    ["that only cut out what is shown", `q 7 Tr\n${text(384, 464, "Klart")}Q\n`],
    ["in white on the paper", `1 1 1 rg\n${text(384, 464, "Klart")}`],
    ["in a colour that nobody tells from the paper", `0.95 1 0.95 rg\n${text(384, 464, "Klart")}`],
    ["in the colour of the area behind them", `1 0 0 rg 380 460 90 12 re f\n${text(384, 464, "Klart")}`],
    ["without opacity", `q /Clear gs\n${text(384, 464, "Klart")}Q\n`],
    ["of a size that nobody reads", text(384, 464, "Klart", 0.4)],
    ["without width", `BT /F 10 Tf 0 Tz 384 464 Td (Klart) Tj 100 Tz ET\n`],
    ["outside of the edge of what is shown", `q 380 470 90 20 re W n\n${text(384, 450, "Klart")}Q\n`],
    ["outside of the page", text(384, -40, "Klart")],
    ["under an area that is painted later", `${text(384, 464, "Klart")}1 1 1 rg 380 460 90 12 re f 0 0 0 rg\n`],
    ["on a layer that is not shown", `/OC /Off BDC\n${text(384, 464, "Klart")}EMC\n`]
  ])("%s are not read, and kept", async (_, drawn) => {
    expect(await statusOf(drawnCell(shown + drawn))).toEqual(["Pågår", ["CoveredText Klart"]])
    expect(await statusOf(drawnCell(drawn))).toEqual(["", ["CoveredText Klart"]])
  })

  it.each<readonly [name: string, drawn: string, before: string]>([
    ["in white on a dark area", `1 1 1 rg\n${shown}`, filled(380, 470, 90, 20, "0 0.5 0")],
    [
      "in white on an area with round corners",
      `1 1 1 rg\n${shown}`,
      "0 0.5 0 rg 384 470 m 470 470 l 480 470 480 490 470 490 c 384 490 l f\n"
    ],
    ["in white on a thick line", `1 1 1 rg\n${shown}`, "q 20 w 380 480 m 470 480 l S Q\n"],
    ["in white on a picture", `1 1 1 rg\n${shown}`, "q 100 0 0 20 380 470 cm /I Do Q\n"],
    ["under a colour that mixes with theirs", `${shown}q /Mixed gs 1 1 0 rg 380 470 90 20 re f Q\n`, ""],
    ["outlined in another colour", `1 1 1 rg 2 Tr\n${shown}0 Tr\n`, ""],
    ["of which a part is cut off", `q 380 470 14 20 re W n\n${shown}Q\n`, ""],
    [
      "of which a part is cut off, drawn letter by letter",
      `q 380 470 14 20 re W n\n${letters("Pågår", 384, 476)}Q\n`,
      ""
    ],
    [
      "on an area of their colour that another covers",
      `1 1 1 rg\n${shown}`,
      filled(380, 470, 90, 20, "1 1 1") + filled(380, 470, 90, 20, "0 0 1")
    ]
  ])("%s are read", async (_, drawn, before) => {
    expect(await statusOf(drawnCell(drawn, before))).toEqual(["Pågår", []])
  })

  it("with a line through them in their colour are struck out", async () => {
    expect(await statusOf(drawnCell(shown, line(380, 479, 470, 479)))).toEqual(["", []])
  })
})

describe("Words that do not show in a table by its lines", () => {
  it("are kept with their cell", async () => {
    const hidden = `1 1 1 rg\n${text(384, 486, "Klart")}0 0 0 rg\n`
    const page = ruled([head, ["Webb", "Alla", "2024-12-31", "Pågår"]]) + hidden
    expect(await statusOf(pdf({ pages: [page] }))).toEqual(["Pågår", ["CoveredText Klart"]])
  })
})

describe("A table that goes on after words that do not show", () => {
  it("is one table", async () => {
    const row = ["Webb", "Alla", "2024", "Pågår"]
    const pages = new TaggedPages().table([head, row, [...row.slice(0, 3), cell("Klart")]], 1)
    const [first = "", second = ""] = pages.pages
    const hidden = `3 Tr\n${marked(90, text(20, 560, "Klara aktiviteter"))}0 Tr\n`
    const [table] = pages.structure
    const structure = [table, { role: "P", kids: [[1, 90]] as const }].flatMap((each) => each ?? [])
    const grids = await gridsOf(
      pdf({ pages: [first, hidden + second], structure: [...structure.slice(1), ...structure.slice(0, 1)] })
    )
    expect(grids.map(({ before, rows }) => [before, rows.length])).toEqual([[[], 3]])
  })
})
