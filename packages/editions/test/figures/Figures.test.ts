/**
 * Figures in the texts of Swedish follow-ups, and digits that are not figures.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Command } from "@frist/domain/Command"
import type { Cells } from "../../src/Edition.ts"
import { measureKey } from "@frist/domain/measures/MeasureName"
import { planAt } from "@frist/domain/plan/Plan"
import type { Measurement } from "@frist/domain/plan/Activity"
import { type Given, logOf } from "../../../domain/test/given.ts"
import { opened, registered, webb } from "../../../domain/test/sample.ts"
import { cells } from "../editionBuilders.ts"
import { figuresOf, readRow } from "../swedish.ts"
import { processorTime } from "../../../domain/test/processorTime.ts"

const read = (some: Partial<Cells>, before: ReadonlyArray<Given> = []) => {
  const row = {
    number: 1,
    cells: cells({ area: "1177, ökad kunskap", ...some }),
    days: {},
    revisions: [],
    unknown: [],
    remarks: []
  }
  const known = planAt(logOf([opened, registered(webb), ...before])).activities.get(webb) ?? null
  return figuresOf(
    webb,
    { kind: "activities", row, reading: readRow("activities", row.cells, null) },
    before.length === 0 ? null : known
  )
}

/** `ärenden 8318 st 2022`: measure, qualifier, value, unit and period of each figure. */
const told = (some: Partial<Cells>, before: ReadonlyArray<Given> = []) =>
  read(some, before).map(({ command }) =>
    [
      command.measure,
      ...(command._tag === "SetTarget" ? [] : [command.qualifier]),
      command.value,
      command.unit,
      ...(command._tag === "SetTarget" ? [] : [command.period === null ? null : (command.period.edtf ?? "?")])
    ]
      .filter((part) => part !== null)
      .join(" ")
  )

