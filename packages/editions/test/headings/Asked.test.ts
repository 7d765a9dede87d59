/**
 * What a person is asked to decide: about a file that is not read, and about rows that have no name, or one of several.
 */
import { describe, expect, it } from "@effect/vitest"
import { headingKey } from "@frist/domain/plan/ColumnHeading"
import * as Effect from "effect/Effect"
import type { TakenColumn } from "../../src/Edition.ts"
import type { EditionColumn } from "../../src/EditionColumn.ts"
import { readEdition } from "../../src/EditionReader.ts"
import { codes, csv, views } from "../cases/cases.ts"
import { decisionFor } from "../../src/formats/columns/ColumnSuggestion.ts"

type Decided = Readonly<Record<string, EditionColumn>>

const read = (lines: ReadonlyArray<string>, decided: Decided = {}) =>
  readEdition("plan.csv", new TextEncoder().encode(lines.join("\n")), {
    columns: new Map(Object.entries(decided).map(([heading, column]) => [headingKey(heading), column]))
  })

const asked = (columns: ReadonlyArray<TakenColumn>) =>
  columns.flatMap((each) => (each.suggested === null ? [] : [`${each.heading}=${each.suggested}`]))

/** Lines of a file that is refused, what is asked, and how many rows are read as asked. */
const refused: ReadonlyArray<
  readonly [what: string, lines: ReadonlyArray<string>, asked: ReadonlyArray<string>, read: number]
> = [
  [
    "a list without dates or statuses",
    ["Nr;Uppgift;Anna;Bo", "1;Boka lokal;20;30", "2;Köp in;10;40"],
    ["Uppgift=actions"],
    2
  ],
  [
    "a board of texts whose days stand where the work is done",
    [
      "Nr;Beskrivning;Status;Completion date",
      "1;Byt lås;Klart;2023-02-01",
      "2;Måla om;Klart;2023-03-01",
      "3;Laga tak;Pågår;",
      "4;Byt dörr;Pågår;"
    ],
    ["Beskrivning=actions", "Completion date=completedOn"],
    4
  ],
  [
    "a board whose states are few words, some of them known",
    ["id;lane;text", ...Array.from({ length: 9 }, (_, at) => `k${at};${["klart", "sen", "snart"][at % 3]};Steg ${at}`)],
    ["lane=status", "text=actions"],
    9
  ],
  [
    "a list with statuses under a heading that may be of dates",
    ["Uppgift;Valmiina;Foo", ...["klart", "pågår", "klart", "försenat"].map((words, at) => `Steg ${at};${words};x`)],
    ["Uppgift=actions", "Valmiina=status"],
    4
  ],
  [
    "sub-activities in columns of their own",
    [
      "Vecka;Fas;Aktivitet;Nivå A;Nivå B",
      "1;1;Planera;;",
      ";;;Välj metod;",
      ";;;;Läs på",
      ";;;Skriv plan;",
      ";;;;Fråga",
      ";;;Boka;",
      ";;;;Ring",
      ";;Bygga;;",
      ";;;Rita;"
    ],
    ["Aktivitet=area", "Nivå A=goal", "Nivå B=actions"],
    9
  ]
]

