/**
 * The report as an Excel workbook: a sheet per table, dates as dates and words as words.
 */
import { describe, expect, it } from "@effect/vitest"
import { readEdition } from "@frist/editions/EditionReader"
import { Day } from "@frist/domain/Day"
import * as Effect from "effect/Effect"
import type { ReportCell, Report, ReportTable } from "../src/Report.ts"
import { phrases } from "../src/words/Phrases.ts"
import { chartTables } from "../src/writers/xlsx/ChartSheet.ts"
import { sheetTables } from "../src/writers/xlsx/SheetTables.ts"
import { sheetNames } from "../src/writers/xlsx/SheetNames.ts"
import { numberFormatOf } from "../src/writers/xlsx/XlsxCells.ts"
import { write } from "../src/writers/xlsx/XlsxReport.ts"
import { formulas, hard, markup, marks } from "./corpora.ts"
import { empty, recorded, sample, saying, sourceOf } from "./logs.ts"
import { all, partOf, partsOf, treeOf, wordsOf } from "./officeParts.ts"

interface Shown {
  readonly isText: boolean
  readonly value: string
  readonly format: string
  readonly isQuoted: boolean
}

/** Reads the cells of a workbook, sheet by sheet. */
const sheetsOf = (bytes: Uint8Array) => {
  const tree = (name: string) => treeOf(partOf(bytes, name))
  const texts = all(tree("xl/sharedStrings.xml"), "si").map((item) =>
    all(item, "t").map(wordsOf).join("").replaceAll("_x005F_", "_")
  )
  const styles = tree("xl/styles.xml")
  const formats = new Map(all(styles, "numFmt").map(({ attributes: a }) => [a["numFmtId"], a["formatCode"] ?? ""]))
  const looks = all(all(styles, "cellXfs")[0] ?? styles, "xf").map(({ attributes }) => attributes)
  return all(tree("xl/workbook.xml"), "sheet").map(({ attributes }, at) => {
    const sheet = tree(`xl/worksheets/sheet${at + 1}.xml`)
    const cells = new Map(
      all(sheet, "c").map(({ attributes: { r = "", s, t }, children }): [string, Shown] => {
        const value = wordsOf({ tag: "c", attributes: {}, children })
        const look = looks[Number(s)]
        return [
          r,
          {
            isText: t === "s" || value === "",
            value: t === "s" ? (texts[Number(value)] ?? "") : value,
            format: formats.get(look?.["numFmtId"] ?? "") ?? "",
            isQuoted: look?.["quotePrefix"] === "1"
          }
        ]
      })
    )
    return { name: attributes["name"] ?? "", sheet, cells }
  })
}

