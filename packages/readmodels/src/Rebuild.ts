/**
 * Rebuilds read models in shadow tables, while those that serve are read and caught up. Then each is swapped in, in one
 * transaction. A rebuild that was killed continues where it was.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { makeCatchUp, type CatchUpOutcome } from "./CatchUp.ts"
import type { ReadModel } from "./ReadModel.ts"
import { ReadModelStore } from "./ReadModelStore.ts"
import { comparedPlaces } from "./WentBack.ts"

interface RebuildOptions {
  readonly today: Day
  /** The read models to rebuild. */
  readonly models: ReadonlyArray<ReadModel>
  /** Plans at a time. Default: 2. */
  readonly workers?: number
  /** Called with the number of events in the new tables, and of all events. */
  readonly onProgress?: (built: number, of: number) => void
  /** Derives the rows of a plan in a worker thread: see `rebuildWorkerPool`. Null: it must be done here. */
  readonly inWorker?: (
    plan: PlanId,
    building: ReadonlyArray<string>
  ) => Effect.Effect<CatchUpOutcome | null, EventLogError>
  /** The number of events from which `inWorker` is asked: starting threads takes seconds. Default: 100,000. */
  readonly inWorkerFrom?: number
}

/**
 * The end of a rebuild. `done`: the new tables serve. Those of the plans in `parked` have what can be read of them, or else
 * their old rows as they were, if the columns are the same. `busy`: another process rebuilds. `parked`: the one plan that
 * was asked for cannot be rebuilt, and keeps its old rows.
 */
type RebuildResult =
  | {
      readonly outcome: "done"
      readonly events: number
      readonly plans: number
      readonly parked: ReadonlyArray<PlanId>
    }
  | { readonly outcome: "busy" }
  | { readonly outcome: "parked"; readonly plans: ReadonlyArray<PlanId> }

/** Rebuilds these read models for all plans, and swaps the new tables in. */
export const rebuild = Effect.fn("ReadModels.rebuild")(function* (
  options: RebuildOptions
): Effect.fn.Return<RebuildResult, EventLogError, EventLog | ReadModelStore> {
  const store = yield* ReadModelStore
  return yield* Effect.scoped(
    Effect.flatMap(store.alone, (alone): Effect.Effect<RebuildResult, EventLogError, EventLog | ReadModelStore> =>
      alone ? rebuildAlone(options) : Effect.succeed({ outcome: "busy" })
    )
  )
})

const rebuildAlone = Effect.fnUntraced(function* ({
  inWorker,
  inWorkerFrom = 100_000,
  models,
  onProgress,
  today,
  workers = 2
}: RebuildOptions): Effect.fn.Return<RebuildResult, EventLogError, EventLog | ReadModelStore> {
  const log = yield* EventLog
  const store = yield* ReadModelStore
  // Each plan is needed once: no events are kept.
  const catchUp = yield* makeCatchUp(0)
  // What went back may have been restored since; a plan that crashed its worker is tried again by its name only.
  const parkedBack = (yield* store.parked).filter(({ why }) => why === "wentBack")
  yield* Effect.forEach(parkedBack, (each) => store.release(each.plan), { discard: true })
  // Rows of a log that went back are derived again first: they would keep the new tables from being swapped in.
  const { lost } = yield* comparedPlaces
  yield* Effect.forEach(lost, ({ plan }) => rebuildPlan(plan, { models, today }), { discard: true })
  let built = yield* Effect.forEach(models, (model) =>
    Effect.map(store.begin(model), (generation) => ({ model, version: generation.version, generation }))
  )
  const parked = new Set<PlanId>()
  const building = (projection: string) => built.some(({ model }) => model.name === projection)
  for (;;) {
    const plans = yield* log.plans
    const has = yield* Effect.forEach(built, ({ generation }) => store.plansIn(generation))
    const lacking = plans.filter(({ plan }) => has.some((own) => !own.has(plan)))
    const total = plans.reduce((sum, { events }) => sum + events, 0)
    const missing = lacking.reduce((sum, { events }) => sum + events, 0)
    let done = total - missing
    const bring = Effect.fnUntraced(function* (plan: PlanId) {
      const names = built.map(({ model }) => model.name)
      const outcome = missing < inWorkerFrom ? null : yield* inWorker?.(plan, names) ?? Effect.succeed(null)
      return outcome ?? (yield* catchUp(plan, { today, waits: true, building }))
    })
    onProgress?.(done, total)
    const outcomes = yield* Effect.forEach(
      lacking,
      Effect.fnUntraced(function* ({ events, plan }) {
        const outcome = yield* bring(plan)
        done += events
        onProgress?.(done, total)
        return { outcome, plan }
      }),
      { concurrency: workers }
    )
    for (const { outcome, plan } of outcomes) {
      if (outcome === "parked") parked.add(plan)
      else parked.delete(plan)
    }
    const later: Array<(typeof built)[number]> = []
    for (const each of built) if (!(yield* store.swap(each.model, each.version, [...parked]))) later.push(each)
    if (later.length === 0) return { outcome: "done", events: total, plans: plans.length, parked: [...parked] }
    // A plan began since, or a long read delays the swap.
    built = later
    yield* Effect.sleep("20 millis")
  }
})

/** Rebuilds the rows of one plan in place, in one transaction: a reader sees the old rows or the new. */
export const rebuildPlan = Effect.fn("ReadModels.rebuildPlan")(function* (
  plan: PlanId,
  { models, today }: Pick<RebuildOptions, "models" | "today">
): Effect.fn.Return<RebuildResult, EventLogError, EventLog | ReadModelStore> {
  const log = yield* EventLog
  const catchUp = yield* makeCatchUp(0)
  const names = new Set(models.map(({ name }) => name))
  // What it was parked for is in its old rows or mended meanwhile, unless it crashed its worker.
  const store = yield* ReadModelStore
  const parked = (yield* store.parked).find((each) => each.plan === plan)
  if (parked !== undefined && parked.why !== "killed") yield* store.release(plan)
  const outcome = yield* catchUp(plan, { today, waits: true, again: (projection) => names.has(projection) })
  const events = (yield* log.plans).find((each) => each.plan === plan)?.events ?? 0
  return outcome === "parked" ? { outcome, plans: [plan] } : { outcome: "done", events, plans: 1, parked: [] }
})
