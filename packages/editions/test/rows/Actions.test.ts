/**
 * Several actions under one goal, and rows that are known by the document's own ids.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { brief, csv, views } from "../cases/cases.ts"

const head = "Område;Mål;Åtgärd;Tid;Status"
const action = (words: string, rest = "2024-12-31;Pågår") =>
  `Digital kompetens;Alla har grundkompetens;${words};${rest}`
const held = (day: string, ...words: ReadonlyArray<string>) => csv(day, head, ...words.map((each) => action(each)))

/** The actions of two editions, and what each action of the second is matched to: a number in the first, or how. */
const nextEdition: ReadonlyArray<
  readonly [
    what: string,
    before: ReadonlyArray<string>,
    after: ReadonlyArray<string>,
    matched: ReadonlyArray<number | "doubtful" | "new">
  ]
> = [
  [
    "in the same order",
    ["Ta fram kurs", "Genomför kurs", "Följ upp"],
    ["Ta fram kurs", "Genomför kurs", "Följ upp"],
    [0, 1, 2]
  ],
  [
    "in another order",
    ["Ta fram kurs", "Genomför kurs", "Följ upp"],
    ["Följ upp", "Ta fram kurs", "Genomför kurs"],
    [2, 0, 1]
  ],
  [
    "with one in other words",
    ["Ta fram webbkurs", "Köp in datorer", "Anställ lärare"],
    ["Ta fram en webbkurs för alla", "Köp in datorer", "Anställ lärare"],
    [0, 1, 2]
  ],
  [
    "with one that is new",
    ["Ta fram kurs", "Genomför kurs"],
    ["Ta fram kurs", "Genomför kurs", "Följ upp"],
    [0, 1, "new"]
  ],
  ["with one that is gone", ["Ta fram kurs", "Genomför kurs", "Följ upp"], ["Ta fram kurs", "Följ upp"], [0, 2]],
  ["in capitals and with full stops", ["Ta fram kurs", "Genomför kurs"], ["TA FRAM KURS.", "GENOMFÖR KURS."], [0, 1]],
  [
    "with one exchanged for something else",
    ["Ta fram kurs", "Genomför kurs"],
    ["Ta fram kurs", "Köp in datorer"],
    [0, "doubtful"]
  ],
  ["with the next stage", ["Etapp 1", "Etapp 2"], ["Etapp 2", "Etapp 3"], [1, "doubtful"]],
  [
    "with both in other words",
    ["Ta fram webbkurs för chefer", "Köp in datorer till skolan"],
    ["Webbkurs för alla chefer tas fram", "Datorer till skolan köps in"],
    [0, 1]
  ],
  ["with the only one in quite other words", ["Ta fram kurs"], ["Köp in datorer"], [0]],
  ["divided in two", ["Ta fram webbkurs för chefer"], ["Ta fram webbkurs för chefer", "Köp in datorer"], [0, "new"]]
]

describe("actions under one goal", () => {
  for (const [what, before, after, matched] of nextEdition) {
    it.effect(`actions under one goal are matched to themselves ${what}`, () =>
      Effect.gen(function* () {
        const { outcomes } = yield* views(held("2024-01-15", ...before), held("2024-06-15", ...after))
        const ids = outcomes[0]?.events.flatMap(({ activity, event }) =>
          event._tag === "ActivityRegistered" ? [activity] : []
        )
        expect(
          outcomes[1]?.matches.map(({ activity, how }) => (activity === null ? how : ids?.indexOf(activity)))
        ).toEqual(matched)
      })
    )
  }

  it.effect("actions under one goal have ids that name them", () =>
    Effect.gen(function* () {
      const { ongoing } = yield* views(held("2024-01-15", "Ta fram webbkurs", "Köp in datorer"))
      expect(ongoing.map(({ activity }) => activity)).toEqual([
        "digital-kompetens-fram-webbkurs",
        "digital-kompetens-kop-datorer"
      ])
    })
  )

  it.effect("a row is a repetition only of the same area, goal and action", () =>
    Effect.gen(function* () {
      const { outcomes } = yield* views(held("2024-01-15", "Ta fram kurs", "Följ upp", "ta fram kurs"))
      expect(outcomes[0]?.rowsLeftOut).toBe(1)
      expect(outcomes[0]?.matches).toHaveLength(2)
    })
  )
})

const numbered = (day: string, lines: ReadonlyArray<string>) =>
  csv(day, "ID;Område;Mål;Tid", ...lines.map((line) => `${line};2024-12-31`))

/** Rows of two editions by `id: area, goal`, and the number in the first of what each row of the second is matched to. */
const known: ReadonlyArray<
  readonly [
    what: string,
    before: ReadonlyArray<string>,
    after: ReadonlyArray<string>,
    matched: ReadonlyArray<number | "new">
  ]
