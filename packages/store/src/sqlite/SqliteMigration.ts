/**
 * Migrates a log in a SQLite file. Opening a file does it: a new file gets its tables, one of an older version what it
 * lacks.
 */
import * as Effect from "effect/Effect"
import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { checkedFilename } from "../DatabaseAddress.ts"
import type { EventLogError } from "../EventLog.ts"
import { openFile, sqliteError } from "./SqliteFile.ts"
import { sqliteSchemaVersion } from "./SqliteSchema.ts"

/**
 * Opens the file and returns its versions before and after; 0 and 0 if there is no file, which the first append creates.
 */
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
