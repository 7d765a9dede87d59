/**
 * Figures with their targets, in series.
 */
import { describe, expect, it } from "@effect/vitest"
import { type Given, date, day, logOf, on } from "../../domain/test/given.ts"
import { corrected, opened, registered, sdv, webb } from "../../domain/test/sample.ts"
import type { Measurement, Target } from "@frist/domain/plan/Activity"
import { ActivityId } from "@frist/domain/Names"
import { History } from "../src/History.ts"
import { measures } from "../src/Measures.ts"
import { processorTime } from "../../domain/test/processorTime.ts"

const times = { today: day("2024-12-31") }
const part = ActivityId.make("webbtidbokning.ogon")

/** `2022-01/2022-10`, as a document's `jan-okt 2022` is read. */
const periodNamed = (words: string) => {
  const [first, last] = words.split("/")
  return last === undefined || first === undefined
    ? date(words)
    : { words, edtf: words, earliest: date(first).earliest, latest: date(last).latest }
}

const figure = (
  value: number,
  period: string | null,
  { activity = webb, ...some }: Partial<Measurement> & { readonly activity?: ActivityId } = {}
): Given => ({
  activity,
  event: {
    _tag: "MeasurementRecorded",
    measure: "ärenden",
    value,
    unit: "st",
    qualifier: null,
    period: period === null ? null : periodNamed(period),
    words: `${value} ärenden ${period ?? ""}`,
    ...some
  }
})
const share = (value: number, some: Partial<Measurement> = {}): Given =>
  figure(value, null, { measure: "besökare", unit: "%", words: `${value} %`, ...some })
const target = (value: number, some: Partial<Target> = {}): Given => ({
  activity: webb,
  event: { _tag: "TargetSet", measure: "besökare", value, unit: "%", words: `${value} % av besökarna`, ...some }
})
/** Events of one document, which share a batch. */
const together = (heldOn: string, ...events: ReadonlyArray<Given>): ReadonlyArray<Given> =>
  events.map((each) => on(heldOn, each))

const of = (...events: ReadonlyArray<Given>) => {
  const log = logOf([on("2020-01-01", opened), on("2020-01-01", registered(webb)), ...events]).map((each) => ({
    ...each,
    batch: each.type === "MeasurementRecorded" ? (each.effectiveOn as string as typeof each.batch) : each.batch
  }))
  return measures(History.of(log, times), webb).activities[0]
}
const values = (...events: ReadonlyArray<Given>) =>
  of(...events)?.series.map(({ measurements }) => measurements.map(({ value }) => value))
const met = (...events: ReadonlyArray<Given>) =>
  of(...events)?.series.map(({ targets }) => targets.map((each) => each.met))

const changes = (...events: ReadonlyArray<Given>) =>
  of(...events)?.series.flatMap(({ measurements }) => measurements.map((each) => each.sincePrevious))

describe("a series of figures", () => {
  it("holds whole years, or the same months of different years", () => {
    const view = of(
      figure(15711, "2023-01/2023-10"),
      figure(8318, "2022"),
      figure(6000, "2022-01/2022-10"),
      figure(4388, "2021"),
      figure(3000, "2023-01/2023-05")
    )
    expect(
      view?.series.map(({ measurements, months, periods }) => [periods, months, ...measurements.map((m) => m.value)])
    ).toEqual([
      ["months", "01/10", 6000, 15711],
      ["year", null, 4388, 8318],
      ["months", "01/05", 3000]
    ])
  })

  it("has one measure, in any form of its name, and one unit", () => {
    expect(
      values(
        figure(1, "2021"),
        figure(2, "2022", { measure: "ärende" }),
        figure(3, "2022", { measure: "samtal" }),
        figure(4, "2023", { unit: null })
      )
    ).toEqual([[1, 2], [3], [4]])
  })

  it("orders points in time by the day they were reported", () => {
    expect(values(on("2024-06-01", share(75)), on("2023-06-01", share(70)), on("2024-01-01", share(72)))).toEqual([
      [70, 72, 75]
    ])
  })

  it("separates unread periods from those that were read", () => {
    expect(values(figure(1, "i maj"), figure(2, "2022"))).toEqual([[1], [2]])
  })

  it("gives the change from the previous figure, unless either is hedged or a share", () => {
    expect(changes(figure(11292, "2022"), figure(15711, "2023"))).toEqual([null, 39.1])
    expect(changes(figure(100, "2022", { qualifier: "about" }), figure(150, "2023"))).toEqual([null, null])
    expect(changes(on("2023-01-01", share(50)), on("2024-01-01", share(75)))).toEqual([null, null])
    expect(changes(figure(0, "2022"), figure(150, "2023"))).toEqual([null, null])
  })

  it("has a figure once, even if a later document repeats it", () => {
    expect(values(on("2024-01-01", figure(1, "2022")), on("2024-06-01", figure(1, "2022")))).toEqual([[1]])
  })

  it("has a figure twice if it returns to an earlier value", () => {
    const [first, then] = [figure(42, null), figure(50, null)]
    const view = values(on("2024-01-31", first), on("2024-02-29", then), on("2024-03-31", first))
    expect(view?.flat()).toEqual([42, 50, 42])
  })

  it("shows a corrected figure as corrected", () => {
    const replacement = { ...figure(5, "2022").event, _tag: "MeasurementRecorded" as const } as Measurement
    expect(of(figure(4, "2022"), corrected(webb, 3, replacement))?.series[0]?.measurements).toMatchObject([
      { value: 5, position: 3, correctedBy: 4 }
    ])
  })
})

