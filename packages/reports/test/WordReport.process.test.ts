/**
 * The report as a Word document: its structure, and the edition that our own reader reads from it.
 */
import { describe, expect, it } from "@effect/vitest"
import { readEdition } from "@frist/editions/EditionReader"
import type * as Edition from "@frist/editions/Edition"
import { basisOf } from "@frist/domain/decisions/Proposal"
import { decideAll } from "@frist/domain/decisions/BatchDecision"
import { propose } from "@frist/editions/changes/EditionChanges"
import * as Effect from "effect/Effect"
import type { Report, ReportTable } from "../src/Report.ts"
import type { ReportSource } from "../src/ReportWriter.ts"
import { write } from "../src/writers/docx/DocxReport.ts"
import { write as writeXlsx } from "../src/writers/xlsx/XlsxReport.ts"
import { strToU8, unzipSync, zipSync } from "fflate"
import { day } from "../../editions/test/sampleEditions.ts"
import { batches, formulas, hard, isLong, markup, marks } from "./corpora.ts"
import { empty, type Log, recorded, sample, saying, sourceOf } from "./logs.ts"
import { all, type Node, partOf, partsOf, tagsOf, treeOf, wordsOf } from "./officeParts.ts"

const documentOf = (bytes: Uint8Array) => treeOf(partOf(bytes, "word/document.xml"))
const first = sample.filter(({ effectiveOn }) => effectiveOn <= "2023-12-15")
const second = sample.filter(({ effectiveOn }) => effectiveOn <= "2024-06-17")

const documents = new WeakMap<ReportSource, Uint8Array>()

/** The document of a report, written once. */
const written = async (source: ReportSource): Promise<Uint8Array> => {
  const bytes = documents.get(source) ?? (await write(source))
  documents.set(source, bytes)
  return bytes
}

const bytesOf = async (log: Log, heldOn: string, language: "sv" | "en" = "sv", findings = true) =>
  written(sourceOf(log, heldOn, language, { findings }))

const tableOf = ({ sections }: Report, id: string): ReportTable => {
  const found = sections.flatMap(({ blocks }) => blocks).find((block) => block._tag === "Table" && block.id === id)
  if (found?._tag !== "Table") throw new Error(`No table ${id}`)
  return found
}

/** Rows by their columns, as the report has them; a cell without words is null. */
const shown = ({ columns, rows }: ReportTable) =>
  rows.map(({ cells }) =>
    Object.fromEntries(
      columns.flatMap(({ counted, key }, at) => {
        if (counted === true) return []
        const text = (cells[at]?.text ?? "").replace(/^\s*\n|\n\s*$/gu, "")
        return [[key, text.trim() === "" ? null : text] as const]
      })
    )
  )

const isRead = ({ kind }: Edition.EditionTable) => kind !== null

describe("a report in Word that our reader reads", () => {
  const cases = [
    [first, "2023-12-15"],
    [sample, "2024-06-17"],
    [sample, "2024-12-16"]
  ] as const
  for (const [log, heldOn] of cases) {
    for (const language of isLong || heldOn === "2024-12-16" ? (["sv", "en"] as const) : (["sv"] as const)) {
      it.effect(
        `has the ongoing and completed rows of the report, word for word, and its milestones: ${heldOn}, ${language}`,
        () =>
          Effect.gen(function* () {
            const source = sourceOf(log, heldOn, language, { findings: true })
            const bytes = yield* Effect.promise(() => written(source))
            const { tables } = yield* readEdition("rapport.docx", bytes)
            const read = tables.filter(isRead)
            expect(read.map(({ kind }) => kind)).toEqual(["timeline", "activities", "completed"])
            const [timeline, ongoing, completed] = read
            for (const [table, id] of [
              [ongoing, "ongoing"],
              [completed, "completed"]
            ] as const) {
              expect(table?.rows.map(({ cells }) => ({ ...cells, completedOn: undefined, id: undefined }))).toEqual(
                shown(tableOf(source.report, id))
              )
              expect(table?.rows.flatMap(({ remarks, unknown }) => [...remarks, ...unknown])).toEqual([])
            }
            expect(timeline?.rows.map(({ cells }) => [cells.area, cells.deadline])).toEqual(
              shown(tableOf(source.report, "timeline")).map(({ deadline, goal }) => [goal, deadline])
            )
          })
      )
    }
  }

  it.effect.each([
    ["rapport.docx", written],
    ["rapport.xlsx", writeXlsx]
  ] as const)(
    "changes nothing when it is handed in for the next review, and its computed tables are skipped: %s",
    ([name, own]) =>
      Effect.gen(function* () {
        for (const [log, heldOn, next] of [
          [first, "2023-12-15", "2024-01-15"],
          [second, "2024-06-17", "2024-06-18"],
          [sample, "2024-12-16", "2025-01-15"]
        ] as const) {
          const bytes = yield* Effect.promise(async () => own(sourceOf(log, heldOn, "sv", { findings: true })))
          const edition = yield* readEdition(name, bytes)
          expect(edition.tables.every(isRead)).toBe(true)
          const basis = basisOf(log, day(next))
          const { proposals } = propose(edition, basis, day(next), { title: "Digital strategi" })
          const { events, refused } = decideAll(proposals, basis, day(next))
          const changes = events.map(({ activity, event }) => [event._tag, activity])
          expect(refused).toEqual([])
          expect(changes.filter(([tag]) => tag !== "FindingRaised" && tag !== "FindingsRepeated")).toEqual([
            ["ReviewHeld", null]
          ])
          const found = events.flatMap(({ event }) => (event._tag === "FindingRaised" ? [event.code] : []))
          for (const code of changed) expect(found).not.toContain(code)
        }
      })
  )
})

