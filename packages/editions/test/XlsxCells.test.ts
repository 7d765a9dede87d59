/**
 * The cells that workbooks really have: empty in every way that programs write emptiness, and struck out in whole or in
 * part.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gridsOf, read, remarksOf, row, type WorkbookParts, xlsx, xlsxParts } from "./office.ts"
import { zip } from "./zip.ts"

const headings = ["Område", "Mål", "Tid", "Status"]
const styles =
  '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><fills><fill/></fills><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf numFmtId="14" fontId="1"/></cellXfs>'

/** Returns cell D2 of a workbook of one row, or why the workbook is not read. */
const cell = (xml: string, more: Partial<WorkbookParts> = {}) =>
  Effect.map(
    read(
      xlsx({
        styles,
        strings: "",
        ...more,
        sheets: [{ name: "Aktiviteter", rows: row(1, headings) + row(2, ["Webb", "Alla", "2024", xml]) }]
      })
    ),
    Result.match({
      onFailure: ({ problem }) => problem,
      onSuccess: (edition) => {
        const found = gridsOf(edition)[0]?.rows[1]?.cells.get(3)
        return found === undefined ? "" : [found.text, found.struck, ...found.seen.map((seen) => seen.code)].join("|")
      }
    })
  )

const strings = (...texts: ReadonlyArray<string>) => texts.map((text) => `<si>${text}</si>`).join("")
const strike = (text: string, style = "<strike/>") => `<r><rPr><b/>${style}</rPr><t>${text}</t></r>`
const shared = (index: string, style = 0) => `<c r="D2" s="${style}" t="s"><v>${index}</v></c>`

const struck = (reference: string, text: string) => `<c r="${reference}" s="1" t="str"><v>${text}</v></c>`

describe("An empty cell of a workbook", () => {
  it.effect.each([
    '<c r="D2" t="s"><v></v></c>',
    '<c r="D2" t="s"><v/></c>',
    '<c r="D2" t="s"><v> </v></c>',
    '<c r="D2" t="s"/>',
    '<c r="D2"/>',
    '<c r="D2"><v/></c>',
    '<c r="D2" t="n"><v> </v></c>',
    '<c r="D2" t="str"><v/></c>',
    '<c r="D2" t="str"/>',
    '<c r="D2" t="inlineStr"/>',
    '<c r="D2" t="inlineStr"><is/></c>',
    '<c r="D2" t="inlineStr"><is><t/></is></c>',
    '<c r="D2" t="b"><v/></c>',
    '<c r="D2" t="e"><v/></c>',
    '<c r="D2" t="d"><v/></c>'
  ])("an empty cell of a workbook is empty, and the workbook is read: %s", (xml) =>
    Effect.gen(function* () {
      expect(yield* cell(xml)).toBe("")
    })
  )

  it.effect("an empty text that cells share is an empty cell", () =>
    Effect.gen(function* () {
      for (const text of ["", "<t/>", "<r><t/></r>"])
        expect(yield* cell(shared("0"), { strings: strings(text) })).toBe("")
    })
  )

  it.effect("a workbook without shared texts is read where no cell has one, and is damaged where one has", () =>
    Effect.gen(function* () {
      const rows = row(1, headings) + row(2, ["Webb", "Alla", "2024", "Pågår"])
      const without = (more: string) => read(xlsx({ sheets: [{ name: "Aktiviteter", rows: rows + more }] }))
      expect(Result.isSuccess(yield* without('<row/><row r="9"/>'))).toBe(true)
      expect(Result.getOrThrow(Result.flip(yield* without('<row><c t="s"><v>0</v></c></row>'))).problem).toBe("damaged")
    })
  )

  it.effect("a cell that refers to a text that does not exist is damaged", () =>
    Effect.gen(function* () {
      for (const index of ["1", "-1", "x", "0x0", "1e0", "99999999999"])
        expect(yield* cell(shared(index), { strings: strings("<t>Pågår</t>") }), index).toBe("damaged")
    })
  )
})

