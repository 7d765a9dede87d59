/**
 * Transactions of a log in memory: a function that is written for a server can be tested without one.
 */
import { expect, it } from "vitest"
import { type FristLog, openLog, type PlainCommand } from "../src/index.ts"

const context = { plan: "openings", actor: "test", effectiveOn: "2024-05-02" }
const begin: ReadonlyArray<PlainCommand> = [
  { _tag: "OpenPlan", title: "Openings" },
  { _tag: "RegisterActivity", activity: "ogon", kind: "activity", deadline: "2024-06" }
]
const move = (to: string): PlainCommand => ({ _tag: "MoveDeadline", activity: "ogon", to })
const count = async (log: FristLog) => (await log.events("openings")).length

it("a transaction in memory is committed as a whole, and its statements are answered by the test", async () => {
  const said: Array<readonly [string, ReadonlyArray<unknown>]> = []
  await using log = await openLog("memory:", {
    query: (sql, parameters) => {
      said.push([sql, parameters])
      return [{ id: 7 }]
    }
  })
  const done = await log.transaction(async ({ query, record }) => {
    const rows = await query("insert into postponement values ($1) returning id", ["ogon"])
    const { first, last } = await record(context, ...begin)
    expect(await count(log)).toBe(2)
    return { rows, first, last }
  })
  expect(done).toEqual({ rows: [{ id: 7 }], first: 1, last: 2 })
  expect(said).toEqual([["insert into postponement values ($1) returning id", ["ogon"]]])
  expect(await count(log)).toBe(2)
})

it("a transaction in memory that fails leaves nothing, and its error is the caller's own", async () => {
  await using log = await openLog("memory:")
  await log.record({ ...context, batch: "begin" }, ...begin)
  const failing = log.transaction(async ({ query, record }) => {
    expect(await query("select 1")).toEqual([])
    await record({ ...context, batch: "moved" }, move("2025"))
    throw new RangeError("no")
  })
  await expect(failing).rejects.toThrow(new RangeError("no"))
  expect(await count(log)).toBe(2)
  // The batch was not recorded, so it can be.
  expect(await log.record({ ...context, batch: "moved" }, move("2026"))).toMatchObject({ first: 3, repeated: false })

  const refusing = log.transaction(({ record }) =>
    record(context, move("2025"), { _tag: "MoveDeadline", activity: "x", to: "2025" })
  )
  await expect(refusing).rejects.toMatchObject({ code: "refused" })
  const unanswered = log.transaction(async ({ record }) => {
    void record(context, move("2027"))
  })
  await expect(unanswered).rejects.toMatchObject({ code: "failed" })
  expect(await count(log)).toBe(3)
})

it("other writers wait for a transaction in memory, and readers and subscribers see it when it has succeeded", async () => {
  await using log = await openLog("memory:")
  await log.record(context, ...begin)
  const seen: Array<number> = []
  const following = (async () => {
    for await (const { position } of log.follow({ plan: "openings", after: 2 })) if (seen.push(position) === 3) break
  })()
  const started = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  const within = log.transaction(async ({ record }) => {
    await record(context, move("2025"), move("2026"))
    started.resolve()
    await ended.promise
  })
  await started.promise
  const other = log.record(context, move("2027"))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([await count(log), seen]).toEqual([2, []])
  ended.resolve()
  await within
  expect(await other).toMatchObject({ first: 5 })
  await following
  expect(seen).toEqual([3, 4, 5])
})

it("a log in memory takes one transaction at a time, and each sees what the one before recorded", async () => {
  await using log = await openLog("memory:")
  await log.record(context, ...begin)
  const positions = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      log.transaction(async ({ record }) => {
        await new Promise((resolve) => setTimeout(resolve, n % 3))
        return (await record(context, move(`${2025 + n}`))).first
      })
    )
  )
  expect(positions.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, n) => n + 3))
})

it("a transaction in memory takes no statement that would end it, and none that is no text", async () => {
  await using log = await openLog("memory:")
  for (const [sql, parameters] of [
    ["commit", []],
    [7, []],
    ["select 1", "x"],
    ["select 1", null]
  ]) {
    const ending = log.transaction(({ query }) => query(sql as string, parameters as ReadonlyArray<unknown>))
    await expect(ending, String(sql)).rejects.toMatchObject({ code: "invalid" })
  }
  const taken = [
    "select 'commit'",
    "savepoint a",
    "rollback to a",
    "endless",
    "commitment",
    "prepare x as select 1",
    "--"
  ]
  await log.transaction(({ query }) => Promise.all(taken.map((sql) => query(sql))))
})