/** Findings about changed or unread content. A first date that a document rewrote stands rewritten in the report too. */
const changed =
  "TableLeftOut UnknownColumn KindAssumed DoneButRed ClosedRowChanged RowVanished RowReopened MatchDoubtful".split(" ")

/** The same document with other words in its main part. */
const forged = (bytes: Uint8Array, change: (document: string) => string): Uint8Array => {
  const parts = unzipSync(bytes)
  return zipSync({ ...parts, "word/document.xml": strToU8(change(partOf(bytes, "word/document.xml"))) })
}

describe("the mark of a computed table", () => {
  it.effect("the mark hides no table that is read without it", () =>
    Effect.gen(function* () {
      const bytes = yield* Effect.promise(async () => bytesOf(sample, "2024-12-16"))
      const marked = forged(bytes, (document) => document.replaceAll('w:val="TableHead"', 'w:val="FristCounted"'))
      const [one, other] = [yield* readEdition("a.docx", bytes), yield* readEdition("a.docx", marked)]
      expect(other.tables).toEqual(one.tables)
    })
  )

  it.effect("without the mark the reader reports each computed table as left out", () =>
    Effect.gen(function* () {
      const bytes = yield* Effect.promise(async () => bytesOf(sample, "2024-12-16"))
      const bare = forged(bytes, (document) => document.replaceAll('w:val="FristCounted"', 'w:val="TableHead"'))
      const { tables } = yield* readEdition("a.docx", bare)
      expect(tables.flatMap(({ remarks }) => remarks).some(({ code }) => code === "TableLeftOut")).toBe(true)
    })
  )
})

/** The field of the list of contents, the only one in the document. */
const contents = ' TOC \\o "1-2" \\n \\h '

/** The width of a table in twentieths of a point. */
const widthOf = (table: Node): number => Number(all(table, "w:tblW")[0]?.attributes["w:w"] ?? 0)

/** A row whose every paragraph stays with the next. */
const kept = (row: Node) => all(row, "w:p").every((each) => all(each, "w:keepNext").length === 1)

