/**
 * `frist migrate`: creates or migrates the tables of a database.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { migrateFile } from "@frist/store/sqlite/SqliteMigration"
import * as Console from "effect/Console"
import type { DatabaseAddress } from "@frist/store/DatabaseAddress"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { wrongUsage } from "../failures/Failure.ts"
import { readSession } from "../Session.ts"
import type { MigrationView } from "../JsonViews.ts"
import { storageFailure } from "./StorageFailure.ts"

/** More partitions would make every query slower to plan. */
const mostPartitions = 1024

/** Migrates, and prints the version before and after. */
export const runMigrate = Effect.fn(function* (partitions: Option.Option<number>) {
  const { database, format, phrase } = yield* readSession
  const { errors, outcomes } = phrase.text
  if (Option.isSome(partitions)) {
    if (database.kind === "file") return yield* wrongUsage(errors.noPartitionsInFile)
    if (partitions.value < 1 || partitions.value > mostPartitions) {
      return yield* wrongUsage(errors.notPartitions(mostPartitions))
    }
  }
  const { from, to } = yield* Effect.flatten(Effect.promise(() => migration(database, partitions))).pipe(
    Effect.mapError((error) => storageFailure(database, "migrating", error, phrase.text))
  )
  if (format === "json") {
    const migrated: MigrationView = { view: "frist/migrated", version: 1, from, to }
    return yield* Console.log(jsonText(migrated))
  }
  if (database.kind === "file") {
    yield* Console.log(to === 0 ? outcomes.fileLater(database.name) : outcomes.fileItself(from, to))
  } else {
    yield* Console.log(from === to ? outcomes.upToDate(to) : outcomes.migrated(from, to))
    if (from > 0 && Option.isSome(partitions)) yield* Console.log(outcomes.partitionsFixed)
  }
})

const migration = async (database: DatabaseAddress, partitions: Option.Option<number>) => {
  if (database.kind === "file") {
    return migrateFile(database.name)
  }
  const { migrateAt, migrateReadModelsAt } = await import("./Server.ts")
  const log = migrateAt(database.url, Option.isSome(partitions) ? { partitions: partitions.value } : {})
  return Effect.tap(log, () => migrateReadModelsAt(database.url))
}
