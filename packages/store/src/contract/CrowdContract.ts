/**
 * The contract's laws of crowds: many writers with delays of their own over one plan and over fifty, and followers that
 * stop and go on from their checkpoints. Whoever follows sees every position once, in order, without gap.
 */
import { describe, expect } from "@effect/vitest"
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Stream from "effect/Stream"
import type { Batch } from "../EventLog.ts"
import {
  activity,
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

/** Again under what stands now, until nobody was first. */
const decided = (log: Log, batch: Batch): ReturnType<Log["append"]> =>
  Effect.catchTag(log.append(batch), "Conflict", ({ head }) =>
    Effect.andThen(
      pause,
      Effect.suspend(() => decided(log, { ...batch, condition: { ...batch.condition, after: head } }))
    )
  )

/**
 * Appends `count` events to these plans, in batches of 1 to 5. Most decisions look at the writer's own activity and are
 * never refused, some look at the whole plan; some batches are sent twice at once, as if an answer had been lost.
 */
const write = Effect.fnUntraced(function* (log: Log, plans: ReadonlyArray<PlanId>, writer: number, count: number) {
  const about = activity(`a${writer}`)
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
    if (whole) seen.set(plan, (yield* decided(log, batch)).last)
    else if ((yield* Random.nextIntBetween(1, 10)) === 1) {
      const answers = yield* Effect.all([log.append(batch), log.append(batch)], atOnce)
      expect(answers.map((answer) => answer.repeated).sort()).toEqual([false, true])
      expect(answers[0].first).toBe(answers[1].first)
      seen.set(plan, answers[0].last)
    } else seen.set(plan, (yield* log.append(batch)).last)
    left -= size
  }
})

/** Everything a follower sees of all plans: it stops now and then, and goes on from what it has seen. */
export const followAll = Effect.fnUntraced(function* (
  log: Log,
  plans: ReadonlySet<PlanId>,
  total: number,
  from: ReadonlyMap<PlanId, number>
) {
  const seen = new Map<PlanId, Array<RecordedEvent>>()
  const checkpoints = new Map(from)
  let count = 0
  while (count < total) {
    const size = yield* Random.nextIntBetween(1, Math.max(1, Math.floor(total / 3)))
    let missing = total - count
    const run = yield* log.changes({ after: checkpoints }).pipe(
      Stream.takeUntil((event, at) => {
        if (plans.has(event.plan)) missing -= 1
        return missing === 0 || at + 1 === size
      }),
      Stream.runCollect
    )
    count = total - missing
    for (const event of run) {
      checkpoints.set(event.plan, event.position)
      const own = seen.get(event.plan) ?? []
      seen.set(event.plan, own)
      own.push(event)
    }
  }
  return seen
})

/** Everything a follower sees of one plan, stopping and going on. */
const followOne = Effect.fnUntraced(function* (log: Log, plan: PlanId, from: number, total: number) {
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

export const crowds = (law: Law, { events, followers, writers }: Sizes): void => {
  const each = Math.ceil(events / writers)
  const total = each * writers
  /** Everybody at once, each follower somewhat later than the one before; a writer that fails ends it all. */
  const meanwhile = <A, E>(log: Log, plans: ReadonlyArray<PlanId>, follow: (follower: number) => Effect.Effect<A, E>) =>
    Effect.all(
      [
        Effect.forEach(
          fromTo(0, followers - 1),
          (follower) => Effect.andThen(Effect.sleep(follower * 20), follow(follower)),
          atOnce
        ),
        Effect.forEach(fromTo(1, writers), (writer) => write(log, plans, writer, each), atOnce)
      ],
      atOnce
    ).pipe(
      // Who waits for what he missed waits in vain.
      Effect.timeout(20_000 + total * 10),
      Effect.map(([seen]) => seen)
    )

  describe("a crowd", () => {
    for (const count of [1, 50]) {
      law(`that writes to ${count === 1 ? "one plan" : `${count} plans`} is seen whole by who follows all`, (log) =>
        Effect.gen(function* () {
          const plans = fromTo(1, count).map(newPlan)
          const known = new Map((yield* log.plans).map((plan) => [plan.plan, plan.events]))
          // Whoever has no checkpoint at all sees what else there is in the store too.
          const seen = yield* meanwhile(log, plans, (follower) =>
            followAll(log, new Set(plans), total, follower === 0 ? new Map() : known)
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

    law("that writes to one plan is seen whole by who follows it", (log, plan) =>
      Effect.gen(function* () {
        const from = (follower: number) => Math.floor((total * follower) / followers)
        const seen = yield* meanwhile(log, [plan], (follower) => followOne(log, plan, from(follower), total))
        const stored = yield* log.read(plan)
        expect(positions(stored)).toEqual(fromTo(1, total))
        for (const [follower, own] of seen.entries()) {
          expect(positions(own)).toEqual(fromTo(from(follower) + 1, total))
          expect(own).toEqual(stored.slice(from(follower)))
        }
      })
    )
  })
}
