/**
 * The port: an append-only log of events for each plan. Adapters provide this service.
 */
import { type ActivityId, type Actor, ActivityId as ActivityIdSchema, type BatchId, PlanId } from "@frist/domain/Names"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { AddressFault } from "./AddressFault.ts"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Stream from "effect/Stream"

/**
 * The part of a plan that a decision has read: up to position `after`, these activities. No activities means the whole
 * plan. Every append has a condition.
 */
export interface Condition {
  readonly after: number
  readonly activities: ReadonlyArray<ActivityId>
}

/**
 * The cells of a document, to be kept with its plan under the document's SHA-256 in hex. Only the caller can read
 * `content`; what a log keeps is the last that its events name.
 */
export interface KeptEdition {
  readonly sha256: string
  /** The document's name. */
  readonly document: string
  readonly content: Uint8Array
}

/**
 * Events of one plan that are recorded together or not at all. A `batch` id is recorded once in a plan: appending it
 * again is a repetition, whatever it contains. `editions` are kept in the same transaction; an `EditionKept` of the
 * batch must name the SHA-256 of each content.
 */
export interface Batch {
  readonly plan: PlanId
  readonly batch: BatchId
  readonly actor: Actor
  readonly events: ReadonlyArray<NewEvent>
  readonly condition: Condition
  readonly editions?: ReadonlyArray<KeptEdition>
}

/**
 * The positions of a recorded batch. `repeated`: it was recorded before, and nothing was recorded now. An empty batch
 * records nothing and leaves no batch id: `last` is then the head of the plan and `first` the next position.
 */
export interface Appended {
  readonly first: number
  readonly last: number
  /** Milliseconds since 1970, by the store's clock. */
  readonly recordedAt: number
  readonly repeated: boolean
}

/** Which events to read: at most `limit` after position `after`, both whole numbers from 0. Default: the whole plan. */
export interface ReadOptions {
  readonly after?: number
  readonly limit?: number
}

/**
 * Something that the decision read has changed since, `after` is beyond the log, or the plan has moved. Read the plan and
 * decide again.
 */
export class Conflict extends Schema.TaggedError<Conflict>()("Conflict", {
  plan: PlanId,
  after: Schema.Int,
  head: Schema.Int,
  activities: Schema.Array(ActivityIdSchema)
}) {
  override get message() {
    const touched = this.activities.length === 0 ? "the plan" : this.activities.join(", ")
    return `Plan ${this.plan} is at event ${this.head}, and ${touched} changed after event ${this.after}: read it and decide again.`
  }
}

/** The reason why the log failed. `message` says what to do about each. */
export const Reason = Schema.Literals([
  "unreachable",
  "timedOut",
  "refused",
  "schemaTooNew",
  "schemaTooOld",
  "full",
  "corrupt",
  "wentBack",
  "stale",
  "notALog",
  "invalid"
])
export type Reason = typeof Reason.Type

const advice: Readonly<Record<Reason, string>> = {
  unreachable: "The log cannot be opened: check its address.",
  timedOut: "There was no answer in time, and an append may be recorded: retry with the same batch.",
  refused: "Access to the log is refused: check the user and its permissions.",
  schemaTooNew: "The log was written by a newer version: upgrade.",
  schemaTooOld: "The database is not prepared for this version: migrate it.",
  full: "The disk is full, fails, or a limit is reached: make room or examine the disk, and retry with the same batch.",
  corrupt: "The log is damaged: restore it from a copy.",
  wentBack: "The log went back, and lacks an event that was read: derive again what was derived from it.",
  stale: "The standby may be further behind than allowed: wait, or read from the primary.",
  notALog: "This is not a log: give another address.",
  invalid: "The input cannot be stored or read: correct it."
}

