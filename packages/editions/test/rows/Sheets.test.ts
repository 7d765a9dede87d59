/**
 * Several sheets or tables whose names do not say what they hold, and tables with fields down and activities across.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { codes, csv, type Held, views } from "../cases/cases.ts"
import { docx, p, row, tbl, tr, xlsx } from "../office.ts"

const workbook = (
  sheets: ReadonlyArray<readonly [name: string, ...rows: ReadonlyArray<ReadonlyArray<string>>]>,
  on = "2024-01-15"
): Held => ({
  document: "plan.xlsx",
  bytes: xlsx({
    sheets: sheets.map(([name, ...rows]) => ({ name, rows: rows.map((cells, at) => row(at + 1, cells)).join("") }))
  }),
  on
})

const areas = ["Område", "Mål", "Tid", "Status"]
const goals = ["Mål", "Åtgärd", "Tid", "Status"]
const arkiv = ["E-arkiv", "Alla anslutna", "2024-06-28", "Pågår"]
const skola = ["Lärplattform", "Upphandlad", "2024-03-28", "Försenat"]
const natt = ["Nattillsyn", "50 brukare", "2024-12-31", "Pågår"]
const later = (cells: ReadonlyArray<string>) => cells.map((cell) => cell.replace("2024", "2025"))

/** The sheets, the areas of what is ongoing, and findings that must be there. */
const departments: ReadonlyArray<readonly [what: string, held: Held, areas: ReadonlyArray<string>, code: string]> = [
  [
    "three departments",
    workbook([
      ["KS", areas, arkiv],
      ["BUN", areas, skola],
      ["SOC", areas, natt]
    ]),
    ["E-arkiv", "Lärplattform", "Nattillsyn"],
    "KindAssumed"
  ],
  [
    "departments without a column of areas",
    workbook([
      ["Kommunstyrelsen", goals, arkiv],
      ["Socialnämnden", goals, natt]
    ]),
    ["Kommunstyrelsen", "Socialnämnden"],
    "KindAssumed"
  ],
  [
    "departments with the same rows",
    workbook([
      ["Kommunstyrelsen", goals, arkiv, natt],
      ["Socialnämnden", goals, arkiv, natt]
    ]),
    ["Kommunstyrelsen", "Kommunstyrelsen", "Socialnämnden", "Socialnämnden"],
    "KindAssumed"
  ],
  [
    "sheets with the program's names",
    workbook([
      ["Blad1", goals, arkiv],
      ["Blad2", goals, natt]
    ]),
    ["-", "-"],
    "KindAssumed"
  ],
  [
    "departments beside lists",
    workbook([
      ["KS", areas, arkiv],
      ["BUN", areas, skola],
      ["Listor", ["Status"], ["Pågår"], ["Klart"]]
    ]),
    ["E-arkiv", "Lärplattform"],
    "KindAssumed"
  ],
  [
    "departments beside a template",
    workbook([
      ["KS", areas, arkiv],
      ["BUN", areas, skola],
      ["Mall", areas, ["Exempel", "Skriv målet här", "2024-01-01", "Pågår"]]
    ]),
    ["E-arkiv", "Lärplattform"],
    "UnknownTable"
  ],
  [
    "a department beside the plan",
    workbook([
      ["Handlingsplan", areas, arkiv],
      ["Socialnämnden", areas, natt]
    ]),
    ["E-arkiv", "Nattillsyn"],
    "KindAssumed"
  ],
  [
    "departments with one more column",
    workbook([
      ["KS", areas, arkiv],
      ["BUN", [...areas, "Kommentar"], [...skola, "Bra"]]
    ]),
    ["E-arkiv", "Lärplattform"],
    "KindAssumed"
  ],
  [
    "tables in a document",
    {
      document: "plan.docx",
      bytes: docx(
        `${p("Kommunstyrelsen")}${tbl(tr(areas), tr(arkiv))}${p("Socialnämnden")}${tbl(tr(areas), tr(natt))}`
      ),
      on: "2024-01-15"
    },
    ["E-arkiv", "Nattillsyn"],
    "KindAssumed"
  ],
  [
    "a completed table beside departments",
    workbook([
      ["KS", areas, arkiv],
      ["BUN", areas, skola],
      ["Klara aktiviteter", areas, ["Fax", "Borta", "2023-01-31", "Klart 2023-01-15"]]
    ]),
    ["E-arkiv", "Lärplattform"],
    "KindAssumed"
  ]
]

