/**
 * Rows of one name: which are activities of their own, and which activity of an earlier edition each of them is.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { codes, csv, moves, views } from "../cases/cases.ts"

const headings = "Enhet;Aktivitet;Start;Slutdatum;Ansvarig;Status;Kommentar;Klart datum"

/** The lines of a table, and how many of them are activities of their own. */
const inOneEdition: ReadonlyArray<readonly [what: string, lines: ReadonlyArray<string>, own: number]> = [
  ["dates", [";Granska;;2024-03-15;;;;", ";Granska;;2024-09-15;;;;"], 2],
  ["dates that are not read", [";Granska;;23/5;;;;", ";Granska;;19/5;;;;"], 2],
  ["responsibles", [";Granska;;2024-03-15;Anna;;;", ";Granska;;2024-03-15;Bo;;;"], 2],
  ["cells of a column that is not read", [";Granska;2024-01-08;;;;;", ";Granska;2024-02-05;;;;;"], 2],
  ["days of completion", [";Granska;;2024-03-15;;;;2024-01-08", ";Granska;;2024-03-15;;;;2024-01-10"], 2],
  ["areas", ["Norr;Granska;;2024-03-15;;;;", "Söder;Granska;;2024-03-15;;;;"], 2],
  ["nothing", [";Granska;;2024-03-15;Anna;;;", ";Granska;;2024-03-15;Anna;;;"], 1],
  ["writing", [";Granska;;2024-03-15;Anna;;;", ";GRANSKA.;;15 mars 2024;anna;;;"], 1],
  ["their status, which contradicts itself", [";Granska;;2024-03-15;;Klart;;", ";Granska;;2024-03-15;;Försenat;;"], 1],
  ["their follow-up", [";Granska;;2024-03-15;;;Möte hållet;", ";Granska;;2024-03-15;;;Nytt möte;"], 1],
  ["empty cells", [";Granska;;2024-03-15;Anna;Pågår;;", ";Granska;;;;;Mer;"], 1]
]

describe("rows of one name in one edition", () => {
  for (const [what, lines, own] of inOneEdition) {
    it.effect(`rows of one name that differ by ${what} are ${own} of 2 activities`, () =>
      Effect.gen(function* () {
        const { found, log, outcomes } = yield* views(csv("2024-01-15", headings, ...lines))
        expect(log.filter(({ type }) => type === "ActivityRegistered")).toHaveLength(own)
        expect(outcomes[0]?.rowsLeftOut).toBe(2 - own)
        expect(codes(found).includes("RowTwice")).toBe(own === 1)
      })
    )
  }
})

/** Rows before and after: their names, dates, responsibles and statuses. A row is matched to that of its number from 0. */
const nextEdition: ReadonlyArray<
  readonly [
    what: string,
    before: ReadonlyArray<string>,
    after: ReadonlyArray<string>,
    matched: ReadonlyArray<number | "doubtful" | "new">,
    moved?: ReadonlyArray<string>
  ]
