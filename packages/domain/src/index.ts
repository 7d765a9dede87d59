/**
 * A followed-up plan: events and commands, decisions, the lens of two times, and imprecise dates. Runs in a browser.
 */
export { Command } from "./Command.ts"
export { Day } from "./Day.ts"
export { decide } from "./Decision.ts"
export type { DecidedEvent, Decision, DecisionContext } from "./DecisionResult.ts"
export { Event, Fact } from "./Event.ts"
export { type Entry, lens, type Times } from "./Lens.ts"
export { ActivityId, Actor, BatchId, PlanId, Position } from "./Names.ts"
export { type Activity, at as planAt, type Plan } from "./Plan.ts"
export { Lateness, PlannedDate, Slip } from "./PlannedDate.ts"
export { read as readDate } from "./dates/DateReading.ts"
export { decideAll, Proposal } from "./Proposal.ts"
export { NewEvent, RecordedEvent, Source } from "./RecordedEvent.ts"
export { Refusal, sentenceOf } from "./Refusal.ts"
export { Status } from "./Status.ts"
