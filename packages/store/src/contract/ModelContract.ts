/**
 * The contract's law of the model: after any sequence of commands the log answers as an array of events per plan does.
 */
import { describe } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as fc from "fast-check"
import type { Law } from "./ContractFixture.ts"
import { emptyModel, finishRun } from "./LogModel.ts"
import { modelCommands } from "./ModelCommands.ts"

export const modelLaws = (law: Law, runs: number): void => {
  describe("a model of the log", () => {
    law("the log answers any sequence of commands as a model of arrays does", (log) =>
      Effect.gen(function* () {
        const services = yield* Effect.context<never>()
        const property = fc.asyncProperty(modelCommands, (sequence) => {
          return Effect.runPromiseWith(services)(
            Effect.scoped(
              Effect.gen(function* () {
                const run = Effect.runPromiseWith(yield* Effect.context<Scope.Scope>())
                const model = emptyModel()
                yield* Effect.promise(() => fc.asyncModelRun(() => ({ model, real: { log, run } }), sequence))
                yield* finishRun(log, model)
              })
            )
          )
        })
        yield* Effect.promise(() => fc.assert(property, { numRuns: runs, endOnFailure: false }))
      })
    )
  })
}