describe("a report in Word", () => {
  it.each(["sv", "en"] as const)(
    "is in A4, portrait and then landscape, has real headings and names its language: %s",
    async (language) => {
      const source = sourceOf(sample, "2024-12-16", language)
      const bytes = await written(source)
      const document = documentOf(bytes)
      const pages = all(document, "w:pgSz").map(({ attributes }) => [attributes["w:w"], attributes["w:h"]].join(" "))
      expect(pages[0]).toBe("11906 16838")
      expect(new Set(pages.slice(1))).toEqual(new Set(["16838 11906"]))
      const styled = (style: string) =>
        all(document, "w:p")
          .filter((each) => all(each, "w:pStyle").some(({ attributes }) => attributes["w:val"] === style))
          .map(wordsOf)
      const { sections } = source.report
      const headings = styled("Heading1")
      // The findings are the headings of page one.
      const [summary, , moved] = sections.map(({ blocks }) => blocks[0])
      expect([headings[0], headings[2]]).toEqual([
        summary?._tag === "Sentences" ? summary.heading : null,
        moved?._tag === "Dumbbell" ? moved.title : null
      ])
      expect([headings[1], ...headings.slice(3)]).toEqual(
        sections.flatMap(({ heading }, at) => (at === 0 || at === 2 ? [] : [heading]))
      )
      expect(styled("TOC1").map((words) => words.replace(contents, ""))).toEqual(headings)
      // What a board acts on comes before the list of contents.
      const order = all(document, "w:pStyle").map(({ attributes }) => attributes["w:val"])
      const heads = order.slice(0, order.indexOf("TOC1")).filter((style) => style === "Heading1")
      expect(heads).toHaveLength(3)
      const captions = sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block._tag === "Table" && !block.asInSource ? [block.caption] : []))
      )
      // The heading of the decisions is right above their table.
      expect(captions[0]).toBe(tableOf(source.report, "decisions").caption)
      expect(styled("Heading2")).toEqual(expect.arrayContaining(captions.slice(1)))
      const tag = language === "sv" ? "sv-SE" : "en-GB"
      expect(partOf(bytes, "word/styles.xml")).toContain(`<w:lang w:val="${tag}"`)
      expect(partOf(bytes, "docProps/core.xml")).toContain(`<dc:language>${tag}</dc:language>`)
    }
  )

  it("repeats the heading row of each table, and breaks no row but a tall one of the appendix", async () => {
    const source = sourceOf(sample, "2024-12-16", "sv", { findings: true })
    const tables = all(documentOf(await written(source)), "w:tbl")
    const wanted = source.report.sections.flatMap(({ blocks }) => blocks.filter(({ _tag }) => _tag === "Table"))
    expect(tables).toHaveLength(wanted.length)
    let broken = 0
    for (const table of tables) {
      const rows = all(table, "w:tr")
      expect(rows.map((row) => all(row, "w:tblHeader").length)).toEqual(rows.map((_, at) => (at === 0 ? 1 : 0)))
      const isWide = widthOf(table) > 12_000
      for (const row of rows) {
        const longest = Math.max(...all(row, "w:tc").map((cell) => wordsOf(cell).length))
        if (!isWide || longest < 150) expect(all(row, "w:cantSplit")).toHaveLength(1)
        broken += isWide && all(row, "w:cantSplit").length === 0 ? 1 : 0
      }
    }
    expect(broken).toBeGreaterThan(0)
  })

  it("keeps a short table on one page, and leaves no row of a long one alone", async () => {
    const tables = all(documentOf(await bytesOf(sample, "2024-12-16")), "w:tbl")
    let long = 0
    for (const table of tables) {
      const [, ...rows] = all(table, "w:tr")
      if (rows.length <= 6) expect(rows.map(kept)).toEqual(rows.map((_, at) => at < rows.length - 1))
      else {
        long += 1
        const mayBreak = all(rows[0] ?? table, "w:cantSplit").length === 0
        expect([mayBreak || kept(rows[0] ?? table), rows.slice(-2).map(kept)]).toEqual([true, [true, false]])
        expect(rows.slice(1, -2).some(kept)).toBe(false)
      }
    }
    expect([tables.length > long, long > 3]).toEqual([true, true])
  })

  it("breaks a row that is taller than a page, and keeps every word of it", async () => {
    const note = Array.from({ length: 800 }, (_, at) => `ord${at}`).join(" ")
    const log = [
      ...sample,
      recorded(sample.length + 1, "2024-12-16", "dokumentportal", { _tag: "FollowUpNoted", text: note })
    ]
    const rows = all(documentOf(await bytesOf(log, "2024-12-16")), "w:tr").filter((row) => wordsOf(row).includes(note))
    expect(note.length).toBeGreaterThan(5000)
    expect(rows).toHaveLength(2)
    for (const row of rows.slice(1)) expect(all(row, "w:cantSplit")).toEqual([])
  })

  it("has each status as a shade, a sign and a word", async () => {
    const document = documentOf(await bytesOf(sample, "2024-12-16"))
    const cells = all(document, "w:tc").filter((cell) =>
      all(cell, "w:numId").some(({ attributes }) => Number(attributes["w:val"]) > 2)
    )
    expect(cells.length).toBeGreaterThan(30)
    for (const cell of cells) {
      expect(all(cell, "w:shd")[0]?.attributes["w:fill"]).toMatch(/^[0-9A-F]{6}$/u)
      expect(wordsOf(cell)).not.toBe("")
    }
  })

  it("has each chart as SVG and as PNG, with a description", async () => {
    const bytes = await bytesOf(sample, "2024-12-16")
    const pictures = all(documentOf(bytes), "wp:docPr")
    expect(pictures.length).toBeGreaterThan(2)
    expect(new Set(pictures.map(({ attributes }) => attributes["id"])).size).toBe(pictures.length)
    for (const { attributes } of pictures) expect(attributes["descr"]?.length).toBeGreaterThan(20)
    const parts = [...partsOf(bytes).keys()]
    expect(parts.filter((name) => name.endsWith(".png"))).toHaveLength(pictures.length)
    expect(parts.filter((name) => name.endsWith(".svg"))).toHaveLength(pictures.length)
    expect(all(documentOf(bytes), "asvg:svgBlip")).toHaveLength(pictures.length)
    const targets = partOf(bytes, "word/_rels/document.xml.rels").matchAll(/Target="([^"]+)"/gu)
    for (const [, target] of targets) expect(parts).toContain(`word/${target}`)
    for (const name of parts.filter((each) => each.endsWith(".svg"))) treeOf(partOf(bytes, name))
  })

  it("keeps each chart of a course on the page of the sentence that says how it is read", async () => {
    const paragraphs = all(documentOf(await bytesOf(sample, "2024-12-16")), "w:p")
    const charts = paragraphs.filter((each) => all(each, "wp:docPr").length > 0)
    expect(charts.length).toBeGreaterThan(2)
    // The first is on page one, where each block stays where there is room for it.
    for (const chart of charts.slice(1)) expect(all(chart, "w:keepNext")).toHaveLength(1)
  })

  it("about a plan without activities says so in every table", async () => {
    const text = wordsOf(documentOf(await bytesOf(empty, "2023-12-15")))
    expect(text).toContain("Planen har inga aktiviteter än.")
    expect(text.match(/Inga rader\./gu)?.length).toBeGreaterThan(2)
  })

  it("sets text in a right-to-left script from right to left", async () => {
    const document = documentOf(await bytesOf(saying("مرحبا بالعالم: 👩‍⚕️ Åsa"), "2024-04-15"))
    expect(all(document, "w:bidi").length).toBeGreaterThan(5)
    const turned = all(document, "w:r").filter((run) => all(run, "w:rtl").length > 0)
    expect(new Set(turned.map(wordsOf))).toEqual(new Set(["مرحبا بالعالم"]))
    expect(all(documentOf(await bytesOf(saying("Åsa"), "2024-04-15")), "w:bidi")).toEqual([])
  })
})

