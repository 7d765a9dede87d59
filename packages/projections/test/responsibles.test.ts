/**
 * The rows of each responsible: whose a row is when its cell is empty, names several, or is written in another way.
 */
import { describe, expect, it } from "vitest"
import { rowsByResponsible } from "../src/rows/RowsByResponsible.ts"

/** Returns the groups of these cells, with the places of their rows. */
const grouped = (...cells: ReadonlyArray<string | null>) =>
  rowsByResponsible(cells.map((responsible, at) => ({ responsible, at }))).map(({ responsible, rows }) => [
    responsible,
    rows.map(({ at }) => at)
  ])

describe("rows by responsible", () => {
  it("are one group where only capitals, signs and spaces differ", () => {
    expect(grouped("Kvalitetschef", "kvalitetschef ", "Kvalitets-chef", "KVALITETSCHEF.")).toEqual([
      ["Kvalitetschef", [0, 1, 3]],
      ["Kvalitets-chef", [2]]
    ])
  })

  it("of several who each have rows are in the group of each", () => {
    expect(grouped("HR", "IT", "HR och IT", "it/HR", "HR,\nIT")).toEqual([
      ["HR", [0, 2, 3, 4]],
      ["IT", [1, 2, 3, 4]]
    ])
  })

  it("of a name with a conjunction stay one group: Kultur och fritid is one", () => {
    expect(grouped("Kultur och fritid", "HR och IT", "HR")).toEqual([
      ["Kultur och fritid", [0]],
      ["HR och IT", [1]],
      ["HR", [2]]
    ])
  })

  it("of one who is named twice in a cell are in the group once", () => {
    expect(grouped("HR", "HR, HR")).toEqual([["HR", [0, 1]]])
  })

  it("that nobody is responsible for come last, dashes and blanks too", () => {
    expect(grouped(null, "HR", " ", "–", "?")).toEqual([
      ["HR", [1]],
      [null, [0, 2, 3, 4]]
    ])
  })
})
