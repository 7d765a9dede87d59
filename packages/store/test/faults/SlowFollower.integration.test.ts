/**
 * A follower that is too slow for what is written holds nothing of the server's, and misses nothing, whatever happens to
 * its session meanwhile.
 */
import { expect, it } from "@effect/vitest"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Queue from "effect/Queue"
import * as Stream from "effect/Stream"
import { activity, batchOf, fromTo, newPlan, positions } from "../../src/contract/ContractFixture.ts"
import { eventsOf } from "../kept.ts"
import { rowsAt } from "../sessions.ts"
import { long } from "../sizes.ts"
import { newServer, openLog } from "./server.ts"

const batches = long ? 400 : 60
const each = 50

it.live(
  "a follower that is too slow holds up no writer on the same connection, no session, and misses nothing",
  () =>
    Effect.gen(function* () {
      const server = yield* newServer()
      // Writers and followers have one connection between them.
      const log = yield* openLog(server, { connections: 1 })
      const plan = newPlan()
      const about = activity("a")
      const write = (from: number, to: number) =>
        Effect.forEach(fromTo(from, to - 1), (nth) => {
          const batch = batchOf(plan, nth * each, [])
          return log.append({ ...batch, events: eventsOf(batch.batch, each, about, " och mer".repeat(120)) })
        })
      const followers = yield* Effect.forEach([{ plan, after: 0 }, { after: new Map() }], (following) =>
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
      const take = (count: number) => Effect.forEach(followers, (follower) => follower.take(count))

      yield* Effect.timeout(write(0, 1), "10 seconds")
      yield* take(1)
      // Both stand in the middle of a page from here on.
      yield* Effect.timeout(write(1, batches), "60 seconds")
      const busy = yield* rowsAt(
        server.url(),
        `select state, query from pg_stat_activity
         where application_name = 'frist' and (state <> 'idle' or backend_xmin is not null)`
      )
      expect(busy).toEqual([])
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
      for (const { seen } of followers) expect(positions(seen)).toEqual(fromTo(1, total))
    }).pipe(Effect.scoped),
  300_000
)
