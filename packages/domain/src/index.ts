/**
 * The vocabulary of a followed-up plan: events and commands, the decider, the two-times lens, imprecise dates.
 */
export * as Day from "./Day.ts"
export * as PlannedDate from "./PlannedDate.ts"
export { Command, type Happening } from "./Command.ts"
export { decide, type Decision } from "./Decision.ts"
export { Event, Fact, Kind, Severity } from "./Event.ts"
export { lens, type Entry, type Times } from "./Lens.ts"
export { ActivityId, Actor, BatchId, PlanId, Position, slug } from "./Names.ts"
export * as Plan from "./Plan.ts"
export { read as readDate, type Oddity, type Reading } from "./PlannedDateReading.ts"
export { NewEvent, Provenance, RecordedEvent, Source } from "./RecordedEvent.ts"
export { Refusal } from "./Refusal.ts"
export { Status } from "./Status.ts"
export { Text, Words } from "./Text.ts"
