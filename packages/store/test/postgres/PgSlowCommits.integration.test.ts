/**
 * The log in PostgreSQL passes the contract when each append is in a transaction of the caller that commits a little
 * later. Then an event may commit after events of other plans with later times, and no subscriber may miss it.
 */
import type { LogServices } from "../../src/LogServices.ts"
import * as PgClient from "@effect/sql-pg/PgClient"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Random from "effect/Random"
import * as Redacted from "effect/Redacted"
import { EventLog } from "../../src/EventLog.ts"
import { eventLogContract } from "../../src/contract/EventLogContract.ts"
import { typed } from "../../src/postgres/PgErrors.ts"
import { layerFromClient } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { serverSizes } from "../sizes.ts"

const url = databaseForAll()

const pause = Effect.flatMap(Random.nextIntBetween(0, 4), (millis) => Effect.sleep(millis))

const slow = Layer.effectContext(
  Effect.gen(function* () {
    const context = yield* Effect.context<LogServices>()
    const log = Context.get(context, EventLog)
    const sql = yield* PgClient.PgClient
    return Context.add(context, EventLog, {
      ...log,
      append: (batch) => typed(sql.withTransaction(Effect.tap(log.append(batch), () => pause)))
    })
  })
)

eventLogContract(
  "The log in PostgreSQL, in slow transactions of the caller",
  Layer.suspend(() =>
    slow.pipe(
      Layer.provide(layerFromClient({ migrate: true })),
      Layer.provide(PgClient.layer({ url: Redacted.make(url()), maxConnections: 30 }))
    )
  ),
  serverSizes
)
