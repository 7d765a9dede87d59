/**
 * Editions with one date column, with ids and with several actions, taken in in any order.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { csv, moves, views } from "../cases/cases.ts"

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0]
] as const

const dates = [
  csv("2024-01-15", "Område;Mål;Tid;Status", "E-arkiv;Alla anslutna;2024-06-30;Pågår"),
  csv("2024-03-15", "Område;Mål;Tid;Status", "E-arkiv;Alla anslutna;2024-09-30;Pågår"),
  csv("2024-05-15", "Område;Mål;Tid;Status", "E-arkiv;Alla anslutna;2024-12-31;Försenat")
]
const ids = [
  csv(
    "2024-01-15",
    "ID;Område;Mål;Tid;Status",
    "KS-1;E-arkiv;Alla anslutna;2024-06-30;Pågår",
    "KS-2;Växel;Ny växel;2024-06-30;"
  ),
  csv(
    "2024-03-15",
    "ID;Område;Mål;Tid;Status",
    "KS-1;E-arkiv;Alla nämnder anslutna;2024-06-30;Pågår",
    "KS-2;Växel;Ny växel;2024-06-30;"
  ),
  csv(
    "2024-05-15",
    "ID;Område;Mål;Tid;Status",
    "KS-1;Arkiv;Alla bolag med;2024-12-31;Pågår",
    "KS-2;Växel;Ny växel;2024-06-30;"
  )
]
const actions = ["2024-01-15", "2024-03-15", "2024-05-15"].map((day) =>
  csv(
    day,
    "Område;Mål;Åtgärd;Tid;Status",
    "Kompetens;Alla kan;Ta fram kurs;2024-06-30;Pågår",
    "Kompetens;Alla kan;Genomför kurs;2024-12-31;"
  )
)

describe("editions in any order", () => {
  for (const order of orders) {
    const inOrder = (editions: typeof dates) => order.flatMap((at) => editions[at] ?? [])
    it.effect(`an only date moves as if editions came in time: ${order.join(", ")}`, () =>
      Effect.gen(function* () {
        const { log, slips } = yield* views(...inOrder(dates))
        expect(moves(slips)).toEqual(["2024-06-30 → 2024-12-31: 184"])
        expect(slips.map(({ tally }) => tally.count)).toEqual([2])
        expect(new Set(log.flatMap(({ activity }) => activity ?? [])).size).toBe(1)
      })
    )

    it.effect(`an id finds its row as if editions came in time: ${order.join(", ")}`, () =>
      Effect.gen(function* () {
        const { log, slips } = yield* views(...inOrder(ids))
        expect(new Set(log.flatMap(({ activity }) => activity ?? [])).size).toBe(2)
        expect(moves(slips)).toEqual(["2024-06-30 → 2024-12-31: 184"])
      })
    )

    it.effect(`actions of one goal stay apart in any order: ${order.join(", ")}`, () =>
      Effect.gen(function* () {
        const { log } = yield* views(...inOrder(actions))
        expect(new Set(log.flatMap(({ activity }) => activity ?? [])).size).toBe(2)
      })
    )
  }
})
