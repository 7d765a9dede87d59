/**
 * The same log, day and language give the same bytes, and the log packed in a page gives the same board.
 */
import { RecordedEvent } from "@frist/domain/RecordedEvent"
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Day } from "@frist/domain/Day"
import { logOf } from "../../domain/test/given.ts"
import { history, Index, Steps } from "../../domain/test/histories.ts"
import { History } from "@frist/projections/History"
import { boardTables } from "../src/BoardTables.ts"
import { boardViews } from "../src/BoardViews.ts"
import { write as docx } from "../src/writers/docx/DocxReport.ts"
import { write as html } from "../src/writers/html/HtmlReport.ts"
import { pack, unpack } from "../src/writers/html/PackedLog.ts"
import { Report } from "../src/Report.ts"
import { write as csv } from "../src/writers/text/CsvReport.ts"
import { write as json } from "../src/writers/text/JsonReport.ts"
import { write as markdown } from "../src/writers/text/MarkdownReport.ts"
import { write as xlsx } from "../src/writers/xlsx/XlsxReport.ts"
import { phrases } from "../src/words/Phrases.ts"
import { day } from "../../editions/test/sampleEditions.ts"
import { empty, sample, saying, sourceOf } from "./logs.ts"

const writers = { html, docx, xlsx, markdown, csv, json }
const textOf = async (bytes: Uint8Array | Promise<Uint8Array>) => new TextDecoder().decode(await bytes)

describe("a report", () => {
  it.each(Object.entries(writers))("as %s has the same bytes whatever the order of its events", async (_, write) => {
    const shuffled = [...sample].sort((a, b) => ((a.position * 7919) % 307) - ((b.position * 7919) % 307))
    const [one, other] = [sourceOf(sample, "2024-06-17"), sourceOf(shuffled, "2024-06-17")]
    expect(await textOf(write(one))).toBe(await textOf(write(other)))
  })

  it("made as of what was known has the same bytes after later events", async () => {
    const known = sample.filter(({ effectiveOn }) => effectiveOn <= "2024-06-17")
    const before = sourceOf(known, "2024-06-17")
    const knownAt = Date.parse(before.report.knownAt ?? "")
    for (const write of Object.values(writers)) {
      expect(await textOf(write(sourceOf(sample, "2024-06-17", "sv", { knownAt })))).toBe(await textOf(write(before)))
    }
  })

  it.each(["sv", "en"] as const)("matches its schema in %s", (language) => {
    for (const [log, heldOn] of [
      [sample, "2024-12-16"],
      [sample, "2023-12-15"],
      [empty, "2023-12-15"],
      [[], "2023-12-15"],
      [saying("ord"), "2024-04-15"]
    ] as const) {
      const { report } = sourceOf(log, heldOn, language, { findings: true })
      expect(Schema.is(Report)(report)).toBe(true)
      for (const { blocks } of report.sections) {
        for (const block of blocks) {
          if (block._tag !== "Table") continue
          for (const { cells } of block.rows) expect(cells.length, block.id).toBe(block.columns.length)
        }
      }
    }
  })
})

const tablesOf = (history: History) => boardTables(boardViews(history), phrases("sv"))

describe("the log packed in a page", () => {
  it("gives the same tables as the log on every day", () => {
    const carried = unpack(pack(History.of(sample, { asOf: day("2024-12-16"), today: day("2024-12-16") })))
    for (let n = Day.toNumber(day("2023-12-10")); n <= Day.toNumber(day("2024-12-16")); n += 9) {
      const times = { asOf: Day.fromNumber(n), today: Day.fromNumber(n) }
      expect(tablesOf(History.of(carried, times))).toEqual(tablesOf(History.of(sample, times)))
    }
  })

  it("gives the same tables where a document repeats an earlier one", () => {
    const log = saying("ord")
    const times = { asOf: day("2024-04-15"), today: day("2024-04-15") }
    const carried = unpack(pack(History.of(log, times)))
    expect(tablesOf(History.of(carried, times))).toEqual(tablesOf(History.of(log, times)))
  })

  it.prop(
    "gives the same tables for any history, with corrections, withdrawals and redactions",
    [Steps, Index, Index],
    ([steps, earlier, later]) => {
      const log = logOf(history(steps, false))
      const [first, last] = [Math.min(earlier, later), Math.max(earlier, later)].map((n) => Day.fromNumber(18_262 + n))
      if (first === undefined || last === undefined) return
      const carried = unpack(JSON.parse(JSON.stringify(pack(History.of(log, { asOf: last, today: last })))))
      const times = { asOf: first, today: first }
      expect(tablesOf(History.of(carried, times))).toEqual(tablesOf(History.of(log, times)))
    },
    { arbitrary: { runs: 150 } }
  )

  it("has no actors, no reasons, and nothing that was corrected or redacted", async () => {
    const log = saying("sagt").map((record) =>
      record.position === 27 || record.position === 29
        ? RecordedEvent.of({ ...record, event: { _tag: "FollowUpNoted", text: "fel och borta" } })
        : record.type === "DeadlineMoved" && record.event !== null
          ? { ...record, event: { ...record.event, reason: "ett skäl" } }
          : record
    )
    const carried = JSON.stringify(pack(History.of(log, { asOf: day("2024-04-15"), today: day("2024-04-15") })))
    for (const words of ["fel och borta", "ett skäl", "Strategen", "UnknownColumn"])
      expect(carried).not.toContain(words)
    expect(await textOf(html(sourceOf(log, "2024-04-15")))).not.toContain("fel och borta")
  })
})
