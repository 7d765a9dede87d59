/**
 * What is asked of a log, checked before any adapter acts on it: types are not believed, since what is stored wrongly
 * stays unreadable for ever.
 */
import { ActivityId, Actor, BatchId, PlanId } from "@frist/domain/Names"
import { NewEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type Batch, EventLogError, type ReadOptions } from "./EventLog.ts"
import { readCheckpointNote } from "@frist/evidence/Note"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

const decodeBatch = Schema.decodeUnknownResult(
  Schema.toType(
    Schema.Struct({
      plan: PlanId,
      batch: BatchId,
      actor: Actor,
      events: Schema.Array(NewEvent),
      condition: Schema.Struct({ after: Count, activities: Schema.Array(ActivityId) })
    })
  )
)
const decodeRange = Schema.decodeUnknownResult(
  Schema.toType(Schema.Struct({ plan: PlanId, after: Schema.optional(Count), limit: Schema.optional(Count) }))
)

/** The batch, a copy of its own; `invalid` where no log could give it back unchanged. */
export const checkedBatch = (batch: Batch): Effect.Effect<Batch, EventLogError> => valid(decodeBatch(batch))

/**
 * Which positions of a plan to read; `invalid` unless both are whole numbers from 0 and a plan can have that name. No
 * limit is `undefined`.
 */
export const checkedRange = (
  plan: PlanId,
  { after, limit }: ReadOptions = {}
): Effect.Effect<{ readonly after: number; readonly limit: number | undefined }, EventLogError> =>
  Effect.map(valid(decodeRange({ plan, after, limit })), (range) => ({ after: range.after ?? 0, limit: range.limit }))

/** The text of a note; `invalid` unless it holds a checkpoint. */
export const checkedNote = (note: string): Effect.Effect<string, EventLogError> =>
  readCheckpointNote(note) === undefined
    ? Effect.fail(new EventLogError({ reason: "invalid", detail: "that is no checkpoint" }))
    : Effect.succeed(note)

const valid = <A>(result: Result.Result<A, Schema.SchemaError>): Effect.Effect<A, EventLogError> =>
  Effect.fromResult(
    Result.mapError(result, (error) => new EventLogError({ reason: "invalid", detail: oneLine(error) }))
  )

/** What an error says, on one line that is not too long. */
export const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 2000).replace(/\s+/gu, " ").slice(0, 300)
