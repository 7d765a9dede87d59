/**
 * Catches the read models of a plan up with its log. Affected rows are derived again and written with the new position in
 * one transaction.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import { readAhead } from "@frist/store/ReadAhead"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { rowChanges, type DerivedPosition, rowsOf } from "./DerivedRows.ts"
import { PlanEvents } from "./PlanEvents.ts"
import type { ReadModel, ModelRow } from "./ReadModel.ts"
import { readModelNamed } from "./ReadModels.ts"
import {
  type StoredPosition,
  type PlanClaim,
  type PlanTable,
  ReadModelStore,
  type ParkReason,
  type TableWrite
} from "./ReadModelStore.ts"
import { isSameLeaf } from "./WentBack.ts"

/** The end of a catch-up. `held`: another worker holds the plan. `parked`: it is parked, with its reason in the store. */
export type CatchUpOutcome = "done" | "held" | "parked"

interface CatchUpOptions {
  /** Facts effective after this day do not count yet. */
  readonly today: Day
  /** Whether to wait for a worker that holds the plan. Default: no. */
  readonly waits?: boolean
  /** Whether the plan is added to the shadow tables of a read model. Default: only where they have it already. */
  readonly building?: (projection: string) => boolean
  /** Whether the rows of a read model are rebuilt, whatever they are now. Default: no. */
  readonly again?: (projection: string) => boolean
}

/** Catches one plan up with its log. */
export type CatchUp = (plan: PlanId, options: CatchUpOptions) => Effect.Effect<CatchUpOutcome, EventLogError>

/** Events read at a time, and rows buffered before a write when a whole plan is derived. */
const [pageSize, rowsHeld] = [5000, 2000]
/** Attempts that ended with the process before the plan is parked. */
const mostAttempts = 5

/** The events of a plan that were read, and the leaf of the last of them. */
interface KnownEvents {
  readonly events: PlanEvents
  readonly leaf: Uint8Array | null
}

interface Leaves {
  readonly leafAt: (position: number) => Uint8Array | null
}

interface Target extends PlanTable {
  readonly model: ReadModel
  readonly again: boolean
}

/** The tables to write: those with the shape that this code knows that serve, have the plan, or are about to get it. */
const targetsOf = (
  { tables }: PlanClaim,
  { again = () => false, building = () => false }: CatchUpOptions
): ReadonlyArray<Target> => {
  const isNew = tables.every(({ stored }) => stored === null)
  return tables.flatMap((each) => {
    const { stored, generation } = each
    const model = readModelNamed(generation.projection)
    if (model === undefined || model.shape !== generation.shape) return []
    const wanted = generation.state === "serving" || stored !== null || isNew || building(generation.projection)
    return wanted ? [{ ...each, model, again: again(generation.projection) }] : []
  })
}

/** The reason why a catch-up stopped. */
class Stop extends Error {
  readonly why: ParkReason
  readonly position: number | null
  readonly detail: string
  constructor(why: ParkReason, position: number | null, detail: string) {
    super(detail)
    this.why = why
    this.position = position
    this.detail = detail
  }
}

/**
 * Makes a catch-up that keeps the events of the plans it caught up last, at most `remembered` of them, so that only new
 * events are read.
 */
