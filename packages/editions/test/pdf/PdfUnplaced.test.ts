/**
 * Words of a table of which a PDF does not say where they belong: they are named and not read, and never put into a cell by
 * guess.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { WordPages, para, td, th } from "./WordPages.ts"
import { artifact, line, pdf, ruled, text } from "./pdf.ts"
import { gridsOf, readPdf, wordsOf } from "./readPdf.ts"
import { wordFile } from "./wordFile.ts"

const head = ["Område", "Mål", "Tid", "Status"]
const row = ["Webb", "Alla bokar själva", "2024-12-31", "Pågår"]
const widths = [12, 22, 12, 14]
const heads = head.map((each) => th(each))
const cells = (words: ReadonlyArray<string>) => words.map((each) => td(each))

describe("A row of a tagged table with other columns than the table", () => {
  it("is named and not read: a cell merged over it, or over its columns, is not said to be", async () => {
    const rows = [heads, cells(row), cells(["Mål 2", "2025", "Klart"]), cells(["SDV", ...row.slice(1)])]
    const [grid] = await gridsOf(new WordPages().table({ widths, rows }).bytes)
    expect(wordsOf(grid)).toEqual([head, row, [], ["SDV", ...row.slice(1)]])
    expect(grid?.seen).toEqual([{ code: "WordsOutsideCells", words: "Mål 2 | 2025 | Klart" }])
  })

  it("is read where it is one cell, such as the heading of a group", async () => {
    const rows = [heads, cells(["Digitalisering"]), cells(row)]
    const [grid] = await gridsOf(new WordPages().table({ widths, rows }).bytes)
    expect(wordsOf(grid)).toEqual([head, ["Digitalisering"], row])
    expect(grid?.seen).toEqual([])
  })
})

const twoRows = () => new WordPages().table({ widths, rows: [heads, cells(row), cells(row)] })

describe("Words that are drawn among the cells of a tagged table and are of none", () => {
  it("are named once, as no part of the text or without a mark", async () => {
    for (const drawn of [
      artifact(text(200, 526, "Ersatt")).replaceAll("/F ", "/F1 "),
      text(200, 526, "Ersatt").replaceAll("/F ", "/F1 ")
    ]) {
      const [grid] = await gridsOf(twoRows().draw(drawn).draw(drawn).bytes)
      expect(wordsOf(grid)).toEqual([head, row, row])
      expect(grid?.seen).toEqual([{ code: "WordsOutsideCells", words: "Ersatt Ersatt" }])
    }
  })

  it("are not looked for above, below and beside it", async () => {
    const drawn = [text(200, 560, "Ovan"), text(200, 480, "Under"), text(600, 526, "Bredvid")]
    const [grid] = await gridsOf(twoRows().draw(drawn.join("").replaceAll("/F ", "/F1 ")).bytes)
    expect(grid?.seen).toEqual([])
  })
})

/** A table by its lines with columns of 60 points, whose second cell has two lines of words. */
const narrow = (first: string, second: string): Uint8Array => {
  const xs = [20, 140, 200, 320]
  const lines = [...xs.map((x) => line(x, 440, x, 540)), ...[540, 510, 440].map((y) => line(20, y, 320, y))]
  const words = [
    ["Område", "Tid", "Mål"].map((each, at) => text((xs[at] ?? 0) + 4, 522, each)),
    text(24, 492, "Webb"),
    text(144, 492, first),
    text(144, 480, second),
    text(204, 492, "Alla")
  ].flat()
  return pdf({ pages: [[...lines, ...words].join("")] })
}

