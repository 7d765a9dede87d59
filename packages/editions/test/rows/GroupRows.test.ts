/**
 * Rows of a table that name nothing to be done: they head a group, add up the others, repeat the headings or are empty.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { codes, csv, moves, views } from "../cases/cases.ts"
import { c, row, xlsx } from "../office.ts"

const goals = "Mål;Åtgärd;Tid;Status"
const phases = "Aktivitet;Slutdatum;Status"
const areas = "Område;Mål;Tid;Status"
const kurs = "Alla chefer utbildade;Kurs;2024-03-28;Pågår"
const fiber = "Fiber till alla;Gräv;2024-12-31;Försenat"

/** The lines below the headings, and the area and the name of each activity. */
const grouped: ReadonlyArray<readonly [what: string, lines: ReadonlyArray<string>, named: ReadonlyArray<string>]> = [
  [
    "two groups",
    [goals, "Område 1: Digitalt;;;", kurs, "Område 2: Infrastruktur;;;", fiber],
    ["Område 1: Digitalt | Alla chefer utbildade", "Område 2: Infrastruktur | Fiber till alla"]
  ],
  [
    "phases",
    ["Mål;Tid;Status", "Fas 1;;", "Upphandla;2024-03-28;Pågår", "Fas 2;;", "Inför;2024-12-31;"],
    ["Fas 1 | Upphandla", "Fas 2 | Inför"]
  ],
  [
    "a group that is written in every cell",
    [goals, "Digitalt;Digitalt;Digitalt;Digitalt", kurs, fiber],
    ["Digitalt | Alla chefer utbildade", "Digitalt | Fiber till alla"]
  ],
  [
    "a group in two levels",
    [goals, "Strategi A;;;", "Mål 1.1 Kompetens;;;", kurs, "Mål 1.2 Nät;;;", fiber],
    ["Mål 1.1 Kompetens | Alla chefer utbildade", "Mål 1.2 Nät | Fiber till alla"]
  ],
  [
    "a group at the end without rows",
    [goals, "Digitalt;;;", kurs, fiber, "Infrastruktur;;;"],
    ["Digitalt | Alla chefer utbildade", "Digitalt | Fiber till alla"]
  ],
  [
    "groups where rows have areas of their own",
    [areas, "A. Digitalt;;;", "A1;Kurs hållen;2024-03-28;Pågår", "B. Nät;;;", "B1;Fiber;2024-12-31;"],
    ["A1 | Kurs hållen", "B1 | Fiber"]
  ],
  [
    "groups in an area column that rows leave empty",
    [areas, "Digitalt;;;", ";Kurs hållen;2024-03-28;Pågår", "Nät;;;", ";Fiber;2024-12-31;"],
    ["Digitalt | Kurs hållen", "Nät | Fiber"]
  ],
  [
    "groups to the right of an empty number",
    ["Nr;Mål;Tid;Status", ";SKOLA;;", "1;Bygg;2024-03-28;Pågår", ";VÅRD;;", "2;Vårda;2024-12-31;"],
    ["SKOLA | Bygg", "VÅRD | Vårda"]
  ],
  [
    "groups in the column of numbers",
    ["Id;Mål;Tid;Status", "SKOLA;;;", "K1;Bygg;2024-03-28;Pågår", "VÅRD;;;", "K2;Vårda;2024-12-31;"],
    ["SKOLA | Bygg", "VÅRD | Vårda"]
  ],
  [
    "groups that their rows continue the number of",
    ["Nr;Mål;Tid;Status", "1;Skola;;", "1.1;Bygg;2024-03-28;Pågår", "2.;Vård;;", "2.1;Vårda;2024-12-31;"],
    ["Skola | Bygg", "Vård | Vårda"]
  ],
  [
    "numbered groups in two levels",
    ["Nr;Mål;Tid;Status", "A;Skola;;", "A.1;Grundskola;;", "A.1.1;Bygg;2024-03-28;Pågår"],
    ["Grundskola | Bygg"]
  ],
  [
    "no group, but a first row with a number of its own",
    ["Nr;Mål;Tid;Status", "1;Upphandla;;", "2;Inför;2024-03-28;Pågår"],
    ["- | Upphandla", "- | Inför"]
  ],
  ["a group with an empty row above", [goals, ";;;", "Digitalt;;;", kurs], ["Digitalt | Alla chefer utbildade"]],
  [
    "English groups",
    ["Goal,Due,Status", "Workstream 1: Payroll,,", "Reconcile,2024-12-31,In progress"].map((line) =>
      line.replaceAll(",", ";")
    ),
    ["Workstream 1: Payroll | Reconcile"]
  ],
  [
    "no group, but a row without details below others",
    ["Mål;Tid;Status", "Upphandla;2024-03-28;Pågår", "Inför;;", "Följ upp;2024-12-31;"],
    ["- | Upphandla", "- | Inför", "- | Följ upp"]
  ],
  [
    "no group, but only rows without details",
    ["Mål;Tid;Status", "Upphandla;;", "Inför;;"],
    ["- | Upphandla", "- | Inför"]
  ],
  [
    "no group, but a first cell that is a date",
    [goals, "2024-03-28;;;", kurs],
    ["- | 2024-03-28", "- | Alla chefer utbildade"]
  ]
]

