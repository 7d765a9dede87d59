/**
 * How far a follower is behind, kept while it follows.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import type * as Scope from "effect/Scope"
import { lagEvents, lagSeconds } from "../observing/LogMetrics.ts"

export interface FollowLag {
  /** What was handed over has been taken: more is asked for. */
  readonly taken: Effect.Effect<void>
  /** So many events of a plan wait to be taken. */
  readonly waiting: (plan: PlanId, events: number) => Effect.Effect<void>
  /** A page is handed over. Answers whether it is not known how many come after it, though there may be some. */
  readonly handed: (plan: PlanId, page: ReadonlyArray<RecordedEvent>, full: boolean) => Effect.Effect<boolean>
}

/** The lag of one follower, which counts until its scope ends. */
export const followLag: Effect.Effect<FollowLag, never, Scope.Scope> = Effect.gen(function* () {
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

  const lag: FollowLag = {
    taken: Effect.suspend(() => {
      if (held === undefined) return Effect.void
      const { plan, size } = held
      held = undefined
      return waiting(plan, Math.max(0, (behind.get(plan) ?? 0) - size))
    }),
    waiting,
    handed: Effect.fnUntraced(function* (plan, page, full) {
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
