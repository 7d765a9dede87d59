/**
 * Laws of every edition, for any text in its cells.
 */
import { columns } from "@frist/domain/plan/ColumnHeading"
import { describe, expect, it } from "@effect/vitest"
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { type Cells, type Edition, TableKind, noCells } from "../src/Edition.ts"
import { type EditionColumn, isDateColumn } from "../src/EditionColumn.ts"
import { ActivityId } from "@frist/domain/Names"
import { NewEvent } from "@frist/domain/RecordedEvent"
import { readDate } from "@frist/domain/dates/DateReading"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { Status } from "@frist/domain/Status"
import { day } from "../../domain/test/given.ts"
import { several } from "../../domain/test/histories.ts"
import { edition, headings, takeIn } from "./editionBuilders.ts"
import { readRow, hasNoDate } from "./swedish.ts"

/** Cells as people fill them, and worse. */
const cell = (...words: ReadonlyArray<string>) =>
  Schema.NullOr(
    Schema.Literals([...words, "", "  ", "=1+1", "__proto__", "constructor", "目标", "\u202eback", "a\nb\r\nc"])
  )
const dates = ["2021-12-31", "2024-06", "2024-", "2021-02-29", "snart", "A 2021-12-31\nB 2022-02-29", "hösten 2024"]

const Row = Schema.Struct({
  kind: Schema.NullOr(TableKind),
  known: Schema.Struct({
    id: cell("elab", "7"),
    area: cell("Elab", "ELAB!", "1177, ökad kunskap"),
    goal: cell("Alla", "alla", "80 % av besökarna"),
    actions: cell("Utbilda", "* Utbilda\n* Informera"),
    deadline: cell(...dates),
    responsible: cell("Sjukhuschef", "VC"),
    status: cell(
      "KLART",
      "Klart 2023-11-30",
      "FÖRSENAT",
      "🟡",
      "Ej klart",
      "Klart 2022-10-01 - A\nKlart 2023-03-01 - B",
      "Utgår"
    ),
    followUp: cell("Det går framåt.", "Det går framåt.\nFortsatt röd", "Blev inte av"),
    newDeadline: cell(...dates, "Införs tidigt under 2026.", "Sedan september"),
    completedOn: cell("2023-11-30", "2024-11-30", "november 2023", "i höstas")
  }),
  other: Schema.Struct(Object.fromEntries(columns.map((column) => [column, Schema.NullOr(Schema.String)]))),
  isOther: Schema.Boolean,
  unknown: Schema.Array(Schema.Struct({ heading: Schema.String, words: Schema.String }))
})
const Rows = several(Row, 4)
const often = { arbitrary: { runs: 300 } }

const storable = (words: string) => words.toWellFormed().replaceAll("\0", "")
const storableCells = (row: { readonly [column: string]: string | null }): Cells => {
  const cells: { -readonly [column in EditionColumn]: string | null } = { ...noCells }
  for (const column of columns) cells[column] = row[column] == null ? null : storable(row[column])
  return cells
}

const editionOf = (rows: ReadonlyArray<typeof Row.Type>): Edition => {
  const table = (kind: TableKind | null) => ({
    name: kind ?? "Blandat",
    kind,
    headings,
    columns: [],
    rows: rows
      .filter((row) => row.kind === kind)
      .map(({ isOther, known, other, unknown }, i) => ({
        number: i + 1,
        cells: storableCells(isOther ? other : known),
        days: {},
        revisions: [],
        unknown: unknown.map(({ heading, words }) => ({ heading: storable(heading), words: storable(words) })),
        remarks: []
      })),
    remarks: []
  })
  return edition(table("timeline"), table("activities"), table("completed"), table(null))
}

/** Whether a status is a completion on the day that words name. */
const isSameDay = (status: Status, words: string): boolean =>
  status._tag === "Completed" && PlannedDate.same(status.on, readDate(words).date)

const flat = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string"
    ? [value]
    : value !== null && typeof value === "object"
      ? Object.values(value).flatMap(flat)
      : []

