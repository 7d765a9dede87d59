/**
 * The contract's laws of crowds: many writers append to one plan or fifty, with random pauses, while subscribers stop
 * and continue from their positions. Every subscriber receives every position once, in order and without gaps.
 */
import { describe, expect } from "@effect/vitest"
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Stream from "effect/Stream"
import type { Batch } from "../EventLog.ts"
import {
  activityNamed,
  batchOf,
  fromTo,
  type Law,
  type Log,
  newPlan,
  note,
  positions,
  type Sizes
} from "./ContractFixture.ts"

const pause = Effect.flatMap(Random.nextIntBetween(0, 4), (millis) => Effect.sleep(millis))
const atOnce = { concurrency: "unbounded" } as const

/** Appends a batch, and after each conflict again on the new head. */
const appendUntilRecorded = (log: Log, batch: Batch): ReturnType<Log["append"]> =>
  Effect.catchTag(log.append(batch), "Conflict", ({ head }) =>
    Effect.andThen(
      pause,
      Effect.suspend(() => appendUntilRecorded(log, { ...batch, condition: { ...batch.condition, after: head } }))
    )
  )

/**
 * Appends `count` events to these plans in batches of 1 to 5. Most decisions are about the writer's own activity and
 * never conflict; some are about the whole plan. Some batches are sent twice at once, as after a lost answer.
 */
const write = Effect.fnUntraced(function* (log: Log, plans: ReadonlyArray<PlanId>, writer: number, count: number) {
  const about = activityNamed(`a${writer}`)
  const seen = new Map<PlanId, number>()
  let left = count
  while (left > 0) {
    const plan = plans[yield* Random.nextIntBetween(0, plans.length - 1)]
    if (plan === undefined) return
    const size = Math.min(left, yield* Random.nextIntBetween(1, 5))
    const events = fromTo(1, size).map((at) => note(`${writer} ${left} ${at}`, about))
    const whole = (yield* Random.nextIntBetween(1, 10)) === 1
    const after = seen.get(plan) ?? 0
    const batch = batchOf(plan, 0, events, { condition: { after, activities: whole ? [] : [about] } })
    yield* pause
    if (whole) seen.set(plan, (yield* appendUntilRecorded(log, batch)).last)
    else if ((yield* Random.nextIntBetween(1, 10)) === 1) {
      const answers = yield* Effect.all([log.append(batch), log.append(batch)], atOnce)
      expect(answers.map((answer) => answer.repeated).sort()).toEqual([false, true])
      expect(answers[0].first).toBe(answers[1].first)
      seen.set(plan, answers[0].last)
    } else seen.set(plan, (yield* log.append(batch)).last)
    left -= size
  }
})

/**
 * Subscribes to every plan until `total` events of these plans have arrived. Stops now and then, and continues from its
 * positions. Returns what it received, by plan.
 */
export const receiveAll = Effect.fnUntraced(function* (
  log: Log,
  plans: ReadonlySet<PlanId>,
  total: number,
  from: ReadonlyMap<PlanId, number>
) {
  const seen = new Map<PlanId, Array<RecordedEvent>>()
  const reached = new Map(from)
  let count = 0
  while (count < total) {
    const size = yield* Random.nextIntBetween(1, Math.max(1, Math.floor(total / 3)))
    let missing = total - count
    const run = yield* log.changes({ after: reached }).pipe(
      Stream.takeUntil((event, at) => {
        if (plans.has(event.plan)) missing -= 1
        return missing === 0 || at + 1 === size
      }),
      Stream.runCollect
    )
    count = total - missing
    for (const event of run) {
      reached.set(event.plan, event.position)
      const own = seen.get(event.plan) ?? []
      seen.set(event.plan, own)
      own.push(event)
    }
  }
  return seen
})

/** Subscribes to one plan until its event `total`, stopping and continuing now and then. */
const receiveOne = Effect.fnUntraced(function* (log: Log, plan: PlanId, from: number, total: number) {
  const seen: Array<RecordedEvent> = []
  while (from + seen.length < total) {
    const size = yield* Random.nextIntBetween(1, Math.max(1, Math.floor(total / 3)))
    const run = log
      .changes({ plan, after: from + seen.length })
      .pipe(Stream.take(Math.min(size, total - from - seen.length)))
    seen.push(...(yield* Stream.runCollect(run)))
  }
  return seen
})

export const crowdLaws = (law: Law, { events, subscribers, writers }: Sizes): void => {
  const each = Math.ceil(events / writers)
  const total = each * writers
  /** Runs the writers, and meanwhile the subscribers, each starting a little later. A writer that fails ends the test. */
  const meanwhile = <A, E>(
    log: Log,
    plans: ReadonlyArray<PlanId>,
    subscribe: (subscriber: number) => Effect.Effect<A, E>
  ) =>
    Effect.all(
      [
        Effect.forEach(
          fromTo(0, subscribers - 1),
          (subscriber) => Effect.andThen(Effect.sleep(subscriber * 20), subscribe(subscriber)),
          atOnce
        ),
        Effect.forEach(fromTo(1, writers), (writer) => write(log, plans, writer, each), atOnce)
      ],
      atOnce
    ).pipe(
      // A subscriber that missed an event would never finish.
      Effect.timeout(20_000 + total * 10),
      Effect.map(([seen]) => seen)
    )

  // A crowd occupies the store by itself.
  describe("crowds", { concurrent: false }, () => {
    for (const count of [1, 50]) {
      law(
        `subscribers to every plan receive all that a crowd writes to ${count === 1 ? "one plan" : `${count} plans`}`,
        (log) =>
          Effect.gen(function* () {
            const plans = fromTo(1, count).map(newPlan)
            const known = new Map((yield* log.plans).map((plan) => [plan.plan, plan.events]))
            // A subscriber without positions receives the other plans of the store too.
            const seen = yield* meanwhile(log, plans, (subscriber) =>
              receiveAll(log, new Set(plans), total, subscriber === 0 ? new Map() : known)
            )
            let recorded = 0
            for (const plan of plans) {
              const stored = yield* log.read(plan)
              recorded += stored.length
              for (const own of seen) {
                expect(positions(own.get(plan) ?? [])).toEqual(fromTo(1, stored.length))
                expect(own.get(plan) ?? []).toEqual(stored)
              }
            }
            expect(recorded).toBe(total)
          })
      )
    }

    law("subscribers to one plan receive all that a crowd writes to it", (log, plan) =>
      Effect.gen(function* () {
        const from = (subscriber: number) => Math.floor((total * subscriber) / subscribers)
        const seen = yield* meanwhile(log, [plan], (subscriber) => receiveOne(log, plan, from(subscriber), total))
        const stored = yield* log.read(plan)
        expect(positions(stored)).toEqual(fromTo(1, total))
        for (const [subscriber, own] of seen.entries()) {
          expect(positions(own)).toEqual(fromTo(from(subscriber) + 1, total))
          expect(own).toEqual(stored.slice(from(subscriber)))
        }
      })
    )
  })
}
