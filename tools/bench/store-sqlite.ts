/**
 * Measures a durable append against SQLite itself: inserting the same bytes into a bare table, in the same number of
 * durable transactions. And reading, decoded and checked, against parsing the same bytes as JSON.
 */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Scope from "effect/Scope"
import * as Context from "effect/Context"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Actor, BatchId, PlanId } from "@frist/domain/Names"
import { EventLog } from "@frist/store/EventLog"
import { layer } from "@frist/store/sqlite/SqliteEventLog"
import { type Benchmark, paired, type Row, type Work } from "./paired.ts"
import { eventAt } from "./plan.ts"

const plan = PlanId.make("bench")
const actor = Actor.make("bench")

/** The appends of one run: enough that one slow sync does not decide it. */
const appends = 20

/**
 * Runs that are not counted. The write-ahead log of the bare table grows by little more than a page a commit, and must
 * wrap around first: a commit that extends the file takes twice the time of one that overwrites it.
 */
const settling = 60

/** The events that are read, and of how many a batch they are. */
const read = 10_000
const batches = [2000, 100, 1]

const reading = async (log: EventLog["Service"]): Promise<ReadonlyArray<Row>> => {
  const events = Array.from({ length: read }, (_, n) => eventAt(n, read / 10))
  const texts = events.map(({ event }) => JSON.stringify(event))
  const works: Array<Work> = []
  for (const size of batches) {
    const plan = PlanId.make(`batches-of-${size}`)
    for (let after = 0; after < read; after += size) {
      const batch = { plan, batch: BatchId.make(`batch-${after}`), actor, events: events.slice(after, after + size) }
      await Effect.runPromise(log.append({ ...batch, condition: { after, activities: [] } }))
    }
    works.push([`${read} events read, batches of ${size}`, async () => void (await Effect.runPromise(log.read(plan)))])
  }
  const parse = () => texts.map((text): unknown => JSON.parse(text)).length === read || undefined
  return paired(15, ["JSON.parse of the same", parse], ...works)
}

export const benchmark: Benchmark = async (folder) => {
  const scope = Scope.makeUnsafe()
  const log = Context.get(
    await Effect.runPromise(Layer.buildWithScope(layer({ filename: join(folder, "log.db") }), scope)),
    EventLog
  )
  let head = 0
  const append = (size: number) => async () => {
    for (let n = 0; n < appends; n += 1) {
      const events = Array.from({ length: size }, (_, at) => eventAt(head + at, 50))
      const batch = BatchId.make(`batch-${head}`)
      await Effect.runPromise(log.append({ plan, batch, actor, events, condition: { after: head, activities: [] } }))
      head += size
    }
  }

  const bare = new DatabaseSync(join(folder, "bare.db"))
  bare.exec(
    "pragma journal_mode = wal; pragma synchronous = full; create table event (position integer primary key, content blob)"
  )
  const insert = bare.prepare("insert into event (content) values (?)")
  const inserts = (size: number) => () => {
    for (let n = 0; n < appends; n += 1) {
      bare.exec("begin immediate")
      for (let at = 0; at < size; at += 1) insert.run(Buffer.from(JSON.stringify(eventAt(at, 50).event)))
      bare.exec("commit")
    }
  }
  try {
    for (let run = 0; run < settling; run += 1) {
      inserts(1)()
      await append(1)()
    }
    return [
      ...(await paired(
        100,
        ["bare insert, 1 a transaction", inserts(1)],
        [`${appends} appends of 1 event`, append(1)]
      )),
      ...(await paired(
        15,
        ["bare insert, 100 a transaction", inserts(100)],
        [`${appends} appends of 100 events`, append(100)]
      )),
      ...(await reading(log))
    ]
  } finally {
    bare.close()
    await Effect.runPromise(Scope.close(scope, Exit.void))
  }
}
