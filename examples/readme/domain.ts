import { ActivityId, decide, decisionStateAt, readDate } from "@frist/domain"

// The state of the plan that follows from its events; here there are none yet.
const state = decisionStateAt([])
const to = readDate("hösten 2024").date // { words: "hösten 2024", edtf: "2024-23", earliest: "2024-09-01", … }

export const decision = decide(
  { _tag: "MoveDeadline", activity: ActivityId.make("webbokning"), to, reason: null },
  state
)
// Failure: { _tag: "PlanNotOpened" }
