/**
 * Shared by tests of stored read models: logs of random histories, and the rows derived from them.
 */
import { Day } from "@frist/domain/Day"
import { ActivityId, Actor, BatchId, PlanId } from "@frist/domain/Names"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type { Given } from "../../domain/test/given.ts"
import { allRows, type DerivedPosition } from "../src/DerivedRows.ts"
import { digestOf } from "../src/RowDigest.ts"
import { PlanEvents } from "../src/PlanEvents.ts"
import type { ModelRow } from "../src/ReadModel.ts"
import { readModels } from "../src/ReadModels.ts"
import { ReadModelStore } from "../src/ReadModelStore.ts"

export const today = Day.make("2030-01-01")

let plans = 0
export const newPlan = (): PlanId => PlanId.make(`plan-${process.pid}-${(plans += 1)}`)

/** Events to append. */
export const newEvents = (given: ReadonlyArray<Given>): ReadonlyArray<NewEvent> =>
  given.map(({ activity, effectiveOn, event }) => ({
    activity,
    event,
    effectiveOn: effectiveOn ?? Day.make("2024-01-01"),
    provenance: "stated",
    source: null
  }))

/** Appends to the end of a plan. */
export const append = Effect.fnUntraced(function* (plan: PlanId, events: ReadonlyArray<NewEvent>) {
  const log = yield* EventLog
  const head = (yield* log.plans).find((each) => each.plan === plan)?.events ?? 0
  return yield* log.append({
    plan,
    batch: BatchId.make(crypto.randomUUID()),
    actor: Actor.make("Strategen"),
    events,
    condition: { after: head, activities: [] }
  })
})

/** The digest of each table as derived from the log. */
export const derivedDigests = (
  log: ReadonlyArray<RecordedEvent>,
  reached: DerivedPosition
): Readonly<Record<string, string>> => {
  const events = new PlanEvents()
  for (const record of log) events.add(record)
  const tables = readModels.map((): Array<ModelRow> => [])
  for (const rows of allRows(readModels, events, reached)) {
    for (const [at, own] of rows.entries()) tables[at]?.push(...own)
  }
  return Object.fromEntries(readModels.map(({ name }, at) => [name, digestOf(tables[at] ?? [])]))
}

/** The digest of each serving table as stored. */
export const keptDigests = Effect.fnUntraced(function* (plan: PlanId) {
  const store = yield* ReadModelStore
  const found = yield* store.claim(plan, true, (claimed) =>
    Effect.forEach(
      readModels,
      Effect.fnUntraced(function* (model) {
        const serving = claimed.tables.find(
          ({ generation }) => generation.projection === model.name && generation.state === "serving"
        )
        return [model.name, digestOf(yield* claimed.rows(model, serving?.generation.version ?? 0))] as const
      })
    )
  )
  return Object.fromEntries(Option.getOrThrow(found))
})

export const some = ActivityId.make("a")
