/**
 * Rules about figures, each with the nearest text that it does not report.
 */
import { describe, expect, it } from "@effect/vitest"
import type { Cells, TableKind } from "../../src/Edition.ts"
import { periodOf } from "../../src/reading/figures/Periods.ts"
import { figureRules } from "../../src/rules/figures/FigureRules.ts"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { planAt } from "@frist/domain/plan/Plan"
import { type Given, date, day, logOf } from "../../../domain/test/given.ts"
import { opened, registered, webb } from "../../../domain/test/sample.ts"
import { cells, table } from "../editionBuilders.ts"
import { readRow, seenRow } from "../swedish.ts"
import { swedishHealthCare } from "../../src/vocabulary/swedishHealthCare.ts"

/** `code column`, in the order of the rules. */
const remarks = (some: Partial<Cells>, before: ReadonlyArray<Given> = [], kind: TableKind = "activities") => {
  const row = { number: 1, cells: cells({ area: "1177", ...some }), days: {}, revisions: [], unknown: [], remarks: [] }
  const plan = planAt(logOf([opened, registered(webb), ...before]))
  const on = seenRow({
    table: table(kind, some),
    row,
    kind,
    reading: readRow(kind, row.cells, null),
    activity: webb,
    before: plan.activities.get(webb) ?? null
  })
  return figureRules.flatMap(({ code, look }) =>
    look({
      rows: [on],
      texts: [],
      heldOn: day("2024-06-17"),
      plan,
      links: new Map(),
      vocabulary: swedishHealthCare
    }).map(({ column }) => `${code} ${column}`)
  )
}

const known = (value: number, period: PlannedDate): Given => ({
  activity: webb,
  event: {
    _tag: "MeasurementRecorded",
    measure: "ärenden",
    value,
    unit: "st",
    qualifier: null,
    period,
    words: `${value} ärenden ${period.words}`
  }
})

describe("a figure for a year", () => {
  it("a figure for a year below one for a part of the year is reported once", () => {
    const followUp = "2022: 8318 ärenden.\nJan-okt 2022: 11292 ärenden, jan-maj 2022: 9000 ärenden"
    expect(remarks({ followUp })).toEqual(["YearBelowPart followUp"])
  })

  it("a figure for a year is compared with figures of earlier editions, in both directions", () => {
    expect(remarks({ followUp: "8318 ärenden 2022" }, [known(11292, periodOf("jan-okt 2022", 2022, [1, 10]))])).toEqual(
      ["YearBelowPart followUp"]
    )
    expect(remarks({ followUp: "11292 ärenden jan-okt 2022" }, [known(8318, date("2022"))])).toEqual([
      "YearBelowPart followUp"
    ])
  })

  it.each([
    "2022: 8318 ärenden. Jan-okt 2022: 7292 ärenden",
    "2022: 8318 ärenden. Rättat: 9000 ärenden 2022",
    "2022: 8318 ärenden. Jan-okt 2023: 11292 ärenden",
    "2022: 8318 ärenden. Jan-okt 2022: ca 8500 ärenden",
    "2022: 8318 ärenden. Jan-okt 2022: 11292 samtal",
    "2022: 60 % av besöken. Jan-okt 2022: 70 % av besöken"
  ])("is not reported in %s", (followUp) => expect(remarks({ followUp })).toEqual([]))
})

describe("a stated percentage", () => {
  it.each([
    "Från 11292 ärenden 2022 till 15711 ärenden 2023. En ökning med +49,1 %",
    "15711 ärenden 2023 mot 11292 ärenden 2022, -39,1 %",
    "57 av 82 medarbetare, 75 %",
    "100 ärenden 2021 och 80 ärenden 2022, en ökning med 20 %"
  ])("a stated percentage that does not follow from its figures is reported: %s", (followUp) =>
    expect(remarks({ followUp })).toEqual(["PercentageWrong followUp"])
  )

  it.each([
    "Från 11292 ärenden 2022 till 15711 ärenden 2023. En ökning med +39,1 %",
    "Från 11292 ärenden 2022 till 15711 ärenden 2023, +39 %",
    "15711 ärenden 2023 mot 11292 ärenden 2022, +39,1 %",
    "57 av 82 medarbetare, 70 %",
    "57 av 82 medarbetare, 69,5 %",
    "57 av 82 medarbetare, ca 75 %",
    "100 ärenden 2021 och 80 ärenden 2022, en minskning med 20 %",
    "100 ärenden 2021 och 80 besök 2022, en ökning med 15 %",
    "100 ärenden 2021 och 80 ärenden 2022.\nEn ökning med 15 % väntas"
  ])("is not reported in %s", (followUp) =>
    expect(remarks({ followUp }).filter((remark) => remark.startsWith("Percentage"))).toEqual([])
  )
})

describe("a target of a change", () => {
  it.each(["Ökat användande med 30% i förhållande till idag.", "20 % kortare tid", "30 % fler besök än 2021"])(
    "is reported if nothing gives its baseline: %s",
    (goal) => expect(remarks({ goal })).toEqual(["TargetWithoutBaseline goal"])
  )

  it("a target of a change is not reported with a figure or a known year as its baseline, nor is a level", () => {
    expect(remarks({ goal: "Ökat användande med 30 %, från 4388 ärenden 2021" })).toEqual([])
    expect(remarks({ goal: "30 % fler ärenden än 2021" }, [known(4388, date("2021"))])).toEqual([])
    expect(remarks({ goal: "80 % av patienterna" })).toEqual([])
  })
})

describe("a target", () => {
  it("a target that is a bare number is reported, and one with a unit is not", () => {
    expect(remarks({ goal: "Öka till 500" })).toEqual(["TargetWithoutUnit goal"])
    expect(remarks({ goal: "Öka till 500 ärenden" })).toEqual([])
    expect(remarks({ goal: "Infört till 2024" })).toEqual([])
  })

  const goal = "80 % av patienterna"
  it("a target that the latest figure reaches is reported while the row is open", () => {
    expect(remarks({ goal, followUp: "85 % av patienterna" })).toEqual(["TargetMetRowOpen followUp"])
    expect(remarks({ goal, followUp: "Minst 80 % av patienterna" })).toEqual(["TargetMetRowOpen followUp"])
    expect(remarks({ goal, followUp: "85 % av patienterna 2024, jämfört med 70 % av patienterna 2023" })).toEqual([
      "TargetMetRowOpen followUp"
    ])
  })

  it.each([
    [{ followUp: "85 % av patienterna", status: "Klart 2024-05-01" }, "activities"],
    [{ followUp: "Drygt 70 % av patienterna" }, "activities"],
    [{ followUp: "Ca 80 % av patienterna" }, "activities"],
    [{ followUp: "90 % av kallelserna, 70 % av besöken" }, "activities"],
    [{ followUp: "85 % av patienterna", status: "Klart 2024-05-01" }, "completed"],
    [{ followUp: "70 % av patienterna 2024, jämfört med 85 % av patienterna 2023" }, "activities"],
    [{ goal: "Högst 5 % av patienterna väntar", followUp: "7 % av patienterna" }, "activities"]
  ] as const)("is not reported with %j among %s", (some, kind) =>
    expect(remarks({ goal, ...some }, [], kind)).toEqual([])
  )
})
