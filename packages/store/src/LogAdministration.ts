/**
 * The operator's work on a log: restoring a plan from a copy, and erasing redacted content.
 */
import type { PlanId } from "@frist/domain/Names"
import type { TreeHead } from "@frist/evidence/tree/MerkleTree"
import type { CopiedNote } from "@frist/evidence/CopyFormat"
import type { EvidenceBroken, StoredRecord } from "@frist/evidence/StoredEvent"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { Conflict, EventLogError, KeptEdition } from "./EventLog.ts"

/** Restoring and erasing, for an `EventLog`. Every adapter's `layer` provides it. */
export class LogAdministration extends Context.Service<
  LogAdministration,
  {
    /**
     * Restores a plan exactly as another log gave it, whole or not at all, also when the stream fails. The evidence of
     * every event must hold. An empty stream restores nothing; a plan that has events is a `Conflict`. If the answer is
     * lost, as with an append, the plan is either there or not. Editions and checkpoints come after the events; editions
     * that the events do not name are left out.
     */
    restore<E, R>(
      plan: PlanId,
      records: Stream.Stream<StoredRecord | KeptEdition | CopiedNote, E, R>
    ): Effect.Effect<TreeHead, E | Conflict | EvidenceBroken | EventLogError, R>
    /**
     * Erases the content and salt of these events wherever the store keeps them; header, digest and leaf remain. A later
     * `Redacted` must remove each of them, and none may be a `Redacted` itself: otherwise nothing is erased (`invalid`).
     * Erasing again is harmless, and rewrites the files again.
     */
    erase(plan: PlanId, positions: ReadonlyArray<number>): Effect.Effect<void, EventLogError>
    /**
     * Replaces what is kept of a document by what a decision leaves of it, wherever the store keeps it: null for
     * nothing. The last event about it must be an `EditionErased` that names this content; otherwise nothing is erased
     * (`invalid`). Erasing again is harmless.
     */
    eraseEdition(plan: PlanId, sha256: string, content: Uint8Array | null): Effect.Effect<void, EventLogError>
  }
>()("@frist/store/LogAdministration") {}
