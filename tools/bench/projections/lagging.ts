/**
 * Compares the delay from an append to its row, at 200 appends a second, with the peer.
 */
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { readModels } from "@frist/readmodels/ReadModels"
import type { PgServer } from "@frist/testing/PgServer"
import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"
import type { Row } from "../paired.ts"
import { fristLog } from "../store/frist.ts"
import { database } from "./databases.ts"
import { emmettBoard, factOf } from "./emmett.ts"
import { following, lagOf } from "./lag.ts"
import { historyOf, plans } from "./nation.ts"

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

const row = (what: string, milliseconds: number, baseline: number): Row => ({
  what,
  against: "Emmett",
  ratio: milliseconds / baseline,
  milliseconds,
  baseline,
  runs: 1
})

/** From an append to its row, at 200 appends a second. */
export const lagBench = async (server: PgServer): Promise<ReadonlyArray<Row>> => {
  const url = await database(server, "lag")
  const frist = await fristLog(url, 10)
  const heads = new Map<string, number>()
  const events = historyOf(1, 500)
  const append = async (plan: string) => {
    const head = heads.get(plan) ?? 0
    const { last } = await frist.append(plan, head, [], events.slice(head, head + 1))
    heads.set(plan, last)
    return last
  }
  const shown = `select plan as stream, min(position)::float8 as seen from frist_read.checkpoint
    group by plan having count(*) = ${readModels.length}`
  const stopFrist = await following(url, "frist")
  // As for the peer: at 200 a second, starting a process would be the slowest of a hundred.
  for (const plan of streams) await append(plan)
  await until(url, `select count(*) = ${streams.length} as done from (${shown}) shown`)
  const own = await lagOf(url, streams, seconds, append, shown)
  await stopFrist()
  await frist.close()
  const peer = await emmettBoard(url)
  const counts = new Map<string, number>()
  const stopPeer = await following(url, "emmett")
  const record = async (plan: string) => {
    const head = counts.get(plan) ?? 0
    // All events of one document, so that the number seen is the stream's position.
    const fact = factOf(plan, { ...(events[head] ?? events[0]), activity: null } as NewEvent)
    await peer.append(plan, [fact])
    counts.set(plan, head + 1)
    return head + 1
  }
  // It creates its table at the first row.
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
  return [
    row("from append to row at 200 a second, median", own.median, other.median),
    row("the same, 99th percentile", own.p99, other.p99)
  ]
}
