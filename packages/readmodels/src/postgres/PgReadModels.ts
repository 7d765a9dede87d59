/**
 * Read models in PostgreSQL, in the schema `frist_read` of the database that holds the log.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import { EventLogError } from "@frist/store/EventLog"
import { pgClientAt } from "@frist/store/postgres/PgConnecting"
import { typed } from "@frist/store/postgres/PgErrors"
import { namingHolders } from "@frist/store/postgres/PgLockHolders"
import { defaultPollInterval, makePgNotifications } from "@frist/store/postgres/PgNotifications"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Reactivity from "effect/reactivity/Reactivity"
import type * as Redacted from "effect/Redacted"
import type { ModelRow } from "../ReadModel.ts"
import {
  type StoredPosition,
  type PlanClaim,
  type PlanTable,
  type Generation,
  type ParkedPlan,
  type Progress,
  ReadModelStore,
  type ParkReason
} from "../ReadModelStore.ts"
import { beginGeneration, checkReadVersion, dropGenerations, swapGeneration } from "./PgReadModelTables.ts"
import { pgOddities } from "./PgReadModelOddities.ts"
import { selectSql, tableOf } from "./PgTables.ts"
import { writeRows } from "./PgRowWriter.ts"

interface PgReadModelsOptions {
  /** The interval of polling without notifications. Default: 1 second. */
  readonly pollInterval?: Duration.Input
}

/** The lock of rebuilds, held as long as its transaction lasts: so it also holds behind a pooler. */
const rebuildLock = "lock table frist_read.rebuilding in exclusive mode nowait"

const generationOf = ([projection, version, shape, state]: ReadonlyArray<unknown>): Generation =>
  ({ projection, version, shape, state }) as Generation

const dayOf = (value: unknown): Day | null => (typeof value === "string" ? (value as Day) : null)

const bytesOf = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null)

const planTableOf = (row: ReadonlyArray<unknown>): PlanTable => {
  const [position, asOf, nextDay, leaf] = row.slice(4)
  const stored: StoredPosition | null =
    typeof position === "number" ? { position, asOf: asOf as Day, nextDay: dayOf(nextDay), leaf: bytesOf(leaf) } : null
  return { generation: generationOf(row), stored }
}

const snapshotSql = `
  select g.projection, g.version, g.shape, g.state, c.position::float8, to_char(c.as_of, 'YYYY-MM-DD'),
    to_char(c.next_day, 'YYYY-MM-DD'), c.leaf
  from frist_read.projection g
  left join frist_read.checkpoint c on c.plan = $1 and c.projection = g.projection and c.version = g.version
  where g.state <> 'retired'
  order by g.projection, g.version`

/** Ends the attempt in the same statement. */
const saveSql = `with ended as (update frist_read.work set attempts = 0 where plan = $1 and attempts > 0)
  insert into frist_read.checkpoint (plan, projection, version, position, as_of, next_day, leaf)
  select $1, projection, version::integer, $4::float8::bigint, $5::text::date, $6::text::date, $7::bytea
  from unnest($2::text[], $3::float8[]) saved (projection, version)
  on conflict (plan, projection, version)
    do update set position = excluded.position, as_of = excluded.as_of, next_day = excluded.next_day, leaf = excluded.leaf`

const forgetSql = `with ended as (update frist_read.work set attempts = 0 where plan = $1 and attempts > 0)
  delete from frist_read.checkpoint c using unnest($2::text[], $3::float8[]) gone (projection, version)
  where c.plan = $1 and c.projection = gone.projection and c.version = gone.version`

/** Set in the transaction, since a pooler lets no connection have settings. */
const limits = `select set_config(name, value, true)
  from (values ('lock_timeout', '60s'), ('idle_in_transaction_session_timeout', '300s')) limits (name, value)
  where current_setting(name) = '0'`

