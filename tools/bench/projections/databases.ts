/**
 * Creates databases with a nation's plans, and rebuilds read models in a separate process.
 */
import { Actor, BatchId } from "@frist/domain/Names"
import { migrateReadModelsAt } from "@frist/readmodels/postgres/PgReadModelTables"
import { EventLog } from "@frist/store/EventLog"
import { migrateAt } from "@frist/store/postgres/PgAccess"
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import type { PgServer } from "@frist/testing/PgServer"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { Client } from "pg"
import { nation } from "./nation.ts"

const actor = Actor.make("bench")
const script = fileURLToPath(new URL("rebuilding.ts", import.meta.url))

/** A new database with the log and the read models in it. */
export const database = async (server: PgServer, name: string): Promise<string> => {
  const admin = new Client({ connectionString: server.url() })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = server.url(name)
  await Effect.runPromise(migrateAt(Redacted.make(url)))
  await Effect.runPromise(migrateReadModelsAt(Redacted.make(url)))
  return url
}

/** Records this many events. */
export const fill = (url: string, size: number) =>
  Effect.gen(function* () {
    const log = yield* EventLog
    yield* Effect.forEach(
      nation(size),
      Effect.fnUntraced(function* ([plan, events]) {
        for (let from = 0; from < events.length; from += 1000) {
          yield* log.append({
            plan,
            batch: BatchId.make(`batch-${from}`),
            actor,
            events: events.slice(from, from + 1000),
            condition: { after: from, activities: [] }
          })
        }
      }),
      { concurrency: 4, discard: true }
    )
  }).pipe(Effect.provide(PgEventLog.layer({ url: Redacted.make(url), migrate: true })), Effect.runPromise)

/** Rebuilds every read model, or the named ones. */
export const rebuilt = async (
  url: string,
  models = ""
): Promise<{ readonly milliseconds: number; readonly megabytes: number }> => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, url, models])
  return JSON.parse(stdout) as { readonly milliseconds: number; readonly megabytes: number }
}
