/**
 * The schema of a SQLite log refuses to change recorded events in any program, and forced changes are found.
 */
import { describe, expect, it } from "@effect/vitest"
import { Position } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { DatabaseSync } from "node:sqlite"
import { batchOf, newPlan, note, wholeLog } from "../../src/contract/ContractFixture.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { newFile } from "../TemporaryFile.ts"

const plan = newPlan()

/** Creates a file with three events in two batches. */
const begun = Effect.tap(newFile, (filename) =>
  Effect.gen(function* () {
    const log = yield* wholeLog
    yield* log.append(batchOf(plan, 0, [note("a"), note("b")]))
    yield* log.append(batchOf(plan, 2, [note("c")]))
  }).pipe(Effect.provide(layer({ filename })))
)

const opened = (filename: string) =>
  Effect.acquireRelease(
    Effect.sync(() => new DatabaseSync(filename)),
    (db) => Effect.sync(() => db.close())
  )

const everything = (db: DatabaseSync) =>
  ["plan", "batch", "event"].map((table) => db.prepare(`select * from ${table}`).all())

/** Statements that set a required column to null, or move the second event. */
const columns = "plan, position, type, effective_on, recorded_at, actor, batch, provenance, leaf"
const copyAt = (position: string) => `select ${columns.replace("position", position)} from event where position = 2`

const attacks = [
  "update event set actor = 'X'",
  "update event set content = null, salt = null where position = 2",
  "update or replace event set position = position + 1",
  "delete from event",
  "delete from event where position = 3",
  "insert or replace into event select * from event",
  `insert or replace into event (${columns}) ${copyAt("1")}`,
  `insert into event (${columns}) ${copyAt("2")} on conflict do update set actor = 'X'`,
  `insert into event (${columns}) ${copyAt("5")}`,
  `insert into event (${columns}) ${copyAt("0")}`,
  `insert or replace into event (rowid, ${columns}) ${copyAt("4").replace("select", "select 1,")}`,
  "update batch set first = 2",
  "update or replace batch set batch = 'X'",
  "delete from batch",
  "insert or replace into batch select plan, batch, first + 1, last, recorded_at from batch",
  "insert into batch select * from batch where true on conflict do update set last = 9",
  "update plan set head = head - 1",
  "update plan set head = head + 1",
  "update plan set recorded_at = recorded_at - 1",
  "update plan set plan = 'x'",
  "delete from plan",
  "insert or replace into plan select plan, head, 0 from plan",
  "insert into plan values ('other', 1, 0)"
]

describe.each(["off", "on"])("another program with recursive triggers %s", (triggers) => {
  it.live.each(attacks)("the schema refuses another program: %s", (attack) =>
    Effect.gen(function* () {
      const db = yield* opened(yield* begun)
      db.exec(`pragma recursive_triggers = ${triggers}`)
      const before = everything(db)
      expect(() => db.exec(attack)).toThrow()
      expect(everything(db)).toEqual(before)
    })
  )
})

/** Statements that almost erase a removed event. Events four to seven decide about three, seven, two and four. */
const erase = `update event set content = null, salt = null, digest = zeroblob(32) where position`
const near = [
  `${erase} = 1`,
  `${erase} = 3`,
  `${erase} = 7`,
  `${erase} in (1, 2)`,
  `${erase} = 4`,
  `${erase} = 2`.replace("salt = null", "salt = salt"),
  `${erase} = 2`.replace("content = null, ", ""),
  `${erase} = 2`.replace("content = null", "content = x'00'"),
  `${erase} = 2`.replace(", digest = zeroblob(32)", ""),
  `${erase} = 2`.replace("zeroblob(32)", "zeroblob(31)"),
  ...[
    "activity = 'x'",
    "type = 'x'",
    "effective_on = '2020-01-01'",
    "recorded_at = 0",
    "actor = 'x'",
    "batch = 'x'"
  ].map((change) => `${erase} = 2`.replace("salt = null", `salt = null, ${change}`)),
  ...["provenance = 'inferred'", "source_document = 'x'", "source_row = 1", "leaf = zeroblob(32)", "position = 20"].map(
    (change) => `${erase} = 2`.replace("salt = null", `salt = null, ${change}`)
  ),
  "update checkpoint set note = 'x'",
  "update checkpoint set number = 2",
  "delete from checkpoint",
  "insert into checkpoint values ('x', 2, 'x')",
  "insert or replace into checkpoint select plan, number, 'x' from checkpoint"
]

