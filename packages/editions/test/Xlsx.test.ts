/**
 * A cell of a workbook is read as shown, with a remark where that is not what was typed.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { c, drawn, remarksOf, row, tablesOf, type WorkbookParts, xlsx } from "./office.ts"

const headings = ["Område", "Mål", "Tid", "Status"]
const formats = ["General", "mmm-yy", "yyyy-mm-dd", "d/m yyyy", "0%", "[$-41D]mmmm yyyy"]
const styles = `<numFmts>${formats.map((format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${format}"/>`).join("")}</numFmts>
<fonts><font/></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor indexed="50"/></patternFill></fill></fills>
<cellXfs>${formats.map((_, at) => `<xf numFmtId="${164 + at}" fillId="0" fontId="0"/>`).join("")}<xf numFmtId="14" fillId="0" fontId="0"/><xf numFmtId="0" fillId="2" fontId="0"/><xf numFmtId="0" fillId="3" fontId="0"/></cellXfs>`

/** Returns the reading of cell D2 with that XML, under *Tid*, and the remarks. */
const deadline = (cell: string, more: Partial<WorkbookParts> = {}) =>
  Effect.map(
    tablesOf(
      xlsx({
        styles,
        ...more,
        sheets: [{ name: "Aktiviteter", rows: row(1, headings) + row(2, ["Webb", "Alla", cell, ""]) }]
      })
    ),
    (tables) => [tables[0]?.rows[0]?.cells.deadline ?? null, ...remarksOf(tables)]
  )
const number = (value: string, style = 0) => `<c r="C2" s="${style}"><v>${value}</v></c>`

describe("A date held as a number", () => {
  it.effect("a date held as a number is read as the cell shows it, in the cell's format and language", () =>
    Effect.gen(function* () {
      expect(yield* deadline(number("44621", 1))).toEqual(["Mar-22", "DateFromSerial deadline Mar-22 (2022-03-01)"])
      expect(yield* deadline(number("45460", 2))).toEqual(["2024-06-17"])
      expect(yield* deadline(number("45460", 3))).toEqual(["17/6 2024"])
      expect(yield* deadline(number("45413", 5))).toEqual(["maj 2024", "DateFromSerial deadline maj 2024 (2024-05-01)"])
    })
  )

  it.effect("a date held as a number in the reader's own format is read as year, month and day", () =>
    Effect.gen(function* () {
      expect((yield* deadline(number("45460", 6)))[0]).toBe("2024-06-17")
    })
  )

  it.effect("a date held as a number counts from 1904 where the workbook does", () =>
    Effect.gen(function* () {
      const properties = '<workbookPr date1904="1"/>'
      expect((yield* deadline(number("43998", 2), { properties }))[0]).toBe("2024-06-17")
    })
  )

  it.effect("a date held as a number is shown as Excel shows it, even on 1900-02-29 and before 1900", () =>
    Effect.gen(function* () {
      expect((yield* deadline(number("60", 2)))[0]).toBe("1900-02-29")
      expect((yield* deadline(number("61", 2)))[0]).toBe("1900-03-01")
      expect((yield* deadline(number("-5", 2)))[0]).toMatch(/^(?:-5|1899-12-2\d)$/u)
    })
  )

  it.effect("a date held as a number and shown as a bare number stays a number, with a warning", () =>
    Effect.gen(function* () {
      expect(yield* deadline(number("45460"))).toEqual(["45460", "SerialNumber deadline 45460"])
      expect(yield* deadline(number("2024"))).toEqual(["2024"])
    })
  )
})

