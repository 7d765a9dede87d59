/**
 * The parts that adapters share, for writing another: input checks, the decision of an append, subscriptions,
 * restoring and metrics.
 */
export { unerasable } from "./KeptContent.ts"
export { checkedBatch, checkedNote, checkedRange } from "./CheckedInput.ts"
export { restoreRecords } from "./copy/Restoration.ts"
export { isRemoved, notRemoved } from "./evidence/Erasure.ts"
export { erasedRecord } from "./evidence/Erasure.ts"
export { subscriptionStream, type SubscriptionSource } from "./subscriptions/SubscriptionStream.ts"
export { observed } from "./observing/ObservedLog.ts"
export { decideAppend, restoreConflict } from "./AppendDecision.ts"
