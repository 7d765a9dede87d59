/**
 * Events as a log stores them, with their evidence, and what can be wrong with them.
 */
import { PlanId } from "@frist/domain/Names"
import type { RecordedEvent, RecordHeader } from "@frist/domain/RecordedEvent"
import * as Schema from "effect/Schema"

/**
 * The evidence of an event: its exact bytes, its salt and its leaf hash. Where a decision removed bytes and salt, their
 * digest remains, so that the rest of the event stays provable.
 */
export interface Evidence {
  readonly bytes: Uint8Array | null
  readonly salt: Uint8Array | null
  /** SHA-256(salt ‖ bytes) where these are null, otherwise null. */
  readonly digest: Uint8Array | null
  readonly leaf: Uint8Array
}

/** A recorded event with its evidence. */
export interface StoredRecord extends Evidence {
  readonly record: RecordedEvent
}

/** A stored row: nothing in it has been checked, not even that it can be an event. */
export interface StoredRow extends Evidence {
  readonly record: RecordHeader
}

/**
 * A flaw of a row: it is of another `plan`, not at the next `position`, `unreadable` as an event, changed since its
 * `leaf` was computed, `removed` without a later decision, recorded before the event ahead of it (`clock`), recorded
 * in the future (`ahead`), or in a `batch` of another actor or another time, or one that had ended. `checkpoint`: the one kept there does not match;
 * `edition`: the event names other cells than are kept. `root`: a `PlanMoved` names another root than that of the events
 * before it.
 */
export const Flaw = Schema.Literals([
  "plan",
  "position",
  "unreadable",
  "leaf",
  "removed",
  "clock",
  "ahead",
  "batch",
  "checkpoint",
  "edition",
  "root"
])
export type Flaw = typeof Flaw.Type

/** The events of a log or of a copy do not verify from this position on. A restoration then leaves nothing. */
export class EvidenceBroken extends Schema.TaggedError<EvidenceBroken>()("EvidenceBroken", {
  plan: PlanId,
  position: Schema.Int,
  flaw: Flaw
}) {
  override get message() {
    return `Plan ${this.plan} does not verify at event ${this.position} (${this.flaw}).`
  }
}
