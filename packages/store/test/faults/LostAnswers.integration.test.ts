/**
 * Connections that are cut before the answer arrives: each batch is recorded once, and its sender learns its positions.
 */
import type { LogServices } from "../../src/LogServices.ts"
import * as PgClient from "@effect/sql-pg/PgClient"
import { expect, it } from "@effect/vitest"
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import {
  activityNamed,
  batchOf,
  fromTo,
  newPlan,
  note,
  positions,
  wholeLog
} from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { typed } from "../../src/postgres/PgErrors.ts"
import { layer, layerFromClient, type PgEventLogOptions } from "../../src/postgres/PgEventLog.ts"
import { eventsOf, expectKept, type Sent } from "../SentBatches.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { type Proxy, proxyTo } from "../proxy.ts"

const url = databaseForAll()
const direct = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: true }))
beforeAll(() => Effect.runPromise(Effect.provide(Effect.asVoid(EventLog), direct)))

const through = <A, E, R>(
  test: (proxy: Proxy, plan: PlanId) => Effect.Effect<A, E, R | LogServices>,
  options: PgEventLogOptions = {}
) =>
  Effect.flatMap(proxyTo(url()), (proxy) =>
    test(proxy, newPlan()).pipe(Effect.provide(layer({ url: Redacted.make(proxy.url), ...options }), { local: true }))
  )

const stored = (plan: PlanId) =>
  Effect.flatMap(wholeLog, (log) => log.records(plan)).pipe(Effect.provide(direct, { local: true }))

it.live("a batch whose answer was lost is recorded once, and answered as repeated", () =>
  through((proxy, plan) =>
    Effect.gen(function* () {
      const log = yield* wholeLog
      const batch = batchOf(plan, 0, [note("a"), note("b")])
      proxy.loseAnswerTo(batch.batch)
      expect(yield* log.append(batch)).toMatchObject({ first: 1, last: 2, repeated: true })
      expect(proxy.cuts()).toBe(1)
      expect((yield* stored(plan)).map(({ record }) => record.batch)).toEqual([batch.batch, batch.batch])
    })
  )
)

it.live("a batch that was cut off on its way to the server is sent again and recorded once", () =>
  through((proxy, plan) =>
    Effect.gen(function* () {
      const log = yield* wholeLog
      const batch = batchOf(plan, 0, [note("a"), note("b")])
      proxy.loseRequest(batch.batch)
      expect(yield* log.append(batch)).toMatchObject({ first: 1, last: 2, repeated: false })
      expect(proxy.cuts()).toBe(1)
      expect(yield* stored(plan)).toHaveLength(2)
    })
  )
)

it.live("an append without patience fails as unreachable, and can be sent again", () =>
  through(
    (proxy, plan) =>
      Effect.gen(function* () {
        const log = yield* wholeLog
        const batch = batchOf(plan, 0, [note("a")])
        proxy.loseAnswerTo(batch.batch)
        expect(yield* Effect.flip(log.append(batch))).toMatchObject({ reason: "unreachable" })
        expect(yield* log.append(batch)).toMatchObject({ first: 1, last: 1, repeated: true })
        expect(yield* stored(plan)).toHaveLength(1)
      }),
    { patience: 0 }
  )
)

it.live("each of many concurrent batches is recorded once and answered, whatever answers are lost", () =>
  through((proxy, plan) =>
    Effect.gen(function* () {
      const log = yield* wholeLog
      const sent: Array<Sent> = []
      yield* Effect.forEach(
        fromTo(1, 60),
        (nth) =>
          Effect.gen(function* () {
            const about = activityNamed(`a${nth}`)
            const empty = batchOf(plan, 0, [], { condition: { after: 0, activities: [about] } })
            const events = eventsOf(empty.batch, (nth % 3) + 1, about)
            if (nth % 4 === 0) proxy.loseAnswerTo(empty.batch)
            if (nth % 7 === 0) proxy.loseRequest(empty.batch)
            const { first, last } = yield* log.append({ ...empty, events })
            sent.push({ plan, batch: empty.batch, size: events.length, answer: { first, last } })
          }),
        { concurrency: 12 }
      )
      expect(proxy.cuts()).toBeGreaterThan(3)
      expect(sent).toHaveLength(60)
      expectKept(yield* stored(plan), sent)
    })
  )
)

it.live("a caller whose commit was not answered gets an error, and its repeated batch is recognised", () =>
  Effect.gen(function* () {
    const proxy = yield* proxyTo(url())
    const plan = newPlan()
    const batch = batchOf(plan, 0, [note("a")])
    yield* Effect.gen(function* () {
      const log = yield* wholeLog
      const sql = yield* PgClient.PgClient
      const appended = typed(sql.withTransaction(log.append(batch)))
      proxy.loseAnswerTo("COMMIT")
      expect(yield* Effect.flip(appended)).toMatchObject({ _tag: "EventLogError", reason: "unreachable" })
      expect(yield* appended).toMatchObject({ first: 1, repeated: true })
      expect(positions(yield* log.read(plan))).toEqual([1])
    }).pipe(
      Effect.provide(layerFromClient().pipe(Layer.provideMerge(PgClient.layer({ url: Redacted.make(proxy.url) }))))
    )
    expect(proxy.cuts()).toBe(1)
  })
)
