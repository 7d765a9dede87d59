/**
 * The work that reading a document with many small tables takes.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { vi } from "vitest"
import { docx, p, tablesOf, tbl, tr } from "./office.ts"

const other = (at: number) => p(`Deltagare vid möte ${at}`) + tbl(tr(["Namn", "Roll", "Närvaro"]))

/** Returns the titles and headings that reading asked about, in a document with that many other tables. */
const asked = (others: number) =>
  Effect.gen(function* () {
    const plan = tbl(tr(["Område", "Mål", "Tid"]), tr(["Webb", "Alla", "2024"]))
    const document = docx(Array.from({ length: others }, (_, at) => other(at)).join("") + p("Aktiviteter") + plan)
    const asking = vi.spyOn(String.prototype, "toLowerCase")
    const tables = yield* tablesOf(document)
    const times = asking.mock.calls.length
    asking.mockRestore()
    expect(tables.at(-1)).toMatchObject({ name: "Aktiviteter", kind: "activities", rows: [{ number: 1 }] })
    return times
  })

describe("A document with many small tables", () => {
  it.effect("a document with four times as many tables takes about four times the work to read", () =>
    Effect.gen(function* () {
      yield* asked(10)
      const few = yield* asked(50)
      expect(few).toBeGreaterThan(50)
      expect(yield* asked(200)).toBeLessThan(few * 5)
    })
  )
})