describe("a sheet for each department", () => {
  for (const [what, held, named, code] of departments) {
    it.effect(`a sheet for each department is ongoing under its name: ${what}`, () =>
      Effect.gen(function* () {
        const { found, ongoing } = yield* views(held)
        expect(ongoing.map(({ area }) => area ?? "-")).toEqual(named)
        expect(codes(found)).toContain(code)
      })
    )
  }

  it.effect("a sheet is not taken for another in the next edition", () =>
    Effect.gen(function* () {
      const sheets = [
        ["Kommunstyrelsen", goals, arkiv],
        ["Socialnämnden", goals, arkiv]
      ] as const
      const { ongoing, outcomes } = yield* views(workbook(sheets), workbook([sheets[1], sheets[0]], "2024-06-15"))
      expect(ongoing).toHaveLength(2)
      expect(outcomes[1]?.matches.map(({ how }) => how)).toEqual(["exact", "exact"])
    })
  )
})

/** Sheets that show the same rows at several times. */
const quarters: ReadonlyArray<readonly [what: string, held: Held]> = [
  [
    "quarters",
    workbook([
      ["Q1", areas, arkiv, skola],
      ["Q2", areas, later(arkiv), later(skola)]
    ])
  ],
  [
    "quarters without areas",
    workbook([
      ["Kvartal 1", goals, arkiv, skola],
      ["Kvartal 2", goals, later(arkiv), later(skola)]
    ])
  ],
  [
    "years",
    workbook([
      ["2023", areas, arkiv, skola],
      ["2024", areas, later(arkiv), later(skola), natt]
    ])
  ],
  [
    "months",
    workbook([
      ["Mars", goals, arkiv],
      ["Juni", goals, later(arkiv)]
    ])
  ],
  [
    "versions",
    workbook([
      ["v1", areas, arkiv, natt],
      ["v2", areas, arkiv, natt]
    ])
  ],
  [
    "copies",
    workbook([
      ["Plan A", areas, arkiv, natt],
      ["Plan A (2)", areas, arkiv, natt]
    ])
  ],
  [
    "thirds",
    workbook([
      ["T1 2024", goals, arkiv, skola],
      ["T2 2024", goals, later(arkiv), later(skola)]
    ])
  ],
  [
    "weeks",
    workbook([
      ["Vecka 12", goals, arkiv],
      ["Vecka 13", goals, arkiv]
    ])
  ],
  [
    "English quarters",
    workbook([
      ["Q1 2024", goals, arkiv],
      ["Q2 2024", goals, arkiv]
    ])
  ],
  [
    "quarters of a named plan",
    workbook([
      ["Handlingsplan Q1", goals, arkiv, skola],
      ["Handlingsplan Q2", goals, later(arkiv), later(skola)]
    ])
  ],
  [
    "an old and a new one",
    workbook([
      ["Gammal", goals, arkiv, natt],
      ["Ny", goals, arkiv, natt, skola]
    ])
  ]
]

describe("a sheet for each quarter", () => {
  for (const [what, held] of quarters) {
    it.effect(`a sheet for each quarter is left to a person to choose: ${what}`, () =>
      Effect.gen(function* () {
        expect(yield* Effect.flip(views(held))).toMatchObject({ problem: "alikeSheets" })
      })
    )
  }

  it.effect("a table for each quarter in a document is not merged with the others, and says so", () =>
    Effect.gen(function* () {
      const body = `${p("Kvartal 1")}${tbl(tr(goals), tr(arkiv), tr(natt))}${p("Kvartal 2")}${tbl(tr(goals), tr(later(arkiv)), tr(later(natt)))}`
      const { found, ongoing } = yield* views({ document: "plan.docx", bytes: docx(body), on: "2024-01-15" })
      expect(ongoing).toEqual([])
      expect(found.filter(({ code }) => code === "SheetsOfSameRows").map(({ words }) => words)).toEqual([
        "Kvartal 1",
        "Kvartal 2"
      ])
    })
  )
})

