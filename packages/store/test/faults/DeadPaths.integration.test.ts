/**
 * Connections that are dead without an error, as when a firewall forgets them.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { beforeAll } from "vitest"
import { batchOf, fromTo, newPlan, note, positions } from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { proxyTo } from "../proxy.ts"

const url = databaseForAll()
const direct = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: true }))
beforeAll(() => Effect.runPromise(Effect.provide(Effect.asVoid(EventLog), direct)))

/** Appends on a connection that does not use the proxy. */
const elsewhere = (batch: ReturnType<typeof batchOf>) =>
  Effect.flatMap(EventLog, (log) => log.append(batch)).pipe(Effect.provide(direct, { local: true }))

describe.concurrent("dead connections", () => {
  it.live("a subscriber whose notifications are silently lost polls, and misses no event", () =>
    Effect.gen(function* () {
      const proxy = yield* proxyTo(url())
      const plan = newPlan()
      yield* Effect.gen(function* () {
        const log = yield* EventLog
        const one = yield* Effect.forkChild(
          log.changes({ plan, after: 0 }).pipe(Stream.take(4), Stream.runCollect, Effect.map(positions)),
          { startImmediately: true }
        )
        const all = yield* Effect.forkChild(
          log.changes({ after: new Map() }).pipe(
            Stream.filter((event) => event.plan === plan),
            Stream.take(4),
            Stream.runCollect,
            Effect.map(positions)
          ),
          { startImmediately: true }
        )
        yield* elsewhere(batchOf(plan, 0, [note("a")]))
        while (proxy.freeze("LISTEN") === 0) yield* Effect.sleep("10 millis")
        yield* elsewhere(batchOf(plan, 1, [note("b")]))
        yield* Effect.sleep("150 millis")
        yield* elsewhere(batchOf(plan, 2, [note("c"), note("d")]))
        expect(yield* Effect.timeout(Fiber.join(one), "3 seconds")).toEqual(fromTo(1, 4))
        expect(yield* Effect.timeout(Fiber.join(all), "3 seconds")).toEqual(fromTo(1, 4))
      }).pipe(Effect.provide(layer({ url: Redacted.make(proxy.url), pollInterval: "100 millis" })))
    })
  )

  it.live(
    "an append on a silently dead connection is answered on another, and a subscriber continues",
    () =>
      Effect.gen(function* () {
        const proxy = yield* proxyTo(url())
        const plan = newPlan()
        yield* Effect.gen(function* () {
          const log = yield* EventLog
          const subscriber = yield* Effect.forkChild(
            log.changes({ plan, after: 0 }).pipe(Stream.take(3), Stream.runCollect, Effect.map(positions)),
            { startImmediately: true }
          )
          yield* log.append(batchOf(plan, 0, [note("a")]))
          yield* Effect.sleep("200 millis")
          expect(proxy.freeze()).toBeGreaterThan(1)
          expect(yield* log.append(batchOf(plan, 1, [note("b")]))).toMatchObject({ first: 2, last: 2 })
          yield* elsewhere(batchOf(plan, 2, [note("c")]))
          expect(yield* Fiber.join(subscriber)).toEqual(fromTo(1, 3))
        }).pipe(
          Effect.provide(
            layer({
              url: Redacted.make(proxy.url),
              connections: 1,
              answerWithin: "200 millis",
              pollInterval: "100 millis",
              patience: "20 seconds"
            })
          ),
          Effect.timeout("25 seconds")
        )
      }),
    40_000
  )
})
