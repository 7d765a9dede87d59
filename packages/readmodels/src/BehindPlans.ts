/**
 * The plans whose read models lack events.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { readModelNamed } from "./ReadModels.ts"
import { ReadModelStore } from "./ReadModelStore.ts"

/** A plan, and the number of its events that some read model lacks. */
interface BehindPlan {
  readonly plan: PlanId
  readonly events: number
}

/** Returns the plans whose log has grown, is shorter than their rows, or has facts that take effect by today, including parked plans. */
export const behindPlans = Effect.fnUntraced(function* (
  today: Day
): Effect.fn.Return<ReadonlyArray<BehindPlan>, EventLogError, EventLog | ReadModelStore> {
  const store = yield* ReadModelStore
  // Progress is read before the plans: an event recorded in between counts as new, and none is missed.
  const progress = new Map((yield* store.progress).map((each) => [each.plan, each]))
  const plans = yield* (yield* EventLog).plans
  const serving = (yield* store.generations).filter(
    ({ projection, shape, state }) => state === "serving" && readModelNamed(projection)?.shape === shape
  ).length
  return plans.flatMap(({ events, plan }) => {
    const known = progress.get(plan)
    if (known === undefined || known.tables < serving) return [{ plan, events }]
    const isDue = known.nextDay !== null && known.nextDay <= today
    return known.position !== events || isDue ? [{ plan, events: Math.max(0, events - known.position) }] : []
  })
})