describe("a measurement", () => {
  it.each([
    ["LiL ligger på drygt 70% självincheckning.", ["självincheckning over 70 %"]],
    ["LiL gick med 22-03 och har idag ca 100 patienter.", ["patienter about 100 st"]],
    ["Nu knappt 40 procent av besöken.", ["besöken under 40 %"]],
    ["Mer än 1 250 digitala besök hittills.", ["besök over 1250 st"]],
    ["Antal digitala besök: 1\u00a0250", ["besök 1250 st"]],
    ["Totalsumma: 82", ["totalsumma 82"]],
    ["Medarbetare totalt: 82", ["medarbetare totalt 82 st"]],
    ["Täckningsgraden är 85,5 %.", ["täckningsgrad 85.5 %"]],
    ["Kostnaden blev 3,5 mkr 2023.", ["belopp 3.5 mkr 2023"]],
    [
      "70 % på hudmottagningen, 60 % på ögonmottagningen",
      ["andel på hudmottagningen 70 %", "andel på ögonmottagningen 60 %"]
    ]
  ])("is read from %s", (followUp, figures) => expect(told({ followUp })).toEqual(figures))

  it.each([
    [
      "2021: 4388 st ärende, 2022: 8318 ärende, vilket nästan var en fördubbling.",
      ["ärenden 4388 st 2021", "ärenden 8318 st 2022"]
    ],
    ["2021: 4388 ärenden 2022: 8318 ärenden", ["ärenden 4388 st 2021", "ärenden 8318 st 2022"]],
    ["Ärenden via 1177: 4388 st 2021 och 8318 st 2022", ["ärenden 4388 st 2021", "ärenden 8318 st 2022"]],
    [
      "Antalet ärende har ökat för perioden jan-okt från 11292 ärenden 2022 till 15711 ärende 2023.",
      ["ärenden 11292 st 2022-01/2022-10", "ärenden 15711 st 2023-01/2023-10"]
    ],
    [
      "Ökningen håller i sig 2023: 15711 ärenden jan-okt mot 11292 samma månader 2022",
      ["ärenden 15711 st 2023-01/2023-10", "ärenden 11292 st 2022-01/2022-10"]
    ],
    [
      "Antalet ärenden jan-maj 2024: 9120, jämfört med 7404 jan-maj 2023",
      ["ärenden 9120 st 2024-01/2024-05", "ärenden 7404 st 2023-01/2023-05"]
    ],
    [
      "Januari till maj 2024 kom 9120 ärenden mot 7404 året före",
      ["ärenden 9120 st 2024-01/2024-05", "ärenden 7404 st 2023-01/2023-05"]
    ],
    [
      "I november 2024 använder 57 av 82 medarbetare TIK, 70 %.",
      ["medarbetare 57 st 2024-11", "medarbetare totalt 82 st 2024-11", "andel medarbetare 70 % 2024-11"]
    ],
    ["I maj använde 57 av 82 läkare TIK", ["läkare 57 st ?", "läkare totalt 82 st ?"]]
  ])("a measurement has the period next to it: %s", (followUp, figures) => expect(told({ followUp })).toEqual(figures))

  it("a measurement keeps the sentence it was read from, and names its column", () => {
    expect(read({ followUp: "Arbete pågår.\nVi har ca 100 patienter. Mer kommer." })).toEqual([
      {
        column: "followUp",
        command: {
          _tag: "RecordMeasurement",
          activity: webb,
          measure: "patienter",
          value: 100,
          unit: "st",
          qualifier: "about",
          period: null,
          words: "Vi har ca 100 patienter."
        }
      }
    ])
    expect(read({ status: "Infört till 80 %" }).map(({ column }) => column)).toEqual(["status"])
  })

  it("a measurement of an unnamed share belongs to the row's only target share", () => {
    expect(told({ goal: "80 % av besökarna checkar in själva", followUp: "LiL når drygt 70 %." })).toEqual([
      "besökare 80 %",
      "besökare over 70 %"
    ])
    expect(told({ followUp: "LiL når drygt 70 %." })).toEqual(["andel over 70 %"])
  })

  it("a measurement of another channel than the row's is another measure", () => {
    expect(told({ followUp: "Ärenden via telefon: 500" })).toEqual(["ärenden via telefon 500 st"])
  })

  it("a measurement is a stated change only if no figures give that change", () => {
    expect(told({ followUp: "Användandet har ökat med 35 %." })).toEqual(["ökning av användande 35 %"])
    expect(told({ followUp: "100 ärenden 2021 och 135 ärenden 2022, en ökning med 35 %" })).toEqual([
      "ärenden 100 st 2021",
      "ärenden 135 st 2022"
    ])
  })

  it.each([
    "Ring 1177 eller tel. 0418-45 40 00.",
    "Avd. 2 var pilot till 2020-11-30, Avd 1 sedan 18/5 2021.",
    "Workshop hölls kl 08.30 och 13:15 den 3 maj 2023.",
    "Under 2020 deltog förvaltningen IT och MT samt 7 vårdcentraler.",
    "Målet är fortsatt att nå upp till 80 %.",
    "Vi ska nå 80 % av patienterna.",
    "Har inte nått 80 % än.",
    "Version 2.1 av SDV infördes i 3 veckor, 24/7, dnr 2023/117.",
    "Det gick från 10-15 personer till fler.",
    "Andelen steg 5 procentenheter.",
    "Microsoft 365 och 1177-adm i steg 2"
  ])("a measurement is not read from %s", (followUp) => expect(told({ followUp })).toEqual([]))
})

describe("a target", () => {
  it.each([
    ["80% av patienterna ska checka in via incheckningsautomater", ["patienter 80 %"]],
    ["100 % användande för de medarbetare som omfattas av SDV", ["användande 100 %"]],
    ["100% Implementering av digitala Gröna Kors på samtliga enheter", ["implementering 100 %"]],
    ["80% av op-kallelser och 90% får op-tid via 1177", ["op-kallelser 80 %", "op-tid 90 %"]],
    ["Alla som berörs av SDV använder taligenkänning, 100 %", ["taligenkänning 100 %"]],
    ["Minst 10 mottagningar använder webbtidbok", ["mottagningar 10 st"]],
    ["Öka andelen från 60 % till 80 %", ["mål 80 %"]],
    ["Öka till 500", ["mål 500"]],
    ["Ett bättre 1177 på Avd 2 till 2024", []]
  ])("is read from %s", (goal, figures) => expect(told({ goal })).toEqual(figures))

  it.each([
    ["Ökat användande med 30% i förhållande till idag.", ["ökning av användande 30 %"]],
    ["Användningen upp 30 % från dagens nivå.", ["ökning av användning 30 %"]],
    ["Minska dokumentationstiden med 20 %", ["minskning av dokumentationstid 20 %"]],
    ["Journalen skrivs på 20 % kortare tid", ["minskning av tid 20 %"]]
  ])("a target of a change is distinguished from a level by its name: %s", (goal, figures) =>
    expect(told({ goal })).toEqual(figures)
  )

  it("a target is not read from the name of a milestone", () => {
    const row = { number: 1, cells: cells({ goal: "100 % infört" }), days: {}, revisions: [], unknown: [], remarks: [] }
    expect(figuresOf(webb, { kind: "timeline", row, reading: readRow("timeline", row.cells, null) }, null)).toEqual([])
  })

  it("a target keeps its name when its goal is reworded, so that the new target replaces the old one", () => {
    const before: Given = {
      activity: webb,
      event: { _tag: "TargetSet", measure: "patienter", value: 80, unit: "%", words: "80 % av patienterna" }
    }
    expect(told({ goal: "85 % av besökarna" }, [before])).toEqual(["patienter 85 %"])
  })
})

