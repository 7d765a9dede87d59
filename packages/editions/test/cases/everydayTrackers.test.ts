/**
 * Other tables of the kinds of cases 01, 06, 11 and 14: headings, languages and ids as people write them.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { brief, csv, moves, views } from "./cases.ts"

type Table = readonly [head: string, row: string, rows: ReadonlyArray<string>, moved?: string]

const tables: ReadonlyArray<Table> = [
  ["Aktivitet;Vem;När;Läge;Notering", "Inför;IT;2024-06-28;Pågår;Bra", ["2024-06-28 InProgress"]],
  [
    "Nr;Åtgärd;Ansvarig funktion;Ursprunglig sluttid;Ny sluttid;Status",
    "1;Inför;IT;2024-03-29;2024-12-31;Pågår",
    ["2024-12-31 InProgress"],
    "2024-03-29 → 2024-12-31: 277"
  ],
  [
    "Åtgärd;Tid;Ny tid 1;Ny tid 2;Status",
    "Inför;2023-03-29;2023-12-29;2024-06-28;Pågår",
    ["2024-06-28 InProgress"],
    "2023-03-29 → 2024-06-28: 457"
  ],
  [
    "Rekommendation;Förlängd till;Sista dag;Ansvarig nämnd;Status",
    "Inför;2024-12-31;2024-03-29;KS;Pågår",
    ["2024-12-31 InProgress"],
    "2024-03-29 → 2024-12-31: 277"
  ],
  [
    "Åtgärd;Reviderat datum för beslut;Slutdatum;Status",
    "Inför;2024-12-31;2024-06-28;Pågår",
    ["2024-06-28 InProgress"]
  ],
  [
    "Åtgärd;Slutdatum (reviderat);Slutdatum (ursprungligt);Status",
    "Inför;2024-09-30;2024-03-28;Pågår",
    ["2024-09-30 InProgress"],
    "2024-03-28 → 2024-09-30: 186"
  ],
  [
    "Leverabel;Beställare;Leveransdatum;Ändrat leveransdatum;Läge",
    "Rapport;KS;2024-03-29;2024-09-30;Försenad",
    ["2024-09-30 Delayed"],
    "2024-03-29 → 2024-09-30: 185"
  ],
  [
    "Diarienummer;Uppdrag;Beslutsdatum;Uppföljningsdatum;Klart senast;Status",
    "KS 2023/12;Utred;2023-02-01;2024-09-02;2024-12-31;Pågår",
    ["2024-12-31 InProgress"]
  ],
  [
    "Datum;Uppdrag;Startdatum;Slutdatum;Status",
    "2022-03-14;Utred;2022-05-02;2024-06-28;Pågår",
    ["2024-06-28 InProgress"]
  ],
  [
    "Datum;Avvikelse;Åtgärdas senast;Uppföljningsdatum;Status",
    "2022-03-14;Hål;2024-06-28;2024-09-02;Pågår",
    ["2024-06-28 InProgress"]
  ],
  ["Åtgärd;Ansvarsperson;Tidtabell;Läge", "Utred;Direktören;28.6.2024;Har inletts", ["2024-06-28 InProgress"]],
  [
    "Nr;Tiltak;Ansvarlig;Opprinnelig frist;Ny frist;Status",
    "1;Lage plan;HR;29.03.2024;31.12.2024;Pågår",
    ["2024-12-31 InProgress"],
    "2024-03-29 → 2024-12-31: 277"
  ],
  ["Tiltak;Ansvarlig;Startdato;Sluttdato;Status", "Lage;HR;02.01.2024;28.06.2024;Pågår", ["2024-06-28 InProgress"]],
  [
    "Handling;Ansvarlig;Deadline;Revideret deadline;Status",
    "Lav plan;HR;28-06-2024;31-12-2024;I gang",
    ["2024-12-31 InProgress"],
    "2024-06-28 → 2024-12-31: 186"
  ],
  ["Dato;Indsats;Slutdato;Status", "14-03-2022;Lav;28-06-2024;I gang", ["2024-06-28 InProgress"]],
  [
    "Ref;Finding;Agreed Action;Responsible Manager;Implementation Date;Revised Implementation Date;Current Status",
    "1.1;No plan;Write it;HR;30 June 2023;31 December 2024;Overdue",
    ["2024-12-31 Delayed"],
    "2023-06-30 → 2024-12-31: 550"
  ],
  ["Action Point;Assigned To;Target Date", "Write it;Ann;2024-06-28", ["2024-06-28 NotStated"]],
  ["Raised;Action;Target completion date;Completed on", "2022-03-14;Do;2024-06-28;", ["2024-06-28 NotStated"]]
]

describe("a table under headings of its own", () => {
  for (const [head, row, rows, moved] of tables) {
    it.effect(`a table under its own headings has one row and its moves: ${head}`, () =>
      Effect.gen(function* () {
        const { ongoing, outcomes, slips } = yield* views(csv("2024-05-15", head, row))
        expect(brief(ongoing)).toEqual(rows)
        expect(moves(slips)).toEqual(moved === undefined ? [] : [moved])
        expect(outcomes[0]?.rowsLeftOut).toBe(0)
      })
    )
  }

  it.effect("several actions of one recommendation are several activities, and none is left out", () =>
    Effect.gen(function* () {
      const { ongoing, outcomes } = yield* views(
        csv(
          "2024-01-15",
          "Rekommendation;Åtgärd;Tid;Status",
          "Stärk styrningen;Skriv policy;2024-06-28;Pågår",
          "Stärk styrningen;Utbilda chefer;2024-09-30;Försenad"
        )
      )
      expect(ongoing.map(({ actions, goal }) => `${goal} | ${actions}`)).toEqual([
        "Stärk styrningen | Skriv policy",
        "Stärk styrningen | Utbilda chefer"
      ])
      expect(outcomes[0]?.rowsLeftOut).toBe(0)
    })
  )
})

const renamed: ReadonlyArray<readonly [column: string, id: string]> = [
  ["Diarienummer", "KS 2023/123"],
  ["Dnr", "2023-0456"],
  ["Ref", "A.1"],
  ["Löpnr", "2023-14"],
  ["Saksnr", "23/00412"],
  ["Sagsnr", "2023-7781"]
]

describe("an id of the document", () => {
  for (const [column, id] of renamed) {
    it.effect(`a row keeps its activity by its ${column} though all its words are new`, () =>
      Effect.gen(function* () {
        const head = `${column};Uppdrag;Tid;Status`
        const other = "Z-9;Se över taxor;2024-06-28;Pågår"
        const { ongoing, slips } = yield* views(
          csv("2024-01-15", head, `${id};Utred skolskjuts;2024-06-28;Pågår`, other),
          csv("2024-05-15", head, other, `${id};Upphandla bussar;2024-12-31;Pågår`)
        )
        expect(ongoing.map(({ actions }) => actions).sort()).toEqual(["Se över taxor", "Upphandla bussar"])
        expect(moves(slips)).toEqual(["2024-06-28 → 2024-12-31: 186"])
      })
    )
  }
})
