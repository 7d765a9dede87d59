/**
 * What the columns of a table are taken for: by what stands beside them, by a person's decision, and never by their cells
 * alone.
 */
import { headingKey } from "@frist/domain/plan/ColumnHeading"
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type { TakenColumn } from "../../src/Edition.ts"
import type { EditionColumn } from "../../src/EditionColumn.ts"
import { readEdition } from "../../src/EditionReader.ts"

const read = (
  head: string,
  rows: ReadonlyArray<string>,
  decided: Readonly<Record<string, EditionColumn | "none">> = {}
) =>
  readEdition("plan.csv", new TextEncoder().encode([head, ...rows.map((row) => fitted(row, head))].join("\n")), {
    columns: new Map(Object.entries(decided).map(([heading, column]) => [headingKey(heading), column]))
  })

/** Cuts a row to as many cells as there are headings. */
const fitted = (row: string, head: string) => row.split(";").slice(0, head.split(";").length).join(";")

const rows = (...lines: ReadonlyArray<string>) => (lines.length === 0 ? ["a;b;c;d;e;f;g;h;i"] : lines)

/** Returns what each heading was taken for; in brackets why not, and what is suggested. */
const taken = (columns: ReadonlyArray<TakenColumn>): ReadonlyArray<string> =>
  columns.map(({ column, how, suggested }) =>
    column !== null ? column : suggested === null ? `(${how})` : `(${how}: ${suggested})`
  )

const columnsOf = (...of: Parameters<typeof read>) =>
  Effect.match(read(...of), {
    onSuccess: ({ tables }) => taken(tables.flatMap(({ columns }) => columns)),
    onFailure: ({ head, problem }) => [problem, ...taken(head?.columns ?? [])]
  })

const day = "2024-06-28"

const cases: ReadonlyArray<
  readonly [kind: string, head: string, rows: ReadonlyArray<string>, taken: ReadonlyArray<string>]
