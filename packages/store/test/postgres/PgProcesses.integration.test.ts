/**
 * Four processes that append to one server at once, partly in transactions that commit late, while others subscribe.
 */
import { describe, expect, it } from "@effect/vitest"
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import { receiveAll } from "../../src/contract/CrowdContract.ts"
import { fromTo, newPlan, wholeLog } from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { expectKept } from "../SentBatches.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { writer } from "../processes.ts"
import { long } from "../sizes.ts"

const timeout = 300_000
const url = databaseForAll()
const log = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: true }))
beforeAll(() => Effect.runPromise(Effect.provide(Effect.asVoid(EventLog), log)))

const processes = ["a", "b", "c", "d"].map((name, at) => ({ name, mode: at % 2 === 0 ? "own" : "late" }) as const)
const subscribers = 4
/** Batches of each of 16 writers, with 3 events on average: 20,000 events in the long form. */
const count = long ? 420 : 20
const total = 16 * count * 3

describe.each([1, 50])("four processes with four writers each on %i plans", (howMany) => {
  it.live(
    `four processes with four writers each lose, double, skip and reorder no event on ${howMany} plans`,
    () =>
      Effect.gen(function* () {
        const log = yield* wholeLog
        const plans = fromTo(1, howMany).map(newPlan)
        const known = new Map((yield* log.plans).map(({ events, plan }) => [plan, events] as const))
        const [seen, written] = yield* Effect.all(
          [
            Effect.forEach(
              fromTo(1, subscribers),
              () => receiveAll(log, new Set(plans), total, known).pipe(Effect.timeout(timeout / 2)),
              { concurrency: "unbounded" }
            ),
            Effect.forEach(
              processes,
              (each) =>
                // A writer that failed ends the test at once: subscribers would wait for its events.
                Effect.tap(writer(url(), { ...each, plans, count, writers: 4 }), ({ end, said }) =>
                  Effect.sync(() => expect([end, said]).toEqual([0, ""]))
                ),
              { concurrency: "unbounded" }
            )
          ],
          { concurrency: "unbounded" }
        )
        const sent = written.flatMap((each) => each.sent)
        expect(sent.filter(({ answer }) => answer === null || answer === "refused")).toEqual([])
        expect(sent).toHaveLength(16 * count)
        const at = (plan: PlanId) => sent.filter((each) => each.plan === plan)
        for (const plan of plans) {
          const stored = yield* log.records(plan)
          expectKept(stored, at(plan))
          for (const own of seen) expect(own.get(plan) ?? []).toEqual(stored.map((each) => each.record))
        }
      }).pipe(Effect.provide(log)),
    timeout
  )
})

it.live(
  "of four processes that append after the same position, exactly one is recorded each time",
  () =>
    Effect.gen(function* () {
      const log = yield* wholeLog
      const plan = newPlan()
      const rounds = long ? 400 : 40
      const written = yield* Effect.forEach(
        processes,
        ({ name }) => writer(url(), { plans: [plan], name, mode: "same", count: rounds }),
        { concurrency: "unbounded" }
      )
      for (const { end, said } of written) expect([end, said]).toEqual([0, ""])
      const sent = written.flatMap((each) => each.sent)
      expect(sent).toHaveLength(4 * rounds)
      expect(sent.filter(({ answer }) => answer === null)).toEqual([])
      const stored = yield* log.records(plan)
      expect(stored).toHaveLength(rounds)
      expectKept(stored, sent)
    }).pipe(Effect.provide(log)),
  timeout
)
