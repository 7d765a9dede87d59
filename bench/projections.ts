/**
 * What making every read model anew costs, for a nation's worth of plans on a server, against the floor: `COPY … TO STDOUT`
 * of the same rows, and `JSON.parse` of the same bytes. `FRIST_BENCH_EVENTS=10000000` for another size than the usual.
 */
import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { setTimeout as sleep } from "node:timers/promises"
import { promisify } from "node:util"
import { Actor, BatchId, type NewEvent } from "@frist/domain"
import { migrateReadModelsAt } from "@frist/projections/readmodels/postgres/PgReadModelTables"
import { EventLog } from "@frist/store/EventLog"
import { migrateAt } from "@frist/store/postgres/PgAccess"
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import { type PgServer, startPgServer } from "@frist/testing/PgServer"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { Client } from "pg"
import type { Row } from "./paired.ts"
import { emmettBoard, factOf } from "./projections/emmett.ts"
import { following, lagOf } from "./projections/lag.ts"
import { historyOf, nation, plans } from "./projections/nation.ts"
import type { Benchmark } from "./run.ts"
import { fristLog } from "./store/frist.ts"

const asked = Number(process.env["FRIST_BENCH_EVENTS"] ?? 1_000_000)
const sizes = [10_000, 100_000, 1_000_000, 10_000_000].filter((size) => size < asked).concat(asked)
const actor = Actor.make("bench")
const script = fileURLToPath(new URL("projections/rebuilding.ts", import.meta.url))

export const fill = (url: string, size: number) =>
  Effect.gen(function* () {
    const log = yield* EventLog
    yield* Effect.forEach(
      nation(size),
      Effect.fnUntraced(function* ([plan, events]) {
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

/** A new database with the log and the read models in it. */
const database = async (server: PgServer, name: string): Promise<string> => {
  const admin = new Client({ connectionString: server.url() })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = server.url(name)
  await Effect.runPromise(migrateAt(Redacted.make(url)))
  await Effect.runPromise(migrateReadModelsAt(Redacted.make(url)))
  return url
}

const until = async (url: string, question: string): Promise<void> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  for (let tries = 0; tries < 100; tries++) {
    const { rows } = await client.query<{ done: boolean }>(question)
    if (rows[0]?.done === true) break
    await sleep(100)
  }
  await client.end()
}

const streams = plans.slice(0, 50)
const seconds = 10

/** From an append to its row, at 200 appends a second. */
export const lagBench = async (server: PgServer): Promise<ReadonlyArray<Row>> => {
  const url = await database(server, "lag")
  const frist = await fristLog(url, 10)
  const heads = new Map<string, number>()
  const events = historyOf(1, 500)
  const stopFrist = await following(url, "frist")
  const own = await lagOf(
    url,
    streams,
    seconds,
    async (plan) => {
      const head = heads.get(plan) ?? 0
      const { last } = await frist.append(plan, head, [], events.slice(head, head + 1))
      heads.set(plan, last)
      return last
    },
    `select plan as stream, min(position)::float8 as seen from frist_read.checkpoint group by plan having count(*) = 7`
  )
  await stopFrist()
  await frist.close()
  const peer = await emmettBoard(url)
  const counts = new Map<string, number>()
  const stopPeer = await following(url, "emmett")
  const record = async (plan: string) => {
    const head = counts.get(plan) ?? 0
    // All of one document, so that what it has seen is the stream's position.
    const fact = factOf(plan, { ...(events[head] ?? events[0]), activity: null } as NewEvent)
    await peer.append(plan, [fact])
    counts.set(plan, head + 1)
    return head + 1
  }
  // It makes its table when it first has something to show.
  for (const plan of streams) await record(plan)
  await until(url, "select to_regclass('board') is not null as done")
  const other = await lagOf(
    url,
    streams,
    seconds,
    record,
    "select rtrim(_id, '/') as stream, (data->>'seen')::float8 as seen from board"
  )
  await stopPeer()
  await peer.close()
  const row = (what: string, milliseconds: number, baseline: number): Row => ({
    what,
    against: "Emmett",
    ratio: milliseconds / baseline,
    milliseconds,
    baseline,
    runs: 1
  })
  return [
    row("from append to row at 200 a second, median", own.median, other.median),
    row("the same, 99th percentile", own.p99, other.p99)
  ]
}

/** The peer takes some milliseconds an event: it is given a tenth, and its time is taken ten times. */
const peerSize = 10_000
const share = 10

/** The board alone, rebuilt by the peer and here, of the same events. */
export const peerBench = async (server: PgServer): Promise<ReadonlyArray<Row>> => {
  const url = await database(server, "peer")
  await fill(url, peerSize * share)
  const peer = await emmettBoard(url)
  for (const [plan, events] of nation(peerSize)) {
    for (let from = 0; from < events.length; from += 500) {
      await peer.append(
        plan,
        events.slice(from, from + 500).map((event) => factOf(plan, event))
      )
    }
  }
  const began = performance.now()
  await peer.rebuild()
  const baseline = (performance.now() - began) * share
  await peer.close()
  await rebuilt(url)
  const { milliseconds } = await rebuilt(url, "board")
  return [
    {
      what: `${peerSize * share} events, the board alone`,
      against: "Emmett's rebuild",
      ratio: milliseconds / baseline,
      milliseconds,
      baseline,
      runs: 1
    }
  ]
}

export const benchmark: Benchmark = async () => {
  const server = await startPgServer({ settings: { fsync: "off", shared_buffers: "256MB" } })
  const rows: Array<Row> = []
  try {
    for (const size of sizes) {
      const url = await database(server, `nation_${size}`)
      await fill(url, size)
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
    rows.push(...(await peerBench(server)))
  } finally {
    await server.remove()
  }
  const synced = await startPgServer({ settings: { fsync: "on" } })
  try {
    rows.push(...(await lagBench(synced)))
  } finally {
    await synced.remove()
  }
  return rows
}
