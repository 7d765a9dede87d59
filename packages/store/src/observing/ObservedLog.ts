/**
 * A log whose work can be seen: spans for what is asked of it, and counts of what came of it.
 */
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import { type Appended, type Batch, Conflict, EventLog, type ReadOptions } from "../EventLog.ts"
import { appendedBatches, appendedEvents, conflicts } from "./LogMetrics.ts"

const readAttributes = (plan: string, { after = 0, limit }: ReadOptions = {}) => ({
  attributes: { plan, after, ...(limit === undefined ? {} : { limit }) }
})

/** What is asked is not believed here either: it may be anything before the log has checked it. */
const batchAttributes = (given: Batch) => {
  const { batch, events, plan }: Partial<Batch> = Object(given)
  return { attributes: { plan, batch, events: events?.length } }
}

/** Made once and without a stack trace, which would cost more than an append to memory. */
const untraced = { captureStackTrace: false }
const appendSpan = Effect.withSpan("EventLog.append", batchAttributes, untraced)
const readSpan = Effect.withSpan("EventLog.read", readAttributes, untraced)
const recordsSpan = Effect.withSpan("EventLog.records", readAttributes, untraced)

const countAppended = ({ first, last, repeated }: Appended): Effect.Effect<void> =>
  repeated || last < first
    ? Effect.void
    : Effect.andThen(Metric.update(appendedBatches, 1), Metric.update(appendedEvents, last - first + 1))

const countConflict = (error: unknown): Effect.Effect<void> =>
  error instanceof Conflict ? Metric.update(conflicts, 1) : Effect.void

/** The same log. */
export const observed = (log: EventLog["Service"]): EventLog["Service"] =>
  EventLog.of({
    ...log,
    append: (batch) =>
      appendSpan(log.append(batch).pipe(Effect.tap(countAppended), Effect.tapError(countConflict)), batch),
    read: (plan, options) => readSpan(log.read(plan, options), plan, options),
    records: (plan, options) => recordsSpan(log.records(plan, options), plan, options),
    restore: (plan, stored) => Effect.withSpan(log.restore(plan, stored), "EventLog.restore", { attributes: { plan } })
  })
