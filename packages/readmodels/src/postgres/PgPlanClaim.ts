/**
 * A plan of read models in PostgreSQL, held for the length of a transaction or read at one moment.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import { EventLogError } from "@frist/store/EventLog"
import { typed } from "@frist/store/postgres/PgErrors"
import { namingHolders } from "@frist/store/postgres/PgLockHolders"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type { ModelRow } from "../ReadModel.ts"
import type { Generation, ParkReason, PlanClaim, PlanTable, ReadModelStore, StoredPosition } from "../ReadModelStore.ts"
import { leafIn } from "../WentBack.ts"
import { type StatementPart, writeRows } from "./PgRowWriter.ts"
import { selectSql, tableOf } from "./PgTables.ts"

/** Takes a generation from a row that begins with its columns. */
export const generationOf = ([projection, version, shape, state]: ReadonlyArray<unknown>): Generation =>
  ({ projection, version, shape, state }) as Generation

/** Takes a day or null from a column. */
export const keptDay = (value: unknown): Day | null => (typeof value === "string" ? (value as Day) : null)

const planTableOf = (row: ReadonlyArray<unknown>): PlanTable => {
  const [position, asOf, nextDay, leaf] = row.slice(4)
  const stored: StoredPosition | null =
    typeof position === "number" ? { position, asOf: asOf as Day, nextDay: keptDay(nextDay), leaf: leafIn(leaf) } : null
  return { generation: generationOf(row), stored }
}

/** The generations as parameters that begin at this number. */
const named = (of: ReadonlyArray<Generation>, first: number) => ({
  from: `unnest($${first}::text[], $${first + 1}::float8[]) of (projection, version)`,
  values: [of.map(({ projection }) => projection), of.map(({ version }) => version)]
})

/** Stores the position of tables; its parameters begin at this number. `only`: a condition, with its `where`. */
export const positionSql = (
  of: ReadonlyArray<Generation>,
  { asOf, leaf, nextDay, position }: StoredPosition,
  first: number,
  only = ""
): StatementPart => {
  const { from, values } = named(of, first)
  return {
    sql: `insert into frist_read.checkpoint (plan, projection, version, position, as_of, next_day, leaf)
      select $1, of.projection, of.version::integer, $${first + 2}::float8::bigint, $${first + 3}::text::date,
        $${first + 4}::text::date, $${first + 5}::bytea
      from ${from} ${only}
      on conflict (plan, projection, version)
        do update set position = excluded.position, as_of = excluded.as_of, next_day = excluded.next_day, leaf = excluded.leaf`,
    values: [...values, position, asOf, nextDay, leaf]
  }
}

const forgotten = (of: ReadonlyArray<Generation>, first: number): StatementPart => {
  const { from, values } = named(of, first)
  return {
    sql: `delete from frist_read.checkpoint c using ${from}
      where c.plan = $1 and c.projection = of.projection and c.version = of.version`,
    values
  }
}

/** Ends the attempt, which usually nothing has counted. */
const ended = (attempts: number): ReadonlyArray<StatementPart> =>
  attempts === 0 ? [] : [{ sql: "update frist_read.work set attempts = 0 where plan = $1", values: [] }]

const rowsOf =
  (sql: PgClient, plan: PlanId): PlanClaim["rows"] =>
  (model, version) =>
    typed(
      sql.unsafe(
        `select ${model.columns.map(selectSql).join(", ")} from ${tableOf(model, version)} where plan = $1 order by ${model.key.join(", ")}`,
        [plan]
      ).values
    ) as Effect.Effect<ReadonlyArray<ModelRow>, EventLogError>

const claimOf = (
  sql: PgClient,
  plan: PlanId,
  kept: ReadonlyArray<ReadonlyArray<unknown>>,
  isAlone: boolean
): PlanClaim => {
  const clear = (projection: string, version: number) =>
    Effect.asVoid(
      typed(sql.unsafe(`delete from ${tableOf({ name: projection }, version)} where plan = $1`, [plan]).values)
    )
  const attempts = Number(kept[0]?.[8] ?? 0)
  return {
    tables: kept.map(planTableOf),
    attempts,
    parked: (kept[0]?.[9] ?? null) as ParkReason | null,
    write: (writings) => writeRows(sql, plan, writings),
    clear: ({ name }, version) => clear(name, version),
    purge: Effect.gen(function* () {
      // Once it is said to be gone, redacted text does not come back with a crash.
      if (isAlone) yield* typed(sql.unsafe("set local synchronous_commit to default"))
      const retired = yield* typed(
        sql.unsafe("select projection, version from frist_read.projection where state = 'retired'").values
      )
      for (const [projection, version] of retired) yield* clear(String(projection), Number(version))
    }),
    save: (of, stored, writings) =>
      writeRows(sql, plan, writings, (first) => [...ended(attempts), positionSql(of, stored, first)]),
    forget: (of) => writeRows(sql, plan, [], (first) => [...ended(attempts), forgotten(of, first)]),
    rows: rowsOf(sql, plan)
  }
}

/**
 * Returns `ReadModelStore.claim` of a server. `isAlone`: the transaction has nothing but rows and their positions, which a
 * crash of the server may take back together, so that nobody waits for the disk.
 */
export const pgClaim =
  (sql: PgClient, isAlone: boolean): ReadModelStore["Service"]["claim"] =>
  (plan, waits, work) =>
    typed(
      sql.withTransaction(
        Effect.gen(function* () {
          const kept = yield* sql.unsafe("select * from frist_read.claim($1, $2, $3)", [plan, waits, isAlone]).values
          return kept.length === 0 ? Option.none() : Option.some(yield* work(claimOf(sql, plan, kept, isAlone)))
        })
      )
    ).pipe(
      Effect.catchIf(
        (error): error is typeof error & EventLogError => error instanceof EventLogError,
        (error) => namingHolders(sql)(Effect.fail(error))
      )
    )

const snapshotSql = `
  select g.projection, g.version, g.shape, g.state, c.position::float8, to_char(c.as_of, 'YYYY-MM-DD'),
    to_char(c.next_day, 'YYYY-MM-DD'), c.leaf
  from frist_read.projection g
  left join frist_read.checkpoint c on c.plan = $1 and c.projection = g.projection and c.version = g.version
  where g.state <> 'retired'
  order by g.projection, g.version`

/** Returns `ReadModelStore.snapshot` of a server. */
export const pgSnapshot =
  (sql: PgClient): ReadModelStore["Service"]["snapshot"] =>
  (plan, work) =>
    typed(
      sql.withTransaction(
        Effect.gen(function* () {
          yield* sql.unsafe("set transaction isolation level repeatable read read only").unprepared
          const kept = yield* sql.unsafe(snapshotSql, [plan]).values
          return yield* work({ tables: kept.map(planTableOf), rows: rowsOf(sql, plan) })
        })
      )
    )
