/**
 * The plan that a server shows: its log, read again when it has grown, and the views of one version of it.
 */
import { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { rootText } from "@frist/evidence/checkpoints/Checkpoint"
import type { EvidenceBroken } from "@frist/evidence/StoredEvent"
import { History } from "@frist/projections/History"
import type { PrintedCheckpoint } from "@frist/reports/ReportAssembly"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import type { LogServices } from "@frist/store/LogServices"
import { verifiedLog } from "@frist/store/evidence/VerifiedLog"
import * as Effect from "effect/Effect"
import * as Semaphore from "effect/Semaphore"

/** The days that a view is of. */
export interface ServedDays {
  readonly asOf: Day
  readonly today: Day
}

/** One version of the plan: as many events as there were, on a day. */
export interface PlanVersion {
  readonly plan: PlanId
  /** The number of events and the day, for a program that asks whether a page is current. */
  readonly version: string
  readonly history: History
  readonly checkpoint: PrintedCheckpoint
}

/** The failures of reading a plan. */
type PlanFailure = EventLogError | EvidenceBroken

/** A plan that is served. */
export interface ServedPlan {
  readonly plan: PlanId
  /** Reads the present version; the same value as long as nothing has been recorded and the day is the same. */
  readonly now: Effect.Effect<PlanVersion, PlanFailure>
}

/** Names the version of a plan with so many events, on these days. */
const nameOfVersion = (events: number, { asOf, today }: ServedDays): string => `${events}.${asOf}.${today}`

interface Read {
  readonly events: ReadonlyArray<RecordedEvent>
  readonly checkpoint: PrintedCheckpoint
}

/** Opens a plan. `days` gives the days of its pages, which pass unless the command names them. */
export const servedPlan = Effect.fnUntraced(function* (
  plan: PlanId,
  knownAt: number | undefined,
  days: Effect.Effect<ServedDays>
): Effect.fn.Return<ServedPlan, never, LogServices> {
  const context = yield* Effect.context<LogServices>()
  const log = yield* EventLog
  const one = yield* Semaphore.make(1)
  let read: Read | undefined
  let shown: PlanVersion | undefined
  const grown = Effect.fnUntraced(function* (known: Read | undefined) {
    if (known !== undefined && (yield* log.read(plan, { after: known.events.length, limit: 1 })).length === 0)
      return known
    const { checkpoint, events } = yield* verifiedLog(plan, knownAt)
    return { events, checkpoint: { ...checkpoint, root: rootText(checkpoint.root) } }
  })
  const now = Effect.gen(function* () {
    read = yield* grown(read)
    const { checkpoint, events } = read
    const on = yield* days
    const version = nameOfVersion(events.length, on)
    if (shown?.version !== version || shown.checkpoint !== checkpoint)
      shown = { plan, version, history: History.of(events, { ...on, knownAt }), checkpoint }
    return shown
  })
  // Readers that ask at once share one reading.
  return { plan, now: Effect.provideContext(one.withPermits(1)(now), context) }
})
