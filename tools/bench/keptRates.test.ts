/**
 * The history of the benchmarks: rates of a version are kept by row, and the last one is found.
 */
import { describe, expect, it } from "@effect/vitest"
import { type KeptRates, keptRate, readRates, withRates } from "./keptRates.ts"
import type { Row } from "./paired.ts"

const row = (what: string, ratio: number): Row => ({
  what,
  against: "plain",
  ratio,
  milliseconds: 1,
  baseline: 1,
  runs: 7
})

describe("the history of the benchmarks", () => {
  it("keeps the rates of a version by row, the later in the place of the earlier", () => {
    const first = withRates({}, "0.1.0", "store", [row("one", 2), row("many", 3)])
    const second = withRates(first, "0.1.0", "store", [row("one", 4)])
    expect(second).toEqual({ "0.1.0": { store: { "one (plain)": 0.25, "many (plain)": 0.33 } } })
    expect(withRates(second, "0.2.0", "read", [row("one", 1)])).toEqual({
      ...second,
      "0.2.0": { read: { "one (plain)": 1 } }
    })
  })

  it("finds the rate of the last version that has the row", () => {
    const history: KeptRates = {
      "0.1.0": { store: { "one (plain)": 0.5, "many (plain)": 0.7 } },
      "0.2.0": { store: { "one (plain)": 0.6 }, read: { "many (plain)": 0.9 } }
    }
    expect(keptRate(history, "store", row("one", 1))).toBe(0.6)
    expect(keptRate(history, "store", row("many", 1))).toBe(0.7)
    expect(keptRate(history, "startup", row("one", 1))).toBeUndefined()
  })

  it("has rates alone", () => {
    const rates = Object.values(readRates()).flatMap((benchmarks) => Object.values(benchmarks).flatMap(Object.values))
    expect(rates.filter((rate: unknown) => typeof rate !== "number" || !(rate > 0))).toEqual([])
  })
})