describe("what is asked about a file that is not read", () => {
  it.effect.each(refused)("%s is asked about so that the answer reads it", ([, lines, expected, count]) =>
    Effect.gen(function* () {
      const { head } = yield* Effect.flip(read(lines))
      expect(asked(head?.columns ?? [])).toEqual(expect.arrayContaining([...expected]))
      const decided = Object.fromEntries(expected.map((each) => each.split("="))) as Decided
      const { tables } = yield* read(lines, decided)
      expect(tables.flatMap(({ rows }) => rows)).toHaveLength(count)
    })
  )

  it.effect("a column of options is suggested as the status, also where few of them are read", () =>
    Effect.gen(function* () {
      const words = ["Klart 2024-11-15", "På gång", "Vilande", "Stoppad"]
      const lines = [
        "Aktivitet;Tid;Läge just nu;Foo",
        ...words.map((each, at) => `Steg ${at};2025-0${at + 1};${each};x`)
      ]
      const { tables } = yield* read(lines)
      expect(asked(tables[0]?.columns ?? [])).toEqual(["Läge just nu=status"])
    })
  )

  it.effect("a list that may have deadlines is not read before they are decided", () =>
    Effect.gen(function* () {
      const lines = ["Uppgift;Xyz", "Boka;2024-06-28", "Köp;2024-09-30"]
      const { head } = yield* Effect.flip(read(lines, { Uppgift: "actions" }))
      expect(asked(head?.columns ?? [])).toContain("Xyz=deadline")
    })
  )

  it.effect("a row of numbers and spans of time is no head", () =>
    Effect.gen(function* () {
      const lines = [
        "Plan;Från och till;Varaktighet",
        "Steg ett;08/30 - 09/13;14 dagar",
        "Steg två;22 Days;1 hour 30 minutes"
      ]
      const { head } = yield* Effect.flip(read(lines))
      expect(head?.line).toBe(1)
    })
  )
})

const remarked = (lines: ReadonlyArray<string>) =>
  Effect.map(read(lines), ({ tables }) =>
    tables.flatMap(({ remarks }) => remarks.filter(({ code }) => code === "NamesNotRead").map(({ words }) => words))
  )

describe("what is asked about rows that have no name of their own", () => {
  it.effect("a column that names the rows that no other names is asked about", () =>
    Effect.gen(function* () {
      const lines = ["Aktivitet;Nivå B;Tid", "Planera;;2024-06-28", ";Välj metod;", ";Skriva;", ";Boka;"]
      expect(yield* remarked(lines)).toEqual([
        `${decisionFor({ heading: "Aktivitet", suggested: "area" })} ${decisionFor({ heading: "Nivå B", suggested: "actions" })}`
      ])
    })
  )

  it.effect("a column of ids without a heading is asked about where rows have one name", () =>
    Effect.gen(function* () {
      const lines = [";Uppgift;Tid", "1.1;Granska;2024-06-28", "1.2;Besluta;", "2.1;Granska;2024-09-30"]
      expect(yield* remarked(lines)).toEqual([decisionFor({ heading: "#1", suggested: "id" })])
      const { tables } = yield* read(lines, { "#1": "id" })
      expect(tables[0]?.rows.map(({ cells }) => cells.id)).toEqual(["1.1", "1.2", "2.1"])
    })
  )

  it.effect("nothing is asked about group rows, or about words beside the table without a heading", () =>
    Effect.gen(function* () {
      const groups = [";Uppgift;Slutdatum", "Förstudie;;", ";Intervjua;2024-02-28", "Inför;;", ";Rita;2024-03-15"]
      expect(yield* remarked([...groups, "Utbilda;;", ";Kalla;2024-04-15"])).toEqual([])
      const aside = [
        "Uppgift;Slutdatum;",
        "Intervjua;2024-02-28;Öppen",
        "Rita;2024-03-15;Stängd",
        ";;Hög",
        ";;Låg",
        ";;Medel"
      ]
      expect(yield* remarked(aside)).toEqual([])
    })
  )

  it.effect("a question about columns is not counted as a row that is left out", () =>
    Effect.gen(function* () {
      const lines = ["Aktivitet;Nivå B;Tid", "Planera;;2024-06-28", ";Välj metod;", ";Skriva;", ";Boka;"]
      const { found, outcomes } = yield* views(csv("2024-01-15", ...lines))
      expect(codes(found)).toContain("NamesNotRead")
      expect(outcomes[0]?.rowsLeftOut).toBe(3)
    })
  )

  it.effect("nothing is asked where each row has a name, and one that no other has", () =>
    Effect.gen(function* () {
      expect(
        yield* remarked(["Aktivitet;Nivå B;Tid", "Planera;Välj;2024-06-28", "Bygga;Rita;", "Följa upp;Mät;"])
      ).toEqual([])
      expect(yield* remarked([";Uppgift;Tid", "1.1;Granska;2024-06-28", "1.2;Besluta;", "2.1;Följa upp;"])).toEqual([])
    })
  )
})
