/**
 * Findings in proportion to what changed: events for the cells that changed, and a handful besides.
 */
import { describe, expect, it } from "@effect/vitest"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import { edition, table, takeIn, thenTakeIn } from "./editionBuilders.ts"
import { csv, views } from "./cases/cases.ts"
import { row, xlsx } from "./office.ts"

const rows = 200
const columns = 30
const known = ["Område", "Mål", "Tid", "Ansvarig", "Status"]
const headings = [...known, ...Array.from({ length: columns - known.length }, (_, n) => `Eget fält ${n + 1}`)]
const letter = (at: number): string => (at < 26 ? "" : "A") + String.fromCodePoint(65 + (at % 26))

/** A row of a sheet. */
const line = (number: number, cells: ReadonlyArray<string>) =>
  row(
    number,
    cells.map((words, at) => `<c r="${letter(at)}${number}" t="inlineStr"><is><t>${words}</t></is></c>`)
  )

/** A workbook of 200 rows and 30 columns; `cell` gives the words of a column that Frist does not know. */
const workbook = (cell: (row: number, column: number) => string, status: string): Uint8Array => {
  const body = Array.from({ length: rows }, (_, n) =>
    line(
      n + 2,
      headings.map(
        (_, at) =>
          [`Område ${n % 9}`, `Mål ${n}`, `2024-12-${String(1 + (n % 28)).padStart(2, "0")}`, "Chef", status][at] ??
          cell(n, at)
      )
    )
  )
  return xlsx({ sheets: [{ name: "Aktiviteter", rows: [line(1, headings), ...body].join("") }] })
}

const held = (on: string, cell: (row: number, column: number) => string, status = "Pågår") => ({
  document: "plan.xlsx",
  bytes: workbook(cell, status),
  on
})

const same = (row: number, column: number) => `ord ${row} ${column}`

const byType = (events: ReadonlyArray<NewEvent>) =>
  Object.fromEntries(
    Array.from(
      Map.groupBy(events, ({ event }) => event._tag),
      ([tag, own]) => [tag, own.length]
    )
  )

describe("findings in proportion", () => {
  it.effect("a sheet of 200 rows and 30 columns gives an event for each row and each status, and a handful", () =>
    Effect.gen(function* () {
      const { outcomes } = yield* views(held("2024-01-15", same))
      const [{ events } = { events: [] }] = outcomes
      expect(byType(events)).toMatchObject({ ActivityRegistered: rows, StatusChanged: rows })
      expect(events.length).toBeLessThan(2 * rows + 2 * columns)
    })
  )

  it.effect(
    "200 changed cells in 30 columns that Frist does not know give no more than an event each and a handful",
    () =>
      Effect.gen(function* () {
        const { outcomes } = yield* views(
          held("2024-01-15", same),
          held("2024-06-17", (n, at) => (at === 7 ? `annat ${n}` : `ord ${n} ${at}`))
        )
        const events = outcomes[1]?.events ?? []
        expect(events.length).toBeLessThanOrEqual(10)
      })
  )

  it.effect("200 changed statuses give an event each and a handful", () =>
    Effect.gen(function* () {
      const { outcomes } = yield* views(held("2024-01-15", same), held("2024-06-17", same, "Försenat"))
      const events = outcomes[1]?.events ?? []
      expect(byType(events)).toMatchObject({ StatusChanged: rows })
      expect(events.length).toBeLessThanOrEqual(rows + 10)
    })
  )
})

const late = { area: "Arkiv", goal: "Alla anslutna", deadline: "2024-06-29" }

describe("an unchanged finding", () => {
  it("a finding that the next edition shows unchanged is repeated by its position", () => {
    const first = takeIn(edition(table("activities", late)))
    const raised = first.log.flatMap(({ event, position }) =>
      event?._tag === "FindingRaised" && event.code === "WeekendDeadline" ? [position] : []
    )
    const { all } = thenTakeIn(edition(table("activities", late)), edition(table("activities", late)))
    expect(raised).toHaveLength(1)
    expect(all.map(({ event }) => event)).toMatchObject([
      { _tag: "ReviewHeld" },
      { _tag: "FindingsRepeated", positions: raised }
    ])
  })

  it("a finding that the next edition does not show is not repeated, and the emptied date is remarked on", () => {
    const { all } = thenTakeIn(
      edition(table("activities", late)),
      edition(table("activities", { ...late, deadline: null }))
    )
    expect(byType(all)).toEqual({ ReviewHeld: 1, FindingRaised: 1 })
  })
})

const many = (count: number) =>
  edition(
    table(
      "activities",
      ...Array.from({ length: count }, (_, n) => ({ area: `Arkiv ${n}`, goal: `Mål ${n}`, deadline: "2024-06-29" }))
    )
  )

const weekends = (count: number) =>
  takeIn(many(count)).all.filter(({ event }) => event._tag === "FindingRaised" && event.code === "WeekendDeadline")

describe("an info of many rows", () => {
  it("an info of ten rows is a finding about each", () => {
    expect(weekends(10)).toHaveLength(10)
  })

  it("an info of more than ten rows is one finding about the column, with its rows and words", () => {
    expect(weekends(11)).toMatchObject([
      {
        activity: null,
        event: { severity: "info", column: "Tid", words: "Aktiviteter 1–11 (11): 2024-06-29" },
        source: { table: "Aktiviteter", row: null, column: "Tid" }
      }
    ])
  })
})

const overdueRows = (changed: string) =>
  Array.from({ length: rows }, (_, n) => `Mål ${n};2023-06-30;${n === 7 ? changed : "Chef"};Pågår;`)
const overdue = (on: string, changed: string) => csv(on, "Mål;Tid;Ansvarig;Status;Ny tid", ...overdueRows(changed))

const plan = (on: string, next: string) => csv(on, "Mål;Tid;Status;Ny tid", `Skolan;2023-06-30;Pågår;${next}`)

describe("a table of late rows", () => {
  it.effect("one changed cell in 200 late rows gives one event and a handful, at each edition", () =>
    Effect.gen(function* () {
      const { found, outcomes } = yield* views(
        overdue("2024-01-15", "Chef"),
        overdue("2024-06-17", "Stab"),
        overdue("2024-12-16", "Råd")
      )
      for (const { events } of outcomes.slice(1)) {
        expect(byType(events)).toMatchObject({ ResponsibleChanged: 1, FindingsRepeated: 1 })
        expect(events.length).toBeLessThanOrEqual(6)
      }
      expect(found.filter(({ code }) => code === "GreyZone")).toHaveLength(rows)
      expect(found.filter(({ code }) => code === "InProgressThoughLate")).toHaveLength(rows)
    })
  )

  const editions = [plan("2024-01-15", ""), plan("2024-03-15", "2024-12-31"), plan("2024-06-17", "")] as const

  it.effect("a finding that an edition repeated is withdrawn by an older edition that answers it", () =>
    Effect.gen(function* () {
      const [first, second, third] = editions
      const inOrder = yield* views(first, second, third)
      const reversed = yield* views(first, third, second)
      const names = (found: typeof reversed.found) => found.map(({ code, words }) => `${code} ${words}`).toSorted()
      expect(names(inOrder.found)).not.toContain("GreyZone 2023-06-30")
      expect(names(reversed.found)).toEqual(names(inOrder.found))
    })
  )
})
