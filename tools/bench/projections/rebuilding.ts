/**
 * Rebuilds every read model in a separate process, and prints the time, the processor time and the peak memory as JSON.
 *
 * node rebuilding.ts ADDRESS
 */
import { Day } from "@frist/domain/Day"
import * as PgReadModels from "@frist/readmodels/postgres/PgReadModels"
import { rebuildWorkerPool } from "@frist/readmodels/postgres/RebuildWorkerPool"
import { readModels } from "@frist/readmodels/ReadModels"
import { rebuild } from "@frist/readmodels/Rebuild"
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"

const url = Redacted.make(process.argv[2] ?? "")
const names = (process.argv[3] ?? "").split(",").filter((name) => name !== "")
const models = readModels.filter(({ name }) => names.length === 0 || names.includes(name))
const began = performance.now()
const before = process.cpuUsage()
const workers = Number(process.argv[4] ?? 2)
const today = Day.make("2026-01-01")
await Effect.runPromise(
  Effect.gen(function* () {
    const ask = workers === 0 ? undefined : yield* rebuildWorkerPool(url, workers)
    return yield* rebuild({
      models,
      today,
      ...(ask === undefined ? {} : { workers, inWorker: (plan, building) => ask({ plan, today, building }) })
    })
  }).pipe(Effect.provide(Layer.merge(PgEventLog.layer({ url }), PgReadModels.layer({ url }))), Effect.scoped)
)
const milliseconds = performance.now() - began
const { system, user } = process.cpuUsage(before)
const cpu = (user + system) / 1000
console.log(JSON.stringify({ milliseconds, cpu, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))
