/**
 * A log whose appends are in the read models by the time they are answered: for whoever reads back at once what he wrote.
 */
import type { Day } from "@frist/domain/Day"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { makeCatchUp } from "./CatchUp.ts"
import { ReadModelStore } from "./ReadModelStore.ts"

export interface InlineOptions {
  /** The day that it is, asked for each time. */
  readonly today: Effect.Effect<Day>
}

/**
 * The log of the context, which brings the plan's read models up to it after each append. An append counts whether or not
 * that succeeds: where it fails, a worker does it later, and the log of the program says so. Within a transaction of the
 * caller's, with a log and read models that share his `PgClient`, rows and events stand or fall together; there a failure
 * of the database ends the transaction.
 */
export const inline = ({
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

/** The same as a layer over a log. */
export const layer = (options: InlineOptions): Layer.Layer<EventLog, never, EventLog | ReadModelStore> =>
  Layer.effect(EventLog, inline(options))
