/**
 * Read models in a SQLite file.
 */
import { layer as logLayer } from "@frist/store/sqlite/SqliteEventLog"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, expect, it } from "vitest"
import { layer } from "../src/sqlite/SqliteReadModels.ts"
import { ReadModelStore } from "../src/ReadModelStore.ts"
import { readFileOf } from "../src/sqlite/SqliteTables.ts"
import { project } from "../src/Projector.ts"
import { beginning } from "./beginning.ts"
import { contract } from "./contract.ts"
import { append, newPlan, today } from "./kept.ts"

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
      `insert into batch (plan, first, chunk, recorded_at, batch, actor, activities, origins, header, salt, leaf, content)
       values ('${plan}', ${position}, 0, 9000000000000, 'future', 'x', '[]', '[["2024-01-01","stated"]]',
         '[[24,null,"FromTheFuture",0]]', zeroblob(32), zeroblob(32), cast('{"_tag":"FromTheFuture"}' as blob))`
    ),
  (statement) => run(readFileOf(filename), statement),
  (text) =>
    Promise.resolve(
      ["", "-wal"]
        .map((suffix) => `${readFileOf(filename)}${suffix}`)
        .some((file) => existsSync(file) && readFileSync(file).includes(text))
    )
)

it("a file of an earlier version, which kept no leaves, is upgraded, and keeps them from the next look on", async () => {
  const own = join(folder, "earlier.db")
  const layers = Layer.fresh(Layer.merge(logLayer({ filename: own }), layer({ filename: readFileOf(own) })))
  const plan = newPlan()
  const caughtUp = project({ today: Effect.succeed(today) })
  await Effect.runPromise(Effect.provide(Effect.andThen(append(plan, beginning), caughtUp), layers))
  await run(
    readFileOf(own),
    "create table kept as select plan, projection, version, position, as_of, next_day from checkpoint",
    "drop table checkpoint",
    `create table checkpoint (
      plan text not null, projection text not null, version integer not null, position integer not null,
      as_of text not null, next_day text, primary key (plan, projection, version)
    ) strict, without rowid`,
    "insert into checkpoint select * from kept",
    "drop table kept",
    "insert into work (plan, parked, detail) values ('gone', 'behind', '')",
    "pragma user_version = 1"
  )
  await Effect.runPromise(
    Effect.gen(function* () {
      const store = yield* ReadModelStore
      expect(yield* store.oddities(new Set([plan]))).toEqual([])
      expect(yield* store.parked).toMatchObject([{ plan: "gone", why: "wentBack" }])
      expect(yield* store.places).toEqual([{ plan, position: 3, leaf: null }])
      expect(yield* caughtUp).toMatchObject({ done: 1 })
      const leaves = yield* (yield* EventLog).leaves([{ plan, position: 3 }])
      expect(yield* store.places).toEqual([{ plan, position: 3, leaf: leaves[0] }])
      expect(yield* caughtUp).toMatchObject({ done: 0 })
    }).pipe(Effect.provide(layers))
  )
})

it.each([
  " ",
  ":memory:",
  "file:read.db",
  "mysql://u:hemligt@h/d",
  "host=h password=hemligt",
  "postgres://u:hemligt@h/d"
])("the read models refuse an address that is not a file: %j", async (address) => {
  const opened = Effect.provide(Effect.asVoid(ReadModelStore), layer({ filename: address }))
  const error = await Effect.runPromise(Effect.flip(opened))
  expect(error).toMatchObject({ _tag: "EventLogError", reason: "invalid" })
  expect(error.message).not.toContain("hemligt")
})
