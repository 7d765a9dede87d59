/**
 * The rates that were measured of each version: `history.json` keeps them, so that a regression shows.
 */
import { readFileSync, writeFileSync } from "node:fs"
import type { Row } from "./paired.ts"

/** Rates by version, benchmark and row: that of the baseline is 1. */
export type KeptRates = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>

const file = new URL("history.json", import.meta.url)

/** Returns the name of a row, which says what it was measured against. */
export const nameOf = ({ against, what }: Row): string => `${what} (${against})`

const rounded = (rate: number): number => Number(rate.toPrecision(2))

/** Returns the history with the rates of these rows in the place of earlier ones of the same version. */
export const withRates = (
  history: KeptRates,
  version: string,
  benchmark: string,
  rows: ReadonlyArray<Row>
): KeptRates => {
  const ofVersion = history[version] ?? {}
  const rates = Object.fromEntries(rows.map((row) => [nameOf(row), rounded(1 / row.ratio)]))
  return { ...history, [version]: { ...ofVersion, [benchmark]: { ...ofVersion[benchmark], ...rates } } }
}

/** Returns the rate of a row in the last version that has it. */
export const keptRate = (history: KeptRates, benchmark: string, row: Row): number | undefined =>
  Object.values(history)
    .map((benchmarks) => benchmarks[benchmark]?.[nameOf(row)])
    .findLast((rate) => rate !== undefined)

/** Reads the history that is kept. */
export const readRates = (): KeptRates => JSON.parse(readFileSync(file, "utf8")) as KeptRates

/** Keeps a history. */
export const writeRates = (history: KeptRates): void => writeFileSync(file, `${JSON.stringify(history, null, 2)}\n`)
