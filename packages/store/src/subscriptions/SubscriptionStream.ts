/**
 * Streams the events of a subscription, the same for every adapter: those already recorded, then new ones, each once and
 * in the order of its plan. Notifications only say when to look; what is read decides. A subscription keeps the leaf of
 * the last event of each plan, from before it began where the subscriber has kept it, and ends where the log has another event there, or none.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { checkedRange } from "../CheckedInput.ts"
import { type EventLog, EventLogError, type PlanSummary, type Subscription } from "../EventLog.ts"
import { type SubscriptionLag, subscriptionLag } from "./SubscriptionLag.ts"

/** The operations that a subscription needs from an adapter. */
export interface SubscriptionSource {
  /** Reads a page, as `EventLog.page`. */
  readonly read: EventLog["Service"]["page"]
  /** Reads every plan with events, as `EventLog.plans`. */
  readonly plans: Effect.Effect<ReadonlyArray<PlanSummary>, EventLogError>
  /** Reads how many events a plan has. */
  readonly head: (plan: PlanId) => Effect.Effect<number, EventLogError>
  /** Whether an event may be missing only because this copy of the log is behind. Default: no. */
  readonly isReplica?: Effect.Effect<boolean, EventLogError>
  /**
   * Starts to listen for new events of one plan, or of any. The effect that it returns waits until there may be more:
   * in the plans of the set, or in any plan if null. It may end early, but must end in time.
   */
  readonly listen: (
    plan: PlanId | undefined
  ) => Effect.Effect<Effect.Effect<ReadonlySet<PlanId> | null>, never, Scope.Scope>
}

/** Events per page. */
const pageSize = 1000

/** Streams the events of a subscription. It never ends by itself, and a slow subscriber delays only itself. */
export const subscriptionStream = (
  source: SubscriptionSource,
  from: Subscription
): Stream.Stream<RecordedEvent, EventLogError> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const lag = yield* subscriptionLag
      const wait = yield* source.listen(from.plan)
      return from.plan === undefined ? streamAll(source, lag, from, wait) : streamPlan(source, lag, from, wait)
    })
  )

const pageSpan = Effect.withSpan(
  "EventLog.changes",
  (plan: PlanId, after: number) => ({ attributes: { plan, after } }),
  { captureStackTrace: false }
)
const annotateCount = ({ events }: Pick<Effect.Success<ReturnType<SubscriptionSource["read"]>>, "events">) =>
  Effect.annotateCurrentSpan("events", events.length)

/** The last event of a plan that a subscription has: its position, and its leaf once that is known. */
interface Place {
  readonly plan: PlanId
  readonly after: number
  readonly leaf?: Uint8Array | null
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

const wentBack = (plan: PlanId, position: number, isGone: boolean): EventLogError =>
  new EventLogError({
    reason: "wentBack",
    detail: `event ${position} of plan ${plan} ${isGone ? "is gone" : "is another than the one that was read"}`,
    plan,
    position
  })

/** Reads the next page of a plan, counts it as delivered, and returns it with its last event. */
const nextPage = Effect.fnUntraced(function* (source: SubscriptionSource, lag: SubscriptionLag, place: Place) {
  const { after, leaf, plan } = place
  yield* checkedRange(plan, { after })
  const page = yield* pageSpan(Effect.tap(source.read(plan, after, pageSize), annotateCount), plan, after)
  const { before, events, last } = page
  if (after > 0 && leaf != null && before === null) {
    // A replica that is behind has the event later.
    if (source.isReplica !== undefined && (yield* source.isReplica)) return [[], place] as const
    return yield* wentBack(plan, after, true)
  }
  if (leaf != null && before !== null && !isSame(leaf, before)) return yield* wentBack(plan, after, false)
  const needsHead = yield* lag.delivered(plan, events, events.length === pageSize)
  if (needsHead) yield* lag.waiting(plan, (yield* source.head(plan)) - after)
  const end: Place = { plan, after: after + events.length, leaf: last }
  return [events, end] as const
})

const streamPlan = (source: SubscriptionSource, lag: SubscriptionLag, from: Place, wait: Effect.Effect<unknown>) =>
  Stream.paginate(from, (place) =>
    Effect.gen(function* () {
      yield* lag.consumed
      const [events, next] = yield* nextPage(source, lag, place)
      if (events.length === 0) yield* wait
      return [events, Option.some(next)] as const
    })
  )

/** One page of each plan that is behind. */
interface Round {
  readonly places: Map<PlanId, Place>
  /** Plans still to be read in this round; null before they are known. */
  readonly waiting: ReadonlyArray<PlanId> | null
  /** Whether some plan had more than a page. */
  readonly more: boolean
}

const streamAll = (
  source: SubscriptionSource,
  lag: SubscriptionLag,
  { after, leaves = new Map() }: Exclude<Subscription, Place>,
  wait: Effect.Effect<ReadonlySet<PlanId> | null>
) => {
  const places = new Map(
    [...after].map(([plan, at]): [PlanId, Place] => [plan, { plan, after: at, leaf: leaves.get(plan) ?? null }])
  )
  // A leaf that the subscriber kept is compared at once, also where nothing is new.
  const begun: Round = { places, waiting: [...leaves.keys()], more: true }
  return Stream.paginate(begun, (round) =>
    Effect.gen(function* () {
      yield* lag.consumed
      const { more, waiting } = round
      const next = (changed: Partial<Round>) => Option.some({ ...round, ...changed })
      if (waiting === null) {
        const behind = otherPlans(yield* source.plans, places)
        for (const [plan, events] of behind) yield* lag.waiting(plan, events)
        return [[], next({ waiting: behind.map(([plan]) => plan), more: false })] as const
      }
      const [plan, ...others] = waiting
      if (plan === undefined) {
        // A plan with many events must not keep a new plan waiting, so every round begins with all plans.
        const grown = more ? null : yield* wait
        return [[], next({ waiting: grown === null ? null : [...grown] })] as const
      }
      const [events, place] = yield* nextPage(source, lag, places.get(plan) ?? { plan, after: 0 })
      if (events.length > 0 || places.has(plan)) places.set(plan, place)
      return [events, next({ waiting: others, more: more || events.length === pageSize })] as const
    })
  )
}

/** The plans that have grown, each with the number of its new events, and those that lack events which were read. */
const otherPlans = (plans: ReadonlyArray<PlanSummary>, places: ReadonlyMap<PlanId, Place>) => {
  const heads = new Map(plans.map(({ events, plan }) => [plan, events]))
  const other: Array<readonly [plan: PlanId, events: number]> = []
  for (const [plan, events] of heads) {
    const after = places.get(plan)?.after ?? 0
    if (events > after) other.push([plan, events - after])
  }
  for (const { after, leaf, plan } of places.values()) {
    if (leaf != null && (heads.get(plan) ?? 0) < after) other.push([plan, 0])
  }
  return other
}
