/**
 * A process that appends to a log in a file or on a server, and prints each batch and answer: `sent BATCH PLAN SIZE`,
 * then `answered BATCH FIRST LAST` or `refused BATCH`.
 *
 * node writer.ts ADDRESS PLANS NAME own COUNT [WRITERS]   COUNT batches about its own activity, each to one of the plans;
 *                                                         WRITERS at once, each with its own activity
 * node writer.ts ADDRESS PLANS NAME late COUNT [WRITERS]  the same in transactions that commit a little later
 * node writer.ts ADDRESS PLAN NAME same COUNT             COUNT rounds, in each of which every writer appends after the
 *                                                         same position
 */
import { type ActivityId, PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Random from "effect/Random"
import * as Redacted from "effect/Redacted"
import { writeSync } from "node:fs"
import { activityNamed, batchOf, fromTo } from "../src/contract/ContractFixture.ts"
import { EventLog } from "../src/EventLog.ts"
import { eventsOf } from "./SentBatches.ts"

const [address = "", planList = "", name = "", mode = "", count = "", writers = "1"] = process.argv.slice(2)
const plans = planList.split(",").map((plan) => PlanId.make(plan))
const say = (line: string) => writeSync(1, `${line}\n`)

const append = Effect.fnUntraced(function* (
  plan: PlanId,
  after: number,
  size: number,
  about: ActivityId,
  activities: ReadonlyArray<ActivityId>
) {
  const log = yield* EventLog
  const empty = batchOf(plan, 0, [], { condition: { after, activities } })
  say(`sent ${empty.batch} ${plan} ${size}`)
  const answer = yield* log.append({ ...empty, events: eventsOf(empty.batch, size, about) }).pipe(
    Effect.tapError((error) =>
      Effect.sync(() => {
        if (error._tag === "Conflict") say(`refused ${empty.batch}`)
      })
    )
  )
  say(`answered ${empty.batch} ${answer.first} ${answer.last}`)
  return answer
})

const write = Effect.fnUntraced(function* (about: ActivityId) {
  const seen = new Map<PlanId, number>()
  for (let round = 0; round < Number(count); round++) {
    const plan = plans[yield* Random.nextIntBetween(0, plans.length - 1)]
    if (plan !== undefined) {
      const { last } = yield* append(plan, seen.get(plan) ?? 0, (round % 5) + 1, about, [about])
      seen.set(plan, last)
    }
  }
})

const race = Effect.fnUntraced(function* (plan: PlanId, about: ActivityId) {
  const log = yield* EventLog
  const head = Effect.map(log.plans, (all) => all.find((each) => each.plan === plan)?.events ?? 0)
  for (let round = 0; round < Number(count); round++) {
    while ((yield* head) < round) yield* Effect.sleep("1 millis")
    yield* Effect.catchTag(append(plan, round, 1, about, []), "Conflict", () => Effect.void)
  }
})

const pause = Effect.flatMap(Random.nextIntBetween(0, 4), (millis) => Effect.sleep(millis))

/** Makes a log whose appends are in transactions that commit a little later. */
const late = async (url: Redacted.Redacted) => {
  const { PgClient, layer: clientLayer } = await import("@effect/sql-pg/PgClient")
  const { typed } = await import("../src/postgres/PgErrors.ts")
  const { layerFromClient } = await import("../src/postgres/PgEventLog.ts")
  const slow = Layer.effect(
    EventLog,
    Effect.gen(function* () {
      const log = yield* EventLog
      const sql = yield* PgClient
      return EventLog.of({
        ...log,
        append: (batch) => typed(sql.withTransaction(Effect.tap(log.append(batch), () => pause)))
      })
    })
  )
  return slow.pipe(Layer.provide(layerFromClient()), Layer.provide(clientLayer({ url, maxConnections: 10 })))
}

/** Loads only the adapter of this address, so that the process starts quickly. */
const layer = async (): Promise<Layer.Layer<EventLog, unknown>> => {
  if (!address.startsWith("postgres:")) {
    return (await import("../src/sqlite/SqliteEventLog.ts")).layer({ filename: address, busyTimeout: 20_000 })
  }
  const url = Redacted.make(address)
  return mode === "late" ? late(url) : (await import("../src/postgres/PgEventLog.ts")).layer({ url })
}

const [plan] = plans
const run =
  mode === "same" && plan !== undefined
    ? race(plan, activityNamed(name))
    : Effect.forEach(
        writers === "1" ? [name] : fromTo(1, Number(writers)).map((nth) => `${name}-${nth}`),
        (each) => write(activityNamed(each)),
        { concurrency: "unbounded", discard: true }
      )

await Effect.runPromise(Effect.provide(Effect.asVoid<unknown, unknown, EventLog>(run), await layer()))