/** Tables with fields down, and what is ongoing: area, goal and deadline. */
const across: ReadonlyArray<readonly [what: string, lines: ReadonlyArray<string>, rows: ReadonlyArray<string>]> = [
  [
    "two projects",
    ["Mål;Alla anslutna;Fiber klar", "Tid;2024-06-28;2024-12-31", "Status;Pågår;Försenat"],
    ["- | Alla anslutna | 2024-06-28", "- | Fiber klar | 2024-12-31"]
  ],
  [
    "with areas and people",
    ["Område;Arkiv;Nät", "Mål;Alla anslutna;Fiber klar", "Ansvarig;IT;Teknik", "Tid;2024-06-28;2024-12-31"],
    ["Arkiv | Alla anslutna | 2024-06-28", "Nät | Fiber klar | 2024-12-31"]
  ],
  [
    "below a title",
    ["Projekt 2024;;", "Mål;Alla anslutna;Fiber klar", "Tid;2024-06-28;2024-12-31", "Status;Pågår;Försenat"],
    ["- | Alla anslutna | 2024-06-28", "- | Fiber klar | 2024-12-31"]
  ],
  [
    "with an unknown field",
    ["Mål;Alla anslutna;Fiber klar", "Budget;1 mkr;2 mkr", "Tid;2024-06-28;2024-12-31", "Status;Pågår;Försenat"],
    ["- | Alla anslutna | 2024-06-28", "- | Fiber klar | 2024-12-31"]
  ],
  [
    "with an empty field",
    ["Mål;Alla anslutna;Fiber klar", "Tid;2024-06-28;", "Status;Pågår;Försenat"],
    ["- | Alla anslutna | 2024-06-28", "- | Fiber klar | -"]
  ],
  [
    "with three projects",
    ["Goal;A;B;C", "Due;2024-01-31;2024-02-29;2024-03-31", "Status;In progress;;Delayed"],
    ["- | A | 2024-01-31", "- | B | 2024-02-29", "- | C | 2024-03-31"]
  ],
  [
    "with new dates",
    ["Mål;Alla anslutna;Fiber klar", "Tid;2024-06-28;2024-12-31", "Ny tid;2024-09-30;"],
    ["- | Alla anslutna | 2024-09-30", "- | Fiber klar | 2024-12-31"]
  ],
  [
    "with an empty line",
    ["Mål;Alla anslutna;Fiber klar", ";;", "Tid;2024-06-28;2024-12-31", "Status;Pågår;Försenat"],
    ["- | Alla anslutna | 2024-06-28", "- | Fiber klar | 2024-12-31"]
  ],
  [
    "in capitals",
    ["MÅL;Alla anslutna;Fiber klar", "TID;2024-06-28;2024-12-31", "STATUS;Pågår;Försenat"],
    ["- | Alla anslutna | 2024-06-28", "- | Fiber klar | 2024-12-31"]
  ],
  [
    "with one project",
    ["Mål;Alla anslutna", "Tid;2024-06-28", "Status;Pågår", "Ansvarig;IT"],
    ["- | Alla anslutna | 2024-06-28"]
  ]
]

describe("a table with fields down", () => {
  for (const [what, lines, rows] of across) {
    it.effect(`a table with fields down is read by its columns: ${what}`, () =>
      Effect.gen(function* () {
        const { found, ongoing } = yield* views(csv("2024-01-15", ...lines))
        expect(
          ongoing.map(({ area, deadline, goal }) => `${area ?? "-"} | ${goal ?? ""} | ${deadline?.edtf ?? "-"}`)
        ).toEqual(rows)
        expect(codes(found)).toContain("TableTurned")
      })
    )
  }

  it.effect("a table with fields down keeps its activities when a project is added", () =>
    Effect.gen(function* () {
      const { ongoing, outcomes } = yield* views(
        csv("2024-01-15", "Mål;Alla anslutna;Fiber klar", "Tid;2024-06-28;2024-12-31", "Status;Pågår;Försenat"),
        csv(
          "2024-06-15",
          "Mål;Nytt;Alla anslutna;Fiber klar",
          "Tid;2025-01-31;2024-06-28;2024-12-31",
          "Status;;Pågår;Försenat"
        )
      )
      expect(ongoing).toHaveLength(3)
      expect(outcomes[1]?.matches.map(({ how }) => how)).toEqual(["new", "exact", "exact"])
    })
  )
})
