/**
 * What the report of a large plan costs, 500 activities that moved 20 times each: against reading its log alone.
 */
import { reportOf } from "../packages/documents/src/report/ReportOf.ts"
import { write } from "../packages/documents/src/report/html/HtmlReport.ts"
import { board } from "../packages/projections/src/Board.ts"
import { paired } from "./paired.ts"
import { followedUp } from "./plan.ts"
import type { Benchmark } from "./run.ts"

const most = { milliseconds: 3000, bytes: 3_000_000 }

export const benchmark: Benchmark = async () => {
  const log = followedUp(500, 20)
  const heldOn = log.at(-1)?.effectiveOn
  if (heldOn === undefined) return []
  const options = { heldOn, language: "sv", software: "frist", command: "frist report" } as const
  const html = async () => write({ report: reportOf(log, options), log })
  const { length } = await html()
  const rows = await paired(
    5,
    ["the board alone", () => void board(log, { asOf: heldOn, today: heldOn })],
    [`HTML of 500 activities moved 20 times, ${(length / 1_000_000).toFixed(1)} MB`, async () => void (await html())]
  )
  const slowest = Math.max(...rows.map(({ milliseconds }) => milliseconds))
  if (length > most.bytes || slowest > most.milliseconds) {
    throw new Error(`A report of ${length} bytes in ${slowest.toFixed(0)} ms: more than 3 MB, or 3 seconds.`)
  }
  return rows
}
