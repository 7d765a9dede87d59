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
import { forceEvents } from "./forcedEvents.ts"

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

const everything = (db: DatabaseSync) => db.prepare("select * from batch").all()

/** Statements that copy the last row to another place, or with other values. */
const columns = "plan, first, chunk, recorded_at, batch, actor, activities, origins, header, salt, leaf, content"
const into = `into batch (${columns})`
const copy = (changes: Readonly<Record<string, string>>) =>
  `select ${columns.replace(/\w+/gu, (name) => changes[name] ?? name)} from batch where first = 3`
const next = { first: "4", batch: "'other'" }

const attacks = [
  ...columns
    .split(", ")
    .map(
      (name) =>
        `update batch set ${name} = ${/first|chunk|_at/u.test(name) ? `${name} + 1` : `cast('X' as ${/salt|leaf|content/u.test(name) ? "blob" : "text"})`}`
    ),
  "update batch set leaf = zeroblob(32) where first = 3",
  "update batch set header = json_replace(header, '$[0][0]', null), content = x'', salt = zeroblob(32) where first = 3",
  "update or replace batch set first = first + 2",
  "update or replace batch set batch = 'X'",
  "delete from batch",
  "delete from batch where first = 3",
  `insert or replace ${into} select ${columns} from batch`,
  `insert or replace ${into} ${copy({})}`,
  `insert or replace ${into} ${copy({ first: "1" })}`,
  `insert ${into} ${copy({})} on conflict do update set actor = 'X'`,
  `insert ${into} ${copy({ first: "4" })}`,
  `insert or replace ${into} ${copy({ first: "4" })}`,
  `insert ${into} ${copy({ first: "4", chunk: "2" })}`,
  `insert or replace ${into} ${copy({ first: "4", chunk: "1", actor: "'X'" })}`,
  `insert or replace ${into} ${copy({ first: "4", chunk: "1", recorded_at: "recorded_at + 1" })}`,
  `insert ${into} ${copy({ ...next, first: "5" })}`,
  `insert ${into} ${copy({ ...next, first: "0" })}`,
  `insert ${into} ${copy({ ...next, chunk: "1" })}`,
  `insert ${into} ${copy({ ...next, recorded_at: "recorded_at - 1" })}`,
  `insert ${into} ${copy({ ...next, leaf: "x''" })}`,
  `insert ${into} ${copy({ ...next, salt: "zeroblob(31)" })}`,
  `insert ${into} ${copy({ ...next, plan: "'other'" })}`,
  `insert or replace into batch (rowid, ${columns}) ${copy(next).replace("select", "select 1,")}`
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

/** The bytes of a note of one letter. */
const noteBytes = JSON.stringify(note("a").event).length

/** The content of the row of events 8 to 10 from its nth note, and up to it. */
const from = (nth: number) => `substr(content, ${nth * noteBytes + 1})`
const upTo = (nth: number) => `substr(content, 1, ${nth * noteBytes})`

/** Erases event 9, in the middle of its row, or almost does. */
const erase = ({
  content = `cast(${upTo(1)} || ${from(2)} as blob)`,
  header = "json_replace(header, '$[1][0]', null)",
  more = "",
  salt = "cast(substr(salt, 1, 32) || zeroblob(32) || substr(salt, 65) as blob)"
}) => `update batch set header = ${header}, content = ${content}, salt = ${salt}${more} where first = 8`

const eraseOnly = (first: number) =>
  `update batch set header = json_replace(header, '$[0][0]', null), content = cast(substr(content, json_extract(header, '$[0][0]') + 1) as blob),
    salt = cast(zeroblob(32) || substr(salt, 33) as blob) where first = ${first}`

/**
 * Statements that almost erase a removed event. Events four to seven decide about three, eight, two and four, and the
 * last about nine: of the first of each row, none may be erased.
 */
const near = [
  ...[1, 3, 4, 7, 8, 11].map(eraseOnly),
  erase({ header: "json_replace(header, '$[0][0]', null, '$[1][0]', null)", content: `cast(${from(2)} as blob)` }),
  erase({ header: "header" }),
  erase({ header: "json_replace(header, '$[1][0]', 0)" }),
  erase({ header: "json_replace(header, '$[1][0]', null, '$[1][2]', 'x')" }),
  erase({ header: "json_replace(header, '$[1][0]', null, '$[0][2]', 'x')" }),
  erase({ header: "json_replace(header, '$[0][0]', null)" }),
  erase({ content: "content" }),
  erase({ content: "x''" }),
  erase({ content: `cast(${upTo(1)} as blob)` }),
  erase({ content: `cast(${from(2)} as blob)` }),
  erase({ content: `cast(${upTo(1)} || x'20' || ${from(2)} as blob)` }),
  erase({ content: `cast(${upTo(1)} || ${from(2)} || x'20' as blob)` }),
  erase({ content: `cast(x'20' || substr(content, 2, ${noteBytes - 1}) || ${from(2)} as blob)` }),
  erase({ content: `cast(${upTo(1)} || x'20' || substr(content, ${2 * noteBytes + 2}) as blob)` }),
  erase({ salt: "salt" }),
  erase({ salt: "zeroblob(96)" }),
  erase({ salt: "cast(substr(salt, 1, 32) || zeroblob(64) as blob)" }),
  erase({ salt: "cast(zeroblob(64) || substr(salt, 65) as blob)" }),
  erase({ salt: "cast(substr(salt, 1, 32) || zeroblob(31) || substr(salt, 65) as blob)" }),
  erase({ salt: "cast(substr(salt, 1, 32) || zeroblob(64) || substr(salt, 65) as blob)" }),
  ...["plan = 'x'", "first = 20", "chunk = 7", "recorded_at = 0", "batch = 'x'", "actor = 'x'"].map((change) =>
    erase({ more: `, ${change}` })
  ),
  ...["activities = '[\"x\"]'", 'origins = \'[["2020-01-01","stated"]]\'', "leaf = zeroblob(96)"].map((change) =>
    erase({ more: `, ${change}` })
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
        yield* log.append(batchOf(plan, 3, [decision(3), decision(8), decision(2)]))
        yield* log.append(batchOf(plan, 6, [decision(4)]))
        yield* log.append(batchOf(plan, 7, [note("d"), note("e"), note("f")]))
        yield* log.append(batchOf(plan, 10, [decision(9)]))
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
      db.exec(erase({}))
      expect(() => db.exec("update batch set header = json_replace(header, '$[1][0]', 0) where first = 8")).toThrow()
      expect(() => db.exec("update batch set salt = zeroblob(32) where first = 3")).toThrow()
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
        forceEvents(filename, `update event set ${change} where position = 2`)
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
