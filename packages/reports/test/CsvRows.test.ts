/**
 * The rows of a view as CSV for a spreadsheet.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { csvText } from "../src/writers/text/CsvRows.ts"
import { read } from "../../editions/test/sampleEditions.ts"

describe("rows as CSV", () => {
  it("begin with a byte order mark and name nested values by their path", () => {
    expect(
      csvText([
        { area: "Elab", net: { min: 1, max: null } },
        { area: "TIK", isNew: true, list: ["a", "b"] }
      ])
    ).toBe('\ufeffarea;net.min;net.max;isNew;list\r\nElab;1;;;\r\nTIK;;;true;"a\nb"\r\n')
  })

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\u00a0@A", "\ufeff=1", "\u200b\n +1"])(
    "mark %j as text, not a formula",
    (words) => {
      expect(csvText([{ words }])).toMatch(/\r\n"?'/u)
    }
  )

  it("keep negative numbers as numbers", () => {
    expect(csvText([{ days: -3 }])).toBe("\ufeffdays\r\n-3\r\n")
  })

  it.prop("can be read back, cell by cell", [Schema.String, Schema.String], ([area, goal]) => {
    const [a, b] = [area, goal].map((words) => `x\n${words.replaceAll(/\p{C}/gu, "")}"`)
    const back = Result.getOrThrow(read(csvText([{ Område: a, Mål: b, Tid: "2024" }])))
    expect(back.tables[0]?.rows[0]?.cells).toMatchObject({ area: a, goal: b, deadline: "2024" })
  })
})