const decision = (position: number) => ({
  ...note("x"),
  event: { _tag: "Redacted" as const, position: Position.make(position), decision: "Dnr 1" }
})

describe("erasure of a removed event", () => {
  it.live("the schema lets the content and salt of a removed event be erased, and nothing else", () =>
    Effect.gen(function* () {
      const filename = yield* begun
      yield* Effect.gen(function* () {
        const log = yield* wholeLog
        yield* log.append(batchOf(plan, 3, [decision(3), decision(7), decision(2)]))
        yield* log.append(batchOf(plan, 6, [decision(4)]))
        yield* log.erase(plan, [3])
        yield* log.seal(plan, `frist/x\n1\n${"A".repeat(43)}=\n`)
      }).pipe(Effect.provide(layer({ filename })))
      const db = yield* opened(filename)
      const everyRow = () => [...everything(db), db.prepare("select * from checkpoint").all()]
      const before = everyRow()
      for (const attack of near) {
        expect(() => db.exec(attack), attack).toThrow()
        expect(everyRow(), attack).toEqual(before)
      }
      db.exec(`${erase} = 2`)
      expect(() => db.exec("update event set content = x'00', salt = x'00' where position = 2")).toThrow()
      expect(() => db.exec("update event set digest = zeroblob(32) where position = 3")).toThrow()
    })
  )
})

const forged: ReadonlyArray<readonly [string, string]> = [
  ["content = x'ff'", "event 2 (FollowUpNoted)"],
  [`content = cast('{"_tag":"FollowUpNoted"' as blob)`, "event 2 (FollowUpNoted)"],
  [`content = cast('{"_tag":"FollowUpNoted","text":7}' as blob)`, "event 2 (FollowUpNoted)"],
  [`content = cast('{"_tag":"Unheard","text":"a"}' as blob)`, "event 2 (FollowUpNoted)"],
  [`content = cast('{"_tag":"PlanOpened","title":"a"}' as blob)`, "event 2 (FollowUpNoted)"],
  ["type = 'PlanOpened'", "event 2 (PlanOpened)"],
  ["effective_on = '2021-02-29'", "event 2 (FollowUpNoted)"],
  ["actor = ''", "event 2 (FollowUpNoted)"],
  ["activity = 'Å'", "event 2 (FollowUpNoted)"],
  ["source_document = 'a', source_sha256 = 'b'", "event 2 (FollowUpNoted)"],
  ["position = 9", "event 2: it is missing"]
]

describe("forced changes", () => {
  it.live.each(forged)(
    "a forced change of an event stops readers and subscribers with its position: %s",
    ([change, named]) =>
      Effect.gen(function* () {
        const filename = yield* begun
        const db = yield* opened(filename)
        db.exec("drop trigger event_is_never_updated")
        db.exec(`update event set ${change} where position = 2`)
        yield* Effect.gen(function* () {
          const log = yield* wholeLog
          for (const read of [
            log.read(plan),
            log.records(plan, { after: 1 }),
            Stream.runDrain(log.changes({ plan, after: 0 }))
          ]) {
            const error = yield* Effect.flip(Effect.asVoid(read))
            expect(error).toMatchObject({ reason: "corrupt" })
            expect(error.message).toContain(`plan ${plan}, ${named}`)
          }
          expect(yield* log.read(plan, { limit: 1 })).toHaveLength(1)
        }).pipe(Effect.provide(layer({ filename })))
      })
  )
})
