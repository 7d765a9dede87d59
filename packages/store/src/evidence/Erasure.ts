/**
 * What is left of an event that a decision removes, and whether one does.
 */
import type { PlanId } from "@frist/domain/Names"
import { EventLogError } from "../EventLog.ts"
import { type StoredRecord } from "@frist/evidence/StoredEvent"
import { contentDigest } from "@frist/evidence/Leaf"

/** The event without content and salt. */
export const erasedRecord = (stored: StoredRecord, salt: Uint8Array, bytes: Uint8Array): StoredRecord => ({
  record: { ...stored.record, event: null },
  bytes: null,
  salt: null,
  digest: contentDigest(salt, bytes),
  leaf: stored.leaf
})

/** Whether a later event removes the one at that position. A decision is not removed itself. */
export const isRemoved = (log: ReadonlyArray<StoredRecord>, position: number): boolean =>
  log[position - 1] !== undefined &&
  log[position - 1]?.record.type !== "Redacted" &&
  log.some(
    ({ record: { event, position: at } }) => at > position && event?._tag === "Redacted" && event.position === position
  )

export const notRemoved = (plan: PlanId, position: number): EventLogError =>
  new EventLogError({ reason: "invalid", detail: `plan ${plan}, event ${position}: no recorded decision removes it` })
