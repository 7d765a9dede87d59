/**
 * Catching up from remembered tables in SQLite.
 */
import * as SqliteEventLog from "@frist/store/sqlite/SqliteEventLog"
import * as Layer from "effect/Layer"
import * as SqliteReadModels from "../src/sqlite/SqliteReadModels.ts"
import { readFileOf } from "../src/sqlite/SqliteTables.ts"
import { advancing } from "./advancing.ts"

const filename = "advancing.db"

advancing("in SQLite", () =>
  Layer.merge(SqliteEventLog.layer({ filename }), SqliteReadModels.layer({ filename: readFileOf(filename) }))
)
