/**
 * The log in PostgreSQL passes the contract: in plain tables, and in tables partitioned by plan.
 */
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { eventLogContract } from "../../src/contract/EventLogContract.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../pg.ts"
import { sizes } from "../sizes.ts"

for (const [name, partitions] of [
  ["The log in PostgreSQL", 0],
  ["The log in partitions in PostgreSQL", 4]
] as const) {
  const url = databaseForAll()
  eventLogContract(
    name,
    Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: { partitions } })),
    sizes
  )
}