describe("a row that heads a group", () => {
  for (const [what, lines, named] of grouped) {
    it.effect(`a row that heads a group is no activity, and names those below: ${what}`, () =>
      Effect.gen(function* () {
        const { found, ongoing, outcomes } = yield* views(csv("2024-01-15", ...lines), csv("2024-06-15", ...lines))
        expect(ongoing.map(({ actions, area, goal }) => `${area ?? "-"} | ${goal ?? actions ?? ""}`)).toEqual(named)
        expect(codes(found)).not.toContain("RowVanished")
        expect(outcomes.map(({ rowsLeftOut }) => rowsLeftOut)).toEqual([0, 0])
      })
    )
  }

  it.effect("the words of groups are kept in one finding", () =>
    Effect.gen(function* () {
      const { found } = yield* views(csv("2024-01-15", goals, "A;;;", kurs, "B;;;", fiber))
      expect(found.filter(({ code }) => code === "GroupRow").map(({ words }) => words)).toEqual(["A | B"])
    })
  )
})

const totals = [
  "Totalt;2 åtgärder;;0 klara",
  "Summa;;;",
  "Summa:;2;;",
  "TOTAL;2;;1",
  "Totalt antal åtgärder;2;;",
  "Delsumma;1 200 kr;;",
  "Sum;12 %;;",
  "I alt;3;;",
  "Yhteensä;2;;0",
  "Grand total;2;;",
  "Sammanlagt 2 åtgärder;;;",
  "Subtotal;$1,200;;",
  "Antal åtgärder;2;;",
  "Varav klara;0;;",
  "Number of actions;2;;0"
]

describe("a row of totals", () => {
  for (const total of totals) {
    it.effect(`a row of totals is left out with a finding, and is no error: ${total}`, () =>
      Effect.gen(function* () {
        const { found, ongoing, outcomes } = yield* views(csv("2024-01-15", goals, kurs, fiber, total))
        expect(ongoing).toHaveLength(2)
        expect(found.filter(({ code }) => code === "TotalRow")).toHaveLength(1)
        expect(outcomes[0]?.rowsLeftOut).toBe(0)
      })
    )
  }

  for (const row of [
    "Total översyn av arkivet;Gå igenom;2024-12-31;Pågår",
    "Totalentreprenad upphandlad;;2024-12-31;",
    "Summera läget;Skriv;;Pågår",
    "Totalt;Fiber;2024-12-31;",
    "Antal anställda ska minska med 5 %;;;",
    "Antal utbildade;5;2024-12-31;",
    "Antal besök;Fler öppettider;;Pågår"
  ]) {
    it.effect(`a row that begins with such a word but is to be done is read: ${row}`, () =>
      Effect.gen(function* () {
        const { ongoing } = yield* views(csv("2024-01-15", goals, kurs, row))
        expect(ongoing).toHaveLength(2)
      })
    )
  }
})

const empty = [
  ";;;;",
  "3;;;;",
  "3.;;;;",
  "#3;;;;",
  "3);;;;",
  "3;;;;☐",
  "–;–;–;–;–",
  ";;;;-",
  "  ;;;;",
  "0003;;;;",
  "Nr;Mål;Åtgärd;Tid;Status"
]

