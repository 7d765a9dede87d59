/**
 * Several logs as one: each plan is in the log that the caller's table names, or where it has moved since. Nothing
 * crosses plans, so each log keeps its promises for its plans.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import {
  type Appended,
  type Batch,
  type Conflict,
  type EventLog,
  EventLogError,
  type PlanSummary,
  type ReadOptions,
  type Subscription
} from "./EventLog.ts"

type Log = EventLog["Service"]
type PlanSubscription = Extract<Subscription, { readonly plan: PlanId }>
type Closing = RecordedEvent & { readonly type: "PlanMoved" }

/** Whether a log of these plans has an event. */
const isThere = (plans: ReadonlyArray<PlanSummary>, of: PlanId, position: number): boolean =>
  plans.some(({ events, plan }) => plan === of && events >= position)

/** The time between two looks for a plan that is on its way. */
const looks = "250 millis"

const isClosing = (event: RecordedEvent | undefined): event is Closing => event?.event?._tag === "PlanMoved"

/**
 * Returns one log of several. `logs` has a log for each place, by the address in `PlanMoved`; `placeOf` names the place
 * where a plan was begun. A plan that has moved is found by its closing event: appends, reads and subscriptions go on
 * where it has arrived. On its way it can be read, and commands are refused with the place.
 */
export const eventLogs = (logs: ReadonlyMap<string, Log>, placeOf: (plan: PlanId) => string): Log => {
  /** The places at which plans were last seen. */
  const places = new Map<PlanId, string>()
  const logAt = (place: string): Effect.Effect<Log, EventLogError> => {
    const log = logs.get(place)
    return log === undefined
      ? Effect.fail(new EventLogError({ reason: "invalid", detail: `the table has no log for ${place}` }))
      : Effect.succeed(log)
  }
  const logOf = (plan: PlanId) => Effect.suspend(() => logAt(places.get(plan) ?? placeOf(plan)))

  /** Returns whether the log of a closing event goes on at its place, and if so, goes there. */
  const hasArrived = Effect.fnUntraced(function* (closing: Closing) {
    const { batch, event, plan, position } = closing
    if (event === null) return false
    const [copied, arrived] = yield* (yield* logAt(event.to)).read(plan, { after: position - 1, limit: 2 })
    if (!isClosing(copied) || copied.batch !== batch || arrived?.type !== "PlanArrived") return false
    places.set(plan, event.to)
    return true
  })

  /** Returns whether a log is closed at a position and goes on elsewhere. */
  const goesOn = Effect.fnUntraced(function* (log: Log, plan: PlanId, position: number) {
    if (position < 1) return false
    const [last] = yield* log.read(plan, { after: position - 1, limit: 1 })
    return isClosing(last) && (yield* hasArrived(last))
  })

  const append = (batch: Batch): Effect.Effect<Appended, Conflict | EventLogError> =>
    Effect.flatMap(logOf(batch.plan), (log) =>
      Effect.catchTag(log.append(batch), "Conflict", (conflict) =>
        Effect.flatMap(goesOn(log, batch.plan, conflict.head), (isMoved) =>
          isMoved ? append(batch) : Effect.fail(conflict)
        )
      )
    )

  const read = (plan: PlanId, options: ReadOptions = {}): Effect.Effect<ReadonlyArray<RecordedEvent>, EventLogError> =>
    Effect.gen(function* () {
      const log = yield* logOf(plan)
      const events = yield* log.read(plan, options)
      const last = events.at(-1)
      if (events.length === options.limit || (last !== undefined && !isClosing(last))) return events
      return (yield* goesOn(log, plan, last?.position ?? options.after ?? 0)) ? yield* read(plan, options) : events
    })

  /** Returns the log in which the plan is now. */
  const found = (plan: PlanId): Effect.Effect<Log, EventLogError> =>
    Effect.gen(function* () {
      const log = yield* logOf(plan)
      const head = (yield* log.plans).find((each) => each.plan === plan)?.events ?? 0
      return (yield* goesOn(log, plan, head)) ? yield* found(plan) : log
    })

  /** Streams a plan from the log that has it, and after its closing event from the next. */
  const changesIn = (
    log: Log,
    { after, leaf, plan }: PlanSubscription
  ): Stream.Stream<RecordedEvent, EventLogError> => {
    let closing: Closing | undefined
    const here = Stream.unwrap(
      Effect.map(after === 0 ? Effect.succeed([]) : log.read(plan, { after: after - 1, limit: 2 }), ([last, next]) => {
        if (isClosing(last) && next === undefined) {
          closing = last
          return Stream.empty
        }
        return Stream.takeUntilEffect(log.changes({ plan, after, ...(leaf === undefined ? {} : { leaf }) }), (event) =>
          isClosing(event)
            ? Effect.map(log.read(plan, { after: event.position, limit: 1 }), ([next]) => {
                if (next === undefined) closing = event
                return next === undefined
              })
            : Effect.succeed(false)
        )
      })
    )
    const next = Effect.suspend(() => (closing === undefined ? Effect.succeed(false) : hasArrived(closing))).pipe(
      Effect.repeat({ until: (isThere) => isThere, schedule: Schedule.spaced(looks) }),
      Effect.andThen(logOf(plan)),
      Effect.map((there) => changesIn(there, { plan, after: closing?.position ?? after }))
    )
    return Stream.concat(here, Stream.unwrap(next))
  }

  /** Streams every log, and of the events that several have, the first that comes. */
  const changesOfAll = ({
    after,
    leaves = new Map()
  }: Exclude<Subscription, PlanSubscription>): Stream.Stream<RecordedEvent, EventLogError> => {
    const seen = new Map(after)
    return Stream.mergeAll(
      [...logs.values()].map((log) =>
        Stream.unwrap(
          Effect.map(log.plans, (plans) =>
            // A log that a plan has left ends before the position of its subscribers.
            log.changes({
              after: new Map(plans.map(({ events, plan }) => [plan, Math.min(events, after.get(plan) ?? 0)])),
              leaves: new Map([...leaves].filter(([of]) => isThere(plans, of, after.get(of) ?? 0)))
            })
          )
        )
      ),
      { concurrency: "unbounded" }
    ).pipe(
      Stream.filter(({ plan, position }) => {
        if (position !== (seen.get(plan) ?? 0) + 1) return false
        seen.set(plan, position)
        return true
      })
    )
  }

  const plans = Effect.map(
    Effect.forEach([...logs.values()], (log) => log.plans, { concurrency: "unbounded" }),
    (lists) => {
      const heads = new Map<PlanId, number>()
      for (const { events, plan } of lists.flat()) heads.set(plan, Math.max(events, heads.get(plan) ?? 0))
      return [...heads]
        .map(([plan, events]): PlanSummary => ({ plan, events }))
        .sort((a, b) => (a.plan < b.plan ? -1 : 1))
    }
  )

  return {
    append,
    read,
    page: (plan, after, limit) => Effect.flatMap(found(plan), (log) => log.page(plan, after, limit)),
    plans,
    editions: (plan) => Effect.flatMap(found(plan), (log) => log.editions(plan)),
    edition: (plan, sha256) => Effect.flatMap(found(plan), (log) => log.edition(plan, sha256)),
    leaves: (of) =>
      Effect.map(
        Effect.forEach(of, (place) => Effect.flatMap(found(place.plan), (log) => log.leaves([place]))),
        (all) => all.flat()
      ),
    changes: (subscription) =>
      subscription.plan === undefined
        ? changesOfAll(subscription)
        : Stream.unwrap(Effect.map(found(subscription.plan), (log) => changesIn(log, subscription)))
  }
}