const cells = (texts: ReadonlyArray<string>) =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`

describe("A cell of a workbook", () => {
  it.effect(
    "a cell of a workbook shows shared texts with their runs joined, escapes decoded and phonetic aids omitted",
    () =>
      Effect.gen(function* () {
        const strings =
          "<si><t>noll</t></si><si><r><t>hösten </t></r><r><rPr><b/></rPr><t>2024</t></r><rPh><t>x</t></rPh></si><si><t>a_x000A_b</t></si>"
        expect(yield* deadline('<c r="C2" t="s"><v>1</v></c>', { strings })).toEqual(["hösten 2024"])
        expect(yield* deadline('<c r="C2" t="s"><v>2</v></c>', { strings })).toEqual(["a\nb"])
      })
  )

  it.effect("a cell of a workbook shows numbers, percentages, booleans and ISO dates", () =>
    Effect.gen(function* () {
      expect(yield* deadline(number("0.8", 4))).toEqual(["80%"])
      expect(yield* deadline(number("0.30000000000000004"))).toEqual(["0.3"])
      expect(yield* deadline('<c r="C2" t="b"><v>1</v></c>')).toEqual(["TRUE"])
      expect(yield* deadline('<c r="C2" t="d"><v>2024-06-17T00:00:00</v></c>')).toEqual(["2024-06-17"])
    })
  )

  it.effect("a cell of a workbook with a formula has the value last computed, or none, and a remark", () =>
    Effect.gen(function* () {
      expect(yield* deadline('<c r="C2" t="str"><f>A1&amp;"x"</f><v>2024</v></c>')).toEqual([
        "2024",
        'Formula deadline =A1&"x"'
      ])
      expect(yield* deadline('<c r="C2"><f>TODAY()</f></c>')).toEqual([null, "FormulaWithoutValue deadline =TODAY()"])
    })
  )

  it.effect("a cell of a workbook with an error keeps the error, and a remark", () =>
    Effect.gen(function* () {
      expect(yield* deadline('<c r="C2" t="e"><f>B9</f><v>#REF!</v></c>')).toEqual([
        "#REF!",
        "Formula deadline =B9",
        "CellError deadline #REF!"
      ])
    })
  )

  it.effect("a cell of a workbook without a reference follows the cell before it", () =>
    Effect.gen(function* () {
      const tables = yield* tablesOf(
        xlsx({ sheets: [{ name: "Aktiviteter", rows: cells(headings) + cells(["Webb", "Alla", "2024", "Pågår"]) }] })
      )
      expect(drawn(tables)[0]?.rows).toEqual([["Webb", "Alla", "2024", "Pågår"]])
    })
  )
})

describe("A sheet", () => {
  const rows = row(1, headings) + row(2, ["Webb", "Alla", "2024", '<c r="D2" s="7"/>'])

  it.effect("a sheet states statuses by the fill of its cells, in old and new colour formats", () =>
    Effect.gen(function* () {
      const more = row(3, ["SDV", "Införd", "2026", '<c r="D3" s="8"/>'])
      const legend = row(5, ["Röd = FÖRSENAT"]) + row(6, ["Grön = KLART"])
      const [table] = yield* tablesOf(xlsx({ styles, sheets: [{ name: "Aktiviteter", rows: rows + more + legend }] }))
      expect(table?.rows.map(({ cells }) => cells.status)).toEqual(["FÖRSENAT", "KLART"])
    })
  )

  it.effect("a sheet copies a cell that is merged downwards to each of its rows", () =>
    Effect.gen(function* () {
      const more = row(3, ["", "Också", "2025", ""])
      const after = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'
      const tables = yield* tablesOf(xlsx({ styles, sheets: [{ name: "Aktiviteter", rows: rows + more, after }] }))
      expect(tables[0]?.rows.map(({ cells }) => cells.area)).toEqual(["Webb", "Webb"])
      expect(remarksOf(tables)).toContain("MergedCell area Webb")
    })
  )

  it.effect("a sheet that is hidden, or has hidden rows or columns, is read with remarks", () =>
    Effect.gen(function* () {
      const hidden = row(1, headings) + row(2, ["Webb", "Alla", "2024", "Klart"], ' hidden="1"')
      const before = '<cols><col min="2" max="2" width="9" hidden="1"/></cols>'
      const tables = yield* tablesOf(
        xlsx({ sheets: [{ name: "Aktiviteter", rows: hidden, before, state: "veryHidden" }] })
      )
      expect(drawn(tables)[0]?.rows).toEqual([["Webb", "Alla", "2024", "Klart"]])
      expect(remarksOf(tables)).toEqual([
        "HiddenTable Aktiviteter",
        "HiddenColumn goal Mål",
        "HiddenRow Webb | Alla | 2024 | Klart"
      ])
    })
  )

  it.effect("the legend of a sheet defines its colours", () =>
    Effect.gen(function* () {
      const legend = row(1, [c("A1", "Pausad", ' s="7"'), c("B1", "Klart", ' s="8"')])
      const under = row(3, headings) + row(4, ["Webb", "Alla", "2024", '<c r="D4" s="7"/>'])
      const tables = yield* tablesOf(xlsx({ styles, sheets: [{ name: "Aktiviteter", rows: legend + under }] }))
      expect(tables[0]?.rows[0]?.cells.status).toBe("Pausad")
      expect(remarksOf(tables)).toEqual([])
    })
  )
})
