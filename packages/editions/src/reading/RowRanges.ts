/**
 * Numbers of rows as ranges, for people: `1–3`, `7`.
 */

/** Returns the rows as ranges, in ascending order. */
export const rowRanges = (rows: ReadonlyArray<number>): ReadonlyArray<string> => {
  const runs: Array<[from: number, to: number]> = []
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === row - 1) run[1] = row
    else runs.push([row, row])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
}
