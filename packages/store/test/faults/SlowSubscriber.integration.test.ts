/**
 * A subscriber that is much slower than the writers occupies no session, and misses no event although its session ends.
 */
import { expect, it } from "@effect/vitest"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Queue from "effect/Queue"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import { activityNamed, batchOf, fromTo, newPlan, positions } from "../../src/contract/ContractFixture.ts"
import { eventsOf } from "../SentBatches.ts"
import { rowsAt } from "../PgSessions.ts"
import { long } from "../sizes.ts"
import { newServer, openLog } from "./server.ts"

const batches = long ? 400 : 60
const each = 50

it.live(
  "a very slow subscriber delays no writer on its connection, holds no session, and misses no event",
  () =>
    Effect.gen(function* () {
      const server = yield* newServer()
      // Writers and subscribers share one connection.
      const log = yield* openLog(server, { connections: 1 })
      const plan = newPlan()
      const about = activityNamed("a")
      const write = (from: number, to: number) =>
        Effect.forEach(fromTo(from, to - 1), (nth) => {
          const batch = batchOf(plan, nth * each, [])
          return log.append({ ...batch, events: eventsOf(batch.batch, each, about, " och mer".repeat(120)) })
        })
      const subscribers = yield* Effect.forEach([{ plan, after: 0 }, { after: new Map() }], (following) =>
        Effect.gen(function* () {
          const taken = yield* Queue.bounded<RecordedEvent>(1)
          yield* Effect.forkScoped(log.changes(following).pipe(Stream.runForEach((event) => Queue.offer(taken, event))))
          const seen: Array<RecordedEvent> = []
          const take = (count: number) =>
            Effect.map(Effect.timeout(Effect.replicateEffect(Queue.take(taken), count), "60 seconds"), (some) => {
              seen.push(...some)
            })
          return { seen, take }
        })
      )
      const take = (count: number) => Effect.forEach(subscribers, (subscriber) => subscriber.take(count))

      yield* Effect.timeout(write(0, 1), "10 seconds")
      yield* take(1)
      // From here on both are in the middle of a page.
      yield* Effect.timeout(write(1, batches), "60 seconds")
      const busy = rowsAt(
        server.url(),
        `select state, query from pg_stat_activity
         where application_name = 'frist' and (state <> 'idle' or backend_xmin is not null)`
      )
      // The last append's announcement may still be on its way; a subscriber's session would stay busy.
      const settled = Effect.repeat(busy, {
        until: (rows) => rows.length === 0,
        schedule: Schedule.spaced("50 millis")
      })
      yield* Effect.timeoutOption(settled, "5 seconds")
      expect(yield* busy).toEqual([])
      const half = Math.floor((each * batches) / 2)
      yield* take(half)
      yield* rowsAt(
        server.url(),
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'frist'"
      )
      yield* take(half / 2)
      yield* Effect.promise(server.crash)
      yield* Effect.promise(server.start)
      yield* write(batches, batches + 1)
      const total = each * (batches + 1)
      yield* take(total - 1 - half - half / 2)
      for (const { seen } of subscribers) expect(positions(seen)).toEqual(fromTo(1, total))
    }).pipe(Effect.scoped),
  300_000
)
