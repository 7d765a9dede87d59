/**
 * Read models in PostgreSQL, in the schema `frist_read` of the database that holds the log.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import type { PlanId } from "@frist/domain/Names"
import type { EventLogError } from "@frist/store/EventLog"
import { pgClientAt } from "@frist/store/postgres/PgConnecting"
import { typed } from "@frist/store/postgres/PgErrors"
import { defaultPollInterval, makePgNotifications } from "@frist/store/postgres/PgNotifications"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Reactivity from "effect/reactivity/Reactivity"
import type * as Redacted from "effect/Redacted"
import { type Progress, ReadModelStore } from "../ReadModelStore.ts"
import { pgAdvance } from "./PgAdvance.ts"
import { keptDay, generationOf, pgClaim, pgSnapshot } from "./PgPlanClaim.ts"
import { leafIn } from "../WentBack.ts"
import { pgPlanWork } from "./PgPlanWork.ts"
import { beginGeneration, checkReadVersion, dropGenerations, swapGeneration } from "./PgReadModelTables.ts"
import { pgOddities } from "./PgReadModelOddities.ts"

interface PgReadModelsOptions {
  /** The interval of polling without notifications. Default: 1 second. */
  readonly pollInterval?: Duration.Input
}

/** The lock of rebuilds, held as long as its transaction lasts: so it also holds behind a pooler. */
const rebuildLock = "lock table frist_read.rebuilding in exclusive mode nowait"

/** `isAlone`: nothing but rows and their positions is written in a transaction. */
const make = Effect.fnUntraced(function* (
  { pollInterval = defaultPollInterval }: PgReadModelsOptions,
  isAlone: boolean
) {
  const sql = yield* PgClient.PgClient
  yield* checkReadVersion(sql)
  const notifications = yield* makePgNotifications(sql)
  const ask = (statement: string, values: ReadonlyArray<unknown> = []) => typed(sql.unsafe(statement, values).values)

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
            nextDay: keptDay(nextDay),
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
          leaf: leafIn(leaf)
        }))
    ),
    plansIn: ({ projection, version }) =>
      Effect.map(
        ask("select plan from frist_read.checkpoint where projection = $1 and version = $2", [projection, version]),
        (rows) => new Set(rows.map(([plan]) => plan as PlanId))
      ),
    claim: pgClaim(sql, isAlone),
    advance: pgAdvance(sql, isAlone),
    snapshot: pgSnapshot(sql),
    ...pgPlanWork(sql),
    begin: (model) => beginGeneration(sql, model),
    swap: (model, version, stuck) => swapGeneration(sql, model, version, stuck),
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
): Layer.Layer<ReadModelStore, EventLogError, PgClient.PgClient> => Layer.effect(ReadModelStore, make(options, false))

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
      Effect.provideService(make(options, true), PgClient.PgClient, client)
    )
  ).pipe(Layer.provide(Reactivity.layer))
