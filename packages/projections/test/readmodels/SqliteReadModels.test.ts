/**
 * Read models in a SQLite file.
 */
import { layer as logLayer } from "@frist/store/SqliteEventLog"
import * as Layer from "effect/Layer"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"
import { layer } from "../../src/readmodels/sqlite/SqliteReadModels.ts"
import { readFileOf } from "../../src/readmodels/sqlite/SqliteTables.ts"
import { contract } from "./contract.ts"

const folder = mkdtempSync(join(tmpdir(), "frist-read-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const filename = join(folder, "frist.db")

contract("in SQLite", () => Layer.merge(logLayer({ filename }), layer({ filename: readFileOf(filename) })))
