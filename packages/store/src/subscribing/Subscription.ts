/**
 * Following a log, the same for every adapter: what is there already, then what comes, each event once and in the order
 * of its plan. What has grown is only a hint; what is read decides.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { Checkpoints, EventLogError, Following, PlanSummary, ReadOptions } from "../EventLog.ts"
import { type FollowLag, followLag } from "./SubscriptionLag.ts"

/** What following asks of an adapter. */
export interface Followed {
  readonly read: (plan: PlanId, options: ReadOptions) => Effect.Effect<ReadonlyArray<RecordedEvent>, EventLogError>
  readonly plans: Effect.Effect<ReadonlyArray<PlanSummary>, EventLogError>
  /** How many events a plan has. */
  readonly head: (plan: PlanId) => Effect.Effect<number, EventLogError>
  /**
   * Begins to listen for growth of that plan, or of any; what it gives waits until there may be more: in these plans,
   * or, for null, in any.
   */
  readonly listen: (
    plan: PlanId | undefined
  ) => Effect.Effect<Effect.Effect<ReadonlySet<PlanId> | null>, never, Scope.Scope>
}

/** How much is read at a time. */
const pageSize = 1000

/** It does not end by itself. A follower that is slow holds up only itself. */
export const follow = (log: Followed, following: Following): Stream.Stream<RecordedEvent, EventLogError> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const lag = yield* followLag
      const wait = yield* log.listen(following.plan)
      return following.plan === undefined
        ? followAll(log, lag, following.after, wait)
        : followOne(log, lag, following.plan, following.after, wait)
    })
  )

const pageSpan = Effect.withSpan(
  "EventLog.changes",
  (plan: PlanId, after: number) => ({ attributes: { plan, after } }),
  { captureStackTrace: false }
)
const sayHowMany = (page: ReadonlyArray<RecordedEvent>) => Effect.annotateCurrentSpan("events", page.length)

/** The next page of a plan, handed over. */
const nextPage = Effect.fnUntraced(function* (log: Followed, lag: FollowLag, plan: PlanId, after: number) {
  const page = yield* pageSpan(Effect.tap(log.read(plan, { after, limit: pageSize }), sayHowMany), plan, after)
  const unknown = yield* lag.handed(plan, page, page.length === pageSize)
  if (unknown) yield* lag.waiting(plan, (yield* log.head(plan)) - after)
  return page
})

const followOne = (log: Followed, lag: FollowLag, plan: PlanId, from: number, wait: Effect.Effect<unknown>) =>
  Stream.paginate(from, (after) =>
    Effect.gen(function* () {
      yield* lag.taken
      const page = yield* nextPage(log, lag, plan, after)
      if (page.length === 0) yield* wait
      return [page, Option.some(after + page.length)] as const
    })
  )

/** In a round every plan that is behind is read a page. */
interface Round {
  readonly checkpoints: Map<PlanId, number>
  /** Plans still to be read in this round; null before it is known which. */
  readonly waiting: ReadonlyArray<PlanId> | null
  /** Some plan had more than a page. */
  readonly more: boolean
}

const followAll = (log: Followed, lag: FollowLag, from: Checkpoints, wait: Effect.Effect<ReadonlySet<PlanId> | null>) =>
  Stream.paginate({ checkpoints: new Map(from), waiting: null, more: false } as Round, (round) =>
    Effect.gen(function* () {
      yield* lag.taken
      const { checkpoints, more, waiting } = round
      const next = (changed: Partial<Round>) => Option.some({ ...round, ...changed })
      if (waiting === null) {
        const behind = (yield* log.plans).filter(({ events, plan }) => events > (checkpoints.get(plan) ?? 0))
        for (const { events, plan } of behind) yield* lag.waiting(plan, events - (checkpoints.get(plan) ?? 0))
        return [[], next({ waiting: behind.map((each) => each.plan), more: false })] as const
      }
      const [plan, ...others] = waiting
      if (plan === undefined) {
        // Who has much to tell does not keep those waiting who began to speak meanwhile.
        const grown = more ? null : yield* wait
        return [[], next({ waiting: grown === null ? null : [...grown] })] as const
      }
      const after = checkpoints.get(plan) ?? 0
      const page = yield* nextPage(log, lag, plan, after)
      if (page.length > 0) checkpoints.set(plan, after + page.length)
      return [page, next({ waiting: others, more: more || page.length === pageSize })] as const
    })
  )
