/**
 * The port: where a plan's events are kept, in order, for ever. Adapters are values of this service.
 */
import { type ActivityId, type Actor, ActivityId as ActivityIdSchema, type BatchId, PlanId } from "@frist/domain/Names"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { AddressFault } from "./AddressFault.ts"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Stream from "effect/Stream"

/**
 * What a decision looked at: the plan up to position `after`, and these activities; none means the whole plan.
 * There are no appends without one.
 */
export interface Condition {
  readonly after: number
  readonly activities: ReadonlyArray<ActivityId>
}

/**
 * Events of one plan that are recorded together or not at all. The same `batch` in a plan is recorded once: what comes
 * later under that name is taken for a repetition, whatever it holds.
 */
export interface Batch {
  readonly plan: PlanId
  readonly batch: BatchId
  readonly actor: Actor
  readonly events: ReadonlyArray<NewEvent>
  readonly condition: Condition
}

/**
 * Where a batch stands. `repeated`: it stood there before, and nothing was recorded now. A batch of no events records
 * nothing and is not remembered: then `last` is the head of the plan and `first` the position after it.
 */
export interface Appended {
  readonly first: number
  readonly last: number
  /** Milliseconds since 1970, by the store's clock. */
  readonly recordedAt: number
  readonly repeated: boolean
}

/** Positions after `after`, `limit` at most, whole numbers from 0; all of the plan without them. */
export interface ReadOptions {
  readonly after?: number
  readonly limit?: number
}

/** Something the decision looked at has changed since, or `after` lies beyond the log: read again and decide again. */
export class Conflict extends Schema.TaggedError<Conflict>()("Conflict", {
  plan: PlanId,
  after: Schema.Int,
  head: Schema.Int,
  activities: Schema.Array(ActivityIdSchema)
}) {
  override get message() {
    const touched = this.activities.length === 0 ? "the plan" : this.activities.join(", ")
    return `Plan ${this.plan} stands at event ${this.head}, and ${touched} changed after event ${this.after}: read it again and decide again.`
  }
}

export const Reason = Schema.Literals([
  "unreachable",
  "timedOut",
  "refused",
  "schemaTooNew",
  "schemaTooOld",
  "full",
  "corrupt",
  "notALog",
  "invalid"
])
export type Reason = typeof Reason.Type

const advice: Readonly<Record<Reason, string>> = {
  unreachable: "The log cannot be opened: check where it is.",
  timedOut: "The log is busy: try again with the same batch.",
  refused: "Access to the log is refused: check the user and its permissions.",
  schemaTooNew: "The log was written by a newer version: upgrade.",
  schemaTooOld: "The database is not prepared for this version: migrate it.",
  full: "There is no room left: free some and try again with the same batch.",
  corrupt: "The log is damaged: restore it from a copy.",
  notALog: "This is not a log: name another.",
  invalid: "What was asked cannot be stored or read as it stands: change it."
}

/** The log failed. Nothing was recorded, unless the answer was lost on its way (`timedOut`, `unreachable`). */
export class EventLogError extends Schema.TaggedError<EventLogError>()("EventLogError", {
  reason: Reason,
  /** What was seen, in words for a person. Programs read the other fields. */
  detail: Schema.String,
  /** The file in which it was seen. */
  file: Schema.optionalKey(Schema.String),
  /** The position of the event that is damaged or missing. */
  position: Schema.optionalKey(Schema.Int),
  /** The SQLSTATE that PostgreSQL gave. */
  sqlState: Schema.optionalKey(Schema.String),
  /** What is wrong with the address of the log. */
  address: Schema.optionalKey(AddressFault)
}) {
  override get message() {
    if (this.address !== undefined) return this.detail
    const seen = this.file === undefined ? this.detail : `${this.file}: ${this.detail}`
    return `${advice[this.reason]} (${seen})`
  }
}

/** A plan and how many events it has. */
export interface PlanSummary {
  readonly plan: PlanId
  readonly events: number
}

/** How far a follower has come in each plan; a plan that is missing is followed from its beginning. */
export type Positions = ReadonlyMap<PlanId, number>

/** What to follow: one plan after a position, or every plan, those that begin later included. */
export type Subscription =
  | { readonly plan: PlanId; readonly after: number }
  | { readonly plan?: undefined; readonly after: Positions }

export class EventLog extends Context.Service<
  EventLog,
  {
    /**
     * Records a batch whole or not at all, if nothing that its decision looked at has changed. An append that is
     * interrupted may still be recorded, as one whose answer is lost: the same batch again gives the answer.
     */
    append(batch: Batch): Effect.Effect<Appended, Conflict | EventLogError>
    /** Events in the order of positions. A plan nobody wrote to is empty. */
    read(plan: PlanId, options?: ReadOptions): Effect.Effect<ReadonlyArray<RecordedEvent>, EventLogError>
    /** Every plan with events, by id. */
    readonly plans: Effect.Effect<ReadonlyArray<PlanSummary>, EventLogError>
    /**
     * Every event after a position of a plan, or after a checkpoint in each plan, once, in the order of its plan, those
     * to come included: it does not end by itself. A slow follower holds up only itself.
     */
    changes(following: Subscription): Stream.Stream<RecordedEvent, EventLogError>
  }
>()("@frist/store/EventLog") {}
