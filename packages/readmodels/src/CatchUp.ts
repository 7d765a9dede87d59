/**
 * Bringing the read models of a plan up to its log: what was touched is derived anew, and is written with the checkpoint
 * in one transaction.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { changes, type Reached, rowsOf } from "./DerivedRows.ts"
import { PlanEvents } from "./PlanEvents.ts"
import type { ReadModel, Row } from "./ReadModel.ts"
import { readModelNamed } from "./ReadModels.ts"
import {
  type Checkpoint,
  type Claimed,
  type Followed,
  ReadModelStore,
  type Why,
  type Writing
} from "./ReadModelStore.ts"

/** `held`: somebody else is at it. `parked`: it stands still until somebody looks. */
export type Outcome = "done" | "held" | "parked"

export interface CatchUpOptions {
  /** What is recorded ahead of this day does not count yet. */
  readonly today: Day
  /** Whether to wait for whoever is at it: no unless told. */
  readonly waits?: boolean
  /** Which tables that are being built are to have the plan too: those that have it already, unless told. */
  readonly building?: (projection: string) => boolean
  /** In which read models the rows of the plan are made anew, whatever stands there. */
  readonly anew?: (projection: string) => boolean
}

/** Brings one plan up to its log. */
export type CatchUp = (plan: PlanId, options: CatchUpOptions) => Effect.Effect<Outcome, EventLogError>

/** Events read at a time, and rows held before they are written where all of a plan are. */
const pageSize = 5000
const rowsHeld = 2000
/** So many attempts that ended with the process, and the plan is left alone. */
const mostAttempts = 5

interface Target extends Followed {
  readonly model: ReadModel
  readonly anew: boolean
}

/** Tables that this code can write: of its own shape, and serving, or having the plan, or to have it. */
const targetsOf = (
  { followed }: Claimed,
  { anew = () => false, building = () => false }: CatchUpOptions
): ReadonlyArray<Target> => {
  const isNew = followed.every(({ checkpoint }) => checkpoint === null)
  return followed.flatMap((each) => {
    const { checkpoint, generation } = each
    const model = readModelNamed(generation.projection)
    if (model === undefined || model.shape !== generation.shape) return []
    const wanted = generation.state === "serving" || checkpoint !== null || isNew || building(generation.projection)
    return wanted ? [{ ...each, model, anew: anew(generation.projection) }] : []
  })
}

/** Stops what is under way, which is then rolled back, and says why. */
class Stop extends Error {
  readonly why: Why
  readonly position: number | null
  readonly detail: string
  constructor(why: Why, position: number | null, detail: string) {
    super(detail)
    this.why = why
    this.position = position
    this.detail = detail
  }
}

/**
 * Catches up as often as it is asked to. Events of plans that were caught up lately are remembered, `remembered` of them at
 * most, so that only what is new is read: a log is never changed.
 */
