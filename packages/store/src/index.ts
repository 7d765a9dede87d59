/**
 * The log of a plan: its port, and how commands become events in it. Adapters are modules of their own, so that none is
 * loaded before it is used: `@frist/store/memory`, `@frist/store/sqlite`, `@frist/store/postgres`.
 */
export {
  type Appended,
  type Batch,
  Conflict,
  EventLog,
  EventLogError,
  type ReadOptions,
  type Subscription
} from "./EventLog.ts"
export { eventLogs } from "./EventLogs.ts"
export { EvidenceLog } from "./EvidenceLog.ts"
export { LogAdministration } from "./LogAdministration.ts"
export type { LogServices } from "./LogServices.ts"
export { MovedOn, record, type RecordingContext } from "./Recording.ts"
export { Refused } from "./Refused.ts"
export { sealPlan } from "./evidence/PlanSeal.ts"
export { verifyPlan } from "./evidence/PlanVerification.ts"
export { verifiedLog } from "./evidence/VerifiedLog.ts"
