/**
 * `pnpm bench [NAME]`: runs the benchmarks that have goals, or one of all, each a file here that returns rows. Prints their
 * ratios beside their goals and the rates that `history.json` has. `--json` prints rates alone, as JSON; `--keep` keeps
 * them as those of this version.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { version } from "../../packages/cli/src/Version.ts"
import { goalOf, goals, unmeasured } from "./goals.ts"
import { type KeptRates, keptRate, readRates, withRates, writeRates } from "./keptRates.ts"
import type { Benchmark, Row } from "./paired.ts"

const benchmarks: Readonly<Record<string, () => Promise<{ readonly benchmark: Benchmark }>>> = {
  startup: () => import("./startup.ts"),
  store: () => import("./store.ts"),
  "store-read": () => import("./store-read.ts"),
  "store-sqlite": () => import("./store-sqlite.ts"),
  evidence: () => import("./evidence.ts"),
  projections: () => import("./projections.ts"),
  visible: () => import("./visible.ts"),
  report: () => import("./report.ts"),
  peer: () => import("./peer.ts"),
  read: () => import("./read.ts"),
  import: () => import("./import.ts")
}

const ms = (n: number) => `${n.toFixed(n < 10 ? 2 : 1)} ms`
const history = readRates()
const print = (name: string, rows: ReadonlyArray<Row>) => {
  const lines = rows.map((row) => {
    const aim = goalOf(name, row)
    return [
      row.what,
      row.ratio.toFixed(2),
      (1 / row.ratio).toFixed(2),
      row.against,
      ms(row.milliseconds),
      ms(row.baseline),
      String(row.runs),
      keptRate(history, name, row)?.toFixed(2) ?? "",
      aim === undefined ? "" : `${aim.goal} ${aim.isMet ? "reached" : "MISSED"}`
    ]
  })
  const all = [[name, "times", "rate", "of", "median", "against", "pairs", "kept", "goal"], ...lines]
  const widths = all[0]?.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0))) ?? []
  const text = all.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd()
  )
  const missing = unmeasured(name, rows).map((row) => `not measured: ${row}`)
  process.stdout.write(`${[...text, ...missing].join("\n")}\n\n`)
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean" }, keep: { type: "boolean" } }
})
const [asked] = positionals
let measured: KeptRates = {}
const chosen = Object.entries(benchmarks).filter(([name]) => (asked === undefined ? name in goals : name === asked))
if (chosen.length === 0) {
  process.stderr.write(`There is no benchmark ${asked}: name one of ${Object.keys(benchmarks).join(", ")}.\n`)
  process.exitCode = 2
}
for (const [name, load] of chosen) {
  const folder = mkdtempSync(join(tmpdir(), "frist-bench-"))
  const began = performance.now()
  try {
    const { benchmark } = await load()
    const rows = await benchmark(folder)
    if (values.keep === true) writeRates(withRates(readRates(), version, name, rows))
    if (values.json === true) measured = withRates(measured, version, name, rows)
    else print(name, rows)
    if (values.json !== true) process.stdout.write(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s\n\n`)
  } catch (error) {
    // The others are measured all the same.
    process.stderr.write(`${name}: ${String(error)}\n`)
    process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
if (values.json === true) process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`)
