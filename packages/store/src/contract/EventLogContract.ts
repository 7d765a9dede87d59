/**
 * The contract of every adapter, as a test suite for any log. Needs `vitest` and `@effect/vitest`.
 */
import { describe } from "@effect/vitest"
import type * as Layer from "effect/Layer"
import { appendLaws } from "./AppendContract.ts"
import { conditionLaws } from "./ConditionContract.ts"
import { crowdLaws } from "./CrowdContract.ts"
import { decisionLaws } from "./DecisionContract.ts"
import { erasureLaws } from "./ErasureContract.ts"
import { planSubscriptionLaws } from "./PlanSubscriptionContract.ts"
import { subscriptionLaws } from "./SubscriptionContract.ts"
import { forgeryLaws } from "./ForgeryContract.ts"
import type { Sizes } from "./ContractFixture.ts"
import { lawsOf } from "./LawTests.ts"
import { keptEditionLaws } from "./KeptEditionContract.ts"
import { moveLaws } from "./MoveContract.ts"
import { raceLaws } from "./RaceContract.ts"
import { readLaws } from "./ReadContract.ts"
import { textLaws } from "./TextContract.ts"
import { remainsLaws } from "./RemainsContract.ts"
import { repetitionLaws } from "./RepetitionContract.ts"
import { restorationLaws } from "./RestorationContract.ts"
import type { LogServices } from "../LogServices.ts"

const short: Sizes = { writers: 6, appends: 8, subscribers: 3, events: 1200 }
const timeout = 300_000

/**
 * Declares the contract as tests of the log that the layer makes. The layer is built for each test, and several tests run
 * at once, in plans of their own: all may use one store, which may hold other plans. `sizes` makes the races longer.
 */
export const eventLogContract = <E>(
  name: string,
  layer: Layer.Layer<LogServices, E>,
  sizes: Partial<Sizes> = {}
): void => {
  const law = lawsOf(layer, timeout)
  const size = { ...short, ...sizes }
  describe.concurrent(name, () => {
    appendLaws(law)
    conditionLaws(law)
    repetitionLaws(law, size)
    readLaws(law)
    textLaws(law)
    planSubscriptionLaws(law)
    subscriptionLaws(law)
    raceLaws(law, size)
    crowdLaws(law, size)
    decisionLaws(law, size)
    restorationLaws(law, size)
    forgeryLaws(law)
    erasureLaws(law)
    remainsLaws(law)
    keptEditionLaws(law)
    moveLaws(law, size)
  })
}
