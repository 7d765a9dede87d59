/**
 * The metrics of a log, the same for every adapter. They are exported with all metrics of the process.
 */
import type * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import * as Schedule from "effect/Schedule"
import type { Batch } from "../EventLog.ts"

const counter = (name: string, description: string, attributes: Readonly<Record<string, string>> = {}) =>
  Metric.counter(name, { description, attributes, incremental: true })

const appended = "Recorded by this process"
/** Batches recorded by this process. */
export const appendedBatches = counter("frist_appends", appended, { of: "batches" })
/** Events recorded by this process. */
export const appendedEvents = counter("frist_appends", appended, { of: "events" })
/** Appends that were refused as conflicts. */
export const conflicts = counter("frist_conflicts", "Appends refused because the plan had changed")
const retries = counter("frist_retries", "Calls repeated because the store was busy or unreachable")

/** Counts recorded batches at once: for an adapter that records many together. */
export const countBatches = (batches: ReadonlyArray<Batch>, context: Context.Context<never>): void => {
  appendedBatches.updateUnsafe(batches.length, context)
  appendedEvents.updateUnsafe(
    batches.reduce((events, batch) => events + batch.events.length, 0),
    context
  )
}

/** Counts one retry. */
export const countRetry: Effect.Effect<void> = Metric.update(retries, 1)

/** Counts each retry of a schedule. */
export const countingRetries = <Output, Input, Error, Env>(
  self: Schedule.Schedule<Output, Input, Error, Env>
): Schedule.Schedule<Output, Input, Error, Env> => Schedule.tap(self, () => countRetry)

/** Summed over this process's subscribers. Events that a subscriber holds count until it asks for more. */
export const lagEvents = Metric.gauge("frist_follow_lag_events", {
  description: "Events recorded and not yet consumed by the subscribers of this process"
})
/** Observed for the oldest event of each page. */
export const lagSeconds = Metric.histogram("frist_follow_lag_seconds", {
  description: "Time from recording an event to delivering it to a subscriber",
  boundaries: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600]
})