> = [
  ["that have not changed", ["G;2024-03-15", "G;2024-09-15"], ["G;2024-03-15", "G;2024-09-15"], [0, 1]],
  ["in another order", ["G;2024-03-15", "G;2024-09-15"], ["G;2024-09-15;;Klart", "G;2024-03-15"], [1, 0]],
  ["of which one is left", ["G;2024-03-15", "G;2024-09-15"], ["G;2024-09-15;;Pågår"], [1]],
  ["of which one is left, with another date", ["G;2024-03-15", "G;2024-09-15"], ["G;2024-12-15"], ["doubtful"]],
  [
    "of which one has another date",
    ["G;2024-03-15", "G;2024-09-15"],
    ["G;2024-03-15", "G;2024-12-15"],
    [0, "doubtful"]
  ],
  ["to which one is added", ["G;2024-03-15"], ["G;2024-09-15", "G;2024-03-15"], ["new", 0]],
  ["that were one, of another date", ["G;2024-03-15"], ["G;2024-04-15", "G;2024-05-15"], ["doubtful", "doubtful"]],
  [
    "whose responsibles tell them apart",
    ["G;2024-03-15;Anna", "G;2024-03-15;Bo"],
    ["G;2024-12-31;Bo", "G;2024-03-15;Anna"],
    [1, 0],
    ["2024-03-15 → 2024-12-31: 291"]
  ],
  [
    "whose responsible has changed",
    ["G;2024-03-15;Anna", "G;2024-09-15;Anna"],
    ["G;2024-03-15;Anna", "G;2024-09-15;Bo"],
    [0, 1]
  ],
  [
    "of one responsible, of which one has another date",
    ["G;2024-03-15;Anna", "G;2024-09-15;Anna"],
    ["G;2024-03-15;Anna", "G;2024-12-15;Anna"],
    [0, "doubtful"]
  ],
  ["of a list that is numbered again", ["1. G;2024-03-15;Anna"], ["2. G;2024-03-15;Anna"], [0]],
  [
    "of a list that is numbered again, where another has the number now",
    ["3. G;2024-03-15;Anna", "4. G;2024-09-15;Bo"],
    ["4. G;2024-03-15;Anna", "5. G;2024-09-15;Bo"],
    [0, 1]
  ],
  [
    "of a list that may be numbered again",
    ["4. G;2024-03-15;Anna", "5. G;2024-09-15;Bo"],
    ["5. G;2024-03-15;Anna", "6. G;2024-12-31;Bo"],
    [0, "doubtful"]
  ],
  [
    "of a list that goes on",
    ["1. G;2024-03-15", "2. G;2024-09-15"],
    ["1. G;2024-03-15", "2. G;2024-10-15", "3. G;2024-12-31"],
    [0, 1, "new"],
    ["2024-09-15 → 2024-10-15: 30"]
  ]
]

const held = (on: string, rows: ReadonlyArray<string>) => csv(on, "Aktivitet;Slutdatum;Ansvarig;Status", ...rows)

describe("rows of one name in the next edition", () => {
  for (const [what, before, after, matched, moved = []] of nextEdition) {
    it.effect(`rows of one name ${what} are matched where nothing is in doubt`, () =>
      Effect.gen(function* () {
        const { log, outcomes, slips } = yield* views(held("2024-01-15", before), held("2024-02-15", after))
        const ids = outcomes[0]?.events.flatMap(({ activity, event }) =>
          event._tag === "ActivityRegistered" ? [activity] : []
        )
        expect(
          outcomes[1]?.matches.map(({ activity, how }) => (activity === null ? how : ids?.indexOf(activity)))
        ).toEqual(matched)
        expect(moves(slips)).toEqual(moved)
        expect(log.filter(({ type }) => type === "DeadlineMoved")).toHaveLength(moved.length)
      })
    )
  }

  it.effect("a row in doubt stays so until a person decides", () =>
    Effect.gen(function* () {
      const after = ["G;2024-03-15", "G;2024-12-15"]
      const { outcomes } = yield* views(
        held("2024-01-15", ["G;2024-03-15", "G;2024-09-15"]),
        held("2024-02-15", after),
        held("2024-03-01", [...after, "Följa upp;2024-12-31"])
      )
      expect(outcomes[2]?.matches.map(({ how }) => how)).toEqual(["exact", "doubtful", "new"])
    })
  )

  it.effect("a row with another date is the same where no other has its name", () =>
    Effect.gen(function* () {
      const { slips } = yield* views(
        held("2024-01-15", ["G;2024-03-15", "Besluta;2024-04-15"]),
        held("2024-02-15", ["Besluta;2024-04-15", "G;2024-09-15"])
      )
      expect(moves(slips)).toEqual(["2024-03-15 → 2024-09-15: 184"])
    })
  )

  it.effect(
    "rows of one name that only a column that is not read tells apart are in doubt once their states differ",
    () =>
      Effect.gen(function* () {
        const rooms = "Aktivitet;Rum;Slutdatum;Status"
        const { closed, log, outcomes } = yield* views(
          csv("2024-01-15", rooms, "G;A;2024-03-15;", "G;B;2024-03-15;"),
          csv("2024-02-15", rooms, "G;A;2024-03-15;", "G;B;2024-03-15;"),
          csv("2024-03-15", rooms, "G;A;2024-03-15;Klart", "G;B;2024-03-15;")
        )
        expect(outcomes.map(({ rowsLeftOut }) => rowsLeftOut)).toEqual([0, 0, 2])
        expect(closed).toEqual([])
        expect(log.filter(({ type }) => type === "ActivityRegistered")).toHaveLength(2)
      })
  )
})
