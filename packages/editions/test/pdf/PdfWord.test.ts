/**
 * Each structure that Word writes in a tagged PDF, by itself.
 */
import { describe, expect, it } from "@effect/vitest"
import { type WordBlock, type WordCell, type WordTable, WordPages, para, td, th } from "./WordPages.ts"
import { gridsOf, wordsOf } from "./readPdf.ts"
import { wordFile } from "./wordFile.ts"
import { shown } from "./wordFonts.ts"

const head = ["Område", "Mål", "Tid", "Status"]
const row = ["Webb", "Alla bokar själva", "2024-12-31", "Pågår"]
const heads = head.map((each) => th(each))
const widths = [12, 22, 12, 14]

const pagesOf = (rows: ReadonlyArray<ReadonlyArray<WordCell>>, look: Partial<WordTable> = {}) =>
  new WordPages().block({ role: "H1", words: ["Aktiviteter"] }).table({ widths, rows: [heads, ...rows], ...look })
const cells = (words: ReadonlyArray<string>) => words.map((each) => td(each))
/** Reads a table whose second cell is given. */
const goalOf = async (goal: WordCell, look?: Partial<WordTable>) => {
  const [grid, ...others] = await gridsOf(pagesOf([[td("Webb"), goal, td("2024-12-31"), td("Pågår")]], look).bytes)
  expect(others).toEqual([])
  expect(wordsOf(grid)[1]?.filter((_, at) => at !== 1)).toEqual(["Webb", "2024-12-31", "Pågår"])
  const { seen, text } = grid?.rows[1]?.cells.get(1) ?? {}
  return [text, ...(seen ?? []).map(({ code }) => code)]
}
const blocks = (...given: ReadonlyArray<WordBlock>): WordCell => ({ blocks: given })

/** The only object of a page that is drawn as a form. */
const form = (drawn: string) => [
  {
    value: "<</Type/XObject/Subtype/Form/BBox[0 0 842 595]/StructParents 77/Resources<</Font<</F1 5 0 R>>>>>>",
    stream: drawn
  }
]

describe("A table of Word", () => {
  it.each<readonly [name: string, look: Partial<WordTable>]>([
    ["with rows in the table", {}],
    ["with rows in a head and a body", { hasSections: true }]
  ])("%s has the words of its cells, without the space that ends a paragraph", async (_, look) => {
    const [grid, ...others] = await gridsOf(pagesOf([cells(row)], look).bytes)
    expect(others).toEqual([])
    expect(grid?.before).toEqual(["Aktiviteter"])
    expect(wordsOf(grid)).toEqual([head, row])
    expect(grid?.seen).toEqual([])
  })

  it("is the same where no stream of objects holds the structure", async () => {
    const pages = pagesOf([cells(row)])
    expect(await gridsOf(wordFile(pages.objects(), false))).toEqual(await gridsOf(pages.bytes))
  })

  it("has running heads and page numbers nowhere in it", async () => {
    const rows = Array.from({ length: 60 }, (_, at) => cells([`Webb ${at}`, ...row.slice(1)]))
    const [grid, ...others] = await gridsOf(pagesOf(rows).bytes)
    expect(others).toEqual([])
    expect(JSON.stringify(wordsOf(grid))).not.toMatch(/Sida|Kommunstyrelsen/u)
    expect(wordsOf(grid)).toHaveLength(61)
  })

  it.each(["artifact", "tagged"] as const)("has its headings once, where they are said again: %s", async (repeats) => {
    const rows = Array.from({ length: 60 }, (_, at) => cells([`Webb ${at}`, ...row.slice(1)]))
    const [grid, ...others] = await gridsOf(pagesOf(rows, { repeats }).bytes)
    expect(others).toEqual([])
    expect(wordsOf(grid)).toEqual([head, ...rows.map((_, at) => [`Webb ${at}`, ...row.slice(1)])])
  })

  it("has a cell of several paragraphs and pages, wherever the pages part it", async () => {
    const paragraphs = Array.from(
      { length: 50 },
      (_, at) => `Stycke ${at} är precis ${"en två tre ".repeat(at % 4)}slut.`
    )
    const rows = [[td("Webb"), td(paragraphs), td("2024-12-31"), td("Pågår")]]
    const [grid] = await gridsOf(pagesOf(rows, { breaksRows: true }).bytes)
    expect(wordsOf(grid)[1]?.[1]?.split("\n")).toEqual(paragraphs)
  })

  it("has words that an element within the paragraph holds over several pages", async () => {
    const words = Array.from({ length: 150 }, (_, at) => `mål${at}`).join(" ")
    const goal = blocks({ role: "P", words: ["Kort: ", { role: "Span", words, attributes: "/Lang(sv-SE)" }] })
    expect(await goalOf(goal, { breaksRows: true })).toEqual([`Kort: ${words}`])
  })
})

const spans = {
  "a dictionary": "/A<</O/Table/RowSpan 2>>",
  "a list of several owners": "/A[<</O/Layout/RowSpan 7/Placement/Block>>0<</O/Table/RowSpan 2>>]",
  "a class": "/C/Tall",
  "a list of classes": "/C[/Wide 0/Tall]"
}
const classes = "/ClassMap<</Tall<</O/Table/RowSpan 2>>/Wide[<</O/Layout/ColSpan 5>>]>>"

