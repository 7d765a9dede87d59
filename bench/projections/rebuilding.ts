/**
 * A process of its own that rebuilds every read model, and says in JSON how long it took and how much memory at most.
 *
 * node rebuilding.ts ADDRESS
 */
import { Day } from "@frist/domain"
import * as PgReadModels from "@frist/projections/readmodels/postgres/PgReadModels"
import { readModels } from "@frist/projections/readmodels/ReadModels"
import { rebuild } from "@frist/projections/readmodels/Rebuilding"
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"

const url = Redacted.make(process.argv[2] ?? "")
const names = (process.argv[3] ?? "").split(",").filter((name) => name !== "")
const models = readModels.filter(({ name }) => names.length === 0 || names.includes(name))
const began = performance.now()
await Effect.runPromise(
  Effect.provide(
    rebuild({ models, today: Day.Day.make("2026-01-01") }),
    Layer.merge(PgEventLog.layer({ url }), PgReadModels.layer({ url }))
  )
)
const milliseconds = performance.now() - began
console.log(JSON.stringify({ milliseconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))