> = [
  // A column that can only be a deadline goes before one that may be, and that before Datum.
  ["deadline", "Datum;Åtgärd;Slutdatum", rows(), ["(yielded)", "actions", "deadline"]],
  ["deadline", "Åtgärd;Tid;Klart senast", rows(), ["actions", "(yielded)", "deadline"]],
  ["deadline", "Date;Action;Due Date;Status", rows(), ["(yielded)", "actions", "deadline", "status"]],
  ["deadline", "Dato;Tiltak;Frist", rows(), ["(yielded)", "actions", "deadline"]],
  ["deadline", "Päivämäärä;Toimenpide;Määräaika", rows(), ["(yielded)", "actions", "deadline"]],
  ["deadline", "Milstolpe;Datum", rows(), ["area", "deadline"]],
  ["deadline", "Åtgärd;Datum;Nytt datum", rows(`a;${day};${day}`), ["actions", "deadline", "newDeadline"]],
  ["deadline", "Date raised;Action;Target date", rows(), ["(other)", "actions", "deadline"]],
  ["deadline", "Vad;Vem;När", rows(), ["actions", "responsible", "deadline"]],
  ["deadline", "Was;Wer;Bis wann;Termin", rows(), ["actions", "responsible", "deadline", "(yielded)"]],
  // Two that can only be deadlines are both asked about.
  [
    "doubt",
    "Åtgärd;Status;Slutdatum;Deadline",
    rows(`a;Pågår;${day};${day}`),
    ["noDeadline", "actions", "status", "(several: deadline)", "(several: deadline)"]
  ],
  ["doubt", "Åtgärd;Slutdatum;Slutdatum", rows(), ["actions", "deadline", "(yielded)"]],
  [
    "doubt",
    "Åtgärd;Status T1;Status T2;Tid",
    rows(),
    ["actions", "(several: status)", "(several: status)", "deadline"]
  ],
  ["doubt", "Åtgärd;RAG;Status;Tid", rows(), ["actions", "(yielded)", "status", "deadline"]],
  ["doubt", "Åtgärd;Klart", rows(`a;${day}`), ["noHeadings", "actions", "(several: deadline)"]],
  [
    "doubt",
    "Åtgärd;Avslutsdatum;Datum",
    rows(`a;${day};${day}`),
    ["noHeadings", "actions", "(several: deadline)", "(several: deadline)"]
  ],
  // Original and revised; a deadline in effect beside the original one is the revised one.
  ["revised", "Action;Original Target Date;Revised Target Date", rows(), ["actions", "deadline", "newDeadline"]],
  ["revised", "Action;Original due date;Due date", rows(), ["actions", "deadline", "newDeadline"]],
  [
    "revised",
    "Action;Original due date;Due date;Revised due date",
    rows(),
    ["actions", "deadline", "(several)", "newDeadline"]
  ],
  ["revised", "Task;Baseline finish;Finish", rows(), ["actions", "deadline", "newDeadline"]],
  ["revised", "Åtgärd;Ursprunglig tid;Gällande tid", rows(), ["actions", "deadline", "newDeadline"]],
  ["revised", "Åtgärd;Gällande tid", rows(), ["actions", "deadline"]],
  ["revised", "Task;Due;Rev 1;Rev 2", rows(`a;${day};${day};`), ["actions", "deadline", "newDeadline", "newDeadline"]],
  [
    "revised",
    "Task;Due;Rev 2;Rev 1",
    rows(`a;${day};${day};${day}`),
    ["actions", "deadline", "(several: newDeadline)", "(several: newDeadline)"]
  ],
  ["revised", "Task;Due;Rev 1", rows(`a;${day};B`), ["actions", "deadline", "(several: newDeadline)"]],
  ["revised", "Åtgärd;Tid;Prognos", rows(`a;${day};1 200 tkr`), ["actions", "deadline", "(several: newDeadline)"]],
  ["revised", "Åtgärd;Tid;Prognos", rows(`a;${day};${day}`), ["actions", "deadline", "newDeadline"]],
  ["revised", "Åtgärd;Tid;Date revised", rows(`a;${day};${day}`), ["actions", "deadline", "(unknown: newDeadline)"]],
  [
    "revised",
    "Åtgärd;Frist;Ny frist 2023;Ny frist 2024",
    rows(),
    ["actions", "deadline", "newDeadline", "newDeadline"]
  ],
  // A date of completion.
  ["completed", "Action;Due;Completion date", rows(`a;${day};${day}`), ["actions", "deadline", "completedOn"]],
  [
    "completed",
    "Action;Completion date;Status",
    rows(`a;${day};Open`),
    ["noDeadline", "actions", "(several: deadline)", "status"]
  ],
  ["completed", "Action;Due;Completed", rows(`a;${day};Yes`), ["actions", "deadline", "(several)"]],
  ["completed", "Åtgärd;Tid;Klart", rows(`a;${day};Ja`), ["actions", "deadline", "(several)"]],
  ["completed", "Åtgärd;Slutdatum;Faktiskt slutdatum", rows(), ["actions", "deadline", "completedOn"]],
  ["completed", "Tehtävä;Arvioitu päättyminen;Toteutunut päättyminen", rows(), ["actions", "deadline", "completedOn"]],
  // What names a row.
  ["name", "Namn;Beskrivning;Tid", rows(), ["area", "followUp", "deadline"]],
  ["name", "Beskrivning;Tid;Status", rows(), ["actions", "deadline", "status"]],
  ["name", "Område;Milstolpe;Tid", rows(), ["area", "goal", "deadline"]],
  ["name", "Risk;Mitigation;Owner;Due date", rows(), ["actions", "(other)", "responsible", "deadline"]],
  ["name", "Recommendation;Finding;Due date", rows(), ["actions", "(yielded)", "deadline"]],
  ["name", "Aktivitet;Åtgärd;Tid", rows("x;a;1", "x;b;2", "x;c;3"), ["goal", "actions", "deadline"]],
  ["name", "Rekommendation;Åtgärd;Tid", rows("x;a;1", "y;b;2"), ["goal", "actions", "deadline"]],
  ["name", "Mål;Uppdrag;Åtgärd;Tid", rows("m;x;a;1", "m;x;b;2"), ["goal", "(yielded)", "actions", "deadline"]],
  ["name", "Uppdrag;Uppdrag till;Tid", rows("x;KD;1"), ["actions", "responsible", "deadline"]],
  ["id", "Diarienummer;Uppdrag;Tid", rows("KS 2023/12;x;1"), ["id", "actions", "deadline"]],
  // A date of delivery is the deadline beside its revised one.
  [
    "delivery",
    "Action;Implementation date;Revised implementation date",
    rows(`a;${day};${day}`),
    ["actions", "deadline", "newDeadline"]
  ],
  [
    "delivery",
    "Rapport;Åtgärd;Leveransdatum;Ändrat leveransdatum",
    rows(`r;a;${day};${day}`),
    ["(unknown)", "actions", "deadline", "newDeadline"]
  ],
  [
    "delivery",
    "Åtgärd;Leveransdatum;Ny tid",
    rows(`a;${day};${day}`),
    ["actions", "(several: deadline)", "newDeadline"]
  ],
  ["delivery", "Åtgärd;Tid;Leveransdatum", rows(`a;${day};${day}`), ["actions", "deadline", "(several: completedOn)"]],
  // A planned time is a deadline if it is a date, and may be hours.
  ["planned", "Åtgärd;Planerad tid;Ny tid", rows(`a;${day};${day}`), ["actions", "deadline", "newDeadline"]],
  ["planned", "Åtgärd;Planerad tid;Ny tid", rows("a;40 tim;30 tim"), ["actions", "(several)", "newDeadline"]],
  // Most headings are unknown, but the columns of a plan are there, with dates.
  [
    "wide",
    `Åtgärd;Tid;Status;${Array.from({ length: 14 }, (_, at) => `Egenhet${"abcdefghijklmn".charAt(at)}`).join(";")}`,
    rows(`a;${day};Pågår`),
    ["actions", "deadline", "status", ...Array.from({ length: 14 }, () => "(unknown)")]
  ],
  ["name", "Aktivitet;Kommentar;Notering;Tid", rows(), ["actions", "followUp", "(yielded)", "deadline"]],
  // A board without dates is read; one with a column that may hold them is asked about.
  ["board", "Task;Status", rows("a;Done"), ["actions", "status"]],
  ["board", "Uppgift;Status;Sprint", rows("a;Klart;S1"), ["actions", "status", "(other)"]],
  [
    "board",
    "Task;Status;Foo",
    rows(`a;Done;${day}`, `b;Done;${day}`),
    ["noDeadline", "actions", "status", "(unknown: deadline)"]
  ],
  ["board", "Namn;Status", rows("Anna;Närvarande"), ["noDeadline", "area", "status"]],
  ["board", "Namn;Telefon", rows("Anna;070"), ["noHeadings", "area", "(unknown)"]],
  // A column of dates names no row.
  ["name", "Uppgift;Milstolpe", rows(`a;${day}`, `b;${day}`), ["noHeadings", "actions", "(several: deadline)"]],
  ["agenda", "Tid;Aktivitet", rows("02.03 - 04.03;a", "08.10;b"), ["deadline", "actions"]],
  // An agenda has times of a day.
  [
    "agenda",
    "Tid;Aktivitet;Ansvarig",
    rows("09:00;Fika;Anna", "10:00–10:30;Möte;Bo"),
    ["noDeadline", "(other)", "actions", "responsible"]
  ]
]

