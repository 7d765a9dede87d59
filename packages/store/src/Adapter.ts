/**
 * What an adapter of one's own is made of: the checks, the making of records, conflicts, following and restoring that
 * every adapter here has in common.
 */
export { checkedBatch, checkedNote, checkedRange } from "./CheckedInput.ts"
export { takeIn, type TakenIn, type WritePage } from "./copy/Restoration.ts"
export type { BatchSpan } from "./evidence/RecordVerifier.ts"
export { erasedOf, isRemoved, notRemoved } from "./evidence/Erasure.ts"
export { follow, type Followed } from "./subscribing/Subscription.ts"
export { observed } from "./observing/ObservedLog.ts"
export { conflictOf, recordsOf } from "./StoredEvent.ts"
