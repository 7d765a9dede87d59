/**
 * A date of a workbook keeps its day wherever the cell's format shows day, month and year.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { dayOfSerial, dateShownBy } from "../src/formats/excel/ShownDate.ts"
import { format } from "numfmt"
import { gridsOf, read, row, type WorkbookParts, xlsx } from "./office.ts"

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")

/** Returns the deadline cell of a workbook whose one row has that cell, in that format. */
const shown = (cell: string, pattern: string | number, more: Partial<WorkbookParts> = {}) =>
  Effect.gen(function* () {
    const styles = `<numFmts>${typeof pattern === "string" ? `<numFmt numFmtId="164" formatCode="${escaped(pattern)}"/>` : ""}</numFmts><fonts><font/></fonts><fills><fill/></fills><cellXfs><xf numFmtId="0"/><xf numFmtId="${typeof pattern === "number" ? pattern : 164}"/></cellXfs>`
    const rows = row(1, ["Område", "Mål", "Tid", "Status"]) + row(2, ["Webb", "Alla", cell, "Pågår"])
    const edition = Result.getOrThrow(yield* read(xlsx({ styles, ...more, sheets: [{ name: "Aktiviteter", rows }] })))
    const { day, seen, text } = gridsOf(edition)[0]?.rows[1]?.cells.get(2) ?? { text: "", day: null, seen: [] }
    return { text, day, seen: seen.map(({ code, words }) => `${code} ${words}`) }
  })

const iso = (value: string) => `<c r="C2" s="1" t="d"><v>${value}</v></c>`
const april3 = '<c r="C2" s="1"><v>45385</v></c>'

/** Formats and what they show of 2024-04-03. */
const whole: ReadonlyArray<readonly [pattern: string | number, text: string]> = [
  [14, "2024-04-03"],
  [15, "3-Apr-24"],
  [22, "2024-04-03 00:00"],
  [31, "2024-04-03"],
  [57, "2024-04-03"],
  ["yyyy-mm-dd", "2024-04-03"],
  ["yyyy\\-mm\\-dd;@", "2024-04-03"],
  ["yy-mm-dd", "24-04-03"],
  ["yyyy/mm/dd", "2024/04/03"],
  ["yyyymmdd", "20240403"],
  ["dd/mm/yyyy", "03/04/2024"],
  ["dd/mm/yy;@", "03/04/24"],
  ["m/d/yy", "4/3/24"],
  ["mm/dd/yyyy;@", "04/03/2024"],
  ["dd.mm.yyyy", "03.04.2024"],
  ["d.m.yy", "3.4.24"],
  ["yyyy. mm. dd.", "2024. 04. 03."],
  ["d/m yyyy", "3/4 2024"],
  ["d mmm yyyy", "3 Apr 2024"],
  ["dd-mmm-yyyy", "03-Apr-2024"],
  ["[$-409]mmmm d, yyyy;@", "April 3, 2024"],
  ["[$-41D]d mmmm yyyy", "3 april 2024"],
  ['[$-41D]"den "d mmmm yyyy', "den 3 april 2024"],
  ["[$-414]d. mmmm yyyy;@", "3. april 2024"],
  ["[$-406]d. mmmm yyyy", "3. april 2024"],
  ["[$-40B]d. mmmm yyyy", "3. huhtikuu 2024"],
  ["[$-407]dddd, d. mmmm yyyy", "Mittwoch, 3. April 2024"],
  ["[$-40C]d mmmm yyyy", "3 avril 2024"],
  ['[$-40A]d" de "mmmm" de "yyyy', "3 de abril de 2024"],
  ['yyyy"年"m"月"d"日"', "2024年4月3日"],
  ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "Wednesday, April 3, 2024"],
  ["dddd d mmmm yyyy", "Wednesday 3 April 2024"],
  ["yyyy-mm-dd hh:mm:ss.000", "2024-04-03 00:00:00.000"],
  ['yyyy-mm-dd" kl. "hh.mm', "2024-04-03 kl. 00.00"],
  ["m/d/yyyy h:mm AM/PM", "4/3/2024 12:00 AM"],
  ["[Red]yyyy-mm-dd", "2024-04-03"],
  ["_-yyyy-mm-dd_-", "2024-04-03"],
  ["[<36526]General;yyyy-mm-dd", "2024-04-03"],
  ['"20"yy-mm-dd', "2024-04-03"]
]

/** Formats that show less than a day, or something else beside it. */
const parts: ReadonlyArray<readonly [pattern: string | number, text: string]> = [
  [16, "3-Apr"],
  [17, "Apr-24"],
  ["d/m", "3/4"],
  ["d mmm", "3 Apr"],
  ["dd.mm.", "03.04."],
  ["mmm-yy", "Apr-24"],
  ["[$-41D]mmmm yyyy", "april 2024"],
  ["dddd mmmm yyyy", "Wednesday April 2024"],
  ["yyyy", "2024"],
  ["mm:ss d yyyy", "00:00 3 2024"],
  ['"ca "d mmm yyyy', "ca 3 Apr 2024"],
  ['yyyy-mm-dd"?"', "2024-04-03?"],
  ["~yyyy-mm-dd", "~2024-04-03"],
  ['"före "yyyy-mm-dd', "före 2024-04-03"],
  ['yyyy-mm-dd" –"', "2024-04-03 –"],
  ['"v. "d mmm yyyy', "v. 3 Apr 2024"]
]

