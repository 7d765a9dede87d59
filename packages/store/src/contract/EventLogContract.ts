/**
 * What every adapter promises, as tests: a few lines run it against any log. Needs `vitest` and `@effect/vitest`.
 */
import { describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { appending } from "./AppendContract.ts"
import { conditions } from "./ConditionContract.ts"
import { crowds } from "./CrowdContract.ts"
import { deciding } from "./DecisionContract.ts"
import { erasing } from "./ErasureContract.ts"
import { following } from "./PlanSubscriptionContract.ts"
import { followingAll } from "./SubscriptionContract.ts"
import { type Law, newPlan, type Sizes, wholeLog } from "./ContractFixture.ts"
import { races } from "./RaceContract.ts"
import { reading } from "./ReadContract.ts"
import { repetition } from "./RepetitionContract.ts"
import { restoring } from "./RestorationContract.ts"
import type { LogServices } from "../LogServices.ts"

export type { Sizes } from "./ContractFixture.ts"

const short: Sizes = { writers: 6, appends: 8, followers: 3, events: 1200 }
const timeout = 300_000

/**
 * Declares the contract for the log that the layer makes. The layer is built for each test, and may lead to one store
 * with other plans in it: every test writes to plans of its own. `sizes` makes the races longer.
 */
export const eventLogContract = <E>(
  name: string,
  layer: Layer.Layer<LogServices, E>,
  sizes: Partial<Sizes> = {}
): void => {
  const law: Law = (sentence, test) =>
    it.live(
      sentence,
      () =>
        Effect.provide(
          Effect.flatMap(wholeLog, (log) => test(log, newPlan())),
          layer
        ),
      timeout
    )
  const size = { ...short, ...sizes }
  describe(name, () => {
    appending(law)
    conditions(law)
    repetition(law, size)
    reading(law)
    following(law)
    followingAll(law)
    races(law, size)
    crowds(law, size)
    deciding(law, size)
    restoring(law, size)
    erasing(law)
  })
}