describe("an empty row", () => {
  for (const row of empty) {
    it.effect(`an empty row is passed over without an error, also when it is numbered: ${row}`, () =>
      Effect.gen(function* () {
        const { found, ongoing, outcomes } = yield* views(
          csv("2024-01-15", `Nr;${goals}`, `1;${kurs}`, `2;${fiber}`, row)
        )
        expect(ongoing).toHaveLength(2)
        expect(outcomes[0]?.rowsLeftOut).toBe(0)
        expect(codes(found)).not.toContain("RowWithoutName")
      })
    )
  }

  it.effect("headings that are merged over the row of a chart's weeks name no activity", () =>
    Effect.gen(function* () {
      const rows = [
        row(1, ["Aktivitet", "Ansvarig", "Slutdatum", "Status", "Etapp 1"]),
        row(
          2,
          Array.from("EFGHIJKLMNOPQRST", (letter, at) => c(`${letter}2`, `Vecka ${at + 12}`))
        ),
        row(4, ["Intervjua brukare", "Ada", "2024-03-28", "Pågår", "x"]),
        row(5, ["Rita skisser", "Bo", "2024-12-31", "Försenat", "", "x"])
      ]
      const merged = ["A1:A2", "B1:B2", "C1:C2", "D1:D2"].map((ref) => `<mergeCell ref="${ref}"/>`)
      const bytes = xlsx({
        sheets: [{ name: "Plan", rows: rows.join(""), after: `<mergeCells>${merged.join("")}</mergeCells>` }]
      })
      const { found, ongoing, outcomes } = yield* views({ document: "plan.xlsx", bytes, on: "2024-01-15" })
      expect(ongoing.map(({ actions }) => actions)).toEqual(["Intervjua brukare", "Rita skisser"])
      expect(outcomes[0]?.rowsLeftOut).toBe(0)
      expect(codes(found)).not.toContain("DateIsProse")
    })
  )

  for (const dash of ["--", "–", "...", "- -", "…", "____"]) {
    it.effect(`a row whose name is only a dash names no activity: ${dash}`, () =>
      Effect.gen(function* () {
        const { ongoing, outcomes } = yield* views(
          csv("2024-01-15", phases, "Granska;2024-03-15;", `${dash};2024-04-15;`)
        )
        expect(ongoing).toHaveLength(1)
        expect(outcomes[0]?.rowsLeftOut).toBe(1)
      })
    )
  }

  it.effect("a row without a name, but with a date, is left out as an error", () =>
    Effect.gen(function* () {
      const { outcomes } = yield* views(csv("2024-01-15", `Nr;${goals}`, `1;${kurs}`, "2;;;2024-12-31;Pågår"))
      expect(outcomes[0]?.rowsLeftOut).toBe(1)
    })
  )
})

const first = [phases, "Förstudie;;", "Intervjua brukare;2024-02-28;Pågår", "Rita skisser;2024-03-15;", "Inför;;"]

describe("a row in another group", () => {
  it.effect("a row whose group has changed is the same activity where no other has its name", () =>
    Effect.gen(function* () {
      const { found, log, slips } = yield* views(
        csv("2024-01-15", ...first, "Utbilda;2024-09-30;"),
        csv("2024-02-15", ...first.slice(0, 3), "Inför;;", "Rita skisser;2024-04-30;", "Utbilda;2024-09-30;")
      )
      expect(log.filter(({ type }) => type === "ActivityRegistered")).toHaveLength(3)
      expect(moves(slips)).toEqual(["2024-03-15 → 2024-04-30: 46"])
      expect(codes(found)).not.toContain("MatchDoubtful")
    })
  )

  it.effect("a row in another group is not matched where two groups have its name", () =>
    Effect.gen(function* () {
      const skolan = [phases, "Skolan;;", "Rita skisser;2024-03-15;", "Vården;;", "Utbilda;2024-09-30;"]
      const both = [...skolan, "Rita skisser;2024-04-30;"]
      const { log, slips } = yield* views(
        csv("2024-01-15", ...skolan),
        csv("2024-02-15", ...both),
        csv(
          "2024-03-15",
          ...both.slice(0, 2),
          "Kalla;2024-05-31;",
          ...both.slice(3),
          "Miljön;;",
          "Rita skisser;2024-08-31;"
        )
      )
      expect(moves(slips)).toEqual([])
      expect(log.filter(({ type }) => type === "DeadlineMoved")).toHaveLength(0)
    })
  )

  it.effect("a row whose area stands in a column of its own is not matched to another area", () =>
    Effect.gen(function* () {
      const headings = "Område;Aktivitet;Slutdatum"
      const { log } = yield* views(
        csv("2024-01-15", headings, "Skolan;Rita skisser;2024-03-15", "Vården;Utbilda;2024-09-30"),
        csv("2024-02-15", headings, "Vården;Rita skisser;2024-04-30", "Vården;Utbilda;2024-09-30")
      )
      expect(log.filter(({ type }) => type === "DeadlineMoved")).toHaveLength(0)
    })
  )
})
