/**
 * The editions of the sample as Word exports them: each PDF says what its Word file says, and the log is the same.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { readFileSync } from "node:fs"
import { wordOf } from "../../../../examples/plan/word.ts"
import { propose } from "../../src/changes/EditionChanges.ts"
import type { Edition } from "../../src/Edition.ts"
import { readEdition } from "../../src/EditionReader.ts"
import { readCsv } from "../../src/formats/csv/CsvEdition.ts"
import { keepIn, readAgainIn } from "../keptInTests.ts"
import { type Log, day, heldOn, recordedOn } from "../sampleEditions.ts"
import { readPdf } from "./readPdf.ts"
import { type WordTable, WordPages, td, th } from "./WordPages.ts"

const headings = ["Område", "Mål", "Åtgärd", "Tid", "Ansvarig", "Status", "Uppföljning", "Ny tid"]
const columns = ["area", "goal", "actions", "deadline", "responsible", "status", "followUp", "newDeadline"] as const
const widths = [14, 24, 24, 12, 14, 12, 26, 14]

/** Returns an edition of the sample as Word exports it; a cell has a paragraph for each line of its words. */
const exported = (csv: string, look: Partial<WordTable>): Uint8Array => {
  const bytes = readFileSync(new URL(`../../../../examples/plan/${csv}`, import.meta.url))
  const { tables } = Result.getOrThrow(readCsv(csv, bytes))
  const pages = new WordPages()
  for (const { name, rows } of tables) {
    const cells = rows.map((row) => columns.map((column) => td((row.cells[column] ?? "").split("\n"))))
    pages
      .block({ role: "P", words: [name] })
      .table({ widths, rows: [headings.map((each) => th(each)), ...cells], ...look })
  }
  return pages.bytes
}

/** Returns the log after the three editions, without the documents that its events come from. */
const logOf = Effect.fnUntraced(function* <E>(editionOf: (held: string) => Effect.Effect<Edition, E>) {
  let log: Log = []
  for (const held of heldOn) {
    const edition = yield* editionOf(held)
    let decided: ReturnType<typeof propose>["decided"] = new Map()
    const after = recordedOn(held, log, (basis) => {
      const proposed = propose(edition, basis, day(held), { title: "Plan", readAgain: readAgainIn(log) })
      decided = proposed.decided
      return proposed.proposals
    })
    keepIn(after.slice(log.length), edition, decided)
    log = after
  }
  return log.flatMap(({ source, type, ...event }) => {
    const { column, row, table } = Object(source)
    return type === "EditionKept" ? [] : [{ ...event, source: { column, row, table } }]
  })
})

describe("An edition that Word exports", () => {
  it.live.each<readonly [name: string, look: Partial<WordTable>]>([
    ["with its headings once", {}],
    ["with headings that are said again as no part of the text", { repeats: "artifact", hasSections: true }],
    ["with headings that are tagged on each page", { repeats: "tagged" }],
    ["with rows that go on on the next page", { breaksRows: true, repeats: "artifact" }]
  ])(
    "gives the events of its Word file: %s",
    ([, look]) =>
      Effect.gen(function* () {
        const word = yield* logOf((held) => readEdition(`${held}.docx`, wordOf(`${held}.csv`)))
        const pdf = yield* logOf((held) => readPdf(exported(`${held}.csv`, look)))
        expect(word.length).toBeGreaterThan(250)
        expect(pdf).toEqual(word)
      }),
    60_000
  )
})