describe("the columns of a table", () => {
  it.effect.each(cases)("the columns (%s) of %s are taken by what stands beside them", ([, head, below, expected]) =>
    Effect.gen(function* () {
      expect(yield* columnsOf(head, below)).toEqual(expected)
    })
  )

  it.effect(
    "a column that nothing names and that holds dates is warned of, and then no finding says that no new date is set",
    () =>
      Effect.gen(function* () {
        const { tables } = yield* read("Åtgärd;Tid;Status;Xyz", ["a;2020-01-01;Pågår;2030-01-01"])
        expect(tables[0]?.remarks).toEqual([
          { code: "DateColumnNotRead", column: null, words: '--column "Xyz=newDeadline"' }
        ])
      })
  )

  const dated = ["a;2024-01-31;2024-06-30;2024-09-30;Pågår", "b;2024-02-29;2024-06-30;2024-09-30;Pågår"]

  it.effect.each([
    ["Action;Original due;Revised due;Second revised due;Status", "Second revised due=newDeadline"],
    ["Åtgärd;Tid;Ny tid;Tredje reviderade tid;Status", "Tredje reviderade tid=newDeadline"],
    ["Åtgärd;Tid;Ny tid;Förlängt av nämnden;Status", "Förlängt av nämnden=newDeadline"],
    ["Åtgärd;Tid;Ny tid;Faktiskt enligt chefen;Status", "Faktiskt enligt chefen=completedOn"],
    ["Åtgärd;Tid;Ny tid;Kontrollpunkt;Status", "Kontrollpunkt=completedOn"],
    ["Åtgärd;Nytt besked;Ny tid;Annat;Status", "Nytt besked=newDeadline Annat=deadline"],
    ["Åtgärd;Slut enligt planen;Ny tid;Start;Status", "Slut enligt planen=deadline"]
  ] as const)("dates that nothing names are suggested for what the words of %s say of them", ([head, expected]) =>
    Effect.gen(function* () {
      const { tables } = yield* read(head, dated)
      const words = tables.flatMap(({ columns }) =>
        columns.flatMap(({ heading, suggested }) => (suggested === null ? [] : [`${heading}=${suggested}`]))
      )
      expect(words.join(" ")).toBe(expected)
    })
  )

  it.effect("a column of units is suggested for the responsible where no other column is", () =>
    Effect.gen(function* () {
      expect(yield* columnsOf("Åtgärd;Tid;Förvaltning", rows())).toEqual([
        "actions",
        "deadline",
        "(other: responsible)"
      ])
      expect(yield* columnsOf("Åtgärd;Tid;Förvaltning;Ansvarig", rows())).toContain("(other)")
      expect(yield* columnsOf("Åtgärd;Tid;Prioritet", rows())).toContain("(other)")
    })
  )

  it.effect("a column of other cells that nothing names is not warned of", () =>
    Effect.gen(function* () {
      const { tables } = yield* read("Åtgärd;Tid;Status;Xyz", ["a;2020-01-01;Pågår;12 mkr", "b;2020-01-01;Pågår;2024"])
      expect(tables[0]?.remarks).toEqual([])
    })
  )
})

