/**
 * Adds spans and metrics to the services of an adapter.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import { checkedRange } from "../CheckedInput.ts"
import { type Appended, type Batch, Conflict, EventLog, type ReadOptions } from "../EventLog.ts"
import { EvidenceLog } from "../EvidenceLog.ts"
import { LogAdministration } from "../LogAdministration.ts"
import type { LogServices } from "../LogServices.ts"
import { appendedBatches, appendedEvents, conflicts } from "./LogMetrics.ts"

const readAttributes = (plan: string, { after = 0, limit }: ReadOptions = {}) => ({
  attributes: { plan, after, ...(limit === undefined ? {} : { limit }) }
})

/** The attributes of an append. Its input has not been validated yet. */
const batchAttributes = (given: Batch) => {
  const { batch, events, plan }: Partial<Batch> = Object(given)
  return { attributes: { plan, batch, events: events?.length } }
}

/** Created once and without a stack trace, which would cost more than an append to memory. */
const untraced = { captureStackTrace: false }
const appendSpan = Effect.withSpan("EventLog.append", batchAttributes, untraced)
const readSpan = Effect.withSpan("EventLog.read", readAttributes, untraced)
const recordsSpan = Effect.withSpan("EvidenceLog.records", readAttributes, untraced)

/** Makes a span where a tracer was provided, and costs nothing where none was. */
const traced = <A, E>(
  self: Effect.Effect<A, E>,
  span: (self: Effect.Effect<A, E>) => Effect.Effect<A, E>
): Effect.Effect<A, E> => Effect.withFiber((fiber) => (fiber.cache.tracer === undefined ? self : span(self)))

const countAppended = ({ first, last, repeated }: Appended): Effect.Effect<void> =>
  repeated || last < first
    ? Effect.void
    : Effect.andThen(Metric.update(appendedBatches, 1), Metric.update(appendedEvents, last - first + 1))

const countConflict = (error: unknown): Effect.Effect<void> =>
  error instanceof Conflict ? Metric.update(conflicts, 1) : Effect.void

/** The services of an adapter. */
interface Services {
  /** Whether the adapter counts what it appends. */
  readonly isCounted?: boolean
  readonly log: EventLog["Service"]
  readonly evidence: EvidenceLog["Service"]
  readonly administration: LogAdministration["Service"]
}

/** Returns the services as a context, with spans around their calls and counts of appends and conflicts. */
export const observed = ({
  administration,
  evidence,
  isCounted = false,
  log
}: Services): Context.Context<LogServices> =>
  Context.make(
    EventLog,
    EventLog.of({
      ...log,
      append: (batch) => {
        const counted = isCounted ? log.append(batch) : Effect.tap(log.append(batch), countAppended)
        return traced(Effect.tapError(counted, countConflict), (self) => appendSpan(self, batch))
      },
      read: (plan, options) => traced(log.read(plan, options), (self) => readSpan(self, plan, options)),
      page: (plan, after, limit) =>
        Effect.andThen(
          checkedRange(plan, { after, limit }),
          traced(log.page(plan, after, limit), (self) => readSpan(self, plan, { after, limit }))
        )
    })
  ).pipe(
    Context.add(
      EvidenceLog,
      EvidenceLog.of({
        ...evidence,
        records: (plan, options) => recordsSpan(evidence.records(plan, options), plan, options)
      })
    ),
    Context.add(
      LogAdministration,
      LogAdministration.of({
        ...administration,
        restore: (plan, stored) =>
          Effect.withSpan(administration.restore(plan, stored), "LogAdministration.restore", { attributes: { plan } })
      })
    )
  )
