/**
 * Tables are found by their headings, wherever they are, and nothing is left out without a remark.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { docx, drawn, p, remarksOf, row, type Sheet, tablesOf, tbl, tr, xlsx } from "./office.ts"

const headings = ["Område", "Mål", "Tid", "Status"]
const head = tr(headings)
const sheets = (...list: ReadonlyArray<Sheet>) => tablesOf(xlsx({ sheets: list }))

const sheet = (name: string, area: string) => ({
  name,
  rows: row(1, headings) + row(2, [area, "Alla", "2024", "Pågår"])
})
const seen = (body: string) =>
  Effect.map(tablesOf(docx(body)), (tables) => [tables.map(({ kind }) => kind), remarksOf(tables)])

describe("A table", () => {
  it.effect("a table is found below a title, a legend and an empty row", () =>
    Effect.gen(function* () {
      const rows = [
        row(1, ["Handlingsplan 2024"]),
        row(2, ["Ansvarig för listan: Stab"]),
        row(4, headings),
        row(5, ["Webb", "Alla", "2024", "Pågår"])
      ].join("")
      expect(drawn(yield* sheets({ name: "Blad1", rows }))).toEqual([
        { name: "Handlingsplan 2024", kind: "activities", rows: [["Webb", "Alla", "2024", "Pågår"]] }
      ])
    })
  )

  it.effect("a table is separated from the one before it on a sheet by its title and headings", () =>
    Effect.gen(function* () {
      const rows = [
        row(1, ["Aktiviteter"]),
        row(2, headings),
        row(3, ["Webb", "Alla", "2024", "Pågår"]),
        row(5, ["Klara aktiviteter"]),
        row(6, headings),
        row(7, ["Elab", "Infört", "2023", "Klart"])
      ].join("")
      expect(
        drawn(yield* sheets({ name: "Plan", rows })).map(({ kind, name, rows: of }) => [name, kind, of.length])
      ).toEqual([
        ["Aktiviteter", "activities", 1],
        ["Klara aktiviteter", "completed", 1]
      ])
    })
  )

  it.effect("a table continues after headings repeated on the next page", () =>
    Effect.gen(function* () {
      const first = tbl(head, tr(["Webb", "Alla", "2024", ""]), head, tr(["SDV", "Införd", "2026", ""]))
      const [table, ...others] = drawn(
        yield* tablesOf(docx(`${p("Aktiviteter")}${first}<w:p/>${tbl(head, tr(["Elab", "Infört", "2023", ""]))}`))
      )
      expect(table?.rows.map(([area]) => area)).toEqual(["Webb", "SDV", "Elab"])
      expect(others).toEqual([])
    })
  )

  it.effect("a table continues in a table without headings directly after it", () =>
    Effect.gen(function* () {
      const body = `${p("Aktiviteter")}${tbl(head, tr(["Webb", "Alla", "2024", ""]))}<w:p/>${tbl(tr(["SDV", "Införd", "2026", ""]))}`
      expect(drawn(yield* tablesOf(docx(body)))).toEqual([
        {
          name: "Aktiviteter",
          kind: "activities",
          rows: [
            ["Webb", "Alla", "2024"],
            ["SDV", "Införd", "2026"]
          ]
        }
      ])
    })
  )

  it.effect("a table continues over sheets with the same name and a number", () =>
    Effect.gen(function* () {
      const tables = drawn(
        yield* sheets(sheet("Aktiviteter", "Webb"), sheet("Aktiviteter (2)", "SDV"), sheet("Klara", "Elab"))
      )
      expect(tables.map(({ name, rows }) => [name, rows.map(([area]) => area)])).toEqual([
        ["Aktiviteter", ["Webb", "SDV"]],
        ["Klara", ["Elab"]]
      ])
    })
  )

  it.effect("a table is recognised by headings that are hyphenated, explained in brackets, or in another order", () =>
    Effect.gen(function* () {
      const rows =
        row(1, ["Tid (månad)", "Upp-\nföljning", "MÅL", "Om\u00ADråde"]) + row(2, ["2024", "Bra.", "Alla", "Webb"])
      const [table] = yield* sheets({ name: "Aktiviteter", rows })
      expect(table?.rows[0]?.cells).toMatchObject({ area: "Webb", goal: "Alla", deadline: "2024", followUp: "Bra." })
    })
  )

  it.effect("a table keeps cells under unknown headings, even __proto__", () =>
    Effect.gen(function* () {
      const rows = row(1, ["Område", "Tid", "__proto__"]) + row(2, ["Webb", "2024", "1 mkr"])
      const [table] = yield* sheets({ name: "Aktiviteter", rows })
      expect(table?.rows[0]?.unknown).toEqual([{ heading: "__proto__", words: "1 mkr" }])
    })
  )

  it.effect("a column may state the kind of the table, row by row", () =>
    Effect.gen(function* () {
      const rows =
        row(1, ["Tabell", "Område", "Mål", "Tid"]) +
        row(2, ["Aktiviteter", "Webb", "Alla", "2024"]) +
        row(3, ["Klara aktiviteter", "Elab", "Infört", "2023"])
      expect(drawn(yield* sheets({ name: "Export", rows })).map(({ kind, name }) => [name, kind])).toEqual([
        ["Aktiviteter", "activities"],
        ["Klara aktiviteter", "completed"]
      ])
    })
  )

  it.effect("a single table without a name has the ongoing activities; two are not guessed", () =>
    Effect.gen(function* () {
      const table = tbl(head, tr(["Webb", "Alla", "2024", ""]))
      const other = tbl(tr(["Område", "Tid"]), tr(["Webb", "2024"]))
      expect(yield* seen(table)).toEqual([["activities"], []])
      expect(yield* seen(`${p("Bilaga A")}${table}${p("Klara aktiviteter")}${table}`)).toEqual([
        ["activities", "completed"],
        ["KindAssumed Bilaga A"]
      ])
      expect(yield* seen(`${table}${p("Bilaga B")}${other}`)).toEqual([[null, null], []])
    })
  )

  it.effect("a table without known headings is named in a remark with its words", () =>
    Effect.gen(function* () {
      const tables = yield* tablesOf(
        docx(
          `${p("Aktiviteter")}${tbl(head, tr(["Webb", "Alla", "2024", ""]))}${p("Närvarande")}${tbl(tr(["Anna", "Stab"]), tr(["Bo", "IT"]))}`
        )
      )
      expect(tables.map(({ kind, name, rows }) => [name, kind, rows.length])).toEqual([
        ["Aktiviteter", "activities", 1],
        ["Närvarande", null, 0]
      ])
      expect(remarksOf(tables)).toEqual(["TableLeftOut Anna | Stab", "TableLeftOut Bo | IT"])
    })
  )
})

describe("A timeline", () => {
  const cards = [
    ["Elab infört", "2023-12-01"],
    ["SDV", "hösten 2026"]
  ] as const
  const drawnCards = cards.map((card) => [...card])

  it.effect("a timeline is cards, each with its name and date", () =>
    Effect.gen(function* () {
      const body = `${p("Övergripande tidslinje")}${tbl(tr(cards.map(([name, date]) => `<w:tc>${p(name)}${p(date)}</w:tc>`)))}${p("Aktiviteter")}${tbl(head, tr(["Webb", "Alla", "2024", ""]))}`
      const [timeline] = drawn(yield* tablesOf(docx(body)))
      expect(timeline).toEqual({ name: "Övergripande tidslinje", kind: "timeline", rows: drawnCards })
    })
  )

  it.effect("a timeline is names above dates", () =>
    Effect.gen(function* () {
      const rows =
        row(
          1,
          cards.map(([name]) => name)
        ) +
        row(
          2,
          cards.map(([, date]) => date)
        )
      const [timeline] = drawn(yield* sheets({ name: "Tidslinje", rows }))
      expect(timeline?.rows).toEqual(drawnCards)
    })
  )

  it.effect("a timeline is a table under headings", () =>
    Effect.gen(function* () {
      const rows = row(1, ["Milstolpe", "Datum"]) + cards.map((card, at) => row(at + 2, [...card])).join("")
      const [timeline] = drawn(yield* sheets({ name: "Milstolpar", rows }))
      expect(timeline).toEqual({ name: "Milstolpar", kind: "timeline", rows: drawnCards })
    })
  )
})
