/**
 * Events with their records: who recorded them, when, from which document, and how they are known.
 */
import * as Schema from "effect/Schema"
import { Day } from "./Day.ts"
import { Event } from "./Event.ts"
import { ActivityId, Actor, BatchId, PlanId, Position } from "./Names.ts"
import { Text } from "./text/Text.ts"

/**
 * The provenance of an event: `stated`, or `inferred` from comparing documents. An inferred move represents at least
 * one.
 */
export const Provenance = Schema.Literals(["stated", "inferred"])
export type Provenance = typeof Provenance.Type

/** A place in a document: its `sha256` in hex, the table by name, the row counted from 1 within the table. */
export const Source = Schema.Struct({
  document: Text,
  sha256: Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/u)),
  table: Schema.NullOr(Text),
  row: Schema.NullOr(Schema.Int),
  column: Schema.NullOr(Text)
})
export type Source = typeof Source.Type

/** An event to append. `effectiveOn` is the day on which it was true, or was said. */
export const NewEvent = Schema.Struct({
  activity: Schema.NullOr(ActivityId),
  event: Event,
  effectiveOn: Day,
  provenance: Provenance,
  source: Schema.NullOr(Source)
})
export type NewEvent = typeof NewEvent.Type

const header = {
  plan: PlanId,
  position: Position,
  activity: Schema.NullOr(ActivityId),
  type: Schema.String,
  effectiveOn: Day,
  recordedAt: Schema.Int,
  actor: Actor,
  batch: BatchId,
  provenance: Provenance,
  source: Schema.NullOr(Source)
}

/**
 * A record without its event. `type` is that of the event, also where the event is erased, and may be of a later version.
 * `recordedAt` is the store's clock in milliseconds since 1970; it never runs backwards within a plan.
 */
export type RecordHeader = Schema.Struct.Type<typeof header>

/** The activity that an event of a type is about: none for events of the plan, either for findings and corrections. */
type ActivityOf<Type extends Event["_tag"]> = Type extends
  | "PlanOpened"
  | "ReviewHeld"
  | "FindingsRepeated"
  | "EditionKept"
  | "EditionErased"
  | "PlanMoved"
  | "PlanArrived"
  ? null
  : Type extends "FindingRaised" | "FindingWaived" | "Corrected" | "Redacted"
    ? ActivityId | null
    : ActivityId

type RecordOf<E extends Event> = E extends Event
  ? Omit<RecordHeader, "activity" | "type"> & {
      readonly type: E["_tag"]
      readonly activity: ActivityOf<E["_tag"]>
      /** Null where a decision has erased it. */
      readonly event: E | null
    }
  : never

/** An event as the log gives it back, a union that narrows on `type`: a `DeadlineMoved` has an activity. */
export type RecordedEvent = RecordOf<Event>

const { activity, plan, position, type, ...rest } = header
const schema = Schema.Struct({ plan, position, activity, type, event: Schema.NullOr(Event), ...rest })

/** The schema of a recorded event. It decodes any activity; a decision gives each event the one that its type says. */
export const RecordedEvent = /* @__PURE__ */ Object.assign(
  schema as unknown as Schema.Codec<RecordedEvent, typeof schema.Encoded>,
  {
    /** Returns the same record as one of the union. The event must be of the header's type, and was decided or decoded. */
    of: (record: RecordHeader & { readonly event: Event | null }): RecordedEvent => record as RecordedEvent
  }
)
