/**
 * `pnpm bench [NAME]`: runs the benchmarks, each a file here that returns rows, and prints their ratios.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Benchmark, Row } from "./paired.ts"

const benchmarks: Readonly<Record<string, () => Promise<{ readonly benchmark: Benchmark }>>> = {
  startup: () => import("./startup.ts"),
  store: () => import("./store.ts"),
  "store-sqlite": () => import("./store-sqlite.ts"),
  read: () => import("./read.ts"),
  import: () => import("./import.ts"),
  projections: () => import("./projections.ts"),
  report: () => import("./report.ts"),
  evidence: () => import("./evidence.ts")
}

const ms = (n: number) => `${n.toFixed(n < 10 ? 2 : 1)} ms`
const print = (name: string, rows: ReadonlyArray<Row>) => {
  const lines = rows.map((row) => [
    row.what,
    row.ratio.toFixed(2),
    (1 / row.ratio).toFixed(2),
    row.against,
    ms(row.milliseconds),
    ms(row.baseline),
    String(row.runs)
  ])
  const all = [[name, "times", "rate", "of", "median", "against", "pairs"], ...lines]
  const widths = all[0]?.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0))) ?? []
  const text = all.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd()
  )
  process.stdout.write(`${text.join("\n")}\n\n`)
}

const asked = process.argv[2]
const chosen = Object.entries(benchmarks).filter(([name]) => asked === undefined || name === asked)
if (chosen.length === 0) {
  process.stderr.write(`There is no benchmark ${asked}: name one of ${Object.keys(benchmarks).join(", ")}.\n`)
  process.exitCode = 2
}
for (const [name, load] of chosen) {
  const folder = mkdtempSync(join(tmpdir(), "frist-bench-"))
  try {
    const { benchmark } = await load()
    print(name, await benchmark(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
