/**
 * Paired measurement: the work and its baseline take turns, so that a busy machine slows both. The result is the median of
 * the ratios of the pairs.
 */

/** One line of a benchmark's table. Times are medians in milliseconds. */
export interface Row {
  readonly what: string
  readonly against: string
  readonly ratio: number
  readonly milliseconds: number
  readonly baseline: number
  readonly runs: number
}

/** A benchmark; `folder` is for its files and is removed afterwards. */
export type Benchmark = (folder: string) => Promise<ReadonlyArray<Row>>

/** A named piece of work. It may return its own milliseconds if not all of its time counts. */
export type Work = readonly [name: string, run: () => unknown]

export const median = (numbers: ReadonlyArray<number>): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

const timed = async (run: Work[1]): Promise<number> => {
  const started = performance.now()
  const own = await run()
  return typeof own === "number" ? own : performance.now() - started
}

/** Runs each work in turn, this many times after two rounds that are not counted. */
export const paired = async (runs: number, baseline: Work, ...works: ReadonlyArray<Work>): Promise<Array<Row>> => {
  const times = [baseline, ...works].map((): Array<number> => [])
  for (let round = -2; round < runs; round += 1) {
    for (const [at, [, run]] of [baseline, ...works].entries()) {
      const took = await timed(run)
      if (round >= 0) times[at]?.push(took)
    }
  }
  const [base = [], ...measured] = times
  return works.map(([what], at) => {
    const own = measured[at] ?? []
    return {
      what,
      against: baseline[0],
      ratio: median(own.map((took, round) => took / (base[round] ?? Number.NaN))),
      milliseconds: median(own),
      baseline: median(base),
      runs
    }
  })
}
