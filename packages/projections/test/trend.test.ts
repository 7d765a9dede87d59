/**
 * The milestone trend: forecasts by day of reporting, slip rate and extrapolation.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Day } from "@frist/domain/Day"
import { date, day, type Given, logOf, on } from "../../domain/test/given.ts"
import { changed, done, moved, opened, registered, sdv, webb } from "../../domain/test/sample.ts"
import { notStated } from "@frist/domain/Status"
import { History } from "../src/History.ts"
import { milestoneTrend } from "../src/MilestoneTrend.ts"
import { extrapolated, slipRate } from "../src/moves/SlipRate.ts"

const review = (held: string): Given =>
  on(held, { activity: null, event: { _tag: "ReviewHeld", heldOn: day(held), title: null } })
const begin = (words: string): ReadonlyArray<Given> => [
  on("2020-01-01", opened),
  on("2020-01-01", registered(webb, { deadline: date(words) })),
  review("2020-01-01")
]
const trendOf = (events: ReadonlyArray<Given>, asOf = "2030-01-01") => {
  const times = { asOf: day(asOf), today: day(asOf) }
  return milestoneTrend(History.of(logOf(events), times)).activities.find(({ activity }) => activity === webb)
}

describe("a report of an activity", () => {
  it("exists for each review with the activity, moved or not, and for each day of a move by hand", () => {
    const row = trendOf([
      ...begin("2021-12-31"),
      review("2020-07-01"),
      on("2020-09-15", moved(webb, "2021-12-31", "2022-06-30")),
      review("2021-01-01")
    ])
    expect(row?.reports.map(({ forecast, moved: how, on: at }) => [at, forecast?.words, how])).toEqual([
      ["2020-01-01", "2021-12-31", null],
      ["2020-07-01", "2021-12-31", null],
      ["2020-09-15", "2022-06-30", "stated"],
      ["2021-01-01", "2022-06-30", null]
    ])
  })

  it("has the forecast in effect at the end of its day", () => {
    const row = trendOf([...begin("2021-12-31"), on("2020-01-01", moved(webb, "2021-12-31", "2022-06-30"))])
    expect(row?.reports.map(({ forecast }) => forecast?.words)).toEqual(["2022-06-30"])
  })

  it("is missing for a review whose document lacks the activity, and after completion", () => {
    const lost: Given = on("2020-07-01", {
      activity: webb,
      event: { _tag: "FindingRaised", code: "RowVanished", severity: "warning", column: null, words: "" }
    })
    const row = trendOf([
      ...begin("2021-12-31"),
      review("2020-07-01"),
      lost,
      review("2021-01-01"),
      on("2021-06-01", changed(webb, notStated, done)),
      review("2021-06-01"),
      review("2022-01-01")
    ])
    expect(row?.reports.map(({ on: at }) => at)).toEqual(["2020-01-01", "2021-01-01"])
    expect(row?.completed).toMatchObject({ reportedOn: "2021-06-01", on: { words: "2023-06" } })
  })

  it("is missing for an activity that was never reported open", () => {
    const row = trendOf([
      on("2020-01-01", opened),
      on("2020-01-01", registered(webb)),
      on("2020-01-01", changed(webb, notStated, done)),
      review("2020-01-01"),
      review("2021-01-01")
    ])
    expect(row).toBeUndefined()
  })
})

const reported = (held: string, words: string) => ({ on: day(held), forecast: date(words) })

describe("the slip rate", () => {
  it("is the days moved per day passed, from the first report to the last", () => {
    expect(slipRate(reported("2020-01-01", "2021-01-01"), reported("2020-12-31", "2021-07-02"))).toEqual({
      min: 0.499,
      max: 0.499
    })
  })

  it("of the care system is about one day per day", () => {
    const rate = slipRate(reported("2019-07-09", "2021-11"), reported("2023-12-15", "tidigt under 2026"))
    expect(rate?.min).toBeCloseTo(1493 / 1620, 2)
    expect(rate?.max).toBeCloseTo(1641 / 1620, 2)
  })

  it("is zero if the forecasts are equal, however wide they are", () => {
    expect(slipRate(reported("2020-01-01", "2021"), reported("2020-06-01", "2021"))).toEqual({ min: 0, max: 0 })
  })

  it("has an unknown end where a forecast has one, and is null within one day or without dates", () => {
    expect(slipRate(reported("2020-01-01", "2024-"), reported("2020-12-31", "2025"))).toEqual({ min: null, max: 2 })
    expect(slipRate(reported("2020-01-01", "2024"), reported("2020-01-01", "2025"))).toBeNull()
    expect(slipRate(reported("2020-01-01", "tills vidare"), reported("2020-12-31", "2025"))).toBeNull()
  })
})

const three = (first: string, second: string, third: string) => [
  ...begin(first),
  on("2020-07-01", moved(webb, first, second)),
  review("2020-07-01"),
  on("2021-01-01", moved(webb, second, third)),
  review("2021-01-01")
]

describe("the extrapolation", () => {
  it("requires three reports", () => {
    expect(trendOf(three("2021-06-01", "2021-09-01", "2021-12-01").slice(0, -2))?.extrapolation).toBeNull()
  })

  it("is the day on which the line meets the diagonal", () => {
    // 183 days in 366 is half a day per day, so a forecast 334 days ahead is met in 668 days.
    const row = trendOf(three("2021-06-01", "2021-09-01", "2021-12-01"))
    expect(row?.rate).toEqual({ min: 0.5, max: 0.5 })
    expect(row?.extrapolation).toEqual({ converges: "yes", earliest: "2022-10-31", latest: "2022-10-31" })
  })

  it("gives no date at a rate of one or more", () => {
    const row = trendOf(three("2021-06-01", "2022-01-01", "2022-06-02"))
    expect(row?.rate).toEqual({ min: 1, max: 1 })
    expect(row?.extrapolation).toEqual({ converges: "no", earliest: null, latest: null })
  })

  it("gives only the earliest where the rate may be one or more", () => {
    const row = trendOf(three("2021-06-01", "2021-09-01", "2022"))
    expect(row?.rate?.min).toBeLessThan(1)
    expect(row?.rate?.max).toBeGreaterThan(1)
    expect(row?.extrapolation).toMatchObject({ converges: "perhaps", latest: null })
    expect(row?.extrapolation?.earliest).not.toBeNull()
  })

  it("names no day beyond ten years", () => {
    // 183 days for each 184 that pass: the forecast is met after 334 × 184 days.
    expect(extrapolated(reported("2021-01-01", "2021-12-01"), { min: 0.995, max: 0.995 })).toEqual({
      converges: "late",
      earliest: null,
      latest: null
    })
    const last = reported("2021-01-01", "2021-12-01/2022-12-01")
    expect(extrapolated(last, { min: 0, max: 0.995 })).toMatchObject({ converges: "perhaps", latest: null })
    expect(extrapolated(reported("2021-01-01", "2031-01-01"), { min: 0, max: 0 })).toMatchObject({ converges: "yes" })
    expect(extrapolated(reported("2021-01-01", "2031-01-03"), { min: 0, max: 0 })).toMatchObject({ converges: "late" })
  })

  it("does not exclude an end where only an upper bound of the rate is known", () => {
    const row = trendOf(three("2021-", "2022", "2023"))
    expect(row?.rate?.min).toBeNull()
    expect(row?.extrapolation).toEqual({ converges: "perhaps", earliest: null, latest: null })
  })

  it("states only that the day has passed, if it has", () => {
    const row = trendOf([...begin("2020-06-30"), review("2021-01-01"), review("2022-01-01")])
    expect(row?.extrapolation).toEqual({ converges: "passed", earliest: null, latest: null })
  })

  it("is null where the last report has no date, and for closed activities", () => {
    const open = three("2021-06-01", "2021-09-01", "2021-12-01")
    expect(trendOf([...open, on("2021-05-01", moved(webb, "2021-12-01", "tills vidare"))])?.extrapolation).toBeNull()
    expect(trendOf([...open, on("2021-05-01", changed(webb, notStated, done))])?.extrapolation).toBeNull()
  })

  it.prop(
    "lies on the line and on the diagonal",
    [
      Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 2000 })),
      Schema.Int.check(Schema.isBetween({ minimum: -900, maximum: 900 }))
    ],
    ([ahead, thousandths]) => {
      const last = { on: day("2021-01-01"), forecast: date(Day.fromNumber(Day.toNumber(day("2021-01-01")) + ahead)) }
      const rate = thousandths / 1000
      const { earliest } = extrapolated(last, { min: rate, max: rate })
      if (earliest === null) return
      const passed = Day.between(last.on, earliest)
      expect(Math.abs(ahead + rate * passed - passed)).toBeLessThanOrEqual(1)
    }
  )
})

describe("the trend of a plan", () => {
  it("lists activities in their order, and nothing after its day", () => {
    const log = logOf([
      ...begin("2021-12-31"),
      on("2020-02-01", registered(sdv)),
      on("2020-09-15", moved(webb, "2021-12-31", "2022-06-30")),
      review("2021-01-01")
    ])
    const times = { asOf: day("2020-03-01"), today: day("2020-03-01") }
    const { activities, reviews } = milestoneTrend(History.of(log, times))
    expect(reviews).toEqual(["2020-01-01"])
    expect(activities.map(({ activity, reports }) => [activity, reports.length])).toEqual([
      [webb, 1],
      [sdv, 1]
    ])
  })
})
