/**
 * The log in PostgreSQL passes the contract, in plain tables and in tables partitioned by plan.
 */
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { eventLogContract } from "../../src/contract/EventLogContract.ts"
import { generatedContract } from "../../src/contract/GeneratedContract.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { runs, serverSizes } from "../sizes.ts"

for (const [name, partitions] of [
  ["The log in PostgreSQL", 0],
  ["The log in partitions in PostgreSQL", 4]
] as const) {
  const url = databaseForAll()
  const log = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: { partitions } }))
  eventLogContract(name, log, serverSizes)
  // The fixed examples find what depends on partitions.
  if (partitions === 0) generatedContract(name, log, runs(15, 15))
}
