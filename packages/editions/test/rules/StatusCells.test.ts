/**
 * Rules about the status column of a table or a document.
 */
import { describe, expect, it } from "@effect/vitest"
import type { Cells } from "../../src/Edition.ts"
import { completed, ongoing, remarks } from "./remarks.ts"

const rows = (...statuses: ReadonlyArray<string | null>): ReadonlyArray<Partial<Cells>> =>
  statuses.map((status, i) => ({ area: `Område ${i}`, status }))

describe("a status column", () => {
  it("a status column that is mostly empty is reported once, with its rows", () => {
    expect(remarks("StatusNotGiven", ongoing(...rows(null, null, " ", null)))).toEqual(["1 status: 1–4 (4/4)"])
    expect(remarks("StatusNotGiven", ongoing(...rows(null, "PÅGÅR", null, "FÖRSENAT", null)))).toEqual([
      "1 status: 1, 3, 5 (3/5)"
    ])
  })

  it("a status column with few empty cells, with words that are not read, or of completed rows is not reported", () => {
    expect(remarks("StatusNotGiven", ongoing(...rows(null, null)))).toEqual([])
    expect(remarks("StatusNotGiven", ongoing(...rows(null, null, null, "PÅGÅR", "PÅGÅR", "PÅGÅR")))).toEqual([])
    expect(remarks("StatusNotGiven", ongoing(...rows("blå", "blå", "Ej påbörjad", "blå")))).toEqual([])
    expect(remarks("StatusNotGiven", completed(...rows(null, null, null)))).toEqual([])
  })

  it("cells of which a colour says something, and rows that are struck out, are not empty", () => {
    const [table] = ongoing(...rows(null, null, null))
    const remarked = (code: "ColourUnknown" | "RowStruck", column: "status" | null) => {
      if (table === undefined) throw new Error("no table")
      return [{ ...table, rows: table.rows.map((row) => ({ ...row, remarks: [{ code, column, words: "röd" }] })) }]
    }
    expect(remarks("StatusNotGiven", remarked("ColourUnknown", "status"))).toEqual([])
    expect(remarks("StatusNotGiven", remarked("RowStruck", null))).toEqual([])
  })

  it("a table without a status column is not reported", () => {
    const [table] = ongoing(...rows(null, null, null))
    if (table === undefined) throw new Error("no table")
    const without = { ...table, headings: { ...table.headings, status: null } }
    expect(remarks("StatusNotGiven", [without])).toEqual([])
  })
})

describe("done", () => {
  it("done in four ways is reported once, with a cell of each", () => {
    expect(
      remarks(
        "DoneInManyWays",
        completed(...rows("Klart 2023-11-30", "KLART", "22-10-03 KLART", "KLART.", "Klart 2022-01-02", "KLART"))
      )
    ).toEqual(["1 status: Klart 2023-11-30 | KLART | 22-10-03 KLART | KLART."])
  })

  it("done in three ways, on many days, and other statuses are not reported", () => {
    expect(remarks("DoneInManyWays", completed(...rows("Klart 2023-11-30", "KLART", "Klart")))).toEqual([])
    expect(
      remarks(
        "DoneInManyWays",
        completed(...rows("Klart 2023-11-30", "Klart 2023-11-29", "Klart 2022-01-02", "Klart 2021-01-01"))
      )
    ).toEqual([])
    expect(
      remarks("DoneInManyWays", ongoing(...rows("PÅGÅR", "Pågår", "Försenad", "FÖRSENAT", "Ej påbörjad")))
    ).toEqual([])
  })
})
