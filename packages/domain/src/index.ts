/**
 * A plan that is followed up: its events, commands, decisions and state, and imprecise dates. Runs in a browser.
 */
export { Command } from "./Command.ts"
export { Day } from "./Day.ts"
export { decide } from "./decisions/Decision.ts"
export type { Decision } from "./decisions/DecisionResult.ts"
export { decisionStateAt } from "./decisions/DecisionState.ts"
export { Event } from "./Event.ts"
export { ActivityId, Actor, BatchId, PlanId, Position } from "./Names.ts"
export type { Plan } from "./plan/Plan.ts"
export type { Activity } from "./plan/Activity.ts"
export { PlannedDate } from "./PlannedDate.ts"
export { readDate } from "./dates/DateReading.ts"
export { NewEvent, RecordedEvent } from "./RecordedEvent.ts"
export { Refusal } from "./Refusal.ts"
export { Status } from "./Status.ts"
