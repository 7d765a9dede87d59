/**
 * What somebody changes in the file of the read models is named by `frist check`, whatever it is.
 */
import { layer as logLayer } from "@frist/store/sqlite/SqliteEventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { copyFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, beforeAll, expect, it } from "vitest"
import { project } from "../src/Projector.ts"
import { ReadModelStore } from "../src/ReadModelStore.ts"
import { layer } from "../src/sqlite/SqliteReadModels.ts"
import { readFileOf } from "../src/sqlite/SqliteTables.ts"
import { beginning } from "./beginning.ts"
import { append, newPlan, today } from "./kept.ts"

const folder = mkdtempSync(join(tmpdir(), "frist-odd-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [filename, plan] = [join(folder, "frist.db"), newPlan()]

beforeAll(async () => {
  const layers = Layer.merge(logLayer({ filename }), layer({ filename: readFileOf(filename) }))
  const caughtUp = project({ today: Effect.succeed(today) })
  await Effect.runPromise(Effect.provide(Effect.andThen(append(plan, beginning), caughtUp), layers))
  const db = new DatabaseSync(readFileOf(filename))
  db.exec("pragma wal_checkpoint(truncate)")
  db.close()
})

/** Returns what is odd in a copy of the file after a change. */
const oddAfter = async (change: string): Promise<ReadonlyArray<string>> => {
  const copy = join(folder, `${crypto.randomUUID()}.db`)
  copyFileSync(readFileOf(filename), copy)
  const db = new DatabaseSync(copy)
  db.exec(change)
  db.close()
  const store = Effect.flatMap(ReadModelStore, ({ oddities }) => oddities(new Set([plan])))
  return Effect.runPromise(Effect.provide(store, layer({ filename: copy })))
}

it("the file as Frist made it has nothing to name", async () => {
  expect(await oddAfter("select 1")).toEqual([])
})

it.each([
  [
    "a row of a plan that the log does not have",
    `create temp table own as select * from board_v1 limit 1; update own set plan = 'other';
     insert into board_v1 select * from own`,
    ["board_v1: other"]
  ],
  [
    "a view that says something else",
    "drop view board; create view board as select * from board_v1 where 0",
    ["board"]
  ],
  [
    "a read model that no longer serves",
    "update projection set state = 'retired' where projection = 'board'",
    ["- board"]
  ],
  ["a view that is gone", "drop view board", ["- board"]],
  ["a table that is gone", "drop view completed; drop table completed_v1", ["- completed", "- completed_v1"]],
  ["another table", "create table extra (x)", ["+ extra"]],
  ["another view", "create view extra as select * from board_v1", ["+ extra"]],
  ["another index", "create index extra on board_v1 (plan)", ["+ extra"]],
  [
    "a trigger that alters what is written",
    "create trigger extra after insert on board_v1 begin delete from board_v1; end",
    ["+ extra"]
  ],
  ["another column", "alter table board_v1 add column extra text", ["board_v1"]],
  ["a table of another name", "alter table finding_v1 rename to finding_v9", ["- finding_v1", "+ finding_v9"]]
])("%s is named", async (_, change, names) => {
  expect(await oddAfter(change)).toEqual(expect.arrayContaining(names))
})
