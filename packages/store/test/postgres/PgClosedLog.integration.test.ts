/**
 * Writers who call the append functions in SQL do not get past a closed log: nothing but `PlanArrived` goes after
 * `PlanMoved`, it goes nowhere else, and both are alone in their batches.
 */
import { describe, expect, it } from "@effect/vitest"
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import { batchOf, newPlan, note, wholeLog } from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { newLogin, rowsAt, session } from "../PgSessions.ts"

const url = databaseForAll()
const migrated = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: true }))
beforeAll(() => Effect.runPromise(Effect.asVoid(Effect.provide(Effect.asVoid(EventLog), migrated))))

const moved = { ...note("x"), event: { _tag: "PlanMoved" as const, to: "postgres://b/frist", root: "0f".repeat(32) } }

/** The types of the events of each row. The rows of one batch are in brackets of their own. */
type Batches = ReadonlyArray<ReadonlyArray<ReadonlyArray<string>>>

const array = (values: ReadonlyArray<string | number>, type: string) => `array[${values.join()}]::${type}[]`
const columnsOf = (rows: Batches[number]) => [
  array(
    rows.map((row) => row.length),
    "integer"
  ),
  array(
    rows.map(() => "'[]'"),
    "text"
  ),
  array(
    rows.map(() => `'[["2024-01-01","stated"]]'`),
    "text"
  ),
  array(
    rows.map((row) => `'${JSON.stringify(row.map((type) => [2, null, type, 0]))}'`),
    "text"
  ),
  array(
    rows.map((row) => `convert_to('${"{}".repeat(row.length)}', 'UTF8')`),
    "bytea"
  ),
  ...["salt", "said"].map(() =>
    array(
      rows.map((row) => `decode('${"ab".repeat(32 * row.length)}', 'hex')`),
      "bytea"
    )
  )
]

/** The call of `frist.append` with batches that each go after those before them. */
const append = (plan: PlanId, after: number, batches: Batches) => {
  const afters = batches.map((_, at) => after + batches.slice(0, at).flat(2).length)
  return `select * from frist.append(${[
    array(
      batches.map(() => `'${plan}'`),
      "text"
    ),
    array(
      batches.map((_, at) => `'b${at}'`),
      "text"
    ),
    array(
      batches.map(() => "'x'"),
      "text"
    ),
    array(afters, "bigint"),
    array(
      batches.map(() => 0),
      "integer"
    ),
    "'{}'",
    array(
      batches.map((rows) => rows.length),
      "integer"
    ),
    ...columnsOf(batches.flat())
  ].join()})`
}

/** The call of `frist.append_next` with the same batches, after the row that begins at `row`. */
const appendNext = (plan: PlanId, row: number, after: number, batches: Batches) => {
  const rows = batches.flatMap((each, batch) => each.map((_, chunk) => ({ batch, chunk })))
  const of = (value: (row: { readonly batch: number; readonly chunk: number }) => string | number, type: string) =>
    array(rows.map(value), type)
  return `select * from frist.append_next(${[
    of(() => `'${plan}'`, "text"),
    of(() => row, "bigint"),
    of(() => after, "bigint"),
    of(({ batch }) => `'b${batch}'`, "text"),
    of(() => "'x'", "text"),
    of(({ chunk }) => chunk, "integer"),
    ...columnsOf(batches.flat())
  ].join()})`
}

const appendOne = (plan: PlanId, row: number, after: number, batches: Batches) => {
  const cells = columnsOf(batches.flat().slice(0, 1)).map((column) => `(${column})[1]`)
  return `select * from frist.append_one('${plan}', ${row}, ${after}, 'b0', 'x', ${cells.join()})`
}

const [n, m, r] = ["FollowUpNoted", "PlanMoved", "PlanArrived"]
const calls: ReadonlyArray<Batches> = [
  [[[n]]],
  [[[r]]],
  [[[m]]],
  [[[n, n]]],
  [[[m]], [[n]]],
  [[[m]], [[r]], [[n]]],
  [[[r]], [[n]]],
  [[[r]], [[r]]],
  [[[r]], [[m]], [[m]]],
  [[[n], [m]]],
  [[[m], [n]]],
  [[[r], [n]]],
  [[[n, m]]],
  [[[m, n]]],
  [[[r, n]]],
  [[[r, m]]]
]

/** The rows that say that a log went on although it was closed, or that hide a move. */
const wrong = `select plan, first, header from (
    select *, strpos(lag(header, 1, '') over (partition by plan order by first), ',null,"PlanMoved",') > 0 as closed,
      count(*) over (partition by plan, batch) as rows_of_batch
    from frist.chunk
  ) c
  where closed <> (strpos(header, ',null,"PlanArrived",') > 0)
    or (last > first or rows_of_batch > 1) and header ~ 'PlanMoved|PlanArrived'`

describe.each([
  ["a closed log", true],
  ["an open log", false]
] as const)("calls on %s", (_, isClosed) => {
  it.live("no call of a writer records anything after a move but its arrival, in any order", () =>
    Effect.gen(function* () {
      const log = yield* wholeLog
      const sql = yield* session(yield* newLogin(url(), ["frist_writer"]))
      let recorded = 0
      for (const batches of calls) {
        for (const form of [append, appendNext, appendOne]) {
          const plan = newPlan()
          yield* log.append(batchOf(plan, 0, [note("a")]))
          if (isClosed) yield* log.append(batchOf(plan, 1, [moved]))
          const at = isClosed ? 2 : 1
          const call = form === append ? append(plan, at, batches) : (form as typeof appendNext)(plan, at, at, batches)
          const exit = yield* Effect.exit(sql.unsafe(call).unprepared)
          const [[rows] = []] = yield* rowsAt(url(), `select count(*)::integer from frist.chunk where plan = '${plan}'`)
          if (Exit.isSuccess(exit) && Number(rows) > at) recorded += 1
        }
      }
      expect(yield* rowsAt(url(), wrong)).toEqual([])
      // Lawful calls are recorded: a call of which nothing is left would prove nothing.
      expect(recorded).toBe(isClosed ? 4 : 10)
    }).pipe(Effect.provide(migrated))
  )
})
