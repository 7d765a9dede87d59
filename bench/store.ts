/**
 * The log in PostgreSQL beside a plain table and beside Emmett, everything on one server that syncs each commit, taking
 * turns. A rate of 1.00 is the plain table's.
 */
import { ActivityId } from "@frist/domain"
import { startPgServer } from "@frist/testing/PgServer"
import { paired, type Row } from "./paired.ts"
import { eventAt } from "./plan.ts"
import type { Benchmark } from "./run.ts"
import { emmett } from "./store/emmett.ts"
import { fristLog } from "./store/frist.ts"
import { plainTable } from "./store/plain.ts"

const writers = 16
const rounds = 7
/** About 300 bytes each: deadline moves, with a reason. */
const event = (n: number) => eventAt(50 + n, 50)
const json = (n: number) => JSON.stringify(event(n).event)
const emmettEvent = (n: number) => ({ type: "DeadlineMoved", data: event(n).event })

const everyWriter = (run: (writer: number) => Promise<unknown>) => async () => {
  await Promise.all(Array.from({ length: writers }, (_, writer) => run(writer)))
}

export const benchmark: Benchmark = async (folder) => {
  const server = await startPgServer({ folder, settings: { fsync: "on", synchronous_commit: "on" } })
  const plain = await plainTable(server.url(), writers)
  const peer = await emmett(server.url())
  const frist = await fristLog(server.url(), writers)
  const rows: Array<Row> = []
  try {
    const heads = new Map<string, number>()
    const head = (name: string) => heads.get(name) ?? 0
    const times = async (count: number, run: () => Promise<unknown>) => {
      for (let n = 0; n < count; n += 1) await run()
    }
    const insert = (writer: number, stream: string) => {
      heads.set(stream, head(stream) + 1)
      return plain.insert(writer, stream, head(stream), json(head(stream)))
    }
    const insertMany = (writer: number, stream: string, size: number) => {
      const first = head(stream) + 1
      heads.set(stream, head(stream) + size)
      return plain.insertMany(
        writer,
        stream,
        first,
        Array.from({ length: size }, (_, n) => json(first + n))
      )
    }
    const emmettAppend = (stream: string, size: number) => {
      const first = head(stream)
      heads.set(stream, first + size)
      return peer.append(
        stream,
        Array.from({ length: size }, (_, n) => emmettEvent(first + n))
      )
    }
    const fristAppend = async (plan: string, size: number) => {
      const after = head(plan)
      const events = Array.from({ length: size }, (_, n) => event(after + n))
      heads.set(plan, (await frist.append(plan, after, [], events)).last)
    }

    rows.push(
      ...(await paired(
        rounds,
        ["plain, one event, 1 writer", () => times(100, () => insert(0, "plain-one"))],
        ["Emmett", () => times(100, () => emmettAppend("emmett-one", 1))],
        ["Frist", () => times(100, () => fristAppend("one", 1))]
      ))
    )
    rows.push(
      ...(await paired(
        rounds,
        ["plain, one event, 16 writers", everyWriter((w) => times(30, () => insert(w, `plain-s${w}`)))],
        ["Emmett", everyWriter((w) => times(30, () => emmettAppend(`emmett-s${w}`, 1)))],
        ["Frist", everyWriter((w) => times(30, () => fristAppend(`s${w}`, 1)))],
        [
          "Frist, 16 at once on one plan",
          everyWriter(async (w) => {
            const activity = ActivityId.make(`aktivitet-${w}`)
            let after = head("shared")
            for (let n = 0; n < 30; n += 1) {
              const { last } = await frist.append("shared", after, [activity], [{ ...event(n), activity }])
              after = last
              heads.set("shared", Math.max(head("shared"), last))
            }
          })
        ]
      ))
    )
    rows.push(
      ...(await paired(
        rounds,
        ["plain, 100 events, 16 writers", everyWriter((w) => times(4, () => insertMany(w, `plain-m${w}`, 100)))],
        ["Emmett", everyWriter((w) => times(4, () => emmettAppend(`emmett-m${w}`, 100)))],
        ["Frist", everyWriter((w) => times(4, () => fristAppend(`m${w}`, 100)))]
      ))
    )
    return rows
  } finally {
    await frist.close()
    await peer.close()
    await plain.close()
    await server.remove()
  }
}
