/**
 * A database with a log and read models, for all tests of a file.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import { migrateAt } from "@frist/store/postgres/PgAccess"
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import { databaseForAll } from "../../store/test/PgDatabases.ts"
import * as PgReadModels from "../src/postgres/PgReadModels.ts"
import { migrateReadModelsAt } from "../src/postgres/PgReadModelTables.ts"

export const pgForAll = () => {
  const address = databaseForAll()
  const url = () => Redacted.make(address())
  beforeAll(() => Effect.runPromise(Effect.andThen(migrateAt(url()), migrateReadModelsAt(url()))))
  return {
    address,
    layer: () => Layer.merge(PgEventLog.layer({ url: url() }), PgReadModels.layer({ url: url() })),
    client: () => PgClient.layer({ url: url(), maxConnections: 2 })
  }
}
