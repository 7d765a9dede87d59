/**
 * The names of the activities of a plan in the open log, for sentences about a document or a proposal.
 */
import type { PlanId } from "@frist/domain/Names"
import { planAt } from "@frist/domain/plan/Plan"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { namesIn } from "../terminal/ActivityName.ts"

/** Returns the names of the activities of a plan, of which the log may have none. */
export const loggedNames = Effect.fnUntraced(function* (plan: PlanId) {
  const log = yield* EventLog
  return namesIn(planAt(yield* log.read(plan)))
})
