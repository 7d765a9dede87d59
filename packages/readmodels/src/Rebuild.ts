/**
 * Making read models anew: into new tables beside those that serve, which go on following; then the ones are let serve for the
 * others, each in one transaction. What was built when the process was killed is built, and the next goes on from there.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { makeCatchUp, type Outcome } from "./CatchUp.ts"
import type { ReadModel } from "./ReadModel.ts"
import { ReadModelStore } from "./ReadModelStore.ts"

export interface RebuildOptions {
  readonly today: Day
  /** Which read models. */
  readonly models: ReadonlyArray<ReadModel>
  /** Plans at a time: 2 unless told. */
  readonly workers?: number
  /** Told how many of how many events are in the new tables. */
  readonly onProgress?: (built: number, of: number) => void
  /** Who derives the rows where there are many: see `RebuildWorkerPool`. Null is for what must be done here. */
  readonly elsewhere?: (plan: PlanId, building: ReadonlyArray<string>) => Effect.Effect<Outcome | null, EventLogError>
}

/** It takes a moment to get others to help: worth it from so many events on. */
const manyEvents = 20_000

/**
 * `done`: the new tables serve. `busy`: somebody else is rebuilding. `parked`: of these plans there are events that cannot
 * be read, so what is new would lack them: what serves goes on serving.
 */
export type Rebuilt =
  | { readonly outcome: "done"; readonly events: number; readonly plans: number }
  | { readonly outcome: "busy" }
  | { readonly outcome: "parked"; readonly plans: ReadonlyArray<PlanId> }

/** The new tables of each read model, with the plans that they lack. */
export const rebuild = Effect.fn("ReadModels.rebuild")(function* (
  options: RebuildOptions
): Effect.fn.Return<Rebuilt, EventLogError, EventLog | ReadModelStore> {
  const store = yield* ReadModelStore
  return yield* Effect.scoped(
    Effect.flatMap(store.alone, (alone): Effect.Effect<Rebuilt, EventLogError, EventLog | ReadModelStore> =>
      alone ? rebuildAlone(options) : Effect.succeed({ outcome: "busy" })
    )
  )
})

const rebuildAlone = Effect.fnUntraced(function* ({
  elsewhere,
  models,
  onProgress,
  today,
  workers = 2
}: RebuildOptions): Effect.fn.Return<Rebuilt, EventLogError, EventLog | ReadModelStore> {
  const log = yield* EventLog
  const store = yield* ReadModelStore
  // A plan is needed once: nothing of it is kept.
  const catchUp = yield* makeCatchUp(0)
  let built = yield* Effect.forEach(models, (model) =>
    Effect.map(store.begin(model), (generation) => ({ model, version: generation.version, generation }))
  )
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
      const outcome = missing < manyEvents ? null : yield* elsewhere?.(plan, names) ?? Effect.succeed(null)
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
    const parked = outcomes.flatMap(({ outcome, plan }) => (outcome === "parked" ? [plan] : []))
    if (parked.length > 0) return { outcome: "parked", plans: parked }
    const later: Array<(typeof built)[number]> = []
    for (const each of built) if (!(yield* store.swap(each.model, each.version))) later.push(each)
    if (later.length === 0) return { outcome: "done", events: total, plans: plans.length }
    // A plan began meanwhile, or somebody reads for long.
    built = later
    yield* Effect.sleep("20 millis")
  }
})

/** Makes the rows of one plan anew where they stand, in one transaction: whoever reads sees the old or the new. */
export const rebuildPlan = Effect.fn("ReadModels.rebuildPlan")(function* (
  plan: PlanId,
  { models, today }: Pick<RebuildOptions, "models" | "today">
): Effect.fn.Return<Rebuilt, EventLogError, EventLog | ReadModelStore> {
  const log = yield* EventLog
  const catchUp = yield* makeCatchUp(0)
  const names = new Set(models.map(({ name }) => name))
  const outcome = yield* catchUp(plan, { today, waits: true, anew: (projection) => names.has(projection) })
  const events = (yield* log.plans).find((each) => each.plan === plan)?.events ?? 0
  return outcome === "parked" ? { outcome, plans: [plan] } : { outcome: "done", events, plans: 1 }
})
