/**
 * The log in memory: the same promises for as long as the process lives. For tests, and for trying things out.
 */
import type { PlanId, RecordedEvent } from "@frist/domain"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as PubSub from "effect/PubSub"
import * as Stream from "effect/Stream"
import { type Appended, type Batch, EventLog, type ReadOptions, type StoredRecord } from "./EventLog.ts"
import { checked, conflictOf, recordsOf } from "./StoredEvent.ts"

const make = Effect.gen(function* () {
  const plans = new Map<PlanId, Array<StoredRecord>>()
  const batches = new Map<string, Appended>()
  // A subscriber is only told that there is more: what it reads is the log.
  const arrivals = yield* PubSub.sliding<PlanId>(16)

  const records = (plan: PlanId, options: ReadOptions = {}) =>
    Effect.sync(() => {
      const after = options.after ?? 0
      return (plans.get(plan) ?? []).slice(after, options.limit === undefined ? undefined : after + options.limit)
    })
  const read = (plan: PlanId, options?: ReadOptions) =>
    Effect.map(records(plan, options), (stored) => stored.map((each) => each.record))

  const appendChecked = (batch: Batch, now: number) => {
    const log = plans.get(batch.plan) ?? []
    const key = `${batch.plan} ${batch.batch}`
    const first = batches.get(key)
    if (first !== undefined) return Effect.succeed({ ...first, repeated: true })
    const conflict = conflictOf(batch, log.length, (after) => log.slice(after).map((each) => each.record.activity))
    if (conflict !== undefined) return Effect.fail(conflict)
    const recordedAt = Math.max(now, log.at(-1)?.record.recordedAt ?? 0)
    const appended = { first: log.length + 1, last: log.length + batch.events.length, recordedAt, repeated: false }
    if (batch.events.length === 0) return Effect.succeed(appended)
    log.push(...recordsOf(batch, log.length, recordedAt))
    plans.set(batch.plan, log)
    batches.set(key, appended)
    return Effect.as(PubSub.publish(arrivals, batch.plan), appended)
  }

  const changes = (plan: PlanId, after: number): Stream.Stream<RecordedEvent> =>
    Stream.unwrap(
      Effect.gen(function* () {
        const told = yield* PubSub.subscribe(arrivals)
        let seen = after
        return Stream.concat(Stream.make(plan), Stream.fromSubscription(told)).pipe(
          Stream.filter((each) => each === plan),
          Stream.mapEffect(() => read(plan, { after: seen })),
          Stream.flatMap((events) => {
            seen += events.length
            return Stream.fromIterable(events)
          })
        )
      })
    )

  return EventLog.of({
    append: Effect.fn("EventLog.append")(function* (batch) {
      const valid = yield* checked(batch)
      return yield* appendChecked(valid, yield* Clock.currentTimeMillis)
    }),
    read,
    records,
    plans: Effect.sync(() =>
      [...plans].map(([plan, log]) => ({ plan, events: log.length })).sort((a, b) => (a.plan < b.plan ? -1 : 1))
    ),
    changes
  })
})

/** A fresh, empty log. */
export const layer: Layer.Layer<EventLog> = Layer.effect(EventLog, make)
