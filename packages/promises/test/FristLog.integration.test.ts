/**
 * The log through promises: in memory, in a file and on a server it gives the same answers.
 */
import { afterAll, describe, expect, it } from "@effect/vitest"
import { databaseUrl, newName } from "@frist/testing/PgDatabase"
import { connected } from "@frist/store/postgres/PgAccess"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { inject } from "vitest"
import { FristError } from "../src/FristError.ts"
import { type FristLog, openLog } from "../src/FristLog.ts"
import { openApiSchemas } from "../src/OpenApiSchemas.ts"
import type { PlainCommand } from "../src/PlainCommand.ts"
import type { Transaction } from "../src/Transaction.ts"

const folder = mkdtempSync(join(tmpdir(), "frist-promises-"))
const name = newName("promises")
const server = databaseUrl(inject("postgres"), name)
const asked = (url: string, sql: string) =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(connected(Redacted.make(url)), (client) => client.unsafe(sql))))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await asked(inject("postgres"), `drop database if exists ${name} with (force)`)
})
const atServer = async () => {
  await asked(inject("postgres"), `create database ${name}`)
  return openLog(server, { migrate: true, connections: 3 })
}

const logs: ReadonlyArray<readonly [string, () => Promise<FristLog>]> = [
  ["in memory", () => openLog("memory:")],
  ["in a file", () => openLog(join(folder, "frist.db"))],
  ["on a server", atServer]
]

const context = { plan: "strategi", actor: "bokningstjänsten", effectiveOn: "2024-05-02" }
const begin: ReadonlyArray<PlainCommand> = [
  { _tag: "OpenPlan", title: "Digital strategi" },
  { _tag: "RegisterActivity", activity: "webbokning", kind: "activity", area: "Webbtidbokning", deadline: "2021-12" }
]
const move: PlainCommand = { _tag: "MoveDeadline", activity: "webbokning", to: "hösten 2024", reason: "Nyanställda" }
const times = { today: "2024-05-02" }
const rejection = (promise: Promise<unknown>): Promise<FristError> =>
  promise.then(
    () => Promise.reject(new Error("it was not rejected")),
    (error: unknown) => (error instanceof FristError ? error : Promise.reject(error))
  )

describe.each(logs)("A log %s", (_, open) => {
  it("follow refuses a position without its plan", async () => {
    await using log = await openLog("memory:")
    expect(() => log.follow({ after: 5 })).toThrow("A position needs its plan")
  })

  it("records a move in words, shows the slip, and yields it to a follower", async () => {
    await using log = await open()
    expect(await log.record({ ...context, batch: "first" }, ...begin)).toEqual({ first: 1, last: 2, repeated: false })
    expect(await log.record({ ...context, batch: "first" }, ...begin)).toEqual({ first: 1, last: 2, repeated: true })
    expect(await log.record(context, move)).toEqual({ first: 3, last: 3, repeated: false })
    expect(await log.record(context, move)).toEqual({ first: null, last: null, repeated: false })

    const [slipped] = (await log.slips("strategi", times, { activity: "webbokning" })).activities
    expect(slipped?.tally).toMatchObject({ count: 1, atLeast: false, net: { min: 975, max: 1095 } })
    expect((await log.board("strategi", times)).activities.map(({ activity }) => activity)).toEqual(["webbokning"])
    expect((await log.board("strategi", { ...times, knownAt: new Date(0) })).activities).toEqual([])
    expect(await log.plans()).toEqual([{ plan: "strategi", events: 3 }])

    const seen: Array<number> = []
    for await (const event of log.follow({ after: { strategi: 1 } })) {
      seen.push(event.position)
      if (event.position === 3) await log.record(context, { ...move, to: "2025" })
      if (event.position === 4) break
    }
    expect(seen).toEqual([2, 3, 4])

    const refused = await rejection(log.record(context, { ...move, activity: "ingen" }))
    expect(refused).toMatchObject({
      code: "refused",
      message: "Activity ingen does not exist: register it first, or give another id.",
      refusal: { _tag: "NoSuchActivity", activity: "ingen" }
    })
    expect(await rejection(log.record({ ...context, effectiveOn: "2021-02-29" }, move))).toMatchObject({
      code: "invalid",
      message: '"2021-02-29" is not a day, YYYY-MM-DD.'
    })
    const nonsense = { _tag: "MoveTheDeadline" } as unknown as PlainCommand
    expect(await rejection(log.record(context, nonsense))).toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/^"MoveTheDeadline" is not a command: use one of OpenPlan, HoldReview, .*\.$/u)
    })
    const lacking = { _tag: "MoveDeadline", activity: "webbokning" } as unknown as PlainCommand
    expect(await rejection(log.record(context, lacking))).toMatchObject({
      code: "invalid",
      message: 'MoveDeadline: Missing key at ["to"].'
    })
    expect((await log.events("strategi")).length).toBe(4)
  })
})

