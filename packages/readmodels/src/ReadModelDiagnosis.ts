/**
 * How the read models do: which plans stand still, which are behind, and which tables wait to be made anew.
 */
import type { Day } from "@frist/domain/Day"
import type { EventLog, EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { behind } from "./BehindPlans.ts"
import { readModelNamed } from "./ReadModels.ts"
import { ReadModelStore } from "./ReadModelStore.ts"

export interface Seen {
  readonly code:
    | "projectionsFollow"
    | "projectionsBehind"
    | "projectionParked"
    | "projectionShapes"
    | "projectionsBuilding"
  readonly detail: string
}

/** What there is to say of them, with names and numbers. */
export const examineReadModels = (
  today: Day
): Effect.Effect<ReadonlyArray<Seen>, EventLogError, EventLog | ReadModelStore> =>
  Effect.gen(function* () {
    const store = yield* ReadModelStore
    const parked = yield* store.parked
    const stand = new Set(parked.map(({ plan }) => plan))
    const late = (yield* behind(today)).filter(({ plan }) => !stand.has(plan))
    const events = late.reduce((sum, each) => sum + each.events, 0)
    const generations = yield* store.generations
    const named = (state: string, isWrong: (projection: string, shape: number) => boolean) =>
      generations
        .filter((each) => each.state === state && isWrong(each.projection, each.shape))
        .map(({ projection, version }) => `${projection}_v${version}`)
        .join(", ")
    const others = named("serving", (projection, shape) => readModelNamed(projection)?.shape !== shape)
    const building = named("building", () => true)
    const seen: ReadonlyArray<Seen> = [
      ...parked.map(({ detail, plan, why }): Seen => ({
        code: "projectionParked",
        detail: `${plan}: ${why}, ${detail}`
      })),
      ...(late.length === 0 ? [] : [{ code: "projectionsBehind", detail: `${late.length}, ${events}` } as const]),
      ...(others === "" ? [] : [{ code: "projectionShapes", detail: others } as const]),
      ...(building === "" ? [] : [{ code: "projectionsBuilding", detail: building } as const])
    ]
    return seen.length === 0 ? [{ code: "projectionsFollow", detail: "" }] : seen
  })
