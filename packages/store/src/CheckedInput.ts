/**
 * Validates the input of every call before an adapter acts on it. Types are not trusted: what is stored wrongly can
 * never be read again.
 */
import { ActivityId, Actor, BatchId, PlanId } from "@frist/domain/Names"
import { NewEvent, Source } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { soundBatch } from "./BatchCheck.ts"
import { withLoneMove } from "./ClosedLog.ts"
import { type Batch, EventLogError, type ReadOptions } from "./EventLog.ts"
import { readCheckpointNote } from "@frist/evidence/checkpoints/Note"
import { contentHash } from "./KeptContent.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** Decides by schema whether a value is a batch. */
export const decodeBatch = Schema.decodeUnknownResult(
  Schema.toType(
    Schema.Struct({
      plan: PlanId,
      batch: BatchId,
      actor: Actor,
      events: Schema.Array(NewEvent),
      condition: Schema.Struct({ after: Count, activities: Schema.Array(ActivityId) }),
      editions: Schema.optionalKey(
        Schema.Array(
          Schema.Struct({
            sha256: Source.fields.sha256,
            document: Source.fields.document,
            content: Schema.instanceOf(Uint8Array)
          })
        )
      )
    })
  )
)
const decodeRange = Schema.decodeUnknownResult(
  Schema.toType(Schema.Struct({ plan: PlanId, after: Schema.optional(Count), limit: Schema.optional(Count) }))
)

/** Returns a copy of the batch; fails with `invalid` if a log could not return it unchanged. */
export const checkedBatch = (batch: Batch): Effect.Effect<Batch, EventLogError> =>
  Effect.fromResult(checkedNow(batch, true))

/** Returns what `checkedBatch` does. Without `copies` it has the caller's events. */
export const checkedNow = (batch: Batch, copies: boolean): Result.Result<Batch, EventLogError> => {
  const sound = soundBatch(batch, copies)
  const checked = Result.flatMap(
    sound === undefined ? explained(decodeBatch(batch)) : Result.succeed(sound),
    withLoneMove
  )
  return batch?.editions === undefined ? checked : Result.flatMap(checked, withNamedEditions)
}

/** Fails unless an event of the batch names what is kept of each edition. */
const withNamedEditions = (batch: Batch): Result.Result<Batch, EventLogError> => {
  const unnamed = batch.editions?.find(({ content, sha256 }) => {
    const named = batch.events.findLast(({ event }) => event._tag === "EditionKept" && event.sha256 === sha256)?.event
    return named?._tag !== "EditionKept" || named.content !== contentHash(content)
  })
  return unnamed === undefined
    ? Result.succeed(batch)
    : Result.fail(
        new EventLogError({ reason: "invalid", detail: `no event of the batch keeps document ${unnamed.sha256}` })
      )
}

/**
 * Returns the positions of a plan to read; `invalid` unless both are whole numbers from 0 and the plan id is valid. A
 * `limit` of `undefined` is none.
 */
export const checkedRange = (
  plan: PlanId,
  { after, limit }: ReadOptions = {}
): Effect.Effect<{ readonly after: number; readonly limit: number | undefined }, EventLogError> =>
  Effect.map(Effect.fromResult(explained(decodeRange({ plan, after, limit }))), (range) => ({
    after: range.after ?? 0,
    limit: range.limit
  }))

/** Returns the text of a note; fails with `invalid` unless it is a checkpoint. */
export const checkedNote = (note: string): Effect.Effect<string, EventLogError> =>
  readCheckpointNote(note) === undefined
    ? Effect.fail(new EventLogError({ reason: "invalid", detail: "the note is not a checkpoint" }))
    : Effect.succeed(note)

const explained = <A>(result: Result.Result<A, Schema.SchemaError>): Result.Result<A, EventLogError> =>
  Result.mapError(result, (error) => new EventLogError({ reason: "invalid", detail: oneLine(error) }))

/** Returns the message of an error on one line of at most 300 characters. */
export const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 2000).replace(/\s+/gu, " ").slice(0, 300)