describe("figures that contradict each other", () => {
  it("of the same year are in different series, and each names the other", () => {
    const view = of(on("2024-01-01", figure(8318, "2022")), on("2024-06-01", figure(9000, "2022")))
    expect(view?.series.map(({ contradicts }) => contradicts)).toEqual([
      [{ position: 3, series: 2, other: 4 }],
      [{ position: 4, series: 1, other: 3 }]
    ])
  })

  it("leave the figures of one batch in one series", () => {
    expect(
      values(
        ...together("2024-01-01", figure(100, "2021"), figure(200, "2022")),
        ...together("2024-06-01", figure(300, "2022"), figure(400, "2023"))
      )
    ).toEqual([
      [100, 200],
      [300, 400]
    ])
    expect(
      values(
        ...together("2024-01-01", figure(100, "2021"), figure(200, "2022")),
        ...together("2024-06-01", figure(200, "2022"), figure(400, "2023"))
      )
    ).toEqual([[100, 200, 400]])
  })

  it("within one document are separated by sentence", () => {
    const [a, b] = [{ words: "2021: 1, 2022: 2" }, { words: "2022: 3, 2023: 4" }]
    expect(
      values(
        ...together(
          "2024-01-01",
          figure(1, "2021", a),
          figure(2, "2022", a),
          figure(3, "2022", b),
          figure(4, "2023", b)
        )
      )
    ).toEqual([
      [1, 2],
      [3, 4]
    ])
  })

  it("are a year and a greater part of it, named in both series", () => {
    const view = of(figure(8318, "2022"), figure(11292, "2022-01/2022-10"))
    expect(view?.series.map(({ contradicts }) => contradicts)).toEqual([
      [{ position: 3, series: 2, other: 4 }],
      [{ position: 4, series: 1, other: 3 }]
    ])
    expect(of(figure(12000, "2022"), figure(11292, "2022-01/2022-10"))?.series[0]?.contradicts).toEqual([])
  })

  it("do not contradict where one is hedged and can mean the other", () => {
    expect(
      values(on("2024-01-01", figure(100, "2022", { qualifier: "about" })), on("2024-06-01", figure(105, "2022")))
    ).toEqual([[100, 105]])
    expect(
      values(on("2024-01-01", figure(100, "2022", { qualifier: "about" })), on("2024-06-01", figure(150, "2022")))
    ).toEqual([[100], [150]])
  })
})

describe("a target", () => {
  it("is met or not by the last figure, or unknown", () => {
    expect(met(target(80), on("2024-02-01", share(70)), on("2024-03-01", share(80)))).toEqual([["yes"]])
    expect(met(target(80), on("2024-02-01", share(90)), on("2024-03-01", share(79)))).toEqual([["no"]])
    expect(met(target(80), share(80, { qualifier: "about" }))).toEqual([["unknown"]])
    expect(met(target(80), share(70, { qualifier: "over", words: "över 70 %" }))).toEqual([["unknown"]])
    expect(met(target(80), share(70, { qualifier: "over", words: "drygt 70 %" }))).toEqual([["no"]])
    expect(met(target(80), share(80, { qualifier: "over" }))).toEqual([["yes"]])
    expect(met(target(80), share(80, { qualifier: "under", words: "under 80 %" }))).toEqual([["unknown"]])
  })

  it("that is a ceiling is met from below", () => {
    const ceiling = target(5, { words: "Högst 5 % av besökarna väntar" })
    expect(met(ceiling, share(4))).toEqual([["yes"]])
    expect(met(ceiling, share(6))).toEqual([["no"]])
  })

  it("of the only share belongs to the only measured share, though their names differ", () => {
    expect(met(target(80), share(70, { measure: "självincheckning" }))).toEqual([["no"]])
    expect(met(target(80), share(70, { measure: "a" }), share(90, { measure: "b" }))).toEqual([[], []])
    expect(met(target(80), target(90, { measure: "annat" }), share(85))).toEqual([["yes"]])
  })

  it("of a change is not a target for a level", () => {
    expect(met(target(30, { measure: "ökning av besökare" }), share(70))).toEqual([[]])
    expect(met(target(30, { measure: "ökning av besökare" }), share(35, { measure: "ökning av besökare" }))).toEqual([
      ["yes"]
    ])
  })

  it("is the last one set for its measure", () => {
    expect(of(target(80), on("2024-06-01", target(85)))?.targets).toMatchObject([
      { value: 85, effectiveOn: "2024-06-01" }
    ])
  })
})

describe("the view of figures", () => {
  it("shows an activity with its parts, or every activity with figures", () => {
    const log = logOf([
      opened,
      registered(webb),
      registered(part, { parent: webb }),
      registered(sdv),
      registered(ActivityId.make("x")),
      figure(1, "2022"),
      figure(1, "2022", { activity: part }),
      figure(1, "2022", { activity: sdv })
    ])
    const shown = (id?: string) => measures(History.of(log, times), id).activities.map(({ activity }) => activity)
    expect(shown()).toEqual([webb, part, sdv])
    expect(shown(webb)).toEqual([webb, part])
    expect(shown("x")).toEqual([])
  })

  it("shows the figures known at that time", () => {
    const log = logOf([opened, registered(webb), figure(1, "2022"), figure(2, "2023")])
    expect(measures(History.of(log, { ...times, knownAt: 3000 })).activities[0]?.series[0]?.measurements).toHaveLength(
      1
    )
  })

  it("shows a thousand figures of one activity quickly", () => {
    const many = Array.from({ length: 1000 }, (_, i) => figure(i, `${1900 + (i % 120)}`))
    const started = processorTime()
    expect(of(...many)?.series.length).toBeGreaterThan(1)
    expect(processorTime() - started).toBeLessThan(3_000)
  })
})