export const makeCatchUp = (remembered = 100_000): Effect.Effect<CatchUp, never, EventLog | ReadModelStore> =>
  Effect.gen(function* () {
    const log = yield* EventLog
    const store = yield* ReadModelStore
    const known = new Map<PlanId, KnownEvents>()

    const remember = (plan: PlanId, read: KnownEvents) => {
      known.delete(plan)
      known.set(plan, read)
      let total = 0
      for (const { events } of known.values()) total += events.position
      for (const [oldest, { events }] of known) {
        if (total <= remembered) break
        known.delete(oldest)
        total -= events.position
      }
    }

    /** Reads the new events. An unreadable event ends it; the events before it are kept. */
    const readNew = Effect.fnUntraced(function* (plan: PlanId) {
      const readPage = yield* readAhead((after) => log.read(plan, { after, limit: pageSize }), pageSize)
      const events = known.get(plan)?.events ?? new PlanEvents()
      const begun = events.position
      let limit = pageSize
      let unreadable: Stop | null = null
      for (;;) {
        const after = events.position
        const page = yield* Effect.result(unreadable === null ? readPage(after) : log.read(plan, { after, limit }))
        if (page._tag === "Failure") {
          const error = page.failure
          if (error.reason !== "corrupt") return yield* error
          const position = error.position ?? null
          unreadable = new Stop("unreadable", position, error.detail)
          if (position === null || position <= after + 1 || limit <= position - after - 1) break
          limit = position - after - 1
          continue
        }
        for (const record of page.success) events.add(record)
        if (unreadable !== null || page.success.length < limit) break
      }
      return { begun, events, stopped: unreadable }
    }, Effect.scoped)

    /**
     * Reads the new events of a plan, and the leaves at these positions and of the last event. All events are read again
     * where the log is another than the one of the known events, which may have been read in a transaction that was
     * rolled back, or before the log went back.
     */
    const readPlan = Effect.fnUntraced(function* (
      plan: PlanId,
      positions: ReadonlyArray<number>
    ): Effect.fn.Return<KnownEvents & Leaves & { readonly stopped: Stop | null }, EventLogError> {
      const held = known.get(plan)
      const { begun, events, stopped } = yield* readNew(plan)
      const wanted = [...new Set([begun, ...positions, events.position])]
      const found = yield* log.leaves(wanted.map((position) => ({ plan, position })))
      const leafAt = (position: number) => found[wanted.indexOf(position)] ?? null
      if (held !== undefined && !isSameLeaf(held.leaf, leafAt(begun))) {
        known.delete(plan)
        return yield* readPlan(plan, positions)
      }
      const read = { events, leaf: leafAt(events.position) }
      remember(plan, read)
      return { ...read, leafAt, stopped }
    })

    const bringUp = Effect.fnUntraced(function* (plan: PlanId, claimed: PlanClaim, options: CatchUpOptions) {
      const targets = targetsOf(claimed, options)
      const derived = targets.flatMap(({ again, stored }) => (again || stored === null ? [] : [stored]))
      const { events, leaf, leafAt, stopped } = yield* readPlan(
        plan,
        derived.map(({ position }) => position)
      )
      const days = targets.flatMap(({ again, stored }) => (again ? [] : (stored?.asOf ?? [])))
      const asOf = days.reduce((last, day) => (day > last ? day : last), options.today)
      const after: StoredPosition = { position: events.position, asOf, nextDay: events.nextDay(asOf), leaf }
      const lost = derived.find((stored) => stored.leaf !== null && !isSameLeaf(stored.leaf, leafAt(stored.position)))
      const ahead = lost ?? derived.find(({ position }) => position > events.position)
      if (ahead !== undefined) {
        const { position } = ahead
        const isGone = leafAt(position) === null
        const detail = `event ${position} is ${isGone ? "gone" : "another than the one of its rows"}`
        return isGone || lost !== undefined ? new Stop("wentBack", position, detail) : stopped
      }
      const least = targets.reduce((least, { stored }) => Math.min(least, stored?.position ?? 0), events.position)
      if (events.removesAfter(least)) yield* claimed.purge
      // Tables at the same position are derived together: usually all of them.
      const groups = Map.groupBy(targets, ({ again, stored }) => (again ? "" : placeText(stored)))
      for (const group of groups.values()) {
        const before = group[0]?.stored ?? null
        // Rows from before a redaction cannot be derived from the remaining events.
        const again = (group[0]?.again ?? false) || (before !== null && events.removesAfter(before.position))
        const from = again ? null : before
        if (again) yield* Effect.forEach(group, (each) => claimed.clear(each.model, each.generation.version))
        if (from !== null && isSame(from, after)) continue
        if (from === null) yield* writeWholePlan(claimed, events, group, after)
        else {
          const found = rowChanges(
            group.map(({ model }) => model),
            events,
            from,
            after
          )
          yield* claimed.write(writingsOf(group, found, false))
        }
        const of = group.map(({ generation }) => generation)
        yield* events.position === 0 && stopped === null ? claimed.forget(of) : claimed.save(of, after)
      }
      return stopped
    })

    return Effect.fnUntraced(function* (plan: PlanId, options: CatchUpOptions) {
      // A restarted process remembers no events, so only a process without remembered events counts its attempts.
      if (!known.has(plan)) yield* store.attempt(plan)
      const work = (claimed: PlanClaim): Effect.Effect<Stop | "parked" | null, EventLogError> => {
        // A rebuild takes what can be read of a plan to the new tables: else one plan would keep all others out of them.
        if (claimed.parked !== null && !(claimed.parked === "unreadable" && options.building !== undefined)) {
          return Effect.succeed("parked")
        }
        return claimed.attempts > mostAttempts
          ? Effect.succeed(new Stop("killed", null, `${claimed.attempts - 1} attempts ended with their process`))
          : bringUp(plan, claimed, options)
      }
      const outcome = yield* store.claim(plan, options.waits ?? false, work).pipe(
        // Rows that cannot be derived park this plan and no other.
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

/** Tells positions apart that are derived from. */
const placeText = (stored: StoredPosition | null): string =>
  stored === null ? "none" : [stored.position, stored.asOf, stored.nextDay, stored.leaf !== null].join(" ")

const isSame = (a: StoredPosition, b: StoredPosition): boolean =>
  a.position === b.position && a.asOf === b.asOf && a.nextDay === b.nextDay && isSameLeaf(a.leaf, b.leaf)

const writingsOf = (
  targets: ReadonlyArray<Target>,
  found: ReadonlyArray<TableWrite["change"]>,
  fresh: boolean
): ReadonlyArray<TableWrite> =>
  targets.flatMap(({ generation, model }, at) => {
    const change = found[at]
    return change === undefined || change.rows.length + change.gone.length === 0
      ? []
      : [{ model, version: generation.version, change, fresh }]
  })

/** Writes a whole plan in bounded steps. */
const writeWholePlan = Effect.fnUntraced(function* (
  claimed: PlanClaim,
  events: PlanEvents,
  targets: ReadonlyArray<Target>,
  reached: DerivedPosition
) {
  const models = targets.map(({ model }) => model)
  let held = models.map((): Array<ModelRow> => [])
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
