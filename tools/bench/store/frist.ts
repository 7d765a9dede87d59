/**
 * Frist's log in PostgreSQL, as an embedding service uses it.
 */
import { type ActivityId, Actor, BatchId, PlanId } from "@frist/domain/Names"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { EventLog } from "@frist/store/EventLog"
import { layer } from "@frist/store/postgres/PgEventLog"
import { events } from "@frist/store/EventPages"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"

/** `FRIST_BENCH_PARTITIONS=16` measures partitioned tables. */
const partitions = Number(process.env["FRIST_BENCH_PARTITIONS"] ?? 0)

export const fristLog = async (url: string, connections: number) => {
  const scope = Scope.makeUnsafe()
  const log = Context.get(
    await Effect.runPromise(
      Layer.buildWithScope(layer({ url: Redacted.make(url), migrate: { partitions }, connections }), scope)
    ),
    EventLog
  )
  let batches = 0
  return {
    log,
    append: (plan: string, after: number, activities: ReadonlyArray<ActivityId>, events: ReadonlyArray<NewEvent>) => {
      batches += 1
      return Effect.runPromise(
        log.append({
          plan: PlanId.make(plan),
          batch: BatchId.make(`batch-${batches}`),
          actor: Actor.make("bench"),
          events,
          condition: { after, activities }
        })
      )
    },
    read: async (plan: string, fold: (event: RecordedEvent) => void) => {
      await events(PlanId.make(plan)).pipe(
        Stream.runForEachArray((page) =>
          Effect.sync(() => {
            for (const event of page) fold(event)
          })
        ),
        Effect.provideService(EventLog, log),
        Effect.runPromise
      )
    },
    close: () => Effect.runPromise(Scope.close(scope, Exit.void))
  }
}