describe("A struck-out cell of a workbook", () => {
  it.effect("a struck-out cell of a workbook keeps its words apart and shows none, whatever its type", () =>
    Effect.gen(function* () {
      const more = { strings: strings("<t>Klart</t>", "<r><t>Kl</t></r><r><t>art</t></r>") }
      expect(yield* cell(shared("0", 1), more)).toBe("|Klart")
      expect(yield* cell(shared("1", 1), more)).toBe("|Klart")
      expect(yield* cell('<c r="D2" s="1" t="inlineStr"><is><t>Klart</t></is></c>')).toBe("|Klart")
      expect(yield* cell('<c r="D2" s="1" t="str"><v>Klart</v></c>')).toBe("|Klart")
      expect(yield* cell('<c r="D2" s="1" t="b"><v>1</v></c>')).toBe("|TRUE")
      expect(yield* cell('<c r="D2" s="3"><v>45385</v></c>')).toBe("|2024-04-03")
      expect(yield* cell('<c r="D2" s="2" t="str"><v>Klart</v></c>')).toBe("Klart|")
    })
  )

  it.effect("a cell of a workbook that is struck out in part shows the rest, with a remark", () =>
    Effect.gen(function* () {
      const more = {
        strings: strings(
          `${strike("Klart")}<r><t xml:space="preserve"> Försenat</t></r>`,
          `<r><t>Försenat </t></r>${strike("Klart")}`,
          `${strike("2024")}<r><rPr><b/></rPr><t> 2025 </t></r>${strike("2026")}`,
          `${strike("Klart", '<strike val="0"/>')}<r><t>!</t></r>`,
          `${strike("Kl")}${strike("art")}`,
          `<r><t>Klart</t></r>${strike(" ")}`
        )
      }
      expect(yield* cell(shared("0"), more)).toBe("Försenat|Klart|StruckText")
      expect(yield* cell(shared("1"), more)).toBe("Försenat|Klart|StruckText")
      expect(yield* cell(shared("2"), more)).toBe("2025|2024 2026|StruckText")
      expect(yield* cell(shared("3"), more)).toBe("Klart!|")
      expect(yield* cell(shared("4"), more)).toBe("|Klart")
      expect(yield* cell(shared("5"), more)).toBe("Klart |")
    })
  )

  it.effect("a run with a format of its own is not struck out by the cell's", () =>
    Effect.gen(function* () {
      const more = { strings: strings("<r><t>Klart </t></r><r><rPr><b/></rPr><t>Försenat</t></r>") }
      expect(yield* cell(shared("0", 1), more)).toBe("Försenat|Klart|StruckText")
    })
  )

  it.effect("a cell of a workbook that is struck out whole is empty, and its words are remarked on", () =>
    Effect.gen(function* () {
      const rows = row(1, headings) + row(2, ["Webb", "Alla", struck("C2", "2024"), struck("D2", "Klart")])
      const { tables } = Result.getOrThrow(yield* read(xlsx({ styles, sheets: [{ name: "Aktiviteter", rows }] })))
      expect(tables[0]?.rows[0]?.cells).toMatchObject({ area: "Webb", deadline: null, status: null })
      expect(remarksOf(tables)).toEqual(["StruckText deadline 2024", "StruckText status Klart"])
    })
  )

  it.effect("days that columns of other things hold and do not show are remarked on once", () =>
    Effect.gen(function* () {
      const cells = [2, 3, 4].map((line) =>
        row(line, ["Webb", `Mål ${line}`, "2024", "Pågår", `<c r="E${line}" s="4"><v>45385</v></c>`])
      )
      const rows = row(1, [...headings, "Start"]) + cells.join("")
      const short = styles.replace("</cellXfs>", '<xf numFmtId="16"/></cellXfs>')
      const { tables } = Result.getOrThrow(
        yield* read(xlsx({ styles: short, sheets: [{ name: "Aktiviteter", rows }] }))
      )
      expect(remarksOf(tables)).toEqual(["DateFromSerial 3-Apr (2024-04-03) … ×3"])
    })
  )

  it.effect("the struck-out words of case 05 are apart from the rest", () =>
    Effect.gen(function* () {
      const file = readFileSync(join(import.meta.dirname, "fixtures/cases/05-strike.xlsx"))
      const [grid] = gridsOf(Result.getOrThrow(yield* read(file)))
      const drawn = (line: number) =>
        [...(grid?.rows[line]?.cells.values() ?? [])].map(({ struck, text }) => `${text}|${struck}`)
      expect(drawn(1)).toEqual(["E-arkiv|", "Anslutna nämnder|", "2024-12-31|2024-06-30", "IT|", "Pågår|"])
      expect(drawn(2)).toEqual(["Bredband|", "Fiber till alla|", "2024-12-31|", "Teknik|", "Försenat|Klart"])
      expect(drawn(3)).toEqual(["|Fax", "|Faxarna är borta", "|2024-06-30", "|IT", "|Pågår"])
    })
  )
})

