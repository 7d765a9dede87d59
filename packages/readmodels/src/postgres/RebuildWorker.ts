/**
 * The thread of `rebuildWorkerPool`: catches one plan at a time up with its log.
 */
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { parentPort, workerData } from "node:worker_threads"
import { makeCatchUp } from "../CatchUp.ts"
import * as PgReadModels from "./PgReadModels.ts"
import { ErrorMessage, type RebuildAnswer, type RebuildRequest } from "./RebuildWorkerPool.ts"

const url = Redacted.make(String(workerData))

const work = Effect.gen(function* () {
  // Each plan is needed once: no events are kept.
  const catchUp = yield* makeCatchUp(0)
  const answerOf = ({ building, plan, today }: RebuildRequest) =>
    catchUp(plan, { today, waits: true, building: (projection) => building.includes(projection) }).pipe(
      Effect.match({
        onSuccess: (outcome): RebuildAnswer => ({ outcome }),
        onFailure: (error): RebuildAnswer => ({ error: Schema.encodeSync(ErrorMessage)(error) })
      })
    )
  return yield* Effect.callback<never>(() => {
    parentPort?.on("message", (request: RebuildRequest) => {
      void Effect.runPromise(answerOf(request)).then((answer) => parentPort?.postMessage(answer))
    })
  })
})

Effect.runFork(
  Effect.provide(
    work,
    Layer.merge(PgEventLog.layer({ url, connections: 2 }), PgReadModels.layer({ url, connections: 2 }))
  )
)
