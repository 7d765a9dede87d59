/**
 * An event as the log keeps it: what happened, and who recorded it, when, from which document, and how it is known.
 */
import * as Schema from "effect/Schema"
import { Day } from "./Day.ts"
import { Event } from "./Event.ts"
import { ActivityId, Actor, BatchId, PlanId, Position } from "./Names.ts"
import { Text } from "./Text.ts"

/** `stated` by somebody, or `inferred` by comparing documents: then a move is at least one move. */
export const Provenance = Schema.Literals(["stated", "inferred"])
export type Provenance = typeof Provenance.Type

/** Where in which document: `sha256` in hex, the table by its name there, the row counted from 1 within the table. */
export const Source = Schema.Struct({
  document: Text,
  sha256: Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/)),
  table: Schema.NullOr(Text),
  row: Schema.NullOr(Schema.Int),
  column: Schema.NullOr(Text)
})
export type Source = typeof Source.Type

/** An event as a caller hands it to the log. `effectiveOn` is the day it was true, or was said. */
export const NewEvent = Schema.Struct({
  activity: Schema.NullOr(ActivityId),
  event: Event,
  effectiveOn: Day,
  provenance: Provenance,
  source: Schema.NullOr(Source)
})
export type NewEvent = typeof NewEvent.Type

/**
 * An event as the log gives it back. `recordedAt` is the store's clock in milliseconds since 1970 and never runs
 * backwards within a plan. `event` is null where its content was removed by a decision; `type` always stands.
 */
export const RecordedEvent = Schema.Struct({
  plan: PlanId,
  position: Position,
  activity: Schema.NullOr(ActivityId),
  type: Schema.String,
  event: Schema.NullOr(Event),
  effectiveOn: Day,
  recordedAt: Schema.Int,
  actor: Actor,
  batch: BatchId,
  provenance: Provenance,
  source: Schema.NullOr(Source)
})
export type RecordedEvent = typeof RecordedEvent.Type