const tablesOf = (report: Report): ReadonlyArray<ReportTable> => {
  const spoken = phrases(report.language)
  return [...sheetTables(report, spoken), ...chartTables(report, spoken)].map(({ table }) => table)
}
const place = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row}`
const plain = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/\r\n|[\r\u2028\u2029]/gu, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f]/gu, "\ufffd")

const isAsTold = (cell: ReportCell, shown: Shown | undefined): void => {
  if (cell.day !== undefined && cell.day >= "1900-03-01") {
    expect(shown).toMatchObject({ isText: false, format: "yyyy\\-mm\\-dd" })
    expect(Day.fromNumber(Number(shown?.value) - 25_569)).toBe(cell.day)
  } else if (shown?.isText === false) {
    expect(cell.number).toBe(Number(shown.value))
    expect(shown.format).toMatch(/^#,##0(?:\.0+)?(?:"[^"]*")?$/u)
  } else expect(shown?.value).toBe(plain(cell.text))
}

describe("a report in Excel", () => {
  it.each([
    [sample, "2024-12-16", "sv"],
    [sample, "2024-06-17", "en"],
    [saying("=1+1"), "2024-04-15", "sv"]
  ] as const)(
    "a report in Excel has a sheet for each table and chart, with the report's cells: %#",
    async (log, heldOn, language) => {
      const source = sourceOf(log, heldOn, language, { findings: true })
      const [words, ...sheets] = sheetsOf(await write(source))
      const tables = tablesOf(source.report)
      expect(words?.cells.get("A1")?.value).toBe(source.report.title)
      expect(sheets).toHaveLength(tables.length)
      for (const [at, { columns, rows }] of tables.entries()) {
        const cells = sheets[at]?.cells
        for (const [column, { heading }] of columns.entries())
          expect(cells?.get(place(1, column))?.value).toBe(plain(heading))
        for (const [row, each] of rows.entries())
          for (const [column, cell] of each.cells.entries()) isAsTold(cell, cells?.get(place(row + 2, column)))
      }
    }
  )

  it("has a date for an exact day, and words for any other date", async () => {
    const source = sourceOf(sample, "2024-12-16")
    const [, ...sheets] = sheetsOf(await write(source))
    const all = sheets.flatMap(({ cells }) => [...cells.values()])
    for (const text of ["2021-12-", "2022-06", "2021-02-29", "våren 2025", "April 2021"])
      expect(all).toContainEqual(expect.objectContaining({ isText: true, value: text }))
    expect(all.filter(({ format }) => format.startsWith("yyyy")).length).toBeGreaterThan(60)
    expect(
      all.filter(({ isText, value }) => isText && /^\d{4}-\d\d-\d\d$/u.test(value)).map(({ value }) => value)
    ).toEqual(expect.not.arrayContaining(["2021-12-31"]))
  })

  it("has the changes in one sheet with their type", async () => {
    const source = sourceOf(sample, "2024-06-17")
    const told = source.report.sections.find(({ id }) => id === "since")
    const sheet = sheetsOf(await write(source)).find(({ name }) => name === "Andra ändringar")
    const types = [...(sheet?.cells ?? [])].filter(([at]) => /^B\d+$/u.test(at)).map(([, { value }]) => value)
    expect(types[0]).toBe("Typ")
    const captions = (told?.blocks ?? []).flatMap((block) =>
      block._tag === "Table" && block.rows.length > 0 ? [block.caption] : []
    )
    expect(captions.length).toBeGreaterThan(2)
    expect(new Set(types.slice(1))).toEqual(new Set(captions))
  })

  it.each(["sv", "en"] as const)("has whole names of sheets in %s", async (language) => {
    for (const heldOn of ["2023-12-15", "2024-06-17", "2024-12-16"]) {
      const source = sourceOf(sample, heldOn, language)
      const known = new Set([
        ...source.report.sections.flatMap(({ blocks, heading }) => [
          heading,
          ...blocks.flatMap((block) => (block._tag === "Table" ? [block.caption] : []))
        ]),
        ...Object.values(phrases(language).text.report.chart.workbook.sheets)
      ])
      const names = sheetsOf(await write(source)).map(({ name }) => name)
      expect(names.filter((name) => !known.has(name) && !/^(?:Diagram|Charts)(?: 2)?$/u.test(name))).toEqual([])
    }
  })

  it("names in its chart each deadline that its title counts, also one that no bar can show", async () => {
    const source = sourceOf(sample, "2024-06-17")
    const [chart] = source.report.sections.flatMap(({ blocks }) => blocks.filter(({ _tag }) => _tag === "Dumbbell"))
    const { cells } = sheetsOf(await write(source)).find(({ name }) => name === "Diagram") ?? { cells: new Map() }
    const names = [...cells].filter(([at]) => /^A\d+$/u.test(at)).map(([, { value }]) => value)
    expect(names.slice(1)).toEqual(chart?._tag === "Dumbbell" ? chart.rows.map(({ name }) => name) : [])
    const [at] = [...cells].find(([, { value }]) => value === "Självincheckning") ?? [""]
    expect(cells.get(at.replace("A", "C"))?.value).toBe("oklart hur långt")
  })

  it("has slips as numbers that sort beside their words", async () => {
    const sheets = sheetsOf(await write(sourceOf(sample, "2024-06-17")))
    let columns = 0
    for (const { cells } of sheets.slice(1)) {
      for (const [at, { value }] of cells) {
        if (!/, (?:minst|högst) \(dagar\)$/u.test(value) || !/^[A-Z]1$/u.test(at)) continue
        columns += 1
        const days = [...cells].filter(([own, { value: n }]) => own[0] === at[0] && own !== at && n !== "")
        expect(days.length).toBeGreaterThan(1)
        expect(days.every(([, { isText }]) => !isText)).toBe(true)
      }
    }
    expect(columns).toBeGreaterThanOrEqual(4)
  })

  it("has each chart over the figures of its sheet, with a description", async () => {
    const bytes = await write(sourceOf(sample, "2024-12-16"))
    const sheets = sheetsOf(bytes)
    const drawn = sheets.flatMap(({ name, sheet }, at) =>
      all(sheet, "drawing").length === 1 ? [{ at: at + 1, name }] : []
    )
    expect(drawn.map(({ name }) => name)).toEqual(["Diagram", "Diagram 2"])
    for (const { at, name } of drawn) {
      const chart = treeOf(partOf(bytes, `xl/charts/chart${at}.xml`))
      const ranges = all(chart, "c:f").map(wordsOf)
      expect(ranges.length).toBeGreaterThan(5)
      for (const range of ranges)
        expect(range).toMatch(new RegExp(`^'${name}'!\\$[A-Z]\\$\\d+(:\\$[A-Z]\\$\\d+)?$`, "u"))
      const [shape] = all(treeOf(partOf(bytes, `xl/drawings/drawing${at}.xml`)), "xdr:cNvPr")
      expect(shape?.attributes["descr"]).toContain(all(chart, "a:t").map(wordsOf).join(""))
    }
  })

  it("marks new sentences in their letters, not in the cell", async () => {
    const bytes = await write(sourceOf(sample, "2024-06-17"))
    const runs = all(treeOf(partOf(bytes, "xl/sharedStrings.xml")), "r").filter((run) => all(run, "b").length === 1)
    expect(runs.map(wordsOf).join("\n")).toContain("Utredarna lämnar sitt förslag i höst.")
  })

  it("freezes the heading row and the first column, and filters each table that has rows, and nothing else", async () => {
    for (const [log, heldOn, filtered] of [
      [sample, "2024-12-16", true],
      [empty, "2023-12-15", false]
    ] as const) {
      const [, ...sheets] = sheetsOf(await write(sourceOf(log, heldOn)))
      for (const { sheet } of sheets) {
        expect(all(sheet, "pane")[0]?.attributes).toMatchObject({ xSplit: "1", ySplit: "1", state: "frozen" })
        expect(all(sheet, "autoFilter")).toHaveLength(filtered ? 1 : 0)
      }
    }
  })

  it("prints on one page what is little more than a page", async () => {
    const highest = sheetsOf(await write(sourceOf(sample, "2024-06-17"))).flatMap(({ sheet }) =>
      all(sheet, "pageSetup").map(({ attributes }) => attributes["fitToHeight"])
    )
    // The decisions are few; the document's own tables are as many pages as they need.
    expect(highest.slice(1, 3)).toEqual(["1", "1"])
    expect(highest).toContain("0")
  })

  it("prints its sentences in two columns whatever the title, and repeats the heading row of each table", async () => {
    const workbook = treeOf(partOf(await write(sourceOf(saying("å".repeat(400)), "2024-04-15")), "xl/workbook.xml"))
    const named = (name: string) =>
      all(workbook, "definedName").filter(({ attributes }) => attributes["name"] === `_xlnm.${name}`)
    expect(named("Print_Area").map(wordsOf)).toEqual([expect.stringMatching(/^'I korthet'!\$A\$1:\$B\$\d+$/u)])
    expect(named("Print_Titles")).toHaveLength(all(workbook, "sheet").length - 1)
  })

  it("has columns wide enough for their words and rows high enough for their texts", async () => {
    const sheet = sheetsOf(await write(sourceOf(saying("Verksamhetsutvecklare för hela regionen"), "2024-04-15"))).find(
      ({ cells }) => cells.get("B1")?.value === "Från"
    )
    const widths = all(sheet?.sheet ?? treeOf("<none/>"), "col").map(({ attributes }) => Number(attributes["width"]))
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(12)
    // A deadline in words of 21 letters is broader than a day.
    expect(widths[1]).toBe(24)
    const [, second] = all(sheet?.sheet ?? treeOf("<none/>"), "row").map(({ attributes }) => Number(attributes["ht"]))
    expect(second).toBe(55)
  })

  it("cuts a text at the limit of Excel and ends it with three dots", async () => {
    const log = [
      ...sample,
      recorded(sample.length + 1, "2024-12-16", "dokumentportal", { _tag: "FollowUpNoted", text: "ord ".repeat(9000) })
    ]
    const lengths = sheetsOf(await write(sourceOf(log, "2024-12-16"))).flatMap(({ cells }) =>
      [...cells.values()].map(({ value }) => [value.length, value.endsWith("[…]")])
    )
    expect(Math.max(...lengths.map(([length]) => Number(length)))).toBeLessThanOrEqual(32_767)
    expect(lengths.filter(([, isCut]) => isCut === true).length).toBeGreaterThan(0)
  })

  it.effect("keeps text that looks like the format's own escape sequences", () =>
    Effect.gen(function* () {
      const text = "_x000D_ och _x005f_"
      const bytes = yield* Effect.promise(async () => write(sourceOf(saying(text), "2024-04-15")))
      const { tables } = yield* readEdition("rapport.xlsx", bytes)
      const rows = tables.find(({ kind }) => kind === "activities")?.rows ?? []
      expect(new Set(rows.map(({ cells }) => cells.area))).toEqual(new Set([text]))
    })
  )
})

describe("in a report in Excel", () => {
  const texts = [...markup, ...formulas, ...marks, ...hard, "a\u0000b\ud800c"]
  it.each(texts.map((text) => [JSON.stringify(text).slice(0, 60), text]))(
    "%s is words and no formula",
    async (_, text) => {
      const bytes = await write(sourceOf(saying(text), "2024-04-15", "sv", { findings: true }))
      for (const [name, content] of partsOf(bytes)) {
        expect(content).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u)
        expect(all(treeOf(content), "f"), name).toEqual([])
        expect(all(treeOf(content), "hyperlink"), name).toEqual([])
        expect(content, name).not.toContain('TargetMode="External"')
      }
      const shown = sheetsOf(bytes).flatMap(({ cells }) => [...cells.values()])
      expect(shown.some(({ isText, value }) => isText && value === plain(text))).toBe(true)
      // Pressing Enter in a cell of Excel turns an unquoted text into a formula.
      for (const { isQuoted, isText, value } of shown)
        if (isText && /^[\s\p{Cf}]*[=+\-@]/u.test(value)) expect(isQuoted, value.slice(0, 40)).toBe(true)
    }
  )
})

describe("the number format of a cell", () => {
  it.each([
    ["1\u00a0154 dagar", 1154, '#,##0" dagar"'],
    ["1,154 days", 1154, '#,##0" days"'],
    ["70 %", 70, '#,##0" %"'],
    ["70\u00a0%", 70, '#,##0"\u00a0%"'],
    ["39,1 %", 39.1, '#,##0.0" %"'],
    ["\u22125", -5, "#,##0"],
    ["0", 0, "#,##0"],
    ["minst 731 dagar", 731, null],
    ["30 dagar tidigare", -30, null],
    ['5 "st"', 5, null]
  ])("%s is a number if a format shows its text, and otherwise a text", (text, value, format) => {
    expect(numberFormatOf(text, value)).toBe(format)
  })
})

describe("the names of sheets", () => {
  it("are short, without reserved characters, and all different", () => {
    const names = sheetNames([
      "Pågående aktiviteter mot första, beslutad och senaste tid",
      "Pågående aktiviteter mot tidigast möjliga",
      "'a/b: [c]*?'",
      "",
      "KLARA",
      "klara"
    ])
    expect(names).toEqual(["Pågående aktiviteter mot", "Pågående aktiviteter mot 2", "a b c", "4", "KLARA", "klara 2"])
  })
})
