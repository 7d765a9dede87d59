/**
 * Laws as tests of a log, each on a plan of its own.
 */
import { it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { LogServices } from "../LogServices.ts"
import { type Law, newPlan, wholeLog } from "./ContractFixture.ts"

/** Returns how a law becomes a test of the log that a layer makes; `timeout` is in milliseconds. */
export const lawsOf =
  <E>(layer: Layer.Layer<LogServices, E>, timeout: number): Law =>
  (sentence, test) =>
    it.live(
      sentence,
      () =>
        Effect.provide(
          Effect.flatMap(wholeLog, (log) => test(log, newPlan())),
          layer
        ),
      timeout
    )