> = [
  [
    "whatever its words",
    ["BIS-0010;BIS;Urenco Future Options", "BIS-0011;BIS;Core Systems"],
    ["BIS-0010;BEIS;Project Eagle", "BIS-0011;BEIS;SLC Transformation"],
    [0, 1]
  ],
  ["in another order", ["R1;A;Alfa", "R2;B;Beta"], ["R2;D;Delta", "R1;C;Gamma"], [1, 0]],
  [
    "with spaces and small letters",
    ["Dnr 2024/17;A;Alfa", "Dnr 2024/9;B;Beta"],
    ["dnr 2024/17 ;C;Gamma", "DNR  2024/9;D;Delta"],
    [0, 1]
  ],
  [
    "that is a number with gaps",
    ["17;A;Alfa beta", "23;B;Gamma delta"],
    ["17;A;Helt andra ord", "23;B;Gamma delta"],
    [0, 1]
  ],
  [
    "that is an outline",
    ["1.1;A;Alfa", "1.2;A;Beta", "2.1;B;Gamma"],
    ["1.1;A;Delta", "1.2;A;Beta", "2.1;B;Gamma"],
    [0, 1, 2]
  ],
  [
    "of rows that repeat a name",
    ["S-3;Layout;Klar", "S-7;Layout;Klar"],
    ["S-7;Layout;Klar", "S-3;Layout;Klar"],
    [1, 0]
  ],
  [
    "that is only the number of the row",
    ["1;E-arkiv;Alla nämnder anslutna", "2;Bredband;Fiber till alla"],
    ["1;Växel;Ny växel i drift", "2;E-arkiv;Alla nämnder anslutna", "3;Bredband;Fiber till alla"],
    ["new", 0, 1]
  ],
  [
    "that is only the number of the row, with a row gone",
    ["1;E-arkiv;Alla anslutna", "2;Bredband;Fiber till alla", "3;Växel;I drift"],
    ["1;Bredband;Fiber till alla", "2;Växel;I drift"],
    [1, 2]
  ],
  [
    "that is only the number of the row, and another subject",
    ["1;E-arkiv;Alla anslutna", "2;Bredband;Fiber till alla"],
    ["1;E-arkiv;Alla anslutna", "2;Solceller;Tak täckta"],
    [0, "new"]
  ],
  [
    "that is only a number, of rows that have moved",
    ["1;E-arkiv;Alla anslutna", "2;Bredband;Fiber till alla"],
    ["2;E-arkiv;Alla anslutna", "1;Bredband;Fiber till alla"],
    [0, 1]
  ],
  [
    "that is no number, of two rows that have exchanged their words",
    ["KS-17;E-arkiv;Alla anslutna", "KS-4;Bredband;Fiber till alla"],
    ["KS-17;Bredband;Fiber till alla", "KS-4;E-arkiv;Alla anslutna"],
    [0, 1]
  ],
  [
    "that is no number, of two rows among others that have exchanged their words",
    ["A1;E-arkiv;Alla anslutna", "A2;Bredband;Fiber till alla", "A3;Skolan;Datorer till alla"],
    ["A1;Bredband;Fiber till alla", "A2;E-arkiv;Alla anslutna", "A3;Skolan;Datorer till alla"],
    [0, 1, 2]
  ],
  [
    "that is no number but has moved with the rows",
    ["A1;E-arkiv;Alla anslutna", "A2;Bredband;Fiber till alla", "A3;Skolan;Datorer till alla"],
    ["A1;Vården;Nya lokaler", "A2;E-arkiv;Alla anslutna", "A3;Bredband;Fiber till alla", "A4;Skolan;Datorer till alla"],
    ["new", 0, 1, 2]
  ],
  [
    "that is a number, of rows of one name",
    ["4.1;E-arkiv;Layout", "5.1;E-arkiv;Layout", "6.1;E-arkiv;Layout"],
    ["6.1;E-arkiv;Layout", "5.1;E-arkiv;Layout", "4.1;E-arkiv;Layout"],
    [2, 1, 0]
  ],
  [
    "that several rows share",
    ["7;E-arkiv;Alla anslutna", "7;Bredband;Fiber till alla"],
    ["7;Bredband;Fiber till alla", "7;E-arkiv;Alla anslutna"],
    [1, 0]
  ]
]

describe("the document's own id", () => {
  for (const [what, before, after, matched] of known) {
    it.effect(`a row is matched by an id ${what}, or by its words`, () =>
      Effect.gen(function* () {
        const { log, outcomes } = yield* views(numbered("2024-01-15", before), numbered("2024-06-15", after))
        const ids = outcomes[0]?.events.flatMap(({ activity, event }) =>
          event._tag === "ActivityRegistered" ? [activity] : []
        )
        expect(
          outcomes[1]?.matches.map(({ activity, how }) => (activity === null ? how : ids?.indexOf(activity)))
        ).toEqual(matched)
        expect(
          log.filter(({ event }) => event?._tag === "ActivityRegistered" && event.documentId === undefined)
        ).toEqual([])
      })
    )
  }

  it.effect("an id that the document gives later finds the row again", () =>
    Effect.gen(function* () {
      const { ongoing } = yield* views(
        csv("2024-01-15", "Område;Mål;Tid;Status", "E-arkiv;Alla anslutna;2024-06-30;Pågår"),
        csv("2024-03-15", "ID;Område;Mål;Tid;Status", "KS-17;E-arkiv;Alla anslutna;2024-06-30;Pågår"),
        csv("2024-06-15", "ID;Område;Mål;Tid;Status", "KS-17;Arkiv;Bevarandeplan antagen;2024-06-30;Försenat")
      )
      expect(brief(ongoing)).toEqual(["2024-06-30 Delayed"])
    })
  )
})
