/**
 * The log of a plan: its port, and how commands become events in it. Adapters are subpaths, so that none is loaded
 * before it is used: `@frist/store/MemoryEventLog`, `@frist/store/sqlite/SqliteEventLog`,
 * `@frist/store/postgres/PgEventLog`.
 */
export {
  type Appended,
  type Batch,
  type Condition,
  Conflict,
  EventLog,
  EventLogError,
  EvidenceBroken,
  Flaw,
  type PlanSummary,
  type ReadOptions,
  Reason,
  type StoredRecord
} from "./EventLog.ts"
export { contentDigest, leafHash } from "./evidence/Leaf.ts"
export { applyProposals, MovedOn, type Occasion, record, recordProposals, Refused } from "./Recording.ts"
