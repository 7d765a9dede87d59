/**
 * Rows, notes and triggers that somebody puts into a SQLite file without the log: verification and the doctor name them.
 */
import { describe, expect, it } from "@effect/vitest"
import { PlanId } from "@frist/domain/Names"
import { isIntact } from "@frist/evidence/LogVerifier"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/testing/TestClock"
import { DatabaseSync } from "node:sqlite"
import { batchOf, checkpointOf, note, provideLog, wholeLog } from "../../src/contract/ContractFixture.ts"
import { verifyPlan } from "../../src/evidence/PlanVerification.ts"
import { examineFile } from "../../src/sqlite/SqliteDoctor.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { triggers } from "../../src/sqlite/SqliteSchema.ts"
import { newFile } from "../TemporaryFile.ts"
import { dropTriggers } from "./forcedEvents.ts"

const plan = PlanId.make("p")
const now = Date.UTC(2026, 0, 1)

/** Verifies and examines a log of three rows after a change without its triggers, which are made again. */
const after = (change: string) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(now)
    const filename = yield* newFile
    return yield* Effect.gen(function* () {
      const log = yield* wholeLog
      for (const at of [0, 2, 4]) yield* log.append(batchOf(plan, at, [note("a"), note("b")]))
      yield* log.seal(plan, yield* checkpointOf(log, plan, 4))
      const db = new DatabaseSync(filename)
      dropTriggers(db)
      db.exec(change)
      db.exec(triggers)
      db.close()
      const verified = yield* verifyPlan(plan).pipe(provideLog(log))
      const findings = yield* examineFile({ filename })
      return { verified, details: new Map(findings.map(({ code, detail }) => [code as string, detail])) }
    }).pipe(Effect.provide(layer({ filename })))
  })

const columns = "recorded_at, actor, activities, origins, header, salt, leaf, content"
const copied = (first: number, chunk = 0, batch = "next-edition") =>
  `insert into batch (plan, chunk, first, batch, ${columns})
   select plan, ${chunk}, ${first}, '${batch}', ${columns} from batch where first = 1`

describe("a row that was put into a SQLite file", () => {
  it.effect("the log as it was made has nothing to name", () =>
    Effect.gen(function* () {
      const { details, verified } = yield* after("select 1")
      expect(isIntact(verified)).toBe(true)
      for (const code of ["rowsOutOfPlace", "checkpointsUnreadable", "definitionsChanged"])
        expect(details.has(code)).toBe(false)
    })
  )

  it.effect.each([-9_007_199_254_740_991, -5, -1, 0, 2, 6, 8, 4_611_686_018_427_387_904])(
    "a row at position %i, by which the next edition would count as recorded, is named",
    (first) =>
      Effect.gen(function* () {
        const { details, verified } = yield* after(copied(first))
        expect(isIntact(verified)).toBe(false)
        expect(details.get("rowsOutOfPlace")).toMatch(/^p -?\d+/u)
      })
  )

  it.effect("a part of a batch that has no beginning is named by the doctor", () =>
    Effect.gen(function* () {
      const { details } = yield* after("update batch set chunk = 7 where first = 5")
      expect(details.get("rowsOutOfPlace")).toBe("p 5")
    })
  )
})

describe("a note that was put into a SQLite file", () => {
  const notes = `other/name\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`
  it.effect.each([notes, "garbage"])("the note %j is named, and gives the log no other name", (text) =>
    Effect.gen(function* () {
      const { details, verified } = yield* after(
        `update checkpoint set number = 2; insert into checkpoint (plan, number, note) values ('p', 1, '${text}')`
      )
      expect(isIntact(verified)).toBe(false)
      expect(verified.origin).toBe("frist/p")
      expect(verified.checkpoints.map(({ fault }) => fault)).toEqual(["unreadable", undefined])
      expect(details.get("checkpointsUnreadable")).toBe("p 1")
    })
  )
})

it.effect("an event from the year 2100, to whose time all later ones would be moved, is named", () =>
  Effect.gen(function* () {
    const filename = yield* newFile
    yield* Effect.gen(function* () {
      const log = yield* wholeLog
      yield* TestClock.setTime(now)
      yield* log.append(batchOf(plan, 0, [note("a")]))
      yield* TestClock.setTime(Date.UTC(2100, 0, 1))
      yield* log.append(batchOf(plan, 1, [note("b"), note("c")]))
      yield* TestClock.setTime(now)
      const verified = yield* verifyPlan(plan).pipe(provideLog(log))
      expect(verified.broken).toEqual([{ position: 2, to: 2, flaw: "ahead" }])
      expect((yield* examineFile({ filename })).map(({ code }) => code)).toContain("recordedAhead")
    }).pipe(Effect.provide(layer({ filename })))
  })
)

it.effect.each([
  "create trigger quiet after insert on batch begin select 1; end",
  "create view plans as select 1",
  "create table extra (a)",
  "create index odd on batch (actor)"
])("the doctor names what was added by: %s", (added) =>
  Effect.gen(function* () {
    const { details } = yield* after(added)
    expect(details.get("definitionsChanged")).toMatch(/^(quiet|plans|extra|odd)$/u)
  })
)
