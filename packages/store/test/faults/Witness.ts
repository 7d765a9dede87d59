/**
 * Writers and subscribers that go on during faults, and what must hold at the end: every acknowledged batch is recorded
 * at its position, every other whole or not at all, and subscribers received every event once, in order.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Stream from "effect/Stream"
import { expect } from "vitest"
import { activityNamed, batchOf, type Log } from "../../src/contract/ContractFixture.ts"
import type { Appended, Batch, Reason, Subscription } from "../../src/EventLog.ts"
import { eventsOf, expectKept, type Sent } from "../SentBatches.ts"

/** Reasons that a log may give during a fault. */
const passing: ReadonlySet<Reason> = new Set(["unreachable", "timedOut", "full"])

interface Subscriber {
  readonly following: Subscription
  readonly seen: Array<RecordedEvent>
  /** The exit of a subscriber; none may end. */
  end: string | null
}

export class Witness {
  readonly plans: ReadonlyArray<PlanId>
  readonly sent = new Map<string, Sent>()
  readonly errors = new Map<Reason, number>()
  readonly #subscribers: Array<Subscriber> = []
  #stopped = false

  constructor(plans: ReadonlyArray<PlanId>) {
    this.plans = plans
  }

  /** Makes the writers stop after their current batch. */
  stop(): void {
    this.#stopped = true
  }

  /** Writes for that long, and waits for the last answer. */
  writeFor(log: Log, name: string, millis: number): Effect.Effect<void> {
    this.#stopped = false
    const stopping = Effect.andThen(
      Effect.sleep(millis),
      Effect.sync(() => this.stop())
    )
    return Effect.asVoid(Effect.all([this.write(log, name), stopping], { concurrency: "unbounded" }))
  }

  get acknowledged(): number {
    return [...this.sent.values()].filter(({ answer }) => answer !== null && answer !== "refused").length
  }

  /** Writes until `stop`. After an error, half of the batches are sent again until they are answered. */
  write(log: Log, name: string, padding = ""): Effect.Effect<void> {
    const about = activityNamed(name)
    const seen = new Map<PlanId, number>()
    return Effect.gen({ self: this }, function* () {
      while (!this.#stopped) {
        const plan = this.plans[yield* Random.nextIntBetween(0, this.plans.length - 1)]
        if (plan === undefined) return
        const size = yield* Random.nextIntBetween(1, 5)
        const empty = batchOf(plan, 0, [], { condition: { after: seen.get(plan) ?? 0, activities: [about] } })
        const sent: Sent = { plan, batch: empty.batch, size, answer: null }
        this.sent.set(sent.batch, sent)
        const events = eventsOf(sent.batch, size, about, padding)
        const head = yield* this.#send(log, { ...empty, events }, sent, yield* Random.nextBoolean)
        if (head !== undefined) seen.set(plan, head)
      }
    })
  }

  /** Sends a batch. Returns the head of the plan, if the answer names it. */
  #send(log: Log, batch: Batch, sent: Sent, again: boolean): Effect.Effect<number | undefined> {
    return log.append(batch).pipe(
      Effect.map(({ first, last }: Appended): number | undefined => {
        sent.answer = { first, last }
        return last
      }),
      Effect.catchTag("Conflict", ({ head }) => {
        sent.answer = "refused"
        return Effect.succeed(head)
      }),
      Effect.catchTag("EventLogError", (error) => {
        this.errors.set(error.reason, (this.errors.get(error.reason) ?? 0) + 1)
        if (!passing.has(error.reason)) return Effect.die(error)
        const later = Effect.sleep("20 millis")
        return again
          ? Effect.andThen(
              later,
              Effect.suspend(() => this.#send(log, batch, sent, !this.#stopped))
            )
          : Effect.as(later, undefined)
      })
    )
  }

  /** Subscribes until the test ends, with a pause in milliseconds after each event. */
  follow(log: Log, following: Subscription, pause = 0): Effect.Effect<void> {
    const subscriber: Subscriber = { following, seen: [], end: null }
    this.#subscribers.push(subscriber)
    return log.changes(following).pipe(
      Stream.runForEach((event) =>
        Effect.andThen(
          Effect.sync(() => subscriber.seen.push(event)),
          pause === 0 ? Effect.void : Effect.sleep(pause)
        )
      ),
      Effect.matchCause({
        onFailure: (cause) => void (subscriber.end = String(cause)),
        onSuccess: () => void (subscriber.end = "it came to an end")
      })
    )
  }

  /** Compares what was sent, answered and received with the log. `within`: how long subscribers may take, in milliseconds. */
  check(log: Log, within = 30_000): Effect.Effect<void, unknown> {
    return Effect.gen({ self: this }, function* () {
      const stored = new Map<PlanId, ReadonlyArray<RecordedEvent>>()
      for (const plan of this.plans) {
        const records = yield* log.records(plan)
        expectKept(
          records,
          [...this.sent.values()].filter((sent) => sent.plan === plan)
        )
        stored.set(
          plan,
          records.map(({ record }) => record)
        )
      }
      for (const subscriber of this.#subscribers) {
        const { following, seen } = subscriber
        const plans = following.plan === undefined ? this.plans : [following.plan]
        const total = plans.reduce((sum, plan) => sum + (stored.get(plan)?.length ?? 0), 0)
        yield* Effect.timeoutOption(
          Effect.gen(function* () {
            while (seen.length < total && subscriber.end === null) yield* Effect.sleep("10 millis")
          }),
          within
        )
        expect(subscriber.end).toBe(null)
        expect(seen).toHaveLength(total)
        for (const plan of plans) expect(seen.filter((event) => event.plan === plan)).toEqual(stored.get(plan))
      }
    })
  }
}