describe("Closing a log", () => {
  it("waits for calls in progress", async () => {
    const log = await openLog(server, { connections: 3 })
    const done = Promise.all(
      Array.from({ length: 20 }, async () => {
        const before = await log.events("strategi")
        return before.length
      })
    )
    await log.close()
    expect(new Set(await done).size).toBe(1)
  })
})

describe("A closed log", () => {
  it("rejects every call, and can be closed again", async () => {
    for (const [, open] of logs.slice(0, 2)) {
      const log = await open()
      await log.close()
      await log.close()
      const followed = log.follow()[Symbol.asyncIterator]()
      const asked = [log.record(context, move), log.board("strategi", times), log.plans(), followed.next()]
      for (const each of asked) {
        expect(await rejection(each)).toMatchObject({ code: "closed", message: "The log is closed: open it again." })
      }
    }
    const log = await openLog(server)
    await log.close()
    expect(await rejection(log.transaction(async () => 1))).toMatchObject({ code: "closed" })
  })
})

describe("Opening a log", () => {
  it("rejects with what is wrong with the address", async () => {
    expect(await rejection(openLog(" "))).toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/^No log is named/u)
    })
    const stranger = new URL(server)
    stranger.username = "nobody_by_this_name"
    expect(await rejection(openLog(stranger.href))).toMatchObject({
      code: "forbidden",
      refusal: null,
      sqlState: "28P01",
      constraint: null,
      message: expect.stringMatching(/^Access to the log is refused: check the user and its permissions\./u)
    })
  })
})

describe("Following a log", () => {
  it("ends when its signal is aborted, also while no event arrives", async () => {
    await using log = await openLog("memory:")
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 20)
    for await (const event of log.follow({ plan: "strategi", signal: controller.signal })) expect(event).toBeUndefined()
  })
})

