/**
 * An OpenDocument workbook is read like an Excel workbook: as shown, with the day that a date holds.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Grid } from "../src/formats/grid/Grid.ts"
import { openPackage } from "../src/formats/office/OfficePackage.ts"
import { odsGrids } from "../src/formats/opendocument/OdsGrids.ts"
import { read } from "./office.ts"
import { zip } from "./zip.ts"
import { processorTime } from "../../domain/test/processorTime.ts"

const mimetype = "application/vnd.oasis.opendocument.spreadsheet"
const namespaces = [
  "office:office",
  "fo:xsl-fo-compatible",
  "style:style",
  "text:text",
  "table:table",
  "number:datastyle"
]
  .map((pair) => pair.split(":"))
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ")

/** An OpenDocument workbook with that content of `office:spreadsheet` and those automatic styles. */
const ods = (tables: string, styles = ""): Uint8Array =>
  zip([
    { name: "mimetype", content: mimetype },
    {
      name: "content.xml",
      content: `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
    }
  ])
const table = (rows: string, name = "Aktiviteter") => `<table:table table:name="${name}">${rows}</table:table>`
const cell = (text: string, more = "") =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${text}</text:p></table:table-cell>`
const row = (cells: string, more = "") => `<table:table-row ${more}>${cells}</table:table-row>`
const head = row(["Område", "Mål", "Tid", "Status"].map((text) => cell(text)).join(""))

const gridsOf = (bytes: Uint8Array): Effect.Effect<ReadonlyArray<Grid>> =>
  Effect.promise(async () => {
    const { archive, main } = await openPackage(bytes)
    return (await odsGrids(archive, main)).grids
  })

/** Returns the rows of a grid, each with its line: text, struck-out words in brackets, the day, and remarks. */
const drawn = ({ rows }: Grid) =>
  rows.map(({ cells, line, seen }) => [
    line,
    ...seen.map(({ code }) => code),
    ...[...cells]
      .toSorted(([a], [b]) => a - b)
      .map(([at, { day, fill, seen: remarks, struck, text }]) =>
        [`${at}:${text}`, struck === "" ? "" : `[${struck}]`, day ?? "", fill ?? "", ...remarks.map(({ code }) => code)]
          .filter((each) => each !== "")
          .join(" ")
      )
  ])

const manifest = (type: string, more = "") =>
  `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/>${more}</manifest:manifest>`

const file = (type: string, more = "") =>
  zip([
    { name: "content.xml", content: "" },
    { name: "META-INF/manifest.xml", content: manifest(type, more) }
  ])

const problemOf = (bytes: Uint8Array) =>
  Effect.map(read(bytes), (each) => (Result.isFailure(each) ? each.failure.problem : "read"))

describe("A workbook that LibreOffice wrote as ODS", () => {
  it.effect("a workbook that LibreOffice wrote as ODS has the rows and remarks of the same workbook as XLSX", () =>
    Effect.gen(function* () {
      const [one, other] = yield* Effect.forEach(["ods", "xlsx"], (ending) =>
        Effect.map(read(readFileSync(join(import.meta.dirname, `fixtures/2024-06-17-libreoffice.${ending}`))), (each) =>
          Result.getOrThrow(each)
        )
      )
      expect(one?.tables).toEqual(other?.tables)
    })
  )

  it.effect("a workbook that LibreOffice wrote as ODS has each kind of cell as it is shown", () =>
    Effect.gen(function* () {
      const [grid, list] = yield* gridsOf(readFileSync(join(import.meta.dirname, "fixtures/cells-libreoffice.ods")))
      if (grid === undefined || list === undefined) throw new Error("no sheets")
      expect(drawn(grid)).toEqual([
        [1, "0:Område", "1:Mål", "2:Tid", "3:Status", "4:Ansvarig", "5:Uppföljning"],
        [2, "0:Webb", "1:Alla kan\nboka", "2:den 3 april 2024 2024-04-03", "3:Pågår", "4:IT", "5:80% Formula"],
        [3, "0:Webb MergedCell", "1:Några", "2:3/4 DateFromSerial", "3:Försenat [Klart] StruckText", "5:TRUE"],
        [
          6,
          "HiddenRow",
          "0:E-arkiv",
          "1:Anslutna",
          "2:apr-24 DateFromSerial",
          "3: 00B050",
          "5:#DIV/0! Formula CellError"
        ],
        [7, "0:Lika", "1:Lika", "2:ca 2024-04-03 DateFromSerial", "3: [Klart]"],
        [8, "0:Lika", "1:Lika", "2:ca 2024-04-03 DateFromSerial", "3: [Klart]"]
      ])
      expect(grid.hiddenColumns).toEqual([[4, 4]])
      expect(list.seen).toEqual([{ code: "HiddenTable", words: "Lista" }])
    })
  )
})

describe("A sheet of an OpenDocument workbook", () => {
  it.effect(
    "a sheet of an OpenDocument workbook repeats filled rows and cells, and keeps the lines of empty ones as gaps",
    () =>
      Effect.gen(function* () {
        const rows =
          row(cell("Lika", 'table:number-columns-repeated="2"'), 'table:number-rows-repeated="2"') +
          row("<table:table-cell/>", 'table:number-rows-repeated="1000"') +
          row(cell("Sist"))
        const [grid] = yield* gridsOf(ods(table(rows)))
        expect(grid && drawn(grid)).toEqual([
          [1, "0:Lika", "1:Lika"],
          [2, "0:Lika", "1:Lika"],
          [1003, "0:Sist"]
        ])
      })
  )

  it.effect(
    "a sheet of an OpenDocument workbook shows no words that are covered, deleted, commented or of another document",
    () =>
      Effect.gen(function* () {
        const covered =
          '<table:covered-table-cell office:value-type="string"><text:p>Dold</text:p></table:covered-table-cell>'
        const tracked = `<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>Förr</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>`
        const comment = "<office:annotation><text:p>Anna</text:p></office:annotation>"
        const copy = table(`<table:table-source/>${row(cell("Annan"))}`, "'file:///x.ods'#Blad")
        const inner = `<table:table-cell>${comment}<text:p>Yttre</text:p><table:table><table:table-row>${cell("Inre")}</table:table-row></table:table></table:table-cell>`
        const grids = yield* gridsOf(ods(tracked + table(row(cell("Syns") + covered + inner)) + copy))
        expect(grids.map(drawn)).toEqual([[[1, "0:Syns", "2:Yttre"]]])
      })
  )

  it.effect("a cell of an OpenDocument workbook without shown words has those of its value", () =>
    Effect.gen(function* () {
      const values = [
        'office:value-type="string" office:string-value="Webb"',
        'office:value-type="float" office:value="12.5"',
        'office:value-type="date" office:date-value="2024-04-03T00:00:00"',
        'office:value-type="boolean" office:boolean-value="true"',
        'office:value-type="time" office:time-value="PT1H"',
        'office:value-type="date" office:date-value="2024-02-30"'
      ]
      const [grid] = yield* gridsOf(ods(table(row(values.map((value) => `<table:table-cell ${value}/>`).join("")))))
      expect(grid && drawn(grid)).toEqual([
        [1, "0:Webb", "1:12.5", "2:2024-04-03 2024-04-03", "3:TRUE", "4:PT1H", "5:2024-02-30"]
      ])
    })
  )

  it.effect("a style is inherited from its parent, and a column's style holds for cells without one", () =>
    Effect.gen(function* () {
      const strike = '<style:text-properties style:text-line-through-style="solid"/>'
      const none = '<style:text-properties style:text-line-through-style="none"/>'
      const styles = `<style:style style:name="a" style:family="table-cell">${strike}</style:style><style:style style:name="b" style:family="table-cell" style:parent-style-name="a"/><style:style style:name="c" style:family="text">${none}</style:style><style:style style:name="d" style:family="table-cell" style:parent-style-name="d"/>`
      const column = '<table:table-column table:default-cell-style-name="b"/>'
      const span = '<text:span text:style-name="c">Pågår</text:span>'
      const [grid] = yield* gridsOf(
        ods(
          table(column + row(cell("Klart")) + row(cell(`Klart ${span}`)) + row(cell("Pågår", 'table:style-name="d"'))),
          styles
        )
      )
      expect(grid && drawn(grid)).toEqual([
        [1, "0: [Klart]"],
        [2, "0:Pågår [Klart] StruckText"],
        [3, "0:Pågår"]
      ])
    })
  )

  it.effect("a sheet of an OpenDocument workbook marks the columns that a report of Frist counted", () =>
    Effect.gen(function* () {
      const name = `<table:named-expressions><table:named-range table:name="_Frist.Counted" table:cell-range-address="$'I korthet'.$B$1:.$C$1048576"/></table:named-expressions>`
      const [grid, other] = yield* gridsOf(ods(table(head + name) + table(head)))
      expect([grid?.counted, other?.counted]).toEqual([new Set([1, 2]), new Set()])
    })
  )
})

describe("An OpenDocument file", () => {
  it.effect("an OpenDocument file is known by its first part, or by its list of parts", () =>
    Effect.gen(function* () {
      const rows = table(head + row(["Webb", "Alla", "2024", "Pågår"].map((text) => cell(text)).join("")))
      expect(yield* problemOf(ods(rows))).toBe("read")
      expect(yield* problemOf(file(mimetype))).toBe("damaged")
      expect(yield* problemOf(file("application/vnd.oasis.opendocument.presentation"))).toBe("unknownFormat")
      const locked =
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
      expect(yield* problemOf(file(mimetype, locked))).toBe("encrypted")
    })
  )

  it.effect("a small OpenDocument file that repeats itself beyond any follow-up gets a reason", () =>
    Effect.gen(function* () {
      const million = 'table:number-rows-repeated="1048575"'
      const wide = 'table:number-columns-repeated="16384"'
      const files: ReadonlyArray<readonly [string, string]> = [
        [row(cell("x"), million), "tooManyRows"],
        [row(cell("x", wide), million), "unpacksTooLarge"],
        [row(cell("x", wide)).repeat(20), "unpacksTooLarge"],
        [row(cell("x".repeat(1000)), 'table:number-rows-repeated="20000"'), "unpacksTooLarge"],
        [row(cell("x", wide) + cell("y")), "damaged"],
        [row("<table:table-cell/>", million).repeat(3), "tooManyRows"]
      ]
      const began = processorTime()
      const wideColours = '<table:table-cell table:style-name="g" table:number-columns-repeated="16380"/>'
      const columns = '<table:table-column table:default-cell-style-name="g"/>'.repeat(16_384)
      const green =
        '<style:style style:name="g" style:family="table-cell"><style:table-cell-properties fo:background-color="#00b050"/></style:style>'
      const plan = row(["Webb", "Alla", "2024", "Pågår"].map((text) => cell(text)).join("") + wideColours)
      const coloured = ods(table(columns + head + plan.repeat(1000) + row(wideColours).repeat(100_000)), green)
      expect(yield* problemOf(coloured)).toBe("read")
      expect(
        yield* problemOf(
          ods(table(columns + head + plan + row("<table:table-cell/>".repeat(16_384)).repeat(20)), green)
        )
      ).toBe("read")
      expect(processorTime() - began).toBeLessThan(10_000)
      for (const [rows, problem] of files)
        expect(yield* problemOf(ods(table(head + rows))), rows.slice(0, 80)).toBe(problem)
    })
  )
})