describe("A sheet of a workbook", () => {
  const rows = row(1, headings) + row(2, ["Webb", "Alla", "2024", "Pågår"])
  const parts = xlsxParts({
    sheets: [
      { name: "Aktiviteter", rows },
      { name: "Diagram", rows }
    ]
  })

  it.effect("a sheet of a workbook that is missing is named, and the others are read", () =>
    Effect.gen(function* () {
      const without = zip(parts.filter(({ name }) => !name.endsWith("sheet2.xml")))
      const edition = Result.getOrThrow(yield* read(without))
      const { tables } = edition
      expect(gridsOf(edition).map(({ name }) => name)).toEqual(["Aktiviteter"])
      expect(remarksOf(tables)).toEqual(["TableLeftOut Diagram"])
      expect(tables[0]?.rows.map(({ cells }) => cells.area)).toEqual(["Webb"])
    })
  )

  it.effect("a sheet of a workbook that is a chart, a dialogue or a macro is no table", () =>
    Effect.gen(function* () {
      for (const type of ["chartsheet", "dialogsheet", "xlMacrosheet"]) {
        const typed = parts.map((part) => ({
          ...part,
          content: String(part.content).replace(/worksheet("[^>]*sheet2\.xml)/u, `${type}$1`)
        }))
        const edition = Result.getOrThrow(yield* read(zip(typed)))
        expect(gridsOf(edition).map(({ name }) => name)).toEqual(["Aktiviteter"])
        expect(remarksOf(edition.tables)).toEqual([])
      }
    })
  )

  it.effect("a sheet of a workbook that is white to its edge is read by its filled rows", () =>
    Effect.gen(function* () {
      const white = `<fonts><font/></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs>`
      const empty = `<row>${'<c s="1"/>'.repeat(400)}</row>`.repeat(1000)
      const sheets = [{ name: "Aktiviteter", rows: rows + empty }]
      const { tables } = Result.getOrThrow(yield* read(xlsx({ styles: white, sheets })))
      expect(tables[0]?.rows).toHaveLength(1)
    })
  )

  it.effect("a sheet of a workbook in the strict form of the format is read alike", () =>
    Effect.gen(function* () {
      const strict = parts.map((part) => ({
        ...part,
        content: String(part.content)
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006",
            "http://purl.oclc.org/ooxml/officeDocument"
          )
          .replaceAll(
            "http://schemas.openxmlformats.org/spreadsheetml/2006",
            "http://purl.oclc.org/ooxml/spreadsheetml"
          )
      }))
      const { tables } = Result.getOrThrow(yield* read(zip(strict)))
      expect(tables[0]?.rows[0]?.cells.area).toBe("Webb")
    })
  )
})