describe("a person's decision on a heading", () => {
  it.effect("a decision goes before the words of the heading and the cells", () =>
    Effect.gen(function* () {
      const head = "Åtgärd;Tid;Slutdatum;Xyz"
      expect(yield* columnsOf(head, rows(), { tid: "deadline" })).toEqual([
        "actions",
        "deadline",
        "(yielded)",
        "(unknown)"
      ])
      expect(yield* columnsOf(head, rows(), { SLUTDATUM: "none" })).toEqual([
        "actions",
        "deadline",
        "(decision)",
        "(unknown)"
      ])
      expect(yield* columnsOf(head, rows(), { Xyz: "newDeadline" })).toEqual([
        "actions",
        "(yielded)",
        "deadline",
        "newDeadline"
      ])
    })
  )

  it.effect("a decision may name what a row is, and make a row the head of a table", () =>
    Effect.gen(function* () {
      expect(yield* columnsOf("Foo;Bar", ["a;2024"], { Foo: "actions", Bar: "deadline" })).toEqual([
        "actions",
        "deadline"
      ])
    })
  )

  it.effect("a decision names a column without a heading by its place", () =>
    Effect.gen(function* () {
      expect(yield* columnsOf("Åtgärd;;Tid", ["a;Pågår;2024"])).toEqual(["actions", "(unknown: status)", "deadline"])
      expect(yield* columnsOf("Åtgärd;;Tid", ["a;Pågår;2024"], { "#2": "status" })).toEqual([
        "actions",
        "status",
        "deadline"
      ])
    })
  )

  it.effect("of two headings decided to be the same column the first is read", () =>
    Effect.gen(function* () {
      expect(yield* columnsOf("Åtgärd;X;Y", rows(), { X: "deadline", Y: "deadline" })).toEqual([
        "actions",
        "deadline",
        "(yielded)"
      ])
    })
  )
})

describe("headings over two rows", () => {
  const doubles: ReadonlyArray<readonly [upper: string, lower: string, taken: ReadonlyArray<string>]> = [
    ["Område;Mål;Tid;;Status", ";;Ursprunglig;Ny;", ["area", "goal", "deadline", "newDeadline", "status"]],
    ["Åtgärd;Datum;;Status", ";Planerat;Faktiskt;", ["actions", "deadline", "completedOn", "status"]],
    [
      "ACTIVITY;PLAN;ACTUAL;PLAN;ACTUAL",
      ";START;START;FINISH;FINISH",
      ["actions", "(other)", "(other)", "deadline", "completedOn"]
    ],
    ["Tiltak;Frist;;Ansvarlig", ";Opprinnelig;Revidert;", ["actions", "deadline", "newDeadline", "responsible"]],
    ["Aufgabe;Termin;;Status", ";Soll;Ist;", ["actions", "deadline", "completedOn", "status"]],
    ["Task;Due date;;Owner", ";Original;Revised;", ["actions", "deadline", "newDeadline", "responsible"]]
  ]
  it.effect.each(doubles)("the headings %s over %s are one head", ([upper, lower, expected]) =>
    Effect.gen(function* () {
      const { tables } = yield* read(upper, [lower, `a;${day};${day};${day};${day}`])
      expect(taken(tables[0]?.columns ?? [])).toEqual(expected)
      expect(tables[0]?.rows).toHaveLength(1)
    })
  )

  it.effect.each([
    ["Åtgärd;Tid;Status", "Plan;Ny;Klar"],
    ["Åtgärd;Tid;Ansvarig", ";2024;IT"],
    ["Område;Mål;Tid", "Namn;Mål;Datum"]
  ])("the first row below %s, %s, is no second row of headings", ([head, first]) =>
    Effect.gen(function* () {
      const { tables } = yield* read(head ?? "", [first ?? "", "a;b;2024"])
      expect(tables[0]?.rows.length).toBeGreaterThan(0)
      expect(tables[0]?.columns.map(({ heading }) => heading).join(";")).not.toContain("/")
    })
  )
})

describe("a file without a table that is read", () => {
  it.effect("the row that looks most like a head is shown, not the first of the file", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(
        read("Handlingsplan;x;2024", ["", "Vad vi gör;Vem;Färdigt hos oss", "a;b;2024-01-01"])
      )
      expect(error.head?.line).toBe(3)
      expect(taken(error.head?.columns ?? [])).toEqual(["(unknown: actions)", "responsible", "(unknown: deadline)"])
    })
  )
})