describe("A cell of a table by its lines", () => {
  it.each<readonly [first: string, second: string, words: string]>([
    ["Webbtidbok", "ning", "Webbtidbok ning"],
    ["2024123456", "78", "2024123456 78"]
  ])("is named where the line %s may end within its only word", async (first, second, words) => {
    const [grid] = await gridsOf(narrow(first, second))
    expect(grid?.rows[1]?.cells.get(1)).toMatchObject({ text: "", seen: [{ code: "TextNotRead", words }] })
  })

  it.each<readonly [first: string, second: string, words: string]>([
    ["Webb", "bokning", "Webb bokning"],
    ["Vi bokar nu", "själva", "Vi bokar nu själva"],
    ["2024-", "12-31", "2024-12-31"]
  ])("is read where the line %s ends between words", async (first, second, words) => {
    const [grid] = await gridsOf(narrow(first, second))
    expect(grid?.rows[1]?.cells.get(1)).toMatchObject({ text: words, seen: [] })
  })

  it("is read whole in a table of words", async () => {
    const [grid] = await gridsOf(pdf({ pages: [ruled([head, row])] }))
    expect(wordsOf(grid)).toEqual([head, row])
  })
})

const outcome = (words: string) =>
  Effect.map(
    Effect.result(
      readPdf(
        new WordPages().table({ widths, rows: [heads, [td("Webb"), { blocks: [para(words)] }, td("2024"), td("")]] })
          .bytes
      )
    ),
    (read) =>
      Result.isSuccess(read)
        ? JSON.stringify([
            read.success.tables[0]?.rows[0]?.cells.goal,
            ...(read.success.tables[0]?.rows[0]?.remarks ?? []).map(({ code }) => code)
          ])
        : `${read.failure.problem} ${read.failure.detail}`
  )

describe("Signs that show nothing in a cell of a PDF", () => {
  it.effect("turn no text round, and are no letters", () =>
    Effect.gen(function* () {
      // As in a Word file: what turns a text round is refused, and a mark of direction stays.
      expect(yield* outcome("2025\u202E-21-13")).toBe("badText 1")
      expect(yield* outcome("A\u2066B")).toBe("badText 1")
      expect(yield* outcome("Kl\u200Fart")).toBe('["Kl\u200Fart"]')
      for (const sign of ["\u0000", "\u0007"]) expect(yield* outcome(`Kl${sign}art`)).toBe('[null,"TextNotRead"]')
    })
  )
})

const counted = (count: string) =>
  new WordPages()
    .table({ widths, rows: Array.from({ length: 60 }, () => cells(row)).toSpliced(0, 0, heads) })
    .objects()
    .map((each) => ({ ...each, value: each.value.replace(/\/Count \d+/u, `/Count ${count}`) }))

describe("A PDF that states another number of pages than it has", () => {
  it.effect.each<readonly [count: string, expected: string]>([
    ["0", "hiddenPages"],
    ["1", "hiddenPages"],
    ["-1", "hiddenPages"],
    ["500", "read"]
  ])("%s: %s", ([count, expected]) =>
    Effect.gen(function* () {
      const read = yield* Effect.result(readPdf(wordFile(counted(count))))
      expect(Result.isSuccess(read) ? "read" : read.failure.problem).toBe(expected)
      if (Result.isSuccess(read)) expect(read.success.tables[0]?.rows).toHaveLength(60)
    })
  )

  it.effect("is damaged where it has none", () =>
    Effect.gen(function* () {
      const none = counted("0").map((each) => ({ ...each, value: each.value.replace(/\/Kids\[[^\]]*\]/u, "/Kids[]") }))
      expect(yield* Effect.flip(readPdf(wordFile(none)))).toMatchObject({ problem: "damagedPdf" })
    })
  )
})

describe("A damaged stream", () => {
  it.effect("is told, whatever the file says of encryption in its comments", () =>
    Effect.gen(function* () {
      const whole = Buffer.from(new WordPages().table({ widths, rows: [heads, cells(row)] }).bytes)
      const place = whole.indexOf("stream", whole.indexOf("/StructParents 0")) + 60
      const damaged = Buffer.concat([
        Buffer.from(whole).fill(7, place, place + 9),
        Buffer.from("\n%/Encrypt 9 0 R trailer <</Encrypt 9 0 R>>\n")
      ])
      expect(yield* Effect.flip(readPdf(damaged))).toMatchObject({ problem: "damagedPdf" })
    })
  )
})