const make = Effect.fnUntraced(function* ({ pollInterval = defaultPollInterval }: PgReadModelsOptions) {
  const sql = yield* PgClient.PgClient
  yield* checkReadVersion(sql)
  const notifications = yield* makePgNotifications(sql)
  const ask = (statement: string, values: ReadonlyArray<unknown> = []) => typed(sql.unsafe(statement, values).values)
  const execute = (statement: string, values: ReadonlyArray<unknown> = []) => Effect.asVoid(ask(statement, values))

  const rowsOf =
    (plan: PlanId): PlanClaim["rows"] =>
    (model, version) =>
      ask(
        `select ${model.columns.map(selectSql).join(", ")} from ${tableOf(model, version)} where plan = $1 order by ${model.key.join(", ")}`,
        [plan]
      ) as Effect.Effect<ReadonlyArray<ModelRow>, EventLogError>

  const claimedOf = (plan: PlanId, kept: ReadonlyArray<ReadonlyArray<unknown>>): PlanClaim => ({
    tables: kept.map(planTableOf),
    attempts: Number(kept[0]?.[8] ?? 0),
    parked: (kept[0]?.[9] ?? null) as ParkReason | null,
    write: (writings) => writeRows(sql, plan, writings),
    clear: (model, version) => execute(`delete from ${tableOf(model, version)} where plan = $1`, [plan]),
    purge: Effect.flatMap(
      ask("select projection, version from frist_read.projection where state = 'retired'"),
      (rows) =>
        Effect.forEach(
          rows,
          ([name, version]) =>
            execute(`delete from ${tableOf({ name: String(name) }, Number(version))} where plan = $1`, [plan]),
          { discard: true }
        )
    ),
    save: (of, { asOf, leaf, nextDay, position }) =>
      execute(saveSql, [
        plan,
        of.map(({ projection }) => projection),
        of.map(({ version }) => version),
        position,
        asOf,
        nextDay,
        leaf
      ]),
    forget: (of) =>
      execute(forgetSql, [plan, of.map(({ projection }) => projection), of.map(({ version }) => version)]),
    rows: rowsOf(plan)
  })

  const claim = <A, E, R>(plan: PlanId, waits: boolean, work: (claimed: PlanClaim) => Effect.Effect<A, E, R>) =>
    typed(
      sql.withTransaction(
        Effect.gen(function* () {
          yield* sql.unsafe(limits).values
          const kept = yield* sql.unsafe("select * from frist_read.claim($1, $2)", [plan, waits]).values
          if (kept.length === 0) return Option.none<A>()
          return Option.some(yield* work(claimedOf(plan, kept)))
        })
      )
    ).pipe(
      Effect.catchIf(
        (error): error is typeof error & EventLogError => error instanceof EventLogError,
        (error) => namingHolders(sql)(Effect.fail(error))
      )
    )

  const listen = Effect.gen(function* () {
    const grown = new Set<PlanId | null>()
    const some = Latch.makeUnsafe()
    yield* notifications.listen((plan) => {
      grown.add(plan)
      some.openUnsafe()
    })
    return Effect.map(Effect.timeoutOption(some.await, pollInterval), (notified) => {
      const plans = new Set(grown)
      grown.clear()
      some.closeUnsafe()
      return Option.isNone(notified) || plans.has(null) ? null : (plans as ReadonlySet<PlanId>)
    })
  })

  return ReadModelStore.of({
    generations: Effect.map(
      ask("select projection, version, shape, state from frist_read.projection order by projection, version"),
      (rows) => rows.map(generationOf)
    ),
    progress: Effect.map(
      ask(
        `select c.plan, min(c.position)::float8, to_char(min(c.next_day), 'YYYY-MM-DD'), count(*)::float8
         from frist_read.checkpoint c
         join frist_read.projection g on g.projection = c.projection and g.version = c.version and g.state = 'serving'
         group by c.plan`
      ),
      (rows) =>
        rows.map(([plan, position, nextDay, tables]): Progress => {
          return {
            plan: plan as PlanId,
            position: Number(position),
            nextDay: dayOf(nextDay),
            tables: Number(tables)
          }
        })
    ),
    places: Effect.map(
      ask(
        `select distinct c.plan, c.position::float8, c.leaf
         from frist_read.checkpoint c
         join frist_read.projection g on g.projection = c.projection and g.version = c.version and g.state = 'serving'
         where c.position > 0`
      ),
      (rows) =>
        rows.map(([plan, position, leaf]) => ({
          plan: plan as PlanId,
          position: Number(position),
          leaf: bytesOf(leaf)
        }))
    ),
    plansIn: ({ projection, version }) =>
      Effect.map(
        ask("select plan from frist_read.checkpoint where projection = $1 and version = $2", [projection, version]),
        (rows) => new Set(rows.map(([plan]) => plan as PlanId))
      ),
    claim,
    snapshot: (plan, work) =>
      typed(
        sql.withTransaction(
          Effect.gen(function* () {
            yield* sql.unsafe("set transaction isolation level repeatable read read only").unprepared
            const kept = yield* sql.unsafe(snapshotSql, [plan]).values
            return yield* work({ tables: kept.map(planTableOf), rows: rowsOf(plan) })
          })
        )
      ),
    attempt: (plan) =>
      Effect.flatMap(
        // Not while another worker holds the plan: then it is that worker's attempt.
        ask(
          `update frist_read.work set attempts = attempts + 1
           where plan = (select plan from frist_read.work where plan = $1 for update skip locked)
           returning 1`,
          [plan]
        ),
        ({ length }) =>
          length > 0
            ? Effect.void
            : execute("insert into frist_read.work (plan, attempts) values ($1, 1) on conflict do nothing", [plan])
      ),
    park: ({ detail, plan, position, why }) =>
      execute(
        `insert into frist_read.work (plan, parked, position, detail, since)
         values ($1, $2, $3::float8::bigint, $4, now())
         on conflict (plan) do update
           set parked = excluded.parked, position = excluded.position, detail = excluded.detail, since = excluded.since`,
        [plan, why, position, detail]
      ),
    parked: Effect.map(
      ask("select plan, parked, position::float8, detail from frist_read.work where parked is not null order by plan"),
      (rows) =>
        rows.map(([plan, why, position, detail]): ParkedPlan => {
          return {
            plan: plan as PlanId,
            why: why as ParkReason,
            position: position === null ? null : Number(position),
            detail: String(detail)
          }
        })
    ),
    release: (plan) =>
      execute(
        `update frist_read.work set parked = null, position = null, detail = null, since = null, attempts = 0
         where plan = $1 and parked is not null`,
        [plan]
      ),
    begin: (model) => beginGeneration(sql, model),
    swap: (model, version) => swapGeneration(sql, model, version),
    oddities: (plans) => pgOddities(sql, plans),
    drop: dropGenerations(sql),
    alone: Effect.gen(function* () {
      const connection = yield* typed(sql.reserve)
      const run = (statement: string) => typed(connection.executeValues(statement, []))
      yield* Effect.addFinalizer(() => Effect.ignore(run("rollback")))
      yield* run("begin")
      // It waits for the rebuild on other connections.
      yield* run("set local idle_in_transaction_session_timeout = 0")
      return yield* Effect.match(run(rebuildLock), { onSuccess: () => true, onFailure: () => false })
    }),
    listen
  })
})

/** Provides read models by the `PgClient` of the context; a catch-up is part of its transactions. */
export const layerFromClient = (
  options: PgReadModelsOptions = {}
): Layer.Layer<ReadModelStore, EventLogError, PgClient.PgClient> => Layer.effect(ReadModelStore, make(options))

/** Provides read models at that address, over connections of their own. The login must be granted frist_projector. */
export const layer = ({
  connections = 4,
  url,
  ...options
}: PgReadModelsOptions & {
  readonly url: Redacted.Redacted
  /** Connections at most, besides one for notifications. Default: 4. */
  readonly connections?: number
}): Layer.Layer<ReadModelStore, EventLogError> =>
  Layer.effect(
    ReadModelStore,
    Effect.flatMap(pgClientAt(url, { connections, applicationName: "frist project" }), (client) =>
      Effect.provideService(make(options), PgClient.PgClient, client)
    )
  ).pipe(Layer.provide(Reactivity.layer))
