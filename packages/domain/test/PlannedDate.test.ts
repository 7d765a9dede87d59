/**
 * The slip of a deadline, as an interval, and whether it has passed. A calendar period ends with its last day; vague
 * words may have passed earlier.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Day } from "../src/Day.ts"
import { PlannedDate } from "../src/PlannedDate.ts"
import { day, date } from "./given.ts"

describe("a slip", () => {
  it.each([
    ["2021-12-31", "2023-12-31", 730, 730],
    ["2023-12-31", "2021-12-31", -730, -730],
    ["2021-12-", "2024-06", 883, 942],
    ["2022-02-01", "tidigt under 2026", 1430, 1549],
    ["2021-12-31", "2024-", 731, null],
    ["2024-", "2021-12-31", null, -731],
    ["2024-06", "2024-06", -29, 29],
    ["2021-12-31", "tills vidare", null, null],
    ["2021-02-29", "2021-12-31", null, null]
  ])("from %s to %s", (from, to, min, max) => {
    expect(PlannedDate.slip(date(from), date(to))).toEqual({ min, max })
  })

  it("a slip from or to a missing date is unknown at both ends", () => {
    expect(PlannedDate.slip(null, date("2024"))).toEqual({ min: null, max: null })
    expect(PlannedDate.slip(date("2024"), null)).toEqual({ min: null, max: null })
  })
})

const DayNumber = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 40_000 }))
const Length = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 400 }))

const span = (first: number, length: number): PlannedDate => {
  const earliest = Day.fromNumber(first)
  const latest = Day.fromNumber(first + length)
  return { words: "x", edtf: `${earliest}/${latest}`, earliest, latest }
}

describe("slips", () => {
  it.prop(
    "a slip between exact days is one number, and its opposite the other way",
    [DayNumber, DayNumber],
    ([a, b]) => {
      const from = PlannedDate.exact(Day.fromNumber(a))
      const to = PlannedDate.exact(Day.fromNumber(b))
      expect(PlannedDate.slip(from, to)).toEqual({ min: b - a, max: b - a })
      expect(PlannedDate.slip(to, from)).toEqual({ min: a - b, max: a - b })
    }
  )

  it.prop("slips there and back mirror each other", [DayNumber, Length, DayNumber, Length], ([a, m, b, n]) => {
    const there = PlannedDate.slip(span(a, m), span(b, n))
    const back = PlannedDate.slip(span(b, n), span(a, m))
    expect([(there.min ?? NaN) + (back.max ?? NaN), (there.max ?? NaN) + (back.min ?? NaN)]).toEqual([0, 0])
  })

  it.prop(
    "a slip from end to end holds every possible slip, and is no wider than the sum of the moves",
    [DayNumber, Length, DayNumber, Length, DayNumber, Length, Length, Length],
    ([a, m, b, k, c, n, x, y]) => {
      const [first, middle, last] = [span(a, m), span(b, k), span(c, n)]
      const net = PlannedDate.slip(first, last)
      const truth = c + Math.min(y, n) - (a + Math.min(x, m))
      expect(net.min).toBeLessThanOrEqual(truth)
      expect(net.max).toBeGreaterThanOrEqual(truth)
      const [one, two] = [PlannedDate.slip(first, middle), PlannedDate.slip(middle, last)]
      expect((one.min ?? NaN) + (two.min ?? NaN)).toBe((net.min ?? NaN) - k)
      expect((one.max ?? NaN) + (two.max ?? NaN)).toBe((net.max ?? NaN) + k)
    }
  )
})

describe("a deadline has passed", () => {
  it.each([
    ["2024-06-30", "2024-06-30", "no"],
    ["2024-06-30", "2024-07-01", "certainly"],
    ["2024-06", "2024-06-30", "no"],
    ["2024-06", "2024-07-01", "certainly"],
    ["2021-12-", "2021-12-31", "no"],
    ["2021-12-", "2022-01-01", "certainly"],
    ["Q2 2025", "2025-06-30", "no"],
    ["Q2 2025", "2025-07-01", "certainly"],
    ["v. 23 2025", "2025-06-08", "no"],
    ["v. 23 2025", "2025-06-09", "certainly"],
    ["2024", "2024-12-31", "no"],
    ["2024", "2025-01-01", "certainly"],
    ["första halvåret 2025", "2025-06-30", "no"],
    ["2021-2023", "2023-12-31", "no"],
    ["2021-2023", "2024-01-01", "certainly"],
    ["hösten 2024", "2024-09-01", "no"],
    ["hösten 2024", "2024-09-02", "possibly"],
    ["hösten 2024", "2024-11-30", "possibly"],
    ["hösten 2024", "2024-12-01", "certainly"],
    ["våren 2024", "2024-04-01", "possibly"],
    ["vintern 2024", "2024-02-01", "possibly"],
    ["tidigt under 2026", "2025-12-31", "no"],
    ["tidigt under 2026", "2026-02-01", "possibly"],
    ["tidigt under 2026", "2026-05-01", "certainly"],
    ["ca 2024-06", "2024-06-15", "possibly"],
    ["2024-", "2024-01-01", "no"],
    ["2024-", "2044-01-01", "possibly"],
    ["tills vidare", "2044-01-01", "no"],
    ["2021-02-29", "2044-01-01", "unknown"],
    ["när SDV är på plats", "2044-01-01", "unknown"]
  ])("%s on %s: %s", (words, today, expected) => {
    expect(PlannedDate.lateness(date(words), day(today))).toBe(expected)
  })

  it("lateness is unknown without a deadline", () => {
    expect(PlannedDate.lateness(null, day("2024-06-30"))).toBe("unknown")
  })

  it("daysPast counts the days past a deadline, or negative days left", () => {
    expect(PlannedDate.daysPast(date("2024-06-20"), day("2024-06-30"))).toEqual({ min: 10, max: 10 })
    expect(PlannedDate.daysPast(date("2024-06"), day("2024-06-30"))).toEqual({ min: 0, max: 29 })
    expect(PlannedDate.daysPast(date("2024-07"), day("2024-06-30"))).toEqual({ min: -31, max: -1 })
  })
})

describe("two dates say the same", () => {
  it.each([
    ["2024-06", "juni 2024", true],
    ["2024-06", "2024-07", false],
    ["2024-06", "2024-06-30", false],
    ["2024-06", "ca 2024-06", false],
    ["snart", " snart ", true],
    ["snart", "sedan", false],
    ["snart", "2024-06", false]
  ])("%s and %s: %s", (a, b, expected) => {
    expect(PlannedDate.same(date(a), date(b))).toBe(expected)
    expect(PlannedDate.same(date(b), date(a))).toBe(expected)
  })

  it.each<readonly [a: string, b: string, expected: boolean]>([
    ["2026-23~", "2026-09~/2026-11~", true],
    ["2025-33/2025-34", "2025-01/2025-06", true],
    ["2025-33", "2025-01/2025-03", true],
    ["2024/..", "2024-01-01/..", true],
    ["2024-21", "2024-03/2024-05", false],
    ["2024-06", "2024-06~", false],
    ["{2024-01-01,2024-12-31}", "2024", false],
    ["{2024-01-01,2024-12-31}", "{2024-12-31,2024-01-01}", true],
    ["{2024-01-01,2024-12-31}", "{2024-12-31,2024-06-01,2024-01-01}", false]
  ])("%s and %s, with the same days: %j", (a, b, expected) => {
    const days = { words: "", earliest: day("2024-01-01"), latest: day("2024-12-31") }
    expect(PlannedDate.same({ ...days, edtf: a }, { ...days, edtf: b })).toBe(expected)
  })

  it("two dates are the same where both are missing, and not where one is", () => {
    expect(PlannedDate.same(null, null)).toBe(true)
    expect(PlannedDate.same(null, PlannedDate.unread(""))).toBe(false)
  })

  it("only words for one day are exact", () => {
    expect(
      ["2024-06-30", "2024-06", "2024-", "tills vidare", "snart"].map((words) => PlannedDate.isExact(date(words)))
    ).toEqual([true, false, false, false, false])
  })
})
