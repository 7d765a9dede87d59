/**
 * The contract of every adapter, as properties that fast-check tests on generated examples. Needs `fast-check` as well
 * as what `eventLogContract` needs.
 */
import { describe } from "@effect/vitest"
import type * as Layer from "effect/Layer"
import type { LogServices } from "../LogServices.ts"
import { lawsOf } from "./LawTests.ts"
import { interleavingLaws } from "./InterleavingContract.ts"
import { modelLaws } from "./ModelContract.ts"

/** The number of examples for each property. */
interface Runs {
  readonly interleavings: number
  readonly models: number
}

const timeout = 3_600_000

/**
 * Declares the generated part of the contract for the log that the layer makes. Like `eventLogContract`, it may be run
 * on a store that holds other plans.
 */
export const generatedContract = <E>(
  name: string,
  layer: Layer.Layer<LogServices, E>,
  { interleavings: orders = 50, models = 25 }: Partial<Runs> = {}
): void => {
  const law = lawsOf(layer, timeout)
  describe(name, () => {
    interleavingLaws(law, orders)
    modelLaws(law, models)
  })
}
