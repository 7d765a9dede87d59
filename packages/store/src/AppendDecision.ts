/**
 * Decides what an append records and answers, the same for every adapter: a repetition, a conflict or new records.
 */
import type { PlanId } from "@frist/domain/Names"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import * as Result from "effect/Result"
import { recordsOf } from "./BatchRecords.ts"
import { mayFollow } from "./ClosedLog.ts"
import { type Appended, type Batch, Conflict } from "./EventLog.ts"

/** A log before an append. */
interface LogEnd {
  /** The last position, and the time of its event in milliseconds; 0 for a plan without events. */
  readonly head: number
  readonly recordedAt: number
  /** The type of the last event, where it says that the log is closed. */
  readonly lastType?: string | undefined
  /** The first answer to the batch, if the log has recorded it. */
  readonly known: Omit<Appended, "repeated"> | undefined
}

/** The answer to a batch, and the records to write: none for a repetition or an empty batch. */
interface AppendDecision {
  readonly appended: Appended
  readonly records: ReadonlyArray<StoredRecord>
}

/**
 * Decides what a checked batch appends to a log. `now` is in milliseconds. `changedAfter` returns the activities of the
 * events after a position; it is only called when they matter.
 */
export const decideAppend = (
  batch: Batch,
  end: LogEnd,
  now: number,
  changedAfter: (after: number) => Iterable<string | null>
): Result.Result<AppendDecision, Conflict> =>
  Result.map(answerTo(batch, end, now, changedAfter), (appended) => ({
    appended,
    records: appended.repeated ? [] : recordsOf(batch, end.head, appended.recordedAt)
  }))

/** Decides the answer to a checked batch, without its records: for an adapter that makes them one at a time. */
export const answerTo = (
  batch: Batch,
  { head, known, lastType, recordedAt }: LogEnd,
  now: number,
  changedAfter: (after: number) => Iterable<string | null>
): Result.Result<Appended, Conflict> => {
  if (known !== undefined) return Result.succeed({ ...known, repeated: true })
  const conflict = mayFollow(batch, lastType) ? conflictOf(batch, head, changedAfter) : conflictOver(batch, head, [])
  if (conflict !== undefined) return Result.fail(conflict)
  // Time never runs backwards within a plan, whatever the clock says.
  const time = Math.max(now, recordedAt)
  return Result.succeed({ first: head + 1, last: head + batch.events.length, recordedAt: time, repeated: false })
}

/** Returns the conflict of a batch with the log, whose last position is `head`. */
const conflictOf = (
  batch: Batch,
  head: number,
  changedAfter: (after: number) => Iterable<string | null>
): Conflict | undefined => {
  const { activities, after } = batch.condition
  if (after === head) return undefined
  if (after > head || activities.length === 0) return conflictOver(batch, head, [])
  const conflict = conflictOver(batch, head, changedAfter(after))
  return conflict.activities.length === 0 ? undefined : conflict
}

/** Returns the conflict of a batch over those of its activities that are among the `changed` ones. */
export const conflictOver = ({ condition, plan }: Batch, head: number, changed: Iterable<string | null>): Conflict => {
  const found = new Set<string | null>(changed)
  const activities = condition.activities.filter((each) => found.has(each))
  return new Conflict({ plan, after: condition.after, head, activities })
}

/** Returns the conflict of restoring a plan that has `head` events; none if it has none. */
export const restoreConflict = (plan: PlanId, head: number): Conflict | undefined =>
  head === 0 ? undefined : new Conflict({ plan, after: 0, head, activities: [] })
