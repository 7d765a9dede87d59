/**
 * Case 09 and others of its kind: headings over two rows.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { brief, csv, moves, views } from "./cases.ts"

const shapes: ReadonlyArray<
  readonly [what: string, lines: ReadonlyArray<string>, rows: ReadonlyArray<string>, moved: ReadonlyArray<string>]
> = [
  [
    "an end beside a start",
    ["Åtgärd;Ansvarig;Datum;;Läge", ";;Start;Slut;", "A;IT;2024-01-01;2024-06-28;Pågår"],
    ["2024-06-28 InProgress"],
    []
  ],
  [
    "a status below a group of follow-up",
    ["Åtgärd;Tidplan;;Uppföljning;", ";Planerad;Reviderad;Status;Kommentar", "A;2024-01-31;2024-06-28;Pågår;bra"],
    ["2024-06-28 InProgress"],
    ["2024-01-31 → 2024-06-28: 149"]
  ],
  [
    "two revised dates in order",
    ["Åtgärd;Tid;;;Status", ";Ursprunglig;Ny 1;Ny 2;", "A;2024-01-31;2024-06-28;2024-12-31;Pågår"],
    ["2024-12-31 InProgress"],
    ["2024-01-31 → 2024-12-31: 335"]
  ],
  [
    "Danish words",
    ["Indsats;Ansvarlig;Tidsfrist;;Status", ";;Oprindelig;Ny;", "A;HR;28-06-2024;31-12-2024;I gang"],
    ["2024-12-31 InProgress"],
    ["2024-06-28 → 2024-12-31: 186"]
  ],
  [
    "English words",
    ["Action,Owner,Due date,,Status", ",,Original,Revised,", "A,IT,2024-06-28,2024-12-31,In progress"],
    ["2024-12-31 InProgress"],
    ["2024-06-28 → 2024-12-31: 186"]
  ],
  [
    "groups over every column",
    ["Plan;;;;Uppföljning;;", "Område;Mål;Åtgärd;Tid;Status;Kommentar;Ny tid", "A;M;X;2024-06-28;Pågår;bra;2024-12-31"],
    ["2024-12-31 InProgress"],
    ["2024-06-28 → 2024-12-31: 186"]
  ]
]

describe("headings over two rows", () => {
  for (const [what, lines, rows, moved] of shapes) {
    it.effect(`headings over two rows are read together, with no row left out: ${what}`, () =>
      Effect.gen(function* () {
        const { ongoing, outcomes, slips } = yield* views(csv("2024-05-15", ...lines))
        expect(brief(ongoing)).toEqual(rows)
        expect(moves(slips)).toEqual(moved)
        expect(outcomes[0]?.rowsLeftOut).toBe(0)
      })
    )
  }
})
