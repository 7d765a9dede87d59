/**
 * What an adapter of one's own is made of: the checks, the making of records, conflicts, following and restoring that
 * every adapter here has in common.
 */
export { checkedBatch, checkedNote, checkedRange } from "./Checked.ts"
export { takeIn, type TakenIn, type WritePage } from "./copy/Restoring.ts"
export type { Span } from "./copy/Verifying.ts"
export { erasedOf, isRemoved, notRemoved } from "./evidence/Erasing.ts"
export { follow, type Followed } from "./following/Following.ts"
export { observed } from "./observing/Observed.ts"
export { conflictOf, recordsOf } from "./StoredEvent.ts"
