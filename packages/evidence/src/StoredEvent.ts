/**
 * An event as a log stores it, with what proves it, and what can be wrong with it.
 */
import { PlanId } from "@frist/domain/Names"
import type { RecordedEvent, RecordHeader } from "@frist/domain/RecordedEvent"
import * as Schema from "effect/Schema"

/**
 * What proves an event: its exact bytes and its salt, or once they are removed by a decision the digest of both, by which
 * the rest of the event stays proven; and the leaf hash.
 */
export interface Evidence {
  readonly bytes: Uint8Array | null
  readonly salt: Uint8Array | null
  /** SHA-256(salt ‖ bytes) where these are null, and null where they are there. */
  readonly digest: Uint8Array | null
  readonly leaf: Uint8Array
}

export interface StoredRecord extends Evidence {
  readonly record: RecordedEvent
}

/** An event as it stands, with nothing of it checked, not even that it can be one: for who is about to verify it. */
export interface StoredRow extends Evidence {
  readonly record: RecordHeader
}

/**
 * What keeps an event from being believed: it is of another `plan`, not at the next `position`, `unreadable` as an event,
 * not what its `leaf` was made of, `removed` without a later decision, before the `clock` of the event ahead of it, or in
 * a `batch` that ended before or that was recorded by somebody else or at another time.
 */
export const Flaw = Schema.Literals(["plan", "position", "unreadable", "leaf", "removed", "clock", "batch"])
export type Flaw = typeof Flaw.Type

/** Events from elsewhere do not hold together from this position on; nothing was restored. */
export class EvidenceBroken extends Schema.TaggedError<EvidenceBroken>()("EvidenceBroken", {
  plan: PlanId,
  position: Schema.Int,
  flaw: Flaw
}) {
  override get message() {
    return `Plan ${this.plan} does not hold at event ${this.position} (${this.flaw}): take another copy.`
  }
}
