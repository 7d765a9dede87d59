/**
 * Read models in a SQLite file.
 */
import { layer as logLayer } from "@frist/store/sqlite/SqliteEventLog"
import * as Layer from "effect/Layer"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll } from "vitest"
import { layer } from "../src/sqlite/SqliteReadModels.ts"
import { readFileOf } from "../src/sqlite/SqliteTables.ts"
import { contract } from "./contract.ts"

const folder = mkdtempSync(join(tmpdir(), "frist-read-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const filename = join(folder, "frist.db")

const run = (file: string, ...statements: ReadonlyArray<string>) => {
  const db = new DatabaseSync(file)
  for (const statement of statements) db.exec(statement)
  db.close()
  return Promise.resolve()
}

contract(
  "in SQLite",
  () => Layer.merge(logLayer({ filename }), layer({ filename: readFileOf(filename) })),
  (plan, position) =>
    run(
      filename,
      `insert into event (plan, position, type, effective_on, recorded_at, actor, batch, provenance, content, salt, leaf)
       values ('${plan}', ${position}, 'FromTheFuture', '2024-01-01', 9000000000000, 'x', 'future', 'stated',
         cast('{"_tag":"FromTheFuture"}' as blob), x'', x'')`,
      `update plan set head = ${position}, recorded_at = 9000000000000 where plan = '${plan}'`
    ),
  (statement) => run(readFileOf(filename), statement),
  (text) =>
    Promise.resolve(
      ["", "-wal"]
        .map((suffix) => `${readFileOf(filename)}${suffix}`)
        .some((file) => existsSync(file) && readFileSync(file).includes(text))
    )
)