export const makeCatchUp = (remembered = 100_000): Effect.Effect<CatchUp, never, EventLog | ReadModelStore> =>
  Effect.gen(function* () {
    const log = yield* EventLog
    const store = yield* ReadModelStore
    const known = new Map<PlanId, PlanEvents>()

    const remember = (plan: PlanId, events: PlanEvents) => {
      known.delete(plan)
      known.set(plan, events)
      let total = 0
      for (const each of known.values()) total += each.position
      for (const [oldest, each] of known) {
        if (total <= remembered) break
        known.delete(oldest)
        total -= each.position
      }
    }

    /**
     * Reads what is new; an event that cannot be read ends it, and those before it are kept. Nothing is kept where the log
     * has become another one: what was known may have been read in a transaction that was rolled back, or of a log that
     * was restored since.
     */
    const readNew = Effect.fnUntraced(function* (plan: PlanId) {
      let events = known.get(plan) ?? new PlanEvents()
      let limit = pageSize
      let unreadable: Stop | null = null
      for (let isFirst = true; ; isFirst = false) {
        const { last } = events
        // The last that is known is read again.
        const after: number = isFirst ? Math.max(0, events.position - 1) : events.position
        const page = yield* Effect.result(log.read(plan, { after, limit }))
        if (page._tag === "Failure") {
          const error = page.failure
          if (error.reason !== "corrupt") return yield* error
          const position = error.position ?? null
          unreadable = new Stop("unreadable", position, error.detail)
          if (position === null || position <= after + 1 || limit <= position - after - 1) break
          limit = position - after - 1
          continue
        }
        if (isFirst && last !== undefined && !isSameEvent(last, page.success[0])) {
          known.delete(plan)
          events = new PlanEvents()
          continue
        }
        for (const record of page.success) events.add(record)
        if (unreadable !== null || page.success.length < limit) break
      }
      return { events, stopped: unreadable }
    })

    const bring = Effect.fnUntraced(function* (plan: PlanId, claimed: Claimed, options: CatchUpOptions) {
      const targets = targetsOf(claimed, options)
      const { events, stopped } = yield* readNew(plan)
      remember(plan, events)
      const days = targets.flatMap(({ anew, checkpoint }) => (anew ? [] : (checkpoint?.asOf ?? [])))
      const asOf = days.reduce((last, day) => (day > last ? day : last), options.today)
      const after: Checkpoint = { position: events.position, asOf, nextDay: events.nextDay(asOf) }
      const behind = targets.find(({ anew, checkpoint }) => !anew && (checkpoint?.position ?? 0) > events.position)
      if (behind !== undefined) {
        const detail = `the log ends at event ${events.position}, and the rows come from event ${behind.checkpoint?.position}`
        return stopped ?? new Stop("behind", events.position, detail)
      }
      const least = targets.reduce(
        (least, { checkpoint }) => Math.min(least, checkpoint?.position ?? 0),
        events.position
      )
      if (events.removesAfter(least)) yield* claimed.purge
      // Tables that stand at the same place are derived together: mostly all of them.
      const groups = Map.groupBy(targets, ({ anew, checkpoint }) => (anew ? "" : JSON.stringify(checkpoint)))
      for (const group of groups.values()) {
        const stood = group[0]?.checkpoint ?? null
        // How rows stood cannot be derived from what is gone.
        const anew = (group[0]?.anew ?? false) || (stood !== null && events.removesAfter(stood.position))
        const from = anew ? null : stood
        if (anew) yield* Effect.forEach(group, (each) => claimed.clear(each.model, each.generation.version))
        if (from !== null && isSame(from, after)) continue
        if (from === null) yield* writeAll(claimed, events, group, after)
        else {
          const found = changes(
            group.map(({ model }) => model),
            events,
            from,
            after
          )
          yield* claimed.write(writingsOf(group, found, false))
        }
        yield* claimed.save(
          group.map(({ generation }) => generation),
          after
        )
      }
      return stopped
    })

    return Effect.fnUntraced(function* (plan: PlanId, options: CatchUpOptions) {
      // A process that was ended knows nothing, so only one that knows nothing counts its attempts.
      if (!known.has(plan)) yield* store.attempt(plan)
      const work = (claimed: Claimed): Effect.Effect<Stop | "parked" | null, EventLogError> => {
        if (claimed.parked !== null) return Effect.succeed("parked")
        return claimed.attempts > mostAttempts
          ? Effect.succeed(new Stop("killed", null, `${claimed.attempts - 1} attempts were never ended`))
          : bring(plan, claimed, options)
      }
      const outcome = yield* store.claim(plan, options.waits ?? false, work).pipe(
        // Whatever it is that cannot be derived stops this plan, and no other.
        Effect.catchDefect((defect) => Effect.succeed(Option.some(new Stop("unreadable", null, String(defect)))))
      )
      if (Option.isNone(outcome)) return "held"
      if (outcome.value === "parked") return "parked"
      if (outcome.value !== null) {
        const { detail, position, why } = outcome.value
        yield* store.park({ plan, why, position, detail })
        return "parked"
      }
      return "done"
    })
  })

const isSameEvent = (a: RecordedEvent, b: RecordedEvent | undefined): boolean =>
  b !== undefined && a.position === b.position && a.batch === b.batch && a.recordedAt === b.recordedAt

const isSame = (a: Checkpoint, b: Checkpoint): boolean =>
  a.position === b.position && a.asOf === b.asOf && a.nextDay === b.nextDay

const writingsOf = (
  targets: ReadonlyArray<Target>,
  found: ReadonlyArray<Writing["change"]>,
  fresh: boolean
): ReadonlyArray<Writing> =>
  targets.flatMap(({ generation, model }, at) => {
    const change = found[at]
    return change === undefined || change.rows.length + change.gone.length === 0
      ? []
      : [{ model, version: generation.version, change, fresh }]
  })

/** Writes a whole plan, some rows at a time. */
export const writeAll = Effect.fnUntraced(function* (
  claimed: Claimed,
  events: PlanEvents,
  targets: ReadonlyArray<Target>,
  reached: Reached
) {
  const models = targets.map(({ model }) => model)
  let held = models.map((): Array<Row> => [])
  let count = 0
  const flush = () => {
    const writings = writingsOf(
      targets,
      held.map((rows) => ({ rows, gone: [] })),
      true
    )
    held = models.map(() => [])
    count = 0
    return claimed.write(writings)
  }
  for (const subject of events.subjects) {
    for (const [at, rows] of rowsOf(models, events, subject, reached).entries()) {
      held[at]?.push(...rows)
      count += rows.length
    }
    if (count >= rowsHeld) yield* flush()
  }
  yield* flush()
})
