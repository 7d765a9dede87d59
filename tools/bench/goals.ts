/**
 * What the benchmarks are to reach, by benchmark and row: a rate of the baseline, times its time, or milliseconds.
 */
import { nameOf } from "./keptRates.ts"
import type { Row } from "./paired.ts"

/** A rate to reach at least, or a time to reach at most. */
type Goal = { readonly rate: number } | { readonly times: number } | { readonly milliseconds: number }

const alone = "plain, one event, 1 writer"
const crowd = "plain, one event, 16 writers"
const parsed = "JSON.parse of the same"

/** The goals of the rows that have one. Four processes had no figure before: a row without a goal shows it. */
export const goals: Readonly<Record<string, Readonly<Record<string, Goal>>>> = {
  startup: {
    "frist board, built (node -e 0)": { times: 3.5 },
    "frist --version, built (node -e 0)": { times: 1.2 }
  },
  store: {
    [`Frist (${alone})`]: { rate: 0.6 },
    [`Frist (${crowd})`]: { rate: 1.2 },
    [`Frist, 16 at once on one plan (${crowd})`]: { rate: 1.5 },
    "Frist (plain, 100 events, 16 writers)": { rate: 0.85 }
  },
  "store-read": {
    "Frist, batches of 2000, decoded and folded (plain, pages of 5000)": { rate: 1.1 },
    "Frist, batches of 1, decoded and folded (plain, pages of 5000)": { rate: 0.8 }
  },
  "store-sqlite": {
    "20 appends of 1 event (bare insert, 1 a transaction)": { rate: 0.75 },
    "20 appends of 100 events (bare insert, 100 a transaction)": { rate: 0.5 },
    [`10000 events read, batches of 2000 (${parsed})`]: { times: 5 },
    [`10000 events read, batches of 1 (${parsed})`]: { times: 5 }
  },
  evidence: { "every event verified (the rows read, and one sum over the same bytes)": { rate: 0.71 } },
  projections: {
    "the board alone (COPY and JSON.parse)": { rate: 0.35 },
    "every read model (COPY and JSON.parse)": { rate: 0.15 }
  },
  visible: {
    "from append to row at 200 a second, median (Emmett)": { milliseconds: 8.5 },
    "the same, 99th percentile (Emmett)": { milliseconds: 76 }
  },
  report: { "DOCX of 500 activities moved 20 times (the board alone)": { milliseconds: 1500 } }
}

/** Returns the goal of a row in words, and whether it is reached; `undefined` where there is none. */
export const goalOf = (benchmark: string, row: Row): { readonly goal: string; readonly isMet: boolean } | undefined => {
  const goal = goals[benchmark]?.[nameOf(row)]
  if (goal === undefined) return undefined
  if ("rate" in goal) return { goal: `rate ${goal.rate}`, isMet: 1 / row.ratio >= goal.rate }
  if ("times" in goal) return { goal: `times ${goal.times}`, isMet: row.ratio <= goal.times }
  return { goal: `${goal.milliseconds} ms`, isMet: row.milliseconds <= goal.milliseconds }
}

/** Returns the rows of a benchmark that have a goal and were not measured. */
export const unmeasured = (benchmark: string, rows: ReadonlyArray<Row>): ReadonlyArray<string> => {
  const measured = new Set(rows.map(nameOf))
  return Object.keys(goals[benchmark] ?? {}).filter((name) => !measured.has(name))
}
