/**
 * The log in memory: the same promises for as long as the process lives. For tests, and for trying things out.
 */
import type { PlanId } from "@frist/domain"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as PubSub from "effect/PubSub"
import { checkedBatch, checkedRange } from "./Checked.ts"
import { type Appended, type Batch, EventLog, type ReadOptions, type StoredRecord } from "./EventLog.ts"
import { follow } from "./Following.ts"
import { observed } from "./Observed.ts"
import { conflictOf, recordsOf } from "./StoredEvent.ts"

/** Bytes of the reader's own: nothing it does to them touches the log. (`slice` of a Buffer would be the same bytes.) */
const copied = ({ bytes, leaf, record, salt }: StoredRecord): StoredRecord => ({
  record,
  bytes: bytes && new Uint8Array(bytes),
  salt: salt && new Uint8Array(salt),
  leaf: new Uint8Array(leaf)
})

const make = Effect.gen(function* () {
  const plans = new Map<PlanId, Array<StoredRecord>>()
  const batches = new Map<string, Appended>()
  // A follower is only told that there is more, in some plan: what it reads is the log.
  const arrivals = yield* PubSub.sliding<void>(1)

  const records = (plan: PlanId, options?: ReadOptions) =>
    Effect.map(checkedRange(options), ({ after, limit }) =>
      (plans.get(plan) ?? []).slice(after, limit === undefined ? undefined : after + limit).map(copied)
    )
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
    for (const record of recordsOf(batch, log.length, recordedAt)) log.push(record)
    plans.set(batch.plan, log)
    batches.set(key, appended)
    return Effect.as(PubSub.publish(arrivals, undefined), appended)
  }

  const plansNow = Effect.sync(() =>
    [...plans].map(([plan, log]) => ({ plan, events: log.length })).sort((a, b) => (a.plan < b.plan ? -1 : 1))
  )
  const head = (plan: PlanId) => Effect.sync(() => plans.get(plan)?.length ?? 0)
  const listen = () => Effect.map(PubSub.subscribe(arrivals), (told) => Effect.as(PubSub.take(told), null))

  return observed({
    append: Effect.fnUntraced(function* (batch: Batch) {
      const valid = yield* checkedBatch(batch)
      const now = yield* Clock.currentTimeMillis
      // What is recorded is also told of.
      return yield* Effect.uninterruptible(Effect.suspend(() => appendChecked(valid, now)))
    }),
    read,
    records,
    plans: plansNow,
    changes: (following) => follow({ read, plans: plansNow, head, listen }, following)
  })
})

/** A fresh, empty log. */
export const layer: Layer.Layer<EventLog> = Layer.effect(EventLog, make)