describe("A merged cell of Word", () => {
  it.each(Object.entries(spans))("is in each of its rows, where %s says so", async (_, attributes) => {
    const rows = [[td("Webb", { attributes, rows: 2 }), ...cells(row.slice(1))], cells(["Mål 2", "2025", "Klart"])]
    const [grid] = await gridsOf(wordFile(pagesOf(rows).objects(classes)))
    expect(wordsOf(grid).slice(1)).toEqual([row, ["Webb", "Mål 2", "2025", "Klart"]])
    expect(grid?.rows[2]?.cells.get(0)?.seen).toEqual([{ code: "MergedCell", words: "Webb" }])
  })

  it("takes the columns that it is merged over", async () => {
    const wide = td("Alla bokar", { attributes: "/A<</O/Table/ColSpan 2>>", columns: 2 })
    const [grid] = await gridsOf(pagesOf([[td("Webb"), wide, td("Klart")]]).bytes)
    expect([...(grid?.rows[1]?.cells ?? [])].map(([at, { text }]) => [at, text])).toEqual([
      [0, "Webb"],
      [1, "Alla bokar"],
      [3, "Klart"]
    ])
  })
})

const item = (label: string, ...words: ReadonlyArray<string>): WordBlock => ({
  role: "LI",
  blocks: [
    { role: "Lbl", words: [label] },
    { role: "LBody", words }
  ]
})

describe("A cell of Word", () => {
  it("has each item of a list in a line, after its label", async () => {
    const list: WordBlock = {
      role: "L",
      attributes: "/A<</O/List/ListNumbering/Disc>>",
      blocks: [item("•", "Skola"), item("•", "Vård och omsorg i hela kommunen")]
    }
    expect(await goalOf(blocks(para("Gäller:"), list))).toEqual(["Gäller:\n• Skola\n• Vård och omsorg i hela kommunen"])
  })

  it("has the words of a link, and not its address", async () => {
    const words = ["Se ", { role: "Link", words: "beslutet från juni månad", to: "https://example.org/9" }, " först"]
    expect(await goalOf(blocks({ role: "P", words }))).toEqual(["Se beslutet från juni månad först"])
  })

  it("has the rows of a table within it", async () => {
    const [a, b] = [blocks({ role: "P", words: ["Skola"] }), blocks({ role: "P", words: ["2025"] })]
    const inner: WordBlock = {
      role: "Table",
      blocks: [{ role: "TR", blocks: [...a.blocks, ...b.blocks].map((each) => ({ role: "TD", blocks: [each] })) }]
    }
    expect(await goalOf(blocks(para("Delar"), inner))).toEqual(["Delar\nSkola\n2025"])
  })

  it("has what is drawn, where an element says other words for it or a language", async () => {
    const actual = { role: "Span", words: "SKR", attributes: "/ActualText(Sveriges Kommuner och Regioner)/Lang(sv-SE)" }
    expect(await goalOf(blocks({ role: "P", words: ["Enligt ", actual, " idag"] }))).toEqual(["Enligt SKR idag"])
  })

  it("keeps the hyphen at which a line ends", async () => {
    expect(await goalOf(blocks(para("Ny teknik för e-tjänster och in- och utdata")))).toEqual([
      "Ny teknik för e-tjänster och in- och utdata"
    ])
    const date = [td("Webb"), td("Alla"), td("Före 2021-12-31 i tid"), td("")]
    const [grid] = await gridsOf(pagesOf([date]).bytes)
    expect(wordsOf(grid)[1]?.[2]).toBe("Före 2021-12-31 i tid")
  })

  it("goes on in a word that is too long for it", async () => {
    const word = "Digitaliseringsprojektets självincheckningsautomater"
    expect(await goalOf(td(word))).toEqual([word])
  })

  it("keeps letters that are not in the codes of Windows", async () => {
    expect(await goalOf(td("≥ 90 % → klart"))).toEqual(["≥ 90 % → klart"])
  })

  it("has the words of a form that is drawn in it, and none of one with marks of its own", async () => {
    const placed: WordBlock = { role: "P", drawn: () => "/Fm0 Do " }
    const drawnAs = (drawn: string) =>
      gridsOf(wordFile(pagesOf([[td("Webb"), blocks(placed), td("2024"), td("Klart")]]).objects("", form(drawn))))
    const [grid] = await drawnAs(shown(200, 502, "Alla bokar"))
    expect(wordsOf(grid)[1]).toEqual(["Webb", "Alla bokar", "2024", "Klart"])
    // Nobody can say which of the page's elements its first mark means.
    for (const mark of [0, 40])
      await expect(drawnAs(`/P <</MCID ${mark}>> BDC ${shown(200, 502, "Alla")} EMC`)).rejects.toMatchObject({
        problem: "damagedPdf"
      })
  })

  it("is named where it is a picture, with or without a description", async () => {
    const picture: WordBlock = {
      role: "Figure",
      attributes: "/Alt(Grön cirkel)",
      drawn: (x, y) => `q 12 0 0 12 ${x} ${y} cm /Fm0 Do Q `
    }
    const objects = pagesOf([[td("Webb"), blocks(picture), td("2024"), td("")]]).objects("", [
      {
        value: "<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8>>",
        stream: "abcd"
      }
    ])
    const [grid] = await gridsOf(wordFile(objects))
    expect(grid?.rows[1]?.cells.get(1)).toMatchObject({ text: "", seen: [{ code: "TextNotRead" }] })
  })
})
