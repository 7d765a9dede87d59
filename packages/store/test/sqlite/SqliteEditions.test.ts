/**
 * Kept editions in a SQLite file: what other programs may change, and erasure.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { readFileSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { batchOf, newPlan, note, wholeLog } from "../../src/contract/ContractFixture.ts"
import { keepingBatch } from "../../src/contract/KeptEditionContract.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { editionOf, erasedEvent } from "../keptEditions.ts"
import { newFile } from "../TemporaryFile.ts"

const plan = newPlan()
const [a, b] = [editionOf("a"), editionOf("b")]

const opened = (filename: string) =>
  Effect.acquireRelease(
    Effect.sync(() => new DatabaseSync(filename)),
    (db) => Effect.sync(() => db.close())
  )

/** Statements that change what is kept. `a` is kept, `b` erased by decision but not yet carried out, `c` unknown. */
const attacks = [
  "delete from edition",
  "update edition set content = null, digest = null where sha256 like 'a%'",
  "update edition set content = x'00' where sha256 like 'a%'",
  "update edition set digest = 'x' where sha256 like 'a%'",
  "update edition set digest = null where sha256 like 'b%'",
  "update edition set content = null where sha256 like 'b%'",
  "update edition set document = 'x'",
  "update edition set plan = 'x'",
  "update or replace edition set sha256 = 'x'",
  "insert into edition values ('x', 'c', 'c.csv', 'x', x'00')",
  "insert into edition values ('x', 'c', 'c.csv', null, null)",
  "insert or replace into edition select plan, sha256, document, 'x', content from edition",
  "insert or replace into edition select plan, sha256, document, null, null from edition"
]

describe("another program", () => {
  it.live.each(["off", "on"])("another program changes nothing that is kept, with recursive triggers %s", (triggers) =>
    Effect.gen(function* () {
      const filename = yield* newFile
      yield* Effect.gen(function* () {
        const log = yield* wholeLog
        yield* log.append(keepingBatch(plan, 0, [a, b]))
        yield* log.append(batchOf(plan, 3, [erasedEvent(b)]))
      }).pipe(Effect.provide(layer({ filename })))
      const db = yield* opened(filename)
      db.exec(`pragma recursive_triggers = ${triggers}`)
      const everything = () => db.prepare("select * from edition").all()
      const before = everything()
      for (const attack of attacks) {
        expect(() => db.exec(attack), attack).toThrow()
        expect(everything(), attack).toEqual(before)
      }
      db.exec("update edition set content = null, digest = null where sha256 like 'b%'")
    })
  )
})

const bytesOf = (filename: string) => Buffer.concat([readFileSync(filename), readFileSync(`${filename}-wal`)])

describe("an erased edition", () => {
  it.live("an erased edition leaves none of its bytes in the file, nor in the write-ahead log", () =>
    Effect.gen(function* () {
      const filename = yield* newFile
      yield* Effect.gen(function* () {
        const log = yield* wholeLog
        const left = new Uint8Array(Buffer.from("kvar-"))
        yield* log.append(keepingBatch(plan, 0, [a, b, editionOf("c")]))
        for (const text of ["hemlig-a-", "hemlig-b-", "hemlig-c-"]) expect(bytesOf(filename).includes(text)).toBe(true)
        yield* log.append(batchOf(plan, 4, [erasedEvent(a), erasedEvent(b, left), note("c")]))
        yield* log.eraseEdition(plan, a.sha256, null)
        yield* log.eraseEdition(plan, b.sha256, left)
        for (const text of ["hemlig-a-", "hemlig-b-"]) expect(bytesOf(filename).includes(text), text).toBe(false)
        for (const text of ["kvar-", "hemlig-c-"]) expect(bytesOf(filename).includes(text), text).toBe(true)
      }).pipe(Effect.provide(layer({ filename })))
    })
  )
})
