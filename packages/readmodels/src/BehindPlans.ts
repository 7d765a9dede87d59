/**
 * Which plans have something that their read models have not.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { readModelNamed } from "./ReadModels.ts"
import { ReadModelStore } from "./ReadModelStore.ts"

/** A plan, and how many of its events are not in every read model. */
export interface Behind {
  readonly plan: PlanId
  readonly events: number
}

/** Plans whose log has grown, or of which more counts today, those that stand still included. */
export const behind = Effect.fnUntraced(function* (
  today: Day
): Effect.fn.Return<ReadonlyArray<Behind>, EventLogError, EventLog | ReadModelStore> {
  const store = yield* ReadModelStore
  // In this order: what is recorded meanwhile is found to be new, and nothing that is new is missed.
  const progress = new Map((yield* store.progress).map((each) => [each.plan, each]))
  const plans = yield* (yield* EventLog).plans
  const followed = (yield* store.generations).filter(
    ({ projection, shape, state }) => state === "serving" && readModelNamed(projection)?.shape === shape
  ).length
  return plans.flatMap(({ events, plan }) => {
    const known = progress.get(plan)
    if (known === undefined || known.checkpoints < followed) return [{ plan, events }]
    const isDue = known.nextDay !== null && known.nextDay <= today
    return known.position < events || isDue ? [{ plan, events: Math.max(0, events - known.position) }] : []
  })
})
