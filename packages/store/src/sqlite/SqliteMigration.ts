/**
 * A file is made, and brought up to date, by whoever opens it: there is nothing more to do. This does it and says so.
 */
import * as Effect from "effect/Effect"
import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { checkedFilename } from "../DatabaseAddress.ts"
import type { EventLogError } from "../EventLog.ts"
import { openFile, sqliteError } from "./SqliteFile.ts"
import { sqliteSchemaVersion } from "./SqliteSchema.ts"

/** The version of that file before and after, or 0 twice where there is none: then it is made by the first append. */
export const migrateFile = (
  filename: string
): Effect.Effect<{ readonly from: number; readonly to: number }, EventLogError> =>
  Effect.gen(function* () {
    yield* Effect.fromResult(checkedFilename(filename))
    if (!existsSync(filename)) return { from: 0, to: 0 }
    const { DatabaseSync } = yield* Effect.promise(() => import("node:sqlite"))
    const from = yield* Effect.try({
      try: () => {
        const db = new DatabaseSync(resolve(filename), { readOnly: true, timeout: 1000 })
        try {
          return Number(db.prepare("pragma user_version").get()?.["user_version"])
        } finally {
          db.close()
        }
      },
      catch: (error) => sqliteError(filename, error)
    })
    yield* Effect.scoped(openFile({ filename, create: false }))
    return { from, to: sqliteSchemaVersion }
  })
