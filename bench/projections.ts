/**
 * What making every read model anew costs, for a nation's worth of plans on a server, against the floor: `COPY … TO STDOUT`
 * of the same rows, and `JSON.parse` of the same bytes. `FRIST_BENCH_EVENTS=10000000` for another size than the usual.
 */
import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { Actor, BatchId } from "@frist/domain"
import { migrateReadModelsAt } from "@frist/projections/readmodels/postgres/PgReadModelTables"
import { EventLog } from "@frist/store/EventLog"
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import { startPgServer } from "@frist/testing/PgServer"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { Client } from "pg"
import type { Row } from "./paired.ts"
import { historyOf, plans } from "./projections/nation.ts"
import type { Benchmark } from "./run.ts"

const asked = Number(process.env["FRIST_BENCH_EVENTS"] ?? 1_000_000)
const sizes = [10_000, 100_000, 1_000_000, 10_000_000].filter((size) => size < asked).concat(asked)
const actor = Actor.make("bench")
const script = fileURLToPath(new URL("projections/rebuilding.ts", import.meta.url))

/** Events of every plan, regions with ten times as many as municipalities. */
export const fill = (url: string, size: number) =>
  Effect.gen(function* () {
    const log = yield* EventLog
    const unit = size / (21 * 10 + 290)
    yield* Effect.forEach(
      plans,
      Effect.fnUntraced(function* (plan, n) {
        const events = historyOf(n + 1, Math.round(unit * (n < 21 ? 10 : 1)))
        for (let from = 0; from < events.length; from += 1000) {
          yield* log.append({
            plan,
            batch: BatchId.make(`batch-${from}`),
            actor,
            events: events.slice(from, from + 1000),
            condition: { after: from, activities: [] }
          })
        }
      }),
      { concurrency: 4, discard: true }
    )
  }).pipe(Effect.provide(PgEventLog.layer({ url: Redacted.make(url), migrate: true })), Effect.runPromise)

/** Milliseconds to copy every row out, and to parse what they hold, page by page. */
export const floor = async (url: string): Promise<number> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  let began = performance.now()
  await client.query("copy frist.event to stdout")
  let total = performance.now() - began
  for (const plan of plans) {
    const { rows } = await client.query<{ text: string }>(
      "select convert_from(content, 'UTF8') as text from frist.event where plan = $1",
      [plan]
    )
    began = performance.now()
    for (const { text } of rows) JSON.parse(text)
    total += performance.now() - began
  }
  await client.end()
  return total
}

const rebuilt = async (
  url: string,
  models = ""
): Promise<{ readonly milliseconds: number; readonly megabytes: number }> => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, url, models])
  return JSON.parse(stdout) as { readonly milliseconds: number; readonly megabytes: number }
}

export const benchmark: Benchmark = async () => {
  const server = await startPgServer({ settings: { fsync: "off", shared_buffers: "256MB" } })
  const rows: Array<Row> = []
  try {
    for (const size of sizes) {
      const name = `nation_${size}`
      const admin = new Client({ connectionString: server.url() })
      await admin.connect()
      await admin.query(`create database ${name}`)
      await admin.end()
      const url = server.url(name)
      await fill(url, size)
      await Effect.runPromise(migrateReadModelsAt(Redacted.make(url)))
      const baseline = await floor(url)
      for (const [what, models] of [
        ["every read model", ""],
        ["the board alone", "board"]
      ] as const) {
        const { megabytes, milliseconds } = await rebuilt(url, models)
        rows.push({
          what: `${size} events, ${what}: ${Math.round((size / milliseconds) * 1000)} a second, ${megabytes} MB`,
          against: "COPY and JSON.parse",
          ratio: milliseconds / baseline,
          milliseconds,
          baseline,
          runs: 1
        })
      }
    }
  } finally {
    await server.remove()
  }
  return rows
}
