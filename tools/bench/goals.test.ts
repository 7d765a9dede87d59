/**
 * The goals of the benchmarks: a rate is reached from below, a time from above, and a row that is missing is named.
 */
import { describe, expect, it } from "@effect/vitest"
import { goalOf, goals, unmeasured } from "./goals.ts"
import { readRates } from "./keptRates.ts"
import type { Row } from "./paired.ts"

const row = (what: string, against: string, ratio: number, milliseconds = 1): Row => ({
  what,
  against,
  ratio,
  milliseconds,
  baseline: 1,
  runs: 7
})
const alone = (ratio: number) => row("Frist", "plain, one event, 1 writer", ratio)

describe("the goals of the benchmarks", () => {
  it("a rate, a number of times and a time are reached or not", () => {
    expect(goalOf("store", alone(1.6))).toEqual({ goal: "rate 0.6", isMet: true })
    expect(goalOf("store", alone(1.7))).toEqual({ goal: "rate 0.6", isMet: false })
    const board = (ratio: number) => goalOf("startup", row("frist board, built", "node -e 0", ratio))
    expect([board(3.5)?.isMet, board(3.6)?.isMet]).toEqual([true, false])
    const lag = (took: number) =>
      goalOf("visible", row("from append to row at 200 a second, median", "Emmett", 9, took))
    expect([lag(8.5)?.isMet, lag(8.6)?.isMet]).toEqual([true, false])
    expect(goalOf("store", row("Emmett", "plain, one event, 1 writer", 1))).toBeUndefined()
  })

  it("a row with a goal that was not measured is named", () => {
    expect(unmeasured("store", [alone(1)])).toHaveLength(3)
    expect(unmeasured("read", [])).toEqual([])
  })

  it("a kept row that has a goal has its name", () => {
    const kept = Object.values(readRates()).at(-1) ?? {}
    for (const [benchmark, rates] of Object.entries(kept)) {
      const missing = Object.keys(goals[benchmark] ?? {}).filter((name) => !(name in rates))
      expect(missing, benchmark).toEqual([])
    }
  })
})