describe("A date of a workbook", () => {
  it.effect("a date of a workbook whose format shows day, month and year is that day, in the words shown", () =>
    Effect.gen(function* () {
      for (const [pattern, text] of whole)
        expect(yield* shown(april3, pattern), String(pattern)).toEqual({ text, day: "2024-04-03", seen: [] })
    })
  )

  it.effect("a date of a workbook whose format shows less is no day, and a remark names the day that it hides", () =>
    Effect.gen(function* () {
      for (const [pattern, text] of parts)
        expect(yield* shown(april3, pattern), String(pattern)).toEqual({
          text,
          day: null,
          seen: [`DateFromSerial ${text} (2024-04-03)`]
        })
    })
  )

  it.effect("a number that no format shows as a date is no day", () =>
    Effect.gen(function* () {
      for (const pattern of [
        0,
        1,
        2,
        9,
        18,
        20,
        21,
        45,
        46,
        49,
        "[h]:mm",
        "[mm]:ss",
        "hh:mm",
        "[>50000]yyyy-mm-dd;0"
      ]) {
        const { day, seen } = yield* shown(april3, pattern)
        expect([pattern, day, seen]).toEqual([pattern, null, []])
      }
    })
  )

  it.effect("a date of a workbook with a time of day is that day", () =>
    Effect.gen(function* () {
      for (const value of ["45385.5", "45385.999988", "45385.0000001"])
        expect((yield* shown(`<c r="C2" s="1"><v>${value}</v></c>`, "dd/mm/yyyy")).day).toBe("2024-04-03")
    })
  )

  it.effect("a date of a workbook that counts from 1904 is the day that it shows", () =>
    Effect.gen(function* () {
      const properties = '<workbookPr date1904="1"/>'
      const cell = '<c r="C2" s="1"><v>43923</v></c>'
      expect(yield* shown(cell, "dd/mm/yyyy", { properties })).toMatchObject({ text: "03/04/2024", day: "2024-04-03" })
    })
  )

  it.effect("a date of a workbook that is held as ISO 8601 is shown in the format, and is that day", () =>
    Effect.gen(function* () {
      expect(yield* shown(iso("2024-04-03"), "dd/mm/yyyy")).toEqual({ text: "03/04/2024", day: "2024-04-03", seen: [] })
      expect(yield* shown(iso("2024-04-03T13:30:00"), 0)).toMatchObject({ day: "2024-04-03" })
      expect(yield* shown(iso("2024-04-03T00:00:00Z"), 0)).toEqual({ text: "2024-04-03", day: "2024-04-03", seen: [] })
      expect(yield* shown(iso("2024-04-03"), "mmm-yy")).toMatchObject({ text: "Apr-24", day: null })
      expect(yield* shown(iso("2024-13-40"), 14)).toMatchObject({ text: "2024-13-40", day: null })
      expect(yield* shown(iso("T10:30"), 14)).toMatchObject({ text: "T10:30", day: null })
    })
  )

  it.effect("a date of a workbook that no calendar has is no day", () =>
    Effect.gen(function* () {
      for (const value of ["0", "0.5", "60", "-5", "2958466", "1e9"])
        expect((yield* shown(`<c r="C2" s="1"><v>${value}</v></c>`, "yyyy-mm-dd")).day, value).toBeNull()
    })
  )

  it.prop(
    "the day of a number is the day that the format yyyy-mm-dd shows",
    [Schema.Finite.check(Schema.isBetween({ minimum: 61, maximum: 2_958_465 }))],
    ([serial]) => {
      expect(dayOfSerial(serial)).toBe(format("yyyy-mm-dd", serial, { leap1900: true }))
    }
  )

  it.prop(
    "what any format shows of any number is said without failing",
    [Schema.String.check(Schema.isMaxLength(40)), Schema.Number],
    ([pattern, serial]) => {
      expect(["day", "part", "none"]).toContain(dateShownBy(pattern, serial))
    }
  )

  it.effect(
    "the day formats of case 07 are read as the one day that each cell holds, but for the one without a year",
    () =>
      Effect.gen(function* () {
        const file = readFileSync(join(import.meta.dirname, "fixtures/cases/07-day-formats.xlsx"))
        const [grid] = gridsOf(Result.getOrThrow(yield* read(file)))
        expect(grid?.rows.slice(1).map(({ cells }) => [cells.get(2)?.text, cells.get(2)?.day])).toEqual([
          ["Wednesday, April 3, 2024", "2024-04-03"],
          ["03/04/2024", "2024-04-03"],
          ["3-Apr-24", "2024-04-03"],
          ["03.04.2024", "2024-04-03"],
          ["3/4/24", "2024-04-03"],
          ["3/4", null],
          ["2024-04-03 00:00", "2024-04-03"]
        ])
      })
  )
})
