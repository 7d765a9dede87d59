/**
 * Computes the remains of an erased event, and whether a decision removes it.
 */
import type { PlanId } from "@frist/domain/Names"
import { removes } from "@frist/domain/plan/Removal"
import { EventLogError } from "../EventLog.ts"
import { type StoredRecord } from "@frist/evidence/StoredEvent"
import { contentDigest } from "@frist/evidence/Leaf"

/** Returns the record without content and salt, and with the digest of both. */
export const erasedRecord = (stored: StoredRecord, salt: Uint8Array, bytes: Uint8Array): StoredRecord => ({
  record: { ...stored.record, event: null },
  bytes: null,
  salt: null,
  digest: contentDigest(salt, bytes),
  leaf: stored.leaf
})

/** Returns whether a later decision removes the event at this position, and says no more of it than it says. */
export const isRemoved = (log: ReadonlyArray<StoredRecord>, position: number): boolean => {
  const target = log[position - 1]?.record
  return target !== undefined && log.some(({ record }) => removes(record, target))
}

/** Returns the error of erasing an event that no decision removes, or only one that says of it what it does not say. */
export const notRemoved = (plan: PlanId, position: number): EventLogError =>
  new EventLogError({ reason: "invalid", detail: `plan ${plan}, event ${position}: no recorded decision removes it` })