describe("an edition", () => {
  it.prop(
    "the proposals of an edition are never refused",
    [Rows, Rows],
    ([rows, next]) => {
      const first = takeIn(editionOf(rows))
      expect(first.refused).toEqual([])
      expect(takeIn(editionOf(next), "2024-06-17", first.log).refused).toEqual([])
    },
    often
  )

  it.prop(
    "an edition that is imported again records nothing",
    [Rows, Rows],
    ([rows, next]) => {
      const first = takeIn(editionOf(rows))
      expect(takeIn(editionOf(rows), "2023-12-15", first.log).all).toEqual([])
      const second = takeIn(editionOf(next), "2024-06-17", first.log)
      expect(takeIn(editionOf(next), "2024-06-17", second.log).all).toEqual([])
    },
    often
  )

  it.prop(
    "an edition records only what can be stored, under ids that are each registered once",
    [Rows],
    ([rows]) => {
      const { all, events } = takeIn(editionOf(rows))
      for (const event of all) expect(Schema.is(NewEvent)(event), JSON.stringify(event)).toBe(true)
      const ids = events.flatMap(({ activity, event }) => (event._tag === "ActivityRegistered" ? [activity] : []))
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids) expect(Schema.is(ActivityId)(id)).toBe(true)
    },
    often
  )

  it.prop(
    "an edition loses no cell: its words or their meaning are recorded",
    [Rows],
    ([rows]) => {
      const read = editionOf(rows)
      const { events } = takeIn(read)
      for (const { kind, name, rows: own } of read.tables) {
        for (const row of own) {
          const recorded = flat(
            events
              .filter(({ source }) => source?.table === name && source.row === row.number)
              .map(({ activity, event }) => ({ activity, event }))
          )
          const reading = readRow(kind ?? "activities", row.cells, null, day("2023-12-15"))
          for (const column of columns) {
            const words = row.cells[column]
            if (words === null || words.trim() === "") continue
            // A known status word is recorded as its status; a new date equal to the first, as the first.
            if (column === "status" && !reading.irregularities.some((each) => each.column === "status")) continue
            if (isDateColumn(column) && hasNoDate(words)) continue
            // A day of completion is recorded as the status of the row.
            if (column === "completedOn" && isSameDay(reading.status, words)) continue
            if (column === "newDeadline" && reading.newDeadline?.edtf === reading.deadline?.edtf) continue
            expect(
              recorded.some((text) => text.includes(column === "id" ? words.trim() : words)),
              `${name} ${row.number} ${column}: ${words}`
            ).toBe(true)
          }
          // The cells under other headings are kept with the edition; the log names their headings.
          const named = events.flatMap(({ event }) =>
            event._tag === "FindingRaised" && event.code === "UnknownColumn" ? [event.words] : []
          )
          for (const { heading } of row.unknown) if (heading.trim() !== "") expect(named).toContain(heading.trim())
        }
      }
    },
    often
  )

  const ofNoRow = new Set([
    "UnknownColumn",
    "DocumentUnidentified",
    "StatusNotGiven",
    "AnchorNotThere",
    "SeveralNames",
    "DoneInManyWays"
  ])
  it.prop(
    "every event from a row names its table and row",
    [Rows],
    ([rows]) => {
      for (const { event, source } of takeIn(editionOf(rows)).all) {
        if (event._tag === "PlanOpened" || event._tag === "ReviewHeld") continue
        if (event._tag === "FindingRaised" && ofNoRow.has(event.code)) continue
        expect(source?.table).not.toBe(null)
        expect(source?.row).toBeGreaterThan(0)
      }
    },
    often
  )

  it.effect("the generated editions have rows of every kind and most findings", () =>
    Effect.gen(function* () {
      const samples = yield* Arbitrary.sampleEffect(Rows, { count: 150, size: 30, seed: 1 })
      const found = new Set(
        samples.flatMap((rows, i) => {
          const first = takeIn(editionOf(rows))
          const second = takeIn(editionOf(samples[i + 1] ?? []), "2024-06-17", first.log)
          return [...first.events, ...second.events].map(({ event }) =>
            event._tag === "FindingRaised" ? event.code : event._tag
          )
        })
      )
      for (const each of [
        "DeadlineMoved",
        "StatusChanged",
        "ActivityReworded",
        "ResponsibleChanged",
        "FollowUpNoted",
        "RowTwice",
        "RowReopened",
        "RowVanished",
        "BaselineRewritten",
        "ClosedRowChanged",
        "DoneButRed",
        "UnknownTable",
        "RowWithoutName",
        "SeveralDeadlines",
        "SeveralCompletions",
        "UnknownColumn"
      ])
        expect(found).toContain(each)
    })
  )
})
