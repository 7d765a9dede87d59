/**
 * The evidence of a log: each event with its bytes, salt and leaf, and the checkpoints that are kept with it. For
 * proofs, copies and verification; a service that records and reads events needs only the `EventLog`.
 */
import type { PlanId } from "@frist/domain/Names"
import type { StoredRecord, StoredRow } from "@frist/evidence/StoredEvent"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { EventLogError, ReadOptions } from "./EventLog.ts"

/** The evidence of the events of an `EventLog`. Every adapter's `layer` provides it. */
export class EvidenceLog extends Context.Service<
  EvidenceLog,
  {
    /** Reads events as `EventLog.read` does, each with its evidence. */
    records(plan: PlanId, options?: ReadOptions): Effect.Effect<ReadonlyArray<StoredRecord>, EventLogError>
    /**
     * Reads the stored rows after a position without checking or decoding them. Gaps, and rows beyond the head of the
     * plan, are included.
     */
    rows(plan: PlanId, options?: ReadOptions): Effect.Effect<ReadonlyArray<StoredRow>, EventLogError>
    /** Keeps a checkpoint of the plan permanently, as the text of a note. Keeping the last note again adds nothing. */
    seal(plan: PlanId, note: string): Effect.Effect<void, EventLogError>
    /** Reads every checkpoint that was kept, oldest first, as its text. Nothing in them is verified. */
    sealed(plan: PlanId): Effect.Effect<ReadonlyArray<string>, EventLogError>
  }
>()("@frist/store/EvidenceLog") {}
