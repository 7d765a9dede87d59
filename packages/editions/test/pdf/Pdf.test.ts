/**
 * Tables of a PDF: by its structure, else by the lines that close a grid, else not at all.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { readEdition } from "../../src/EditionReader.ts"
import { TaggedPages, artifact, cell, filled, line, marked, pdf, ruled, text } from "./pdf.ts"
import { gridsOf, readPdf, wordsOf } from "./readPdf.ts"

const head = ["Område", "Mål", "Tid", "Status"]
const row = ["Webb", "Alla bokar själva", "2024-12-31", "Pågår"]
const problemOf = (bytes: Uint8Array) =>
  Effect.map(Effect.result(readPdf(bytes)), (read) => (Result.isSuccess(read) ? "read" : read.failure.problem))

describe("A tagged table", () => {
  it("has its titles before it, and the words of each cell", async () => {
    const pages = new TaggedPages().title("Uppföljning").title("Aktiviteter").table([head, row])
    const [grid, ...others] = await gridsOf(pages.bytes)
    expect(others).toEqual([])
    expect(grid?.before).toEqual(["Uppföljning", "Aktiviteter"])
    expect(wordsOf(grid)).toEqual([head, row])
    expect(grid?.seen).toEqual([])
  })

  it("has the columns that its spans leave, and a cell merged downwards in each row", async () => {
    const merged = cell("Webb", { attributes: "/RowSpan 2" })
    const wide = cell("Alla", { attributes: "/ColSpan 2", columns: 2 })
    const [grid] = await gridsOf(
      new TaggedPages().table([head, [merged, wide, "Klart"], ["Mål 2", "2025", "Pågår"]]).bytes
    )
    const places = grid?.rows.map(({ cells }) => [...cells].map(([at, each]) => `${at} ${each.text}`))
    expect(places?.slice(1)).toEqual([
      ["0 Webb", "1 Alla", "3 Klart"],
      ["0 Webb", "1 Mål 2", "2 2025", "3 Pågår"]
    ])
    expect(grid?.rows[2]?.cells.get(0)?.seen).toEqual([{ code: "MergedCell", words: "Webb" }])
  })

  it("goes on on the next page, without its repeated headings, in the row that goes on and in those after it", async () => {
    const long = cell(["Arbetet "], { next: ["fortsätter"] })
    const pages = new TaggedPages().title("Aktiviteter").table([
      [...head, "Uppföljning"],
      [...row, long],
      [...row, "Nytt"]
    ])
    const [grid, ...others] = await gridsOf(pages.bytes)
    expect(others).toEqual([])
    expect(wordsOf(grid)).toEqual([
      [...head, "Uppföljning"],
      [...row, "Arbetet fortsätter"],
      [...row, "Nytt"]
    ])
  })

  it("is not joined with a table like it after a text, or with one of one row", async () => {
    const apart = new TaggedPages().table([head, row], 1).title("Klara aktiviteter").table([head, row])
    expect(await gridsOf(apart.bytes)).toHaveLength(2)
    const cards = new TaggedPages()
      .table([["Elab 2023-12-01", "SV 2023-11-01"]], 0)
      .table([["LiL 2024-06-01", "ÖV 2024-05-01"]])
    expect(await gridsOf(cards.bytes)).toHaveLength(2)
  })

  it.each([
    [["2021-", "12-31"], "2021-12-31"],
    [["2024-"], "2024-"],
    [["webb\u00AD", "bokning"], "webbbokning"],
    [["webb\u2010", "bokning"], "webbbokning"],
    [["webb\u00AD ", "bokning"], "webbbokning"],
    [["SKR\u2010", "Kommentus"], "SKR\u2010 Kommentus"],
    [["2021\u2010", "12\u201031"], "2021\u201012\u201031"],
    [["2021\u00AD", "12-31"], "2021-12-31"],
    [["2021-12\u00AD", "31"], "2021-12-31"],
    [["en e\u00ADtj\u00E4nst, 2021\u00AD12\u00AD31"], "en e-tj\u00E4nst, 2021-12-31"],
    [["alla tider på ", "webben"], "alla tider på webben"],
    [["in- ", "och utdata"], "in- och utdata"],
    [["alla som bokar tid", "webben"], "alla som bokar tid webben"]
  ])("reads the lines %j of one paragraph as %j", async (lines, words) => {
    const [grid] = await gridsOf(
      new TaggedPages().table([head, [cell("Webbtidbokning här"), cell(lines), "2024", ""]]).bytes
    )
    expect(wordsOf(grid)[1]?.[1]).toBe(words)
  })

  it("has the colour that is drawn under a cell, also of one without words", async () => {
    const red = cell([], { fill: "1 0 0" })
    const green = cell("Klart", { fill: "0 0.5 0" })
    const [grid] = await gridsOf(
      new TaggedPages().table([head, ["Webb", "Alla", "2024", red], ["SDV", "Alla", "2025", green]]).bytes
    )
    const fills = grid?.rows.map(({ cells }) => cells.get(3)?.fill ?? null)
    expect(fills).toEqual([null, "FF0000", "008000"])
    expect(grid?.rows[1]?.cells.get(2)?.fill).toBeNull()
  })

  it("keeps words apart that a line is drawn through", async () => {
    const pages = new TaggedPages().draw(artifact(line(20, 479, 140, 479) + line(260, 474, 380, 474)))
    const [grid] = await gridsOf(pages.table([head, row]).bytes)
    const cells = grid?.rows[1]?.cells
    expect([cells?.get(0)?.text ?? "", cells?.get(0)?.struck]).toEqual(["", "Webb"])
    // A line under words is no line through them.
    expect(cells?.get(2)?.text).toBe("2024-12-31")
  })

  it("leaves out what is no part of the text, and words that do not show", async () => {
    const unseen = `3 Tr\n${text(30, 476, "dolt")}0 Tr\n`
    const pages = new TaggedPages().draw(artifact(text(400, 20, "Sida 1 av 2")) + unseen)
    const [grid] = await gridsOf(pages.table([head, row]).bytes)
    expect(grid?.before).toEqual([])
    expect(wordsOf(grid)).toEqual([head, row])
  })

  it("is read on a turned page, and by the roles that other names stand for", async () => {
    const drawn = head.map((words, at) => marked(at, text(24 + 120 * at, 500, words))).join("")
    const kids = head.map((_, at) => ({ role: "Cell", kids: [[0, at]] as const }))
    const structure = [{ role: "Grid", kids: [{ role: "Line", kids }] }]
    const bytes = pdf({ pages: [drawn], structure, roles: "/Grid /Table /Line /TR /Cell /TD", rotate: 90 })
    expect(wordsOf((await gridsOf(bytes))[0])).toEqual([head])
  })

  it.effect("is an edition as that of a Word file is", () =>
    Effect.gen(function* () {
      const { tables } = yield* readPdf(new TaggedPages().title("Aktiviteter").table([head, row]).bytes)
      expect(tables.map(({ kind, name }) => [name, kind])).toEqual([["Aktiviteter", "activities"]])
      expect(tables[0]?.rows[0]?.cells).toMatchObject({ area: "Webb", goal: row[1], deadline: row[2], status: row[3] })
    })
  )
})

const edges = (page: number) => text(24, 580, "Kommunstyrelsen") + text(400, 20, `Sida ${page} av 2`)

const file = (name: string) => readFileSync(join(import.meta.dirname, name))

describe("A PDF of LibreOffice", () => {
  it.effect("has the tables and texts of the Word file that it was made from", () =>
    Effect.gen(function* () {
      const word = yield* readEdition("x.docx", file("../../../../examples/plan/2024-06-17.docx"))
      const read = yield* readPdf(file("../fixtures/2024-06-17-libreoffice.pdf"))
      expect({ tables: read.tables, texts: read.texts }).toEqual({ tables: word.tables, texts: word.texts })
    })
  )
})

describe("A table without tags", () => {
  const heading = text(24, 560, "Aktiviteter")

  it.effect("whose lines close a grid is read by them, and the edition says so", () =>
    Effect.gen(function* () {
      const { tables } = yield* readPdf(pdf({ pages: [heading + ruled([head, row])] }))
      expect(tables.map(({ name, remarks }) => [name, remarks])).toEqual([
        ["Aktiviteter", [{ code: "TableFromLines", column: null, words: "" }]]
      ])
      expect(tables[0]?.rows[0]?.cells).toMatchObject({ area: "Webb", goal: row[1], deadline: row[2], status: row[3] })
    })
  )

  it("goes on on the next page, between running heads and page numbers", async () => {
    const pages = [1, 2].map((page) => edges(page) + ruled([head, [`Webb ${page}`, ...row.slice(1)]]))
    const [grid, ...others] = await gridsOf(pdf({ pages }))
    expect(others).toEqual([])
    expect(grid?.before).toEqual([])
    expect(wordsOf(grid)).toEqual([head, ["Webb 1", ...row.slice(1)], ["Webb 2", ...row.slice(1)]])
  })

  it.effect("is not guessed from white space, from lines that do not close, or over words that cross a line", () =>
    Effect.gen(function* () {
      const columns = [head, row].map((words, nth) =>
        words.map((each, at) => text(24 + 120 * at, 500 - 20 * nth, each)).join("")
      )
      expect(yield* problemOf(pdf({ pages: [columns.join("")] }))).toBe("notTagged")
      expect(yield* problemOf(pdf({ pages: [ruled([head, row], { isOpen: true })] }))).toBe("notTagged")
      const crossing = ruled([head, ["Webb", "Ett mål som går över linjen till nästa cell", "2024", ""]])
      expect(yield* problemOf(pdf({ pages: [crossing] }))).toBe("notTagged")
      expect(yield* problemOf(pdf({ pages: [filled(20, 400, 300, 100, "1 0 0")] }))).toBe("notTagged")
    })
  )
})

describe("A scan", () => {
  const picture = {
    value: "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 >>",
    stream: "abcd"
  }
  const scan = (words: string) =>
    pdf({ pages: [`q 842 0 0 595 0 0 cm /I Do Q\n${words}`], more: [picture], resources: "/XObject << /I @1 >>" })

  it.effect("is told as such, also with unseen words of a machine", () =>
    Effect.gen(function* () {
      expect(yield* problemOf(scan(""))).toBe("scanned")
      expect(yield* problemOf(scan(`3 Tr\n${text(24, 500, "Område Mål Tid Status")}`))).toBe("scanned")
      expect(yield* problemOf(scan(text(24, 500, "Område Mål Tid Status")))).toBe("notTagged")
    })
  )
})