const measured = (some: Partial<Measurement>): Given => ({
  activity: webb,
  event: {
    _tag: "MeasurementRecorded",
    measure: "patienter",
    value: 100,
    unit: "st",
    qualifier: null,
    period: null,
    words: "Vi har 100 patienter.",
    ...some
  }
})

describe("a later edition", () => {
  const period = { words: "2022", edtf: "2022", earliest: null, latest: null }
  it("a later edition gives only new figures", () => {
    expect(told({ followUp: "Vi har 100 patienter.\nVi har 120 patienter." }, [measured({})])).toEqual([
      "patienter 120 st"
    ])
  })

  it("a later edition with the same figure of the same period in other words does not repeat it", () => {
    const before = measured({ period, words: "100 patienter 2022" })
    expect(told({ followUp: "Under 2022: 100 patienter" }, [before])).toEqual([])
    expect(told({ followUp: "Under 2023: 100 patienter" }, [before])).toEqual(["patienter 100 st 2023"])
  })

  it("a later edition does not undo a correction by repeating the words it corrected", () => {
    expect(told({ followUp: "Vi har 100 patienter." }, [measured({ value: 110 })])).toEqual([])
  })
})

describe("the name of a measure", () => {
  it("the name of a measure is the same in every form of the word", () => {
    for (const forms of [
      ["ärende", "ärenden", "ärendena"],
      ["patient", "patienter", "patienterna"]
    ]) {
      expect(new Set(forms.map((measure) => measureKey(measure))).size).toBe(1)
    }
    expect(measureKey("ärenden via telefon")).not.toBe(measureKey("ärenden"))
  })
})

describe("any text", () => {
  const piece = Schema.Literals([
    "80 %",
    "1177",
    "2022",
    "jan-okt",
    "från",
    "till",
    "ca",
    "drygt",
    "ärenden",
    "st",
    ":",
    ",",
    ".",
    "av",
    "+",
    "-5",
    "samma månader",
    "året före",
    "ökat med",
    "mål",
    "\n",
    "11 292",
    "2021-02-29",
    "Avd",
    "\u0000",
    "\ud800",
    "9".repeat(400)
  ])
  it.prop(
    "any text gives commands that can be decided, and the same ones each time",
    [Schema.Array(Schema.Union([piece, Schema.String]))],
    ([pieces]) => {
      const words = pieces.join(" ").toWellFormed().replaceAll("\0", "")
      const figures = read({ goal: words, followUp: words, status: words })
      for (const { command } of figures) expect(Schema.is(Command)(command), JSON.stringify(command)).toBe(true)
      expect(read({ goal: words, followUp: words, status: words })).toEqual(figures)
    },
    { arbitrary: { runs: 300 } }
  )

  it.each(["9 ", "9,", "1 000 ", "a-", "jan-", "2022-", "ca ca ", "9.9.", "av 9 ", "- - "])(
    "of a million characters of %j is read quickly",
    (unit) => {
      const started = processorTime()
      read({ goal: unit.repeat(500_000 / unit.length), followUp: unit.repeat(500_000 / unit.length) })
      expect(processorTime() - started).toBeLessThan(2_000)
    }
  )
})
