/**
 * Streams the events of a subscription, the same for every adapter: those already recorded, then new ones, each once and
 * in the order of its plan. Notifications only say when to look; what is read decides.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { EventLogError, PlanSummary, Positions, ReadOptions, Subscription } from "../EventLog.ts"
import { type SubscriptionLag, subscriptionLag } from "./SubscriptionLag.ts"

/** The operations that a subscription needs from an adapter. */
export interface SubscriptionSource {
  /** Reads events, as `EventLog.read`. */
  readonly read: (plan: PlanId, options: ReadOptions) => Effect.Effect<ReadonlyArray<RecordedEvent>, EventLogError>
  /** Reads every plan with events, as `EventLog.plans`. */
  readonly plans: Effect.Effect<ReadonlyArray<PlanSummary>, EventLogError>
  /** Reads how many events a plan has. */
  readonly head: (plan: PlanId) => Effect.Effect<number, EventLogError>
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

/** Streams the events of a subscription. It never ends, and a slow subscriber delays only itself. */
export const subscriptionStream = (
  source: SubscriptionSource,
  { after, plan }: Subscription
): Stream.Stream<RecordedEvent, EventLogError> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const lag = yield* subscriptionLag
      const wait = yield* source.listen(plan)
      return plan === undefined ? streamAll(source, lag, after, wait) : streamPlan(source, lag, plan, after, wait)
    })
  )

const pageSpan = Effect.withSpan(
  "EventLog.changes",
  (plan: PlanId, after: number) => ({ attributes: { plan, after } }),
  { captureStackTrace: false }
)
const annotateCount = (page: ReadonlyArray<RecordedEvent>) => Effect.annotateCurrentSpan("events", page.length)

/** Reads the next page of a plan, and counts it as delivered. */
const nextPage = Effect.fnUntraced(function* (
  source: SubscriptionSource,
  lag: SubscriptionLag,
  plan: PlanId,
  after: number
) {
  const page = yield* pageSpan(Effect.tap(source.read(plan, { after, limit: pageSize }), annotateCount), plan, after)
  const needsHead = yield* lag.delivered(plan, page, page.length === pageSize)
  if (needsHead) yield* lag.waiting(plan, (yield* source.head(plan)) - after)
  return page
})

const streamPlan = (
  source: SubscriptionSource,
  lag: SubscriptionLag,
  plan: PlanId,
  from: number,
  wait: Effect.Effect<unknown>
) =>
  Stream.paginate(from, (after) =>
    Effect.gen(function* () {
      yield* lag.consumed
      const page = yield* nextPage(source, lag, plan, after)
      if (page.length === 0) yield* wait
      return [page, Option.some(after + page.length)] as const
    })
  )

/** One page of each plan that is behind. */
interface Round {
  readonly positions: Map<PlanId, number>
  /** Plans still to be read in this round; null before they are known. */
  readonly waiting: ReadonlyArray<PlanId> | null
  /** Whether some plan had more than a page. */
  readonly more: boolean
}

const streamAll = (
  source: SubscriptionSource,
  lag: SubscriptionLag,
  from: Positions,
  wait: Effect.Effect<ReadonlySet<PlanId> | null>
) =>
  Stream.paginate({ positions: new Map(from), waiting: null, more: false } as Round, (round) =>
    Effect.gen(function* () {
      yield* lag.consumed
      const { more, positions, waiting } = round
      const next = (changed: Partial<Round>) => Option.some({ ...round, ...changed })
      if (waiting === null) {
        const behind = (yield* source.plans).filter(({ events, plan }) => events > (positions.get(plan) ?? 0))
        for (const { events, plan } of behind) yield* lag.waiting(plan, events - (positions.get(plan) ?? 0))
        return [[], next({ waiting: behind.map((each) => each.plan), more: false })] as const
      }
      const [plan, ...others] = waiting
      if (plan === undefined) {
        // A plan with many events must not keep a new plan waiting, so every round begins with all plans.
        const grown = more ? null : yield* wait
        return [[], next({ waiting: grown === null ? null : [...grown] })] as const
      }
      const after = positions.get(plan) ?? 0
      const page = yield* nextPage(source, lag, plan, after)
      if (page.length > 0) positions.set(plan, after + page.length)
      return [page, next({ waiting: others, more: more || page.length === pageSize })] as const
    })
  )
