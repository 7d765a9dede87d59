/**
 * What runs in a thread of `RebuildWorkerPool`: it brings one plan at a time up to its log.
 */
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { parentPort, workerData } from "node:worker_threads"
import { makeCatchUp } from "../CatchUp.ts"
import * as PgReadModels from "./PgReadModels.ts"
import type { Answered, Asked } from "./RebuildWorkerPool.ts"

const url = Redacted.make(String(workerData))

const work = Effect.gen(function* () {
  // A plan is needed once: nothing of it is kept.
  const catchUp = yield* makeCatchUp(0)
  const answer = ({ building, plan, today }: Asked) =>
    catchUp(plan, { today, waits: true, building: (projection) => building.includes(projection) }).pipe(
      Effect.match({
        onSuccess: (outcome): Answered => ({ outcome }),
        onFailure: ({ detail, reason }): Answered => ({ reason, detail })
      })
    )
  return yield* Effect.callback<never>(() => {
    parentPort?.on("message", (asked: Asked) => {
      void Effect.runPromise(answer(asked)).then((told) => parentPort?.postMessage(told))
    })
  })
})

Effect.runFork(
  Effect.provide(
    work,
    Layer.merge(PgEventLog.layer({ url, connections: 2 }), PgReadModels.layer({ url, connections: 2 }))
  )
)
