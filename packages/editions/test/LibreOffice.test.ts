/**
 * LibreOffice files give the same edition as the CSV they were made from.
 */
import { describe, expect, it } from "@effect/vitest"
import { readEdition } from "../src/EditionReader.ts"
import type { Edition } from "../src/Edition.ts"
import * as Effect from "effect/Effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { remarksOf } from "./office.ts"

const folder = join(import.meta.dirname, "fixtures")
const csv = readEdition("x.csv", readFileSync(join(folder, "../../../../examples/plan/2024-06-17.csv")))
const libreOffice = (ending: string) =>
  readEdition(`x.${ending}`, readFileSync(join(folder, `2024-06-17-libreoffice.${ending}`)))

/** Returns every cell of every table, with areas inherited from the row above filled in. */
const cellsOf = ({ tables }: Edition) =>
  tables.map(({ kind, rows }) => {
    let above: string | null = null
    return {
      kind,
      rows: rows.map(({ cells, number, unknown }) => {
        above = cells.area ?? above
        return { number, unknown, cells: { ...cells, area: above } }
      })
    }
  })

describe("An edition that LibreOffice wrote", () => {
  it.effect(
    "an edition that LibreOffice wrote as DOCX has the words of the CSV in every cell, and every colour as its word",
    () =>
      Effect.gen(function* () {
        expect(cellsOf(yield* libreOffice("docx"))).toEqual(cellsOf(yield* csv))
      })
  )

  it.effect(
    "an edition that LibreOffice wrote as XLSX has the words of the CSV, except months that became numbers",
    () =>
      Effect.gen(function* () {
        const months: Readonly<Record<string, string>> = {
          "2022-03": "Mar-22",
          "2022-06": "Jun-22",
          "2022-10": "Oct-22",
          "2022-11": "Nov-22"
        }
        const expected = cellsOf(yield* csv).map(({ kind, rows }) => ({
          kind,
          rows: rows.map(({ cells, ...row }) => ({
            ...row,
            cells: { ...cells, deadline: months[cells.deadline ?? ""] ?? cells.deadline }
          }))
        }))
        expect(cellsOf(yield* libreOffice("xlsx"))).toEqual(expected)
      })
  )

  it.effect(
    "an edition that LibreOffice wrote as DOCX remarks on merged cells and on the row marked yellow, and on nothing else",
    () =>
      Effect.gen(function* () {
        const remarks = remarksOf((yield* libreOffice("docx")).tables)
        expect(remarks.map((remark) => remark.slice(0, 40))).toEqual([
          "RowMarked Gröna korset | Digitalt grönt ",
          ...Array.from({ length: 4 }, () => "MergedCell area 1177 - basutbud"),
          ...Array.from({ length: 2 }, () => "MergedCell area 1177 Webbtidbokning")
        ])
      })
  )

  it.effect(
    "an edition that LibreOffice wrote as XLSX remarks on what is hidden and on each month that is a day, and on no day that is shown",
    () =>
      Effect.gen(function* () {
        const { tables } = yield* libreOffice("xlsx")
        expect(tables.flatMap((table) => remarksOf([{ ...table, rows: [] }]))).toEqual([
          "HiddenColumn responsible Ansvarig"
        ])
        const ofRows = tables.flatMap(({ rows }) => rows.flatMap(({ remarks }) => remarks.map(({ code }) => code)))
        expect(ofRows.toSorted()).toEqual([
          ...Array.from({ length: 4 }, () => "DateFromSerial"),
          "HiddenRow",
          "HiddenRow",
          "RowMarked"
        ])
      })
  )
})
