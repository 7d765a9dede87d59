/**
 * A process that catches read models up until it is killed, and prints `done PLAN` after each plan.
 *
 * node worker.ts ADDRESS right   the worker as it is
 * node worker.ts ADDRESS wrong   stores positions after the commit of the rows, which no worker may do
 */
import { EventLog } from "@frist/store/EventLog"
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { writeSync } from "node:fs"
import { projectContinuously } from "../src/Projector.ts"
import * as PgReadModels from "../src/postgres/PgReadModels.ts"
import { type StoredPosition, type Generation, ReadModelStore } from "../src/ReadModelStore.ts"
import { today } from "./kept.ts"

const [address = "", mode = "right"] = process.argv.slice(2)
const url = Redacted.make(address)

const wrong = Layer.effect(
  ReadModelStore,
  Effect.map(ReadModelStore, (store) =>
    ReadModelStore.of({
      ...store,
      advance: () => Effect.succeed(false),
      claim: (plan, waits, work) =>
        Effect.gen(function* () {
          const saves: Array<readonly [ReadonlyArray<Generation>, StoredPosition]> = []
          const answer = yield* store.claim(plan, waits, (claimed) =>
            work({
              ...claimed,
              save: (of, stored, writings) =>
                Effect.andThen(
                  claimed.write(writings),
                  Effect.sync(() => void saves.push([of, stored]))
                )
            })
          )
          yield* Effect.sleep("40 millis")
          if (saves.length > 0) {
            yield* store.claim(plan, true, (claimed) =>
              Effect.forEach(saves, ([of, stored]) => claimed.save(of, stored, []), { discard: true })
            )
          }
          return answer
        })
    })
  )
)

const right = PgReadModels.layer({ url, pollInterval: "100 millis" })
const models = mode === "wrong" ? Layer.provide(wrong, right) : right

await Effect.runPromise(
  Effect.provide(
    projectContinuously({ today: Effect.succeed(today), onDone: (plan) => void writeSync(1, `done ${plan}\n`) }),
    Layer.merge(PgEventLog.layer({ url, connections: 3 }), models) as Layer.Layer<EventLog | ReadModelStore, unknown>
  )
)
