/**
 * A worker that catches read models up, once or continuously. Any number may run, in any processes: they share the plans,
 * and take over those of a worker that died.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import * as Schedule from "effect/Schedule"
import { behindPlans } from "./BehindPlans.ts"
import { type CatchUp, makeCatchUp } from "./CatchUp.ts"
import { ReadModelStore } from "./ReadModelStore.ts"
import { comparedPlaces } from "./WentBack.ts"

interface ProjectOptions {
  /** Today, read before each plan. */
  readonly today: Effect.Effect<Day>
  /** Default: every plan. */
  readonly plan?: PlanId | undefined
  /** Plans at a time. Default: 2. */
  readonly workers?: number
  /** Called after each plan that was caught up. */
  readonly onDone?: (plan: PlanId) => void
}

/** The number of plans caught up, and of plans parked. */
interface ProjectResult {
  readonly done: number
  readonly parked: number
}

/** Retries parked plans at start-up: this version may read them. Those that crashed a worker are retried by name only. */
const releaseReadable = Effect.fnUntraced(function* (plan: PlanId | undefined) {
  const store = yield* ReadModelStore
  const again = (yield* store.parked).filter((each) =>
    plan === undefined ? each.why !== "killed" : each.plan === plan
  )
  yield* Effect.forEach(again, (each) => store.release(each.plan), { discard: true })
})

/** The plans to look at though nothing is new: the log went back, or no leaf was kept. */
const otherPlans = Effect.map(comparedPlaces, ({ lost, unknown }) => [...lost.map(({ plan }) => plan), ...unknown])

/** Catches every plan up with the present end of its log. Waits for plans that other workers hold. */
export const project = Effect.fn("ReadModels.project")(function* ({
  onDone,
  plan,
  today,
  workers = 2
}: ProjectOptions): Effect.fn.Return<ProjectResult, EventLogError, EventLog | ReadModelStore> {
  yield* releaseReadable(plan)
  const catchUp = yield* makeCatchUp()
  const day = yield* today
  const plans = new Set([...(yield* behindPlans(day)).map((each) => each.plan), ...(yield* otherPlans)])
  const outcomes = yield* Effect.forEach(
    [...plans].filter((each) => plan === undefined || each === plan),
    (each) =>
      Effect.tap(catchUp(each, { today: day, waits: true }), (outcome) =>
        Effect.sync(() => (outcome === "done" ? onDone?.(each) : undefined))
      ),
    { concurrency: workers }
  )
  const parked = (yield* (yield* ReadModelStore).parked).filter((each) => plan === undefined || each.plan === plan)
  return { done: outcomes.filter((outcome) => outcome === "done").length, parked: parked.length }
})

const passes = ({ reason }: EventLogError): boolean =>
  reason === "unreachable" || reason === "timedOut" || reason === "full"

const pauses = Schedule.min([Schedule.exponential("20 millis"), Schedule.spaced("500 millis")]).pipe(Schedule.jittered)

/** Retries failures that pass without intervention, however long that takes. */
const enduring = <A, R>(self: Effect.Effect<A, EventLogError, R>): Effect.Effect<A, EventLogError, R> =>
  self.pipe(
    Effect.tapError((error) => Effect.logDebug("projecting is interrupted", error)),
    Effect.retry({ while: passes, schedule: pauses })
  )

/** Catches plans up until interrupted. Notifications are hints: plans that are behind are also polled for. */
export const projectContinuously = Effect.fn("ReadModels.projectContinuously")(function* ({
  onDone,
  plan: only,
  today,
  workers = 2
}: ProjectOptions): Effect.fn.Return<never, EventLogError, EventLog | ReadModelStore> {
  const store = yield* ReadModelStore
  yield* enduring(releaseReadable(only))
  const catchUp = yield* makeCatchUp()
  const waiting = new Set<PlanId>()
  const running = new Set<PlanId>()
  const some = Latch.makeUnsafe()
  const want = (plan: PlanId): void => {
    if (only !== undefined && plan !== only) return
    waiting.add(plan)
    some.openUnsafe()
  }
  const work = Effect.forever(nextOf(waiting, running, some, catchUp, today, want, onDone))
  const look = Effect.gen(function* () {
    const wait = yield* store.listen
    for (const plan of yield* enduring(otherPlans)) want(plan)
    let grown: ReadonlySet<PlanId> | null = null
    for (;;) {
      if (grown === null) for (const { plan } of yield* enduring(Effect.flatMap(today, behindPlans))) want(plan)
      else for (const plan of grown) want(plan)
      grown = yield* wait
    }
  }).pipe(Effect.scoped)
  return yield* Effect.all([look, ...Array.from({ length: workers }, () => work)], {
    concurrency: "unbounded"
  }) as Effect.Effect<never, EventLogError, EventLog | ReadModelStore>
})

/** Catches up one waiting plan that no other fiber is working on. */
const nextOf = Effect.fnUntraced(function* (
  waiting: Set<PlanId>,
  running: Set<PlanId>,
  some: Latch.Latch,
  catchUp: CatchUp,
  today: Effect.Effect<Day>,
  want: (plan: PlanId) => void,
  onDone: ProjectOptions["onDone"]
) {
  const plan = [...waiting].find((each) => !running.has(each))
  if (plan === undefined) {
    some.closeUnsafe()
    return yield* some.await
  }
  waiting.delete(plan)
  running.add(plan)
  const outcome = yield* Effect.ensuring(
    enduring(catchUp(plan, { today: yield* today })),
    Effect.sync(() => {
      running.delete(plan)
      some.openUnsafe()
    })
  )
  if (outcome === "done") onDone?.(plan)
  // The worker that holds it may have read the log before the event of this notification.
  if (outcome === "held") {
    yield* Effect.sleep("3 millis")
    want(plan)
  }
})
