/**
 * The facts that a page carries give the same board as the log they come from, in fewer bytes.
 */
import { describe, expect, it } from "@effect/vitest"
import { History } from "@frist/projections/History"
import { boardTables } from "../src/BoardTables.ts"
import { boardViews } from "../src/BoardViews.ts"
import { phrases } from "../src/words/Phrases.ts"
import { pack, unpack } from "../src/writers/html/PackedLog.ts"
import { day } from "../../editions/test/sampleEditions.ts"
import { recorded, sample, sourceOf } from "./logs.ts"

const spoken = phrases("sv")
const tablesOf = (history: History, on: string) =>
  boardTables(boardViews(history.at({ asOf: day(on), today: day(on) })), spoken)

describe("the facts that a page carries", () => {
  it("show the tables of the board on any day as the log does", () => {
    const { history } = sourceOf(sample, "2024-12-16")
    const carried = History.of(unpack(JSON.parse(JSON.stringify(pack(history)))), { today: day("2024-12-16") })
    for (const on of ["2023-12-15", "2024-06-17", "2024-12-16"]) {
      const [own, again] = [tablesOf(history, on), tablesOf(carried, on)]
      expect(again.lateness.rows).toEqual(own.lateness.rows)
      expect(again.completed.rows).toEqual(own.completed.rows)
      expect(again.lateness.rows.some(({ cells }) => cells[1]?.day !== undefined)).toBe(true)
    }
  })

  it("have a date in the words of its day as a number, and any other date and text in their words", () => {
    const exact = { words: "2024-06-30", edtf: "2024-06-30", earliest: day("2024-06-30"), latest: day("2024-06-30") }
    const dates = [exact, { ...exact, words: "30 juni 2024" }, { ...exact, words: " 2024-06-30" }]
    const log = dates.map((deadline, at) =>
      recorded(at + 1, "2024-01-15", `a${at}`, {
        _tag: "ActivityRegistered",
        kind: "activity",
        parent: null,
        area: "2024-06-30",
        goal: "19904",
        actions: null,
        responsible: null,
        deadline
      })
    )
    const packed = pack(History.of(log, { today: day("2024-01-15") }))
    expect(packed.values.filter((value) => typeof value === "number")).toEqual([19904])
    expect(unpack(packed).map(({ event }) => event)).toMatchObject(log.map(({ event }) => ({ ...event })))
  })
})
