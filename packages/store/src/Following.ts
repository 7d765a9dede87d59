/**
 * Following a log, the same for every adapter: what is there already, then what comes, each event once and in the order
 * of its plan. What has grown is only a hint; what is read decides.
 */
import type { PlanId, RecordedEvent } from "@frist/domain"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { Checkpoints, EventLogError, Following, PlanSummary, ReadOptions } from "./EventLog.ts"

/** What following asks of an adapter. */
export interface Followed {
  readonly read: (plan: PlanId, options: ReadOptions) => Effect.Effect<ReadonlyArray<RecordedEvent>, EventLogError>
  readonly plans: Effect.Effect<ReadonlyArray<PlanSummary>, EventLogError>
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
    Effect.map(log.listen(following.plan), (wait) =>
      following.plan === undefined
        ? followAll(log, following.after, wait)
        : followOne(log, following.plan, following.after, wait)
    )
  )

const followOne = (log: Followed, plan: PlanId, from: number, wait: Effect.Effect<unknown>) =>
  Stream.paginate(from, (after) =>
    Effect.gen(function* () {
      const page = yield* log.read(plan, { after, limit: pageSize })
      if (page.length === 0) yield* wait
      return [page, Option.some(after + page.length)] as const
    })
  )

interface Round {
  readonly checkpoints: Map<PlanId, number>
  /** Plans still to be read in this round; null before it is known which. */
  readonly waiting: ReadonlyArray<PlanId> | null
}

const followAll = (log: Followed, from: Checkpoints, wait: Effect.Effect<ReadonlySet<PlanId> | null>) =>
  Stream.paginate({ checkpoints: new Map(from), waiting: null } as Round, ({ checkpoints, waiting }) =>
    Effect.gen(function* () {
      const next = (left: ReadonlyArray<PlanId> | null) => Option.some({ checkpoints, waiting: left })
      if (waiting === null) {
        const behind = (yield* log.plans).filter(({ events, plan }) => events > (checkpoints.get(plan) ?? 0))
        return [[], next(behind.map((each) => each.plan))] as const
      }
      const [plan, ...others] = waiting
      if (plan === undefined) {
        const grown = yield* wait
        return [[], next(grown === null ? null : [...grown])] as const
      }
      const after = checkpoints.get(plan) ?? 0
      const page = yield* log.read(plan, { after, limit: pageSize })
      if (page.length > 0) checkpoints.set(plan, after + page.length)
      // A plan with more than a page waits for its turn again: none keeps the others waiting.
      return [page, next(page.length < pageSize ? others : [...others, plan])] as const
    })
  )