describe("in a report in Word", () => {
  const harmless = bytesOf(saying("ord"), "2024-04-15")
  const texts = batches({ markup, formulas, marks, hard, "a lone surrogate": ["a\u0000b\ud800c"] })
  it.each(texts)("%s is only text", async (_, text) => {
    const bytes = await bytesOf(saying(text), "2024-04-15")
    const parts = partsOf(bytes)
    const other = partsOf(await harmless)
    expect([...parts.keys()]).toEqual([...other.keys()])
    const allowed = new Set([
      ...tagsOf(documentOf(await harmless)),
      ...tagsOf(treeOf(other.get("word/footer1.xml") ?? "")),
      "w:tab",
      "w:bidi",
      "w:rtl"
    ])
    expect(all(documentOf(bytes), "w:instrText").map(wordsOf)).toEqual([contents])
    for (const [name, content] of parts) {
      if (name.endsWith(".png")) continue
      const tags = tagsOf(treeOf(content))
      expect(content).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u)
      if (name === "word/document.xml" || name === "word/footer1.xml")
        for (const tag of tags) expect(allowed).toContain(tag)
      else if (name.endsWith(".rels")) expect(content).toBe(other.get(name))
      else if (!name.endsWith(".svg")) expect(tags).toEqual(tagsOf(treeOf(other.get(name) ?? "")))
    }
    const said = text
      .toWellFormed()
      .replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")
      .replace(/\u0000/gu, "\ufffd")
    const lines = said.split(/[\r\n\u2028\u2029]+/u).map((line) => line.replaceAll("\t", ""))
    const words = wordsOf(documentOf(bytes))
    for (const line of lines) expect(words).toContain(line)
  })
})
