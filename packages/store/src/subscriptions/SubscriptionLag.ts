/**
 * Measures how far a subscriber is behind, while it is subscribed.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import type * as Scope from "effect/Scope"
import { lagEvents, lagSeconds } from "../observing/LogMetrics.ts"

/** The lag of one subscriber. */
export interface SubscriptionLag {
  /** The subscriber asked for more, so it has consumed the last page. */
  readonly consumed: Effect.Effect<void>
  /** Sets the number of events of a plan that wait to be consumed. */
  readonly waiting: (plan: PlanId, events: number) => Effect.Effect<void>
  /** A page was delivered. Returns whether events may follow it whose number is unknown. */
  readonly delivered: (plan: PlanId, page: ReadonlyArray<RecordedEvent>, full: boolean) => Effect.Effect<boolean>
}

/** The lag of a new subscriber. It stops counting when its scope ends. */
export const subscriptionLag: Effect.Effect<SubscriptionLag, never, Scope.Scope> = Effect.gen(function* () {
  const behind = new Map<PlanId, number>()
  let total = 0
  let held: { readonly plan: PlanId; readonly size: number } | undefined

  const waiting = (plan: PlanId, events: number): Effect.Effect<void> =>
    Effect.suspend(() => {
      const change = events - (behind.get(plan) ?? 0)
      if (change === 0) return Effect.void
      if (events === 0) behind.delete(plan)
      else behind.set(plan, events)
      total += change
      return Metric.modify(lagEvents, change)
    })

  yield* Effect.addFinalizer(() => Effect.suspend(() => Metric.modify(lagEvents, -total)))

  const lag: SubscriptionLag = {
    consumed: Effect.suspend(() => {
      if (held === undefined) return Effect.void
      const { plan, size } = held
      held = undefined
      return waiting(plan, Math.max(0, (behind.get(plan) ?? 0) - size))
    }),
    waiting,
    delivered: Effect.fnUntraced(function* (plan, page, full) {
      const [oldest] = page
      if (oldest === undefined) {
        yield* waiting(plan, 0)
        return false
      }
      held = { plan, size: page.length }
      yield* Metric.update(lagSeconds, Math.max(0, (yield* Clock.currentTimeMillis) - oldest.recordedAt) / 1000)
      const known = Math.max(behind.get(plan) ?? 0, page.length)
      yield* waiting(plan, full ? known : page.length)
      return full && known === page.length
    })
  }
  return lag
})
