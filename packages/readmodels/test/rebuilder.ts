/**
 * A process that rebuilds every read model of a server, and prints its progress.
 *
 * node rebuilder.ts ADDRESS
 */
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { writeSync } from "node:fs"
import * as PgReadModels from "../src/postgres/PgReadModels.ts"
import { readModels } from "../src/ReadModels.ts"
import { rebuild } from "../src/Rebuild.ts"
import { today } from "./kept.ts"

/** Slow, so that it is killed before it ends. */
const onProgress = (done: number): void => {
  writeSync(1, `${done}\n`)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
}

const url = Redacted.make(process.argv[2] ?? "")
await Effect.runPromise(
  Effect.provide(
    rebuild({ models: readModels, today, workers: 1, onProgress }),
    Layer.merge(PgEventLog.layer({ url }), PgReadModels.layer({ url }))
  )
)
