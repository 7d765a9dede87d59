/**
 * A worker: keeps every read model up to the log, once or for as long as it runs. Any number may, in any processes: a plan
 * that one has is left to it, and one that it leaves behind is taken over.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import * as Schedule from "effect/Schedule"
import { behind } from "./BehindPlans.ts"
import { type CatchUp, makeCatchUp } from "./CatchUp.ts"
import { ReadModelStore } from "./ReadModelStore.ts"

export interface ProjectOptions {
  /** The day that it is, asked for each time. */
  readonly today: Effect.Effect<Day>
  /** Only this plan; every plan without it. */
  readonly plan?: PlanId | undefined
  /** Plans at a time: 2 unless told. */
  readonly workers?: number
  /** Told of each plan that was brought up to its log. */
  readonly onDone?: (plan: PlanId) => void
}

/** What came of it: plans brought up to their log, and plans that stand still. */
export interface Projected {
  readonly done: number
  readonly parked: number
}

/** Plans that stood still are tried again by whoever begins, who may be of a newer version; not those that kill. */
const releaseReadable = Effect.fnUntraced(function* (plan: PlanId | undefined) {
  const store = yield* ReadModelStore
  const again = (yield* store.parked).filter((each) =>
    plan === undefined ? each.why !== "killed" : each.plan === plan
  )
  yield* Effect.forEach(again, (each) => store.release(each.plan), { discard: true })
})

/** Brings every plan up to where its log ends now, and waits for those that somebody else is at. */
export const project = Effect.fn("ReadModels.project")(function* ({
  onDone,
  plan,
  today,
  workers = 2
}: ProjectOptions): Effect.fn.Return<Projected, EventLogError, EventLog | ReadModelStore> {
  yield* releaseReadable(plan)
  const catchUp = yield* makeCatchUp()
  const day = yield* today
  const plans = (yield* behind(day)).filter((each) => plan === undefined || each.plan === plan)
  const outcomes = yield* Effect.forEach(
    plans,
    (each) =>
      Effect.tap(catchUp(each.plan, { today: day, waits: true }), (outcome) =>
        Effect.sync(() => (outcome === "done" ? onDone?.(each.plan) : undefined))
      ),
    { concurrency: workers }
  )
  const parked = (yield* (yield* ReadModelStore).parked).filter((each) => plan === undefined || each.plan === plan)
  return { done: outcomes.filter((outcome) => outcome === "done").length, parked: parked.length }
})

const passes = ({ reason }: EventLogError): boolean =>
  reason === "unreachable" || reason === "timedOut" || reason === "full"

const pauses = Schedule.min([Schedule.exponential("20 millis"), Schedule.spaced("500 millis")]).pipe(Schedule.jittered)

/** Whatever passes by itself is waited for, however long. */
const enduring = <A, R>(self: Effect.Effect<A, EventLogError, R>): Effect.Effect<A, EventLogError, R> =>
  self.pipe(
    Effect.tapError((error) => Effect.logDebug("projecting is interrupted", error)),
    Effect.retry({ while: passes, schedule: pauses })
  )

/** Follows the log and does not end by itself. What is heard is a hint; what is behind is looked for as well. */
export const follow = Effect.fn("ReadModels.follow")(function* ({
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
    let grown: ReadonlySet<PlanId> | null = null
    for (;;) {
      if (grown === null) for (const { plan } of yield* enduring(Effect.flatMap(today, behind))) want(plan)
      else for (const plan of grown) want(plan)
      grown = yield* wait
    }
  }).pipe(Effect.scoped)
  return yield* Effect.all([look, ...Array.from({ length: workers }, () => work)], {
    concurrency: "unbounded"
  }) as Effect.Effect<never, EventLogError, EventLog | ReadModelStore>
})

/** Takes one plan that is waiting and that nobody here is at. */
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
  // Whoever has it may have looked before what we heard of was recorded.
  if (outcome === "held") {
    yield* Effect.sleep("3 millis")
    want(plan)
  }
})
