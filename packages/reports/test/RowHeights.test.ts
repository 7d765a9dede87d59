/**
 * The heights of a workbook's rows, which must fit their texts.
 */
import { describe, expect, it } from "@effect/vitest"
import { rowHeight, wrappedLines } from "../src/writers/xlsx/RowHeights.ts"

describe("a text in a column", () => {
  it.each([
    ["", 10, 1],
    ["Elab", 10, 1],
    ["Alla enheter", 12, 1],
    ["Alla enheter", 11, 2],
    // Four lines, though its letters would do with three.
    ["1177 Webbtidbokning, alla mottagningar – Ögonmottagningen klar med identifiering", 28, 4],
    ["en\ntvå\r\ntre", 10, 3],
    ["ord\n\nord", 10, 3],
    ["å".repeat(25), 10, 3],
    [`Ord ${"å".repeat(25)} ord`, 10, 4],
    [`${"å".repeat(20)} ord`, 10, 3]
  ])("%j in a column of %i letters takes %i lines", (text, letters, lines) =>
    expect(wrappedLines(text, letters)).toBe(lines)
  )
})

describe("a row", () => {
  const none = new Set<number>()

  it("is as high as its highest text, up to the limit of Excel", () => {
    expect(rowHeight([], [], none)).toBe(16)
    expect(rowHeight(["ord", "ord ord ord"], [10, 4], none)).toBe(42)
    expect(rowHeight(["ord\n".repeat(500)], [10], none)).toBe(409)
  })

  it("has more lines where its text is bold or larger", () => {
    expect(rowHeight(["Alla enheter"], [13], none)).toBe(16)
    expect(rowHeight(["Alla enheter"], [13], new Set([0]))).toBe(29)
    expect(rowHeight(["Alla enheter"], [13], none, 20)).toBe(81)
  })
})
