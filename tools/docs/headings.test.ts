/**
 * The page of headings says what is read: each heading that it lists by itself is read so in a table, and no other is.
 */
import { readEdition } from "@frist/editions/EditionReader"
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { readFileSync } from "node:fs"

/** For each row of the page, the column that its headings are read as, a cell below them, and the columns beside it. */
const tried: ReadonlyArray<readonly [title: RegExp, column: string | null, cell: string, beside: string]> = [
  [/Område/u, "area", "Bredband", "Åtgärd;Tid;Status"],
  [/Mål/u, "goal", "Alla anslutna", "Tid;Status"],
  [/Åtgärd/u, "actions", "Bygg fiber till alla byar", "Tid;Status"],
  [/^\*Tid|as first set/u, "deadline", "2024-06-30", "Åtgärd;Status"],
  [/Ny tid/u, "newDeadline", "2024-12-31", "Åtgärd;Tid;Status"],
  [/Ansvarig/u, "responsible", "Projektledare", "Åtgärd;Tid;Status"],
  [/Status/u, "status", "Pågår", "Åtgärd;Tid"],
  [/Klart/u, "completedOn", "2024-05-31", "Åtgärd;Tid;Status"],
  [/Uppföljning/u, "followUp", "Grävningen har börjat", "Åtgärd;Tid;Status"],
  [/^\*Nr/u, "id", "12", "Åtgärd;Tid;Status"],
  [/not read/u, null, "7", "Åtgärd;Tid;Status"]
]
const cells: Readonly<Record<string, string>> = { Åtgärd: "Bygg fiber", Tid: "2024-06-30", Status: "Pågår" }

it.effect(
  "every heading that the page of headings lists by itself is read as it says, and no other",
  Effect.fnUntraced(function* () {
    const page = readFileSync(new URL("../../docs/reference/headings.md", import.meta.url), "utf8")
    const wrong: Array<string> = []
    let listed = 0
    for (const line of page.split("\n").filter((each) => each.startsWith("| ") && !each.startsWith("| column"))) {
      const [, title = "", alone = "", joined = ""] = line.split("|").map((each) => each.trim())
      const row = tried.find(([known]) => known.test(title))
      expect(row, title).toBeDefined()
      const [, column, cell, beside = ""] = row ?? []
      const others = beside.split(";")
      const read = Effect.fnUntraced(function* (word: string) {
        const lines = [
          [...others, word.replaceAll("-", " ")],
          [...others.map((each) => cells[each]), cell]
        ]
        const csv = new TextEncoder().encode(lines.map((each) => each.join(";")).join("\n"))
        // A table without a deadline or a status is not read.
        const read = yield* Effect.option(readEdition("2024-03-15.csv", csv))
        return Option.getOrUndefined(read)?.tables[0]?.columns.find(({ at }) => at === others.length)?.column
      })
      for (const word of alone.split(", ").filter((each) => each !== "")) {
        listed += 1
        if ((yield* read(word)) !== column) wrong.push(`${title}: ${word}`)
      }
      for (const word of joined.split(", ").filter((each) => each !== ""))
        if ((yield* read(word)) === column) wrong.push(`${title}: ${word} is read by itself`)
    }
    expect(listed).toBeGreaterThan(900)
    expect(wrong).toEqual([])
  })
)
