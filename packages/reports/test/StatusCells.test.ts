/**
 * The cell of a status in a report, and the words of a document's status cell that states none.
 */
import { describe, expect, it } from "@effect/vitest"
import { delayed, notStated } from "@frist/domain/Status"
import { statusCell } from "../src/ReportCells.ts"
import { phrases } from "../src/words/Phrases.ts"

const [sv, en] = [phrases("sv"), phrases("en")]

describe("the cell of a status", () => {
  it("the cell of a status that cannot be read quotes the document's words as unreadable", () => {
    const cell = { code: "StatusUnreadable", words: "Delvis\n klar" }
    expect(statusCell(notStated, sv, cell)).toEqual({ text: "oläslig: ”Delvis klar”", status: "NotStated" })
    expect(statusCell(notStated, en, cell)).toEqual({ text: "unreadable: “Delvis klar”", status: "NotStated" })
    expect(statusCell(notStated, sv, { ...cell, words: "x".repeat(1000) }).text.length).toBeLessThan(80)
  })

  it("the cell of a status that has not begun has the document's own words", () => {
    expect(statusCell(notStated, sv, { code: "StatusNotBegun", words: "Ej påbörjad" }).text).toBe("Ej påbörjad")
  })

  it("the cell of a status that is stated, or of an empty cell, is the status", () => {
    expect(statusCell(notStated, sv).text).toBe("Ej angivet")
    expect(statusCell(delayed, sv, null).text).toBe("Försenat")
  })
})