describe("A transaction", () => {
  it("commits the caller's statements and the record together, or neither", async () => {
    await using log = await openLog(server, { connections: 3 })
    await asked(server, "create table decisions (id text primary key)")
    const decide = (id: string, to: string, fails: boolean) =>
      log.transaction(async (transaction) => {
        await transaction.query("insert into decisions values ($1)", [id])
        const { first } = await transaction.record(context, { ...move, to })
        if (fails) throw new RangeError("no")
        return first
      })
    const before = (await log.events("strategi")).length
    expect(await decide("a", "2026", false)).toBe(before + 1)
    await expect(decide("b", "2027", true)).rejects.toThrow(new RangeError("no"))
    expect(await rejection(decide("a", "2028", false))).toMatchObject({
      code: "failed",
      message: 'The statement failed: duplicate key value violates unique constraint "decisions_pkey", SQLSTATE 23505.',
      sqlState: "23505",
      constraint: "decisions_pkey"
    })
    expect(await asked(server, "select id from decisions")).toEqual([{ id: "a" }])
    expect((await log.events("strategi")).length).toBe(before + 1)
  })

  it("rejects calls after its function has ended", async () => {
    await using log = await openLog(server, { connections: 3 })
    const kept = await log.transaction(async (transaction) => transaction)
    for (const late of [kept.query("select 1"), kept.record(context, move)]) {
      expect(await rejection(late)).toMatchObject({
        code: "closed",
        message: expect.stringMatching(/^The transaction is over/u)
      })
    }
  })

  const forgotten: ReadonlyArray<readonly [string, (transaction: Transaction, log: FristLog) => void, string]> = [
    ["a record", (transaction) => void transaction.record(context, { ...move, to: "2031" }), "had not ended"],
    ["a statement", (transaction) => void transaction.query("select pg_sleep(0.2)"), "had not ended"],
    ["a record of the log", (_, log) => void log.record(context, { ...move, to: "2031" }), "had not ended"],
    ["a record that is refused", (transaction) => void transaction.record(context, { ...move, activity: "x" }), "ended"]
  ]
  it.each(forgotten)("is rolled back where %s is not awaited, and the process lives", async (_, forget, sentence) => {
    await using log = await openLog(server, { connections: 1 })
    const before = [await asked(server, "select count(*) from decisions"), await log.events("strategi")]
    const error = await rejection(
      log.transaction(async (transaction) => {
        await transaction.query("insert into decisions values ('forgotten')")
        forget(transaction, log)
      })
    )
    expect(error).toMatchObject({ code: "failed", message: expect.stringContaining(sentence) })
    expect([await asked(server, "select count(*) from decisions"), await log.events("strategi")]).toEqual(before)
  })

  it("is rolled back where a call failed unseen before its function ended, not where it was caught", async () => {
    await using log = await openLog(server, { connections: 1 })
    const unseen = log.transaction(async ({ query, record }) => {
      void record(context, { ...move, activity: "x" })
      await query("select pg_sleep(0.2)")
    })
    expect(await rejection(unseen)).toMatchObject({ code: "failed", message: expect.stringContaining("not awaited") })
    const caught = log.transaction(({ query, record }) =>
      record(context, { ...move, activity: "x" }).then(
        () => [],
        () => query("select 1 as one")
      )
    )
    expect(await caught).toEqual([{ one: 1 }])
  })

  it.each<readonly [string, (call: Promise<unknown>) => unknown]>([
    ["then without a function for errors", (call) => call.then(() => 0)],
    ["finally", (call) => call.finally(() => 0)],
    ["finally after then", (call) => call.then(() => 0).finally(() => 0)]
  ])("is rolled back where a failed call is left to %s, and the process lives", async (_, leave) => {
    await using log = await openLog(server, { connections: 1 })
    const unseen = log.transaction(async ({ query, record }) => {
      await query("insert into decisions values ('left')")
      void leave(record(context, { ...move, activity: "x" }))
      await query("select pg_sleep(0.1)")
    })
    expect(await rejection(unseen)).toMatchObject({ code: "failed", message: expect.stringContaining("not awaited") })
    expect(await asked(server, "select id from decisions where id = 'left'")).toEqual([])
  })

  const ends = ["commit", "-- x\n; COMMIT AND CHAIN", "/* a /* b */ */ end", "rollback", "Rollback Work", "abort"]
  it.each([...ends, "prepare transaction 'x'"])("is not ended by its statements: %j", async (statement) => {
    await using log = await openLog(server, { connections: 1 })
    const before = (await log.events("strategi")).length
    const error = await rejection(
      log.transaction(async ({ query, record }) => {
        await query("insert into decisions values ('ended')")
        await record(context, { ...move, to: "2041" })
        await query(statement)
      })
    )
    expect(error).toMatchObject({ code: "invalid", message: expect.stringContaining("would end the transaction") })
    expect(await asked(server, "select id from decisions where id = 'ended'")).toEqual([])
    expect((await log.events("strategi")).length).toBe(before)
  })

  it("goes on after a failed statement from a savepoint, and is rolled back without one", async () => {
    await using log = await openLog(server, { connections: 1 })
    const before = (await log.events("strategi")).length
    const fails = "select 1 / 0"
    await log.transaction(async ({ query, record }) => {
      for (const back of ["rollback to a", "ROLLBACK WORK TO SAVEPOINT a", "rollback /* x */ transaction to a"]) {
        await query("savepoint a")
        await record(context, { ...move, to: "2042" })
        await query(fails).catch(() => undefined)
        await query(back)
      }
      await record(context, { ...move, to: "2043" })
    })
    expect((await log.events("strategi")).length).toBe(before + 1)
    const wentOn = log.transaction(({ query, record }) =>
      record(context, { ...move, to: "2044" }).then(() => query(fails).catch(() => undefined))
    )
    expect(await rejection(wentOn)).toMatchObject({ code: "failed", message: expect.stringContaining("savepoint") })
    expect((await log.events("strategi")).length).toBe(before + 1)
  })

  it("says what the server refused at its commit, and when its session was ended", async () => {
    await using log = await openLog(server, { connections: 1 })
    await asked(server, "create table refers (id text references decisions deferrable initially deferred)")
    const deferred = log.transaction(async ({ query, record }) => {
      await query("insert into refers values ('none')")
      await record(context, { ...move, to: "2045" })
    })
    expect(await rejection(deferred)).toMatchObject({ code: "failed", sqlState: "23503", constraint: "refers_id_fkey" })
    const ended = log.transaction(async ({ query, record }) => {
      await record(context, { ...move, to: "2045" })
      const [session] = await query("select pg_backend_pid() as pid")
      await asked(server, `select pg_terminate_backend(${String(session?.["pid"])})`)
      await new Promise((later) => setTimeout(later, 100))
    })
    expect(await rejection(ended)).toMatchObject({ code: "failed", sqlState: "57P01" })
    expect((await log.events("strategi")).at(-1)?.event).not.toMatchObject({ to: "2045" })
  })

  it("takes in calls of the log itself, and refuses at once those that would wait for it", async () => {
    await using log = await openLog(server, { connections: 1 })
    const before = (await log.events("strategi")).length
    const inside = log.transaction(async () => {
      await log.record(context, { ...move, to: "2033" })
      expect((await log.events("strategi")).length).toBe(before + 1)
      for (const each of [log.transaction(async () => 1), log.close()]) {
        expect(await rejection(each)).toMatchObject({ code: "invalid" })
      }
      expect(() => log.follow()).toThrow("inside a transaction")
      throw new RangeError("no")
    })
    await expect(inside).rejects.toThrow(new RangeError("no"))
    expect((await log.events("strategi")).length).toBe(before)
    // What the function left behind records on its own afterwards.
    let later: Promise<unknown> = Promise.resolve()
    await log.transaction(async () => {
      later = new Promise((resolve) => setTimeout(resolve, 100)).then(() =>
        log.record(context, { ...move, to: "2034" })
      )
    })
    await later
    expect((await log.events("strategi")).length).toBe(before + 1)
  })

  it("is rejected where the log is in a file", async () => {
    await using log = await openLog(join(folder, "transaction.db"))
    expect(await rejection(log.transaction(async () => 1))).toMatchObject({ code: "invalid" })
  })
})

describe("The package", () => {
  it("has schemas for an OpenAPI document without dangling references", () => {
    const schemas = openApiSchemas()
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(["Board", "DeadlineHistory"]))
    for (const [, name = ""] of JSON.stringify(schemas).matchAll(/"#\/components\/schemas\/([^"]+)"/gu)) {
      expect(schemas).toHaveProperty([name])
    }
  })

  it("names nothing of Effect in its exported interfaces", () => {
    const source = join(import.meta.dirname, "../src")
    const shown = ["FristLog.ts", "FristError.ts", "index.ts"].map((file) => readFileSync(join(source, file), "utf8"))
    expect(readdirSync(source).length).toBeGreaterThan(shown.length)
    const signatures = shown.join("\n").match(/^export (?:interface|class)[^]*?^\}/gmu) ?? []
    expect(signatures.length).toBeGreaterThan(2)
    expect(signatures.filter((each) => /\b(?:Effect|Stream|Layer|Schema|Result)\b[.<]/u.test(each))).toEqual([])
  })
})
