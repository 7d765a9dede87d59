/**
 * A log whose appends are in the read models when they return, for callers that read their own writes.
 */
import type { Day } from "@frist/domain/Day"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { makeCatchUp } from "./CatchUp.ts"
import { ReadModelStore } from "./ReadModelStore.ts"

interface InlineOptions {
  /** Today, read at each append. */
  readonly today: Effect.Effect<Day>
}

/**
 * Makes a log that catches the plan's read models up after each append. An append is recorded even if that fails: then a
 * worker does it later, and a warning is logged. In the caller's transaction, with a log and read models that share its
 * `PgClient`, rows and events are committed together, and a database failure ends the transaction.
 */
export const inlineEventLog = ({
  today
}: InlineOptions): Effect.Effect<EventLog["Service"], never, EventLog | ReadModelStore> =>
  Effect.gen(function* () {
    const log = yield* EventLog
    const catchUp = yield* makeCatchUp()
    return EventLog.of({
      ...log,
      append: (batch) =>
        Effect.tap(log.append(batch), () =>
          Effect.flatMap(today, (day) => catchUp(batch.plan, { today: day, waits: true })).pipe(
            Effect.catch((error: EventLogError) => Effect.logWarning("read models will be caught up later", error))
          )
        )
    })
  })

/** Provides that log over another one. */
export const layer = (options: InlineOptions): Layer.Layer<EventLog, never, EventLog | ReadModelStore> =>
  Layer.effect(EventLog, inlineEventLog(options))