/** The log failed. Nothing was recorded, unless the answer was lost on its way (`timedOut`, `unreachable`). */
export class EventLogError extends Schema.TaggedError<EventLogError>()("EventLogError", {
  reason: Reason,
  /** A description for people. Programs read the other fields. */
  detail: Schema.String,
  /** The file in which it was seen. */
  file: Schema.optionalKey(Schema.String),
  /** The plan of the event, where the log went back. */
  plan: Schema.optionalKey(PlanId),
  /** The position of the event that is damaged, missing or another than before. */
  position: Schema.optionalKey(Schema.Int),
  /** The SQLSTATE that PostgreSQL gave. */
  sqlState: Schema.optionalKey(Schema.String),
  /** The fault of the log's address. */
  address: Schema.optionalKey(AddressFault),
  /** By how many seconds a standby may be behind, null where that is unknown, and how many are allowed. */
  lag: Schema.optionalKey(Schema.Struct({ most: Schema.NullOr(Schema.Number), allowed: Schema.Number }))
}) {
  override get message() {
    if (this.address !== undefined) return this.detail
    const seen = this.file === undefined ? this.detail : `${this.file}: ${this.detail}`
    return `${advice[this.reason]} (${seen})`
  }
}

/** A plan with the number of its events. */
export interface PlanSummary {
  readonly plan: PlanId
  readonly events: number
}

/** Events of a plan, with the leaf of the event before them, and that of the last, or else of the one before. */
interface EventPage {
  readonly events: ReadonlyArray<RecordedEvent>
  /** Null where there is no such event. */
  readonly before: Uint8Array | null
  readonly last: Uint8Array | null
}

/** An event, by its place. */
interface EventPlace {
  readonly plan: PlanId
  readonly position: number
}

/** The position of a subscription in each plan. A plan that is missing is read from its first event. */
export type Positions = ReadonlyMap<PlanId, number>

/**
 * The scope of a subscription: one plan after a position, or every plan, including those that begin later. A plan that is
 * missing in `after` is read from its first event. A leaf is that of the event at the position, kept by the subscriber
 * since it read that event.
 */
export type Subscription =
  | { readonly plan: PlanId; readonly after: number; readonly leaf?: Uint8Array }
  | { readonly plan?: undefined; readonly after: Positions; readonly leaves?: ReadonlyMap<PlanId, Uint8Array> }

/** The log of every plan: recording, reading and subscribing. An adapter provides it as a layer. */
export class EventLog extends Context.Service<
  EventLog,
  {
    /**
     * Records a batch, whole or not at all, if nothing that its decision read has changed. An append that is
     * interrupted may still be recorded; appending the same batch again returns its answer.
     */
    append(batch: Batch): Effect.Effect<Appended, Conflict | EventLogError>
    /** Reads events in the order of positions. A plan without events is empty. */
    read(plan: PlanId, options?: ReadOptions): Effect.Effect<ReadonlyArray<RecordedEvent>, EventLogError>
    /** Reads at most `limit` events after a position, with the leaves where they begin and end, all at one moment. */
    page(plan: PlanId, after: number, limit: number): Effect.Effect<EventPage, EventLogError>
    /** Lists the documents whose cells are kept, by SHA-256. */
    editions(plan: PlanId): Effect.Effect<ReadonlyArray<Omit<KeptEdition, "content">>, EventLogError>
    /** Reads what is kept of the document with this SHA-256; `undefined` if nothing is. */
    edition(plan: PlanId, sha256: string): Effect.Effect<Uint8Array | undefined, EventLogError>
    /** Reads every plan that has events, by id. */
    readonly plans: Effect.Effect<ReadonlyArray<PlanSummary>, EventLogError>
    /**
     * Reads the leaf of each of these events, in their order; null where there is no such event. Whoever keeps a position
     * keeps the leaf there too: it is another, or gone, if the log went back.
     */
    leaves(of: ReadonlyArray<EventPlace>): Effect.Effect<ReadonlyArray<Uint8Array | null>, EventLogError>
    /**
     * Streams every event after a position of a plan, or after a position in each plan, once and in the order of its
     * plan. The stream continues with new events and never ends, except with `wentBack`: the last event that it
     * delivered, or the one at the position where it began, has changed or is gone, or is another than its leaf says. A slow subscriber delays only itself.
     */
    changes(subscription: Subscription): Stream.Stream<RecordedEvent, EventLogError>
  }
>()("@frist/store/EventLog") {}
