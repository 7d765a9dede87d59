/**
 * The views do not depend on the order in which two editions are imported.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { History } from "@frist/projections/History"
import type { Cells, Edition } from "../src/Edition.ts"
import { edition, table, takeIn } from "./editionBuilders.ts"
import { day } from "../../domain/test/given.ts"
import { several } from "../../domain/test/histories.ts"
import { board } from "@frist/projections/Board"
import { completed } from "@frist/projections/Completed"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { timeline } from "@frist/projections/Timeline"

const cell = (...words: ReadonlyArray<string>) => Schema.NullOr(Schema.Literals(words))
const goals = {
  Elab: "Alla enheter använder Elab",
  TIK: "Läkarna dikterar själva",
  SDV: "En utrullningsgrupp är utsedd",
  "Gröna korset": "Korset på papper är borta"
} as const
const names = Object.keys(goals) as ReadonlyArray<keyof typeof goals>

/** A row of one of four activities, or of a milestone of the same name. */
const Row = Schema.Struct({
  name: Schema.Literals(names),
  table: Schema.Literals(["timeline", "activities", "completed"]),
  actions: cell("Utbilda", "Informera"),
  deadline: cell("2021-12-31", "2022-06", "2021-02-29", "snart", "A 2021-12-31\nB 2022-12-31", "A 2023-12-31\nC 2022"),
  responsible: cell("Sjukhuschef", "Enhetschef"),
  status: cell(
    "FÖRSENAT",
    "ARBETE PÅGÅR",
    "Pågår: se protokoll",
    "Klart 2023-11-30",
    "Klart 2024-05-20",
    "Klart 2022-10-01 - A\nKlart 2023-03-01 - B",
    "Utgår",
    "?"
  ),
  followUp: cell("Det går framåt.", "Det går framåt.\nTvå enheter till.", "Två enheter till.", "Blev inte av."),
  // Never equal to a first deadline: a new date that repeats the first cannot be distinguished from no new date.
  newDeadline: cell("2024-12-31", "hösten 2024", "2025", "tills vidare")
})
const Rows = several(Row, 3)

const editionOf = (rows: ReadonlyArray<typeof Row.Type>, document: string): Edition => {
  const of = (kind: "timeline" | "activities" | "completed") => {
    const own = rows.filter((row) => row.table === kind)
    // An activity has one row: of two rows, only their order would decide which counts.
    const once = own.filter(({ name }, i) => own.findIndex((row) => row.name === name) === i)
    const taken =
      kind === "completed"
        ? once.filter(({ name }) => !rows.some((row) => row.table === "activities" && row.name === name))
        : once
    return table(
      kind,
      ...taken.map(({ actions, deadline, followUp, name, newDeadline, responsible, status }): Partial<Cells> => ({
        actions,
        deadline,
        followUp,
        newDeadline,
        responsible,
        status,
        area: name,
        goal: goals[name]
      }))
    )
  }
  return {
    ...edition(of("timeline"), of("activities"), of("completed")),
    document,
    sha256: document.charAt(0).repeat(64)
  }
}

/** Fields that differ between two logs of the same facts: position and time of recording, and generated ids. */
const recording: ReadonlySet<string> = new Set(["position", "recordedAt", "events", "source", "correctedBy"])

const told = (value: unknown, ids: ReadonlyMap<string, string>): unknown =>
  Array.isArray(value)
    ? value.map((each) => told(each, ids))
    : value !== null && typeof value === "object"
      ? Object.fromEntries(
          Object.entries(value).flatMap(([key, each]) => {
            if (recording.has(key)) return []
            const shown = told(each, ids)
            return [
              [
                key,
                key === "findings" && Array.isArray(shown)
                  ? shown.map((each) => JSON.stringify(each)).toSorted()
                  : shown
              ]
            ]
          })
        )
      : typeof value === "string"
        ? (ids.get(value) ?? value)
        : value

const views = (log: ReadonlyArray<RecordedEvent>) =>
  ["2023-12-15", "2024-03-01", "2024-06-17", "2025-01-01"].map((held) => {
    const times = { asOf: day(held), today: day(held) }
    const history = History.of(log, times)
    const histories = deadlineHistory(history)
    const ids = new Map(histories.activities.map(({ activity }, i) => [activity, `#${i}`]))
    return [board(history), completed(history), histories, timeline(history)].map((view) => told(view, ids))
  })

const bothOrders = (december: ReadonlyArray<typeof Row.Type>, june: ReadonlyArray<typeof Row.Type>) => {
  const [a, b] = [editionOf(december, "a.csv"), editionOf(june, "b.csv")]
  return {
    inTime: takeIn(b, "2024-06-17", takeIn(a, "2023-12-15").log),
    backDated: takeIn(a, "2023-12-15", takeIn(b, "2024-06-17").log)
  }
}

describe("two editions", () => {
  it.prop(
    "two editions give the same views, whichever is imported first",
    [Rows, Rows],
    ([december, june]) => {
      const { backDated, inTime } = bothOrders(december, june)
      expect(backDated.refused).toEqual([])
      expect(views(backDated.log)).toEqual(views(inTime.log))
    },
    { arbitrary: { runs: 100 } }
  )

  it.prop(
    "three editions give the same views, in whatever order they are imported",
    [Rows, Rows, Rows, Schema.Literals(["bca", "cab", "cba", "acb", "bac"])],
    ([december, june, winter, order]) => {
      const presented = {
        a: [editionOf(december, "a.csv"), "2023-12-15"],
        b: [editionOf(june, "b.csv"), "2024-06-17"],
        c: [editionOf(winter, "c.csv"), "2024-12-16"]
      } as const
      const logIn = (letters: string) =>
        [...letters].reduce<ReadonlyArray<RecordedEvent>>((log, letter) => {
          const [read, held] = presented[letter as "a" | "b" | "c"]
          const { log: after, refused } = takeIn(read, held, log)
          expect(refused).toEqual([])
          return after
        }, [])
      expect(views(logIn(order))).toEqual(views(logIn("abc")))
    },
    { arbitrary: { runs: 50 } }
  )

  it.effect("the generated editions overlap in every way", () =>
    Effect.gen(function* () {
      const samples = yield* Arbitrary.sampleEffect(Rows, { count: 150, size: 30, seed: 1 })
      const found = new Set(
        samples.flatMap((rows, i) => {
          const { backDated } = bothOrders(rows, samples[i + 1] ?? [])
          return backDated.all
            .filter(({ effectiveOn }) => effectiveOn === "2024-06-17")
            .map(({ event }) => (event._tag === "FindingRaised" ? event.code : event._tag))
        })
      )
      for (const each of [
        "RowVanished",
        "BaselineRewritten",
        "RowReopened",
        "ClosedRowChanged",
        "Corrected",
        "StatusChanged",
        "DeadlineMoved"
      ])
        expect(found).toContain(each)
    })
  )
})
