/**
 * Diagnoses the read models: plans that are parked or behind, and tables to rebuild.
 */
import type { Day } from "@frist/domain/Day"
import type { EventLog, EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { behindPlans } from "./BehindPlans.ts"
import { oddities } from "./ReadModelCheck.ts"
import { readModelNamed } from "./ReadModels.ts"
import { ReadModelStore } from "./ReadModelStore.ts"
import { comparedPlaces } from "./WentBack.ts"

interface ReadModelRemark {
  readonly code:
    | "projectionsFollow"
    | "projectionsBehind"
    | "projectionParked"
    | "projectionsWentBack"
    | "projectionShapes"
    | "projectionsBuilding"
    | "definitionsChanged"
  readonly detail: string
}

/** The most names in one remark. */
const mostNames = 20

/** Returns remarks with names and numbers, or `projectionsFollow` alone where there is none. */
export const diagnoseReadModels = (
  today: Day
): Effect.Effect<ReadonlyArray<ReadModelRemark>, EventLogError, EventLog | ReadModelStore> =>
  Effect.gen(function* () {
    const store = yield* ReadModelStore
    const { lost } = yield* comparedPlaces
    const gone = new Set(lost.map(({ plan }) => plan))
    const parked = (yield* store.parked).filter(({ plan, why }) => why !== "wentBack" || !gone.has(plan))
    const stand = new Set([...gone, ...parked.map(({ plan }) => plan)])
    const odd = (yield* oddities).slice(0, mostNames).join(", ")
    const late = (yield* behindPlans(today)).filter(({ plan }) => !stand.has(plan))
    const events = late.reduce((sum, each) => sum + each.events, 0)
    const generations = yield* store.generations
    const named = (state: string, isWrong: (projection: string, shape: number) => boolean) =>
      generations
        .filter((each) => each.state === state && isWrong(each.projection, each.shape))
        .map(({ projection, version }) => `${projection}_v${version}`)
        .join(", ")
    const others = named("serving", (projection, shape) => readModelNamed(projection)?.shape !== shape)
    const building = named("building", () => true)
    const seen: ReadonlyArray<ReadModelRemark> = [
      ...(odd === "" ? [] : [{ code: "definitionsChanged", detail: odd } as const]),
      ...parked.map(({ detail, plan, why }): ReadModelRemark => ({
        code: "projectionParked",
        detail: `${plan}: ${why}, ${detail}`
      })),
      ...(lost.length === 0
        ? []
        : [
            {
              code: "projectionsWentBack",
              detail: lost
                .slice(0, mostNames)
                .map(({ plan, position }) => `${plan}: ${position}`)
                .join(", ")
            } as const
          ]),
      ...(late.length === 0 ? [] : [{ code: "projectionsBehind", detail: `${late.length}, ${events}` } as const]),
      ...(others === "" ? [] : [{ code: "projectionShapes", detail: others } as const]),
      ...(building === "" ? [] : [{ code: "projectionsBuilding", detail: building } as const])
    ]
    return seen.length === 0 ? [{ code: "projectionsFollow", detail: "" }] : seen
  })
