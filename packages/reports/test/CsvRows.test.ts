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
    ).toBe('\ufeff"area";"net.min";"net.max";"isNew";"list"\r\n"Elab";"1";;;\r\n"TIK";;;"true";"a\nb"\r\n')
  })

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u00a0@A", "\ufeff=1", "\u200b\n +1"])(
    "mark %j as text, not a formula",
    (words) => {
      expect(csvText([{ words }])).toMatch(/\r\n"'/u)
    }
  )

  it.each([
    ["a,=1+1,b", "a,'=1+1,b"],
    ["a\t@SUM(A1)", "a\t'@SUM(A1)"],
    ["a\n=1+1", "a\n'=1+1"],
    ["\n=1", "\n'=1"],
    ["a; +cmd|' /C calc'!A0", "a;' +cmd|' /C calc'!A0"],
    ["- ett\n- två, -3 dagar", "'- ett\n- två, -3 dagar"]
  ])("mark a formula inside %j, which another separator would set free", (words, marked) => {
    expect(csvText([{ words }])).toBe(`\ufeff"words"\r\n"${marked}"\r\n`)
  })

  it("show control characters and marks of direction as codes, in texts and in no other way", () => {
    expect(csvText([{ words: "\u001b]0;x\u0007\u202e\u009b1m\rå\u00ad" }])).toBe(
      '\ufeff"words"\r\n"‹U+001B›]0;x‹U+0007›‹U+202E›‹U+009B›1m‹U+000D›å\u00ad"\r\n'
    )
  })

  it("keep negative numbers as numbers", () => {
    expect(csvText([{ days: -3 }])).toBe('\ufeff"days"\r\n"-3"\r\n')
  })

  it.prop("can be read back, cell by cell", [Schema.String, Schema.String], ([area, goal]) => {
    const [a, b] = [area, goal].map((words) => `x\n${words.replaceAll(/[\p{C}=@＝＠(!\u2028\u2029]/gu, "")}"`)
    const back = Result.getOrThrow(read(csvText([{ Område: a, Mål: b, Tid: "2024" }])))
    expect(back.tables[0]?.rows[0]?.cells).toMatchObject({ area: a, goal: b, deadline: "2024" })
  })
})
