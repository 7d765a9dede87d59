/**
 * `frist project`: updates the read models from the log, once or until interrupted.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { readModelTexts } from "../texts/ReadModelTexts.ts"
import { projectContinuously, project } from "@frist/readmodels/Projector"
import { ReadModelStore } from "@frist/readmodels/ReadModelStore"
import * as Clock from "effect/Clock"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { storage } from "../failures/Failure.ts"
import { namedPlan } from "../arguments/ChosenPlan.ts"
import { localDay, readSession } from "../Session.ts"
import type { ProjectionView } from "../JsonViews.ts"
import { withReadModels } from "./SessionReadModels.ts"

/** Updates the read models; fails if a plan is parked. With `follows` it runs until interrupted. */
export const runProject = Effect.fn(function* (follows: boolean) {
  const session = yield* readSession
  const texts = readModelTexts[session.phrase.language]
  // Following continues past midnight.
  const today =
    session.times.asOf === session.today || session.times.asOf === undefined
      ? Effect.map(Clock.currentTimeMillis, localDay)
      : Effect.succeed(session.times.asOf)
  if (follows) {
    return yield* withReadModels(
      session,
      Effect.gen(function* () {
        const plan = yield* namedPlan(session)
        yield* Console.error(texts.following)
        return yield* projectContinuously({ today, plan })
      })
    )
  }
  const { parked, result } = yield* withReadModels(
    session,
    Effect.gen(function* () {
      const plan = yield* namedPlan(session)
      const result = yield* project({ today, plan })
      const parked = (yield* (yield* ReadModelStore).parked).filter((each) => plan === undefined || each.plan === plan)
      return { parked, result }
    })
  )
  if (session.format === "json") {
    const projected: ProjectionView = { view: "frist/projected", version: 1, plans: result.done, parked }
    yield* Console.log(jsonText(projected))
  } else {
    if (result.done > 0 || parked.length === 0) yield* Console.log(texts.projected(result.done))
    for (const each of parked) yield* Console.log(texts.parked[each.why](each.plan, each.detail))
  }
  if (parked.length > 0) return yield* storage(texts.plansParked(parked.length))
})
