/**
 * The inherited and the own share of a slip, against every completion that the dates can mean.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { date } from "../../domain/test/given.ts"
import { several } from "../../domain/test/histories.ts"
import { latestOf, nothingWaited, sharesOf, type DaySpan, spanOf } from "../src/moves/SlipShares.ts"

const Small = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 4 }))
const Wide = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 2 }))
/** A span of few days; the days it waits for, or nothing. */
const Box = Schema.Struct({ from: Small, days: Wide, waits: Schema.Boolean, waited: Small, waitedDays: Wide })
type Box = typeof Box.Type
type Step = Parameters<typeof sharesOf>[1][number]

const spanIn = ({ days, from }: Box): DaySpan => ({ earliest: from, latest: from + days })
const stepOf = (box: Box): Step => ({
  to: spanIn(box),
  waited: box.waits ? { earliest: box.waited, latest: box.waited + box.waitedDays } : nothingWaited
})

const daysOf = ({ earliest, latest }: DaySpan): ReadonlyArray<number> =>
  earliest === nothingWaited.earliest
    ? [Number.NEGATIVE_INFINITY]
    : Array.from({ length: latest - earliest + 1 }, (_, i) => earliest + i)

/** Every pair of shares over all the days that the dates can mean. */
const completions = (
  first: DaySpan,
  steps: ReadonlyArray<Step>
): ReadonlyArray<readonly [inherited: number, own: number]> => {
  let all = daysOf(first).map((day) => ({ day, inherited: 0, own: 0 }))
  for (const { to, waited } of steps) {
    all = all.flatMap(({ day, inherited, own }) =>
      daysOf(to).flatMap((next) =>
        daysOf(waited).map((wait) => {
          const share = Math.min(Math.max(wait - day, 0), Math.max(0, next - day))
          return { day: next, inherited: inherited + share, own: own + (next - day) - share }
        })
      )
    )
  }
  return all.map(({ inherited, own }) => [inherited, own])
}

describe("the shares of a slip", () => {
  it.prop(
    "are the extremes over every day that the dates can mean",
    [Box, several(Box, 1)],
    ([first, boxes]) => {
      const steps = boxes.slice(0, 3).map(stepOf)
      const all = completions(spanIn(first), steps)
      const [inherited, own] = [all.map(([a]) => a), all.map(([, b]) => b)]
      expect(sharesOf(spanIn(first), steps)).toEqual({
        inherited: { min: Math.min(...inherited), max: Math.max(...inherited) },
        own: { min: Math.min(...own), max: Math.max(...own) }
      })
    },
    { arbitrary: { runs: 500 } }
  )

  it.prop(
    "add up to the slip where the dates are exact",
    [Box, several(Box, 1)],
    ([first, boxes]) => {
      const steps = boxes.map((box) => stepOf({ ...box, days: 0, waitedDays: 0 }))
      const { inherited, own } = sharesOf({ earliest: first.from, latest: first.from }, steps)
      expect(inherited.min).toBe(inherited.max)
      expect((own.min ?? NaN) + (inherited.min ?? NaN)).toBe((steps.at(-1)?.to.earliest ?? NaN) - first.from)
    },
    { arbitrary: { runs: 500 } }
  )

  it("of a move while an unread date is waited for, anything from nothing to all of it may be inherited", () => {
    const steps = [{ to: spanOf(date("2022-12-31")), waited: spanOf(date("tills vidare")) }]
    expect(sharesOf(spanOf(date("2021-12-31")), steps)).toEqual({
      inherited: { min: 0, max: 365 },
      own: { min: 0, max: 365 }
    })
  })

  it("of a move from an unread date, at most the days after what it waited for are its own", () => {
    const steps = [{ to: spanOf(date("2022-12-31")), waited: spanOf(date("2022-06-30")) }]
    expect(sharesOf(spanOf(date("2021-02-29")), steps)).toEqual({
      inherited: { min: 0, max: null },
      own: { min: null, max: 184 }
    })
  })

  it("of moves to an open end in between, all of it is inherited, whatever the end", () => {
    const waited = spanOf(date("2025-12-31"))
    const steps = [
      { to: spanOf(date("2024-")), waited },
      { to: spanOf(date("2024-12-31")), waited }
    ]
    expect(sharesOf(spanOf(date("2021-12-31")), steps)).toEqual({
      inherited: { min: 1096, max: 1461 },
      own: { min: -365, max: 0 }
    })
  })

  it("of several that are waited for, the latest counts", () => {
    const [early, late] = [spanOf(date("2022-06-30")), spanOf(date("2022-09-30"))]
    expect(latestOf([early, late])).toEqual(late)
    expect(latestOf([])).toEqual(nothingWaited)
  })

  it("of a move to an earlier day, nothing is inherited", () => {
    const steps = [{ to: spanOf(date("2021-06-30")), waited: spanOf(date("2025-12-31")) }]
    expect(sharesOf(spanOf(date("2021-12-31")), steps)).toEqual({
      inherited: { min: 0, max: 0 },
      own: { min: -184, max: -184 }
    })
  })
})
