/**
 * Laws of every rule, for any contents of the cells.
 */
import { columns } from "@frist/domain/plan/ColumnHeading"
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { type EditionTable, TableKind } from "../../src/Edition.ts"
import { severities } from "../../src/Irregularity.ts"
import { rules } from "../../src/rules/Rules.ts"
import { several } from "../../../domain/test/histories.ts"
import { table } from "../editionBuilders.ts"
import { ongoing, remarks } from "./remarks.ts"
import { processorTime } from "../../../domain/test/processorTime.ts"

const words = Schema.Literals([
  "Medicin- och hjärtmott ska starta 2024-06-29.\nHar har har erbjudits. Dock",
  "1177 Webbtidbokning",
  "Identifiera grupper\nAktivera",
  "Hud 2021-12-31\nÖgon 2022-02-29",
  "2024-06-30",
  "KLART",
  "PÅGÅR",
  "Utbildning pågår. ÖV återstår",
  "VC, verksamhetschef, vårdcentral",
  "811228-9874 a@b.example 0418-45 40 00 Anna Berg",
  "__proto__",
  "constructor",
  "\u202e@\ud800-",
  "toString mottagningen avd. 2 avd"
])
const Row = Schema.Struct({
  kind: TableKind,
  cells: Schema.Struct(
    Object.fromEntries(columns.map((column) => [column, Schema.NullOr(Schema.Union([words, Schema.String]))]))
  )
})

const tablesOf = (rows: ReadonlyArray<typeof Row.Type>): ReadonlyArray<EditionTable> =>
  rows.map(({ cells, kind }) => table(kind, cells))

const row = (i: number) => ({
  area: "1177 Webbtidbokning",
  goal: `${i % 2 === 0 ? "Identifiera" : "Aktivera"} patientflöden på medicinmottagningen`,
  actions: "Utbilda VC",
  deadline: i % 2 === 0 ? "2021-12-31" : "2021-03-31",
  responsible: "Verksamhetschef, vårdcentral",
  status: i % 3 === 0 ? "KLART" : "PÅGÅR",
  followUp:
    "Medicinmottagningen planeras starta. Identifiering är ej gjord på medicinmottagningen. Avvaktar SDV, kopplat till 1177, i september. 80 % av basutbud."
})

describe("a rule", () => {
  it.prop(
    "a rule reads any edition, and gives the same remarks twice",
    [several(Row, 6)],
    ([rows]) => {
      for (const { code } of rules) {
        const seen = remarks(code, tablesOf(rows))
        expect(remarks(code, tablesOf(rows))).toEqual(seen)
      }
    },
    { arbitrary: { runs: 200 } }
  )

  it("a rule has a unique code with a severity", () => {
    const codes = rules.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(severities).toHaveProperty(code)
  })

  it.each(rules.map(({ code }) => code))(
    "%s reads ten thousand rows that all concern each other within five seconds",
    (code) => {
      const rows = ongoing(...Array.from({ length: 10_000 }, (_, i) => row(i)))
      const began = processorTime()
      remarks(code, rows)
      expect(processorTime() - began).toBeLessThan(5000)
    }
  )

  // The long form tries cells of a megabyte, the largest that are read.
  const length = process.env["FRIST_LONG"] === "1" ? 1_000_000 : 250_000
  const long = [
    " ",
    "0 ",
    "a- och bmott ",
    "Anna ",
    "Amott planeras starta. Amott är klar. ",
    ". ",
    "i september ",
    "Planeras starta 2023-11-28. ",
    "Avvaktar, kopplat till 1177. ",
    "tills alla dessa är ",
    "Se nedan tabell. ",
    "80 % av alla. "
  ]
  it.each(rules.map(({ code }) => code))(
    "%s reads very long cells in linear time",
    (code) => {
      const began = processorTime()
      for (const each of long) {
        const cell = each.repeat(length / each.length)
        const cells = { area: "1177", goal: cell, actions: cell, followUp: cell, responsible: cell }
        remarks(code, ongoing({ ...cells, status: "KLART" }, cells))
      }
      expect(processorTime() - began).toBeLessThan(length / 50)
    },
    30_000
  )
})
