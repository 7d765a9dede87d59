/**
 * What an adapter of one's own is made of: the checks, the making of records, conflicts, following and restoring that
 * every adapter here has in common.
 */
export { checkedBatch, checkedNote, checkedRange } from "./Checked.ts"
export { takeIn, type TakenIn, type WritePage } from "./copy/Restoring.ts"
export type { Span } from "./copy/Verifying.ts"
export { erasedOf, isRemoved, notRemoved } from "./Erasing.ts"
export { follow, type Followed } from "./Following.ts"
export { observed } from "./Observed.ts"
export { conflictOf, recordsOf } from "./StoredEvent.ts"
