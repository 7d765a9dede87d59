/**
 * Read models in SQLite, in a file beside the log. Any number of processes on one machine may use it; one writes at a
 * time.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import type { EventLogError } from "@frist/store/EventLog"
import { type OpenOptions, retryWhileBusy, sqliteError } from "@frist/store/sqlite/SqliteFile"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Semaphore from "effect/Semaphore"
import { type PlanClaim, ReadModelStore, type ParkReason } from "../ReadModelStore.ts"
import { aloneAt, beginGeneration, dropGenerations, generationsIn, swapGeneration } from "./SqliteGenerations.ts"
import { leafIn } from "../WentBack.ts"
import { isLeftAt, sqliteClaim } from "./SqlitePlanClaim.ts"
import { sqliteOddities } from "./SqliteReadModelOddities.ts"
import { openReadFile } from "./SqliteReadFile.ts"

const looksAgain = Effect.as(Effect.sleep("25 millis"), null)

const make = Effect.fnUntraced(function* (options: OpenOptions) {
  const db = yield* openReadFile(options)
  const patient = retryWhileBusy(options)
  // A transaction spans several turns of the event loop: only one at a time on this connection.
  const one = yield* Semaphore.make(1)
  const attempt = <A>(run: () => A): Effect.Effect<A, EventLogError> =>
    patient(Effect.try({ try: run, catch: (error) => sqliteError(options.filename, error) }))
  const ask = <A>(run: () => A) => one.withPermit(attempt(run))

  /** Whether the journal still holds text that was redacted. */
  let purged = false

  /** Empties the journal of overwritten text; later, where a reader keeps it. */
  const emptyJournal = attempt(() => {
    const [row] = db.prepare("pragma wal_checkpoint(truncate)").all()
    if (Number(row?.["busy"]) === 0) purged = false
  })

  /** Always waits: no writer holds the file for long. */
  const claim = <A, E, R>(plan: PlanId, _waits: boolean, work: (claimed: PlanClaim) => Effect.Effect<A, E, R>) =>
    one
      .withPermit(
        Effect.acquireUseRelease(
          attempt(() => db.exec("begin immediate")),
          () =>
            Effect.flatMap(
              attempt(() => sqliteClaim(db, attempt, plan, () => (purged = true))),
              work
            ),
          (_, exit) =>
            Exit.isSuccess(exit)
              ? attempt(() => db.exec("commit")).pipe(
                  Effect.onError(() =>
                    Effect.sync(() => {
                      if (db.isTransaction) db.exec("rollback")
                    })
                  )
                )
              : Effect.sync(() => {
                  if (db.isTransaction) db.exec("rollback")
                })
        )
      )
      .pipe(
        Effect.tap(() => (purged ? one.withPermit(emptyJournal) : Effect.void)),
        Effect.map(Option.some)
      )

  return ReadModelStore.of({
    generations: ask(() => generationsIn(db)),
    progress: ask(() =>
      db
        .prepare(
          `select plan, min(position) as position, min(next_day) as next_day, count(*) as checkpoints
           from checkpoint c join projection g on g.projection = c.projection and g.version = c.version
           where g.state = 'serving' group by plan`
        )
        .all()
        .map((row) => ({
          plan: row["plan"] as PlanId,
          position: Number(row["position"]),
          nextDay: row["next_day"] as Day | null,
          tables: Number(row["checkpoints"])
        }))
    ),
    places: ask(() =>
      db
        .prepare(
          `select distinct plan, position, leaf
           from checkpoint c join projection g on g.projection = c.projection and g.version = c.version
           where g.state = 'serving' and position > 0`
        )
        .all()
        .map((row) => ({
          plan: row["plan"] as PlanId,
          position: Number(row["position"]),
          leaf: leafIn(row["leaf"])
        }))
    ),
    plansIn: ({ projection, version }) =>
      ask(
        () =>
          new Set(
            db
              .prepare("select plan from checkpoint where projection = ? and version = ?")
              .all(projection, version)
              .map((row) => row["plan"] as PlanId)
          )
      ),
    claim,
    advance: (plan, of, from, to, writings) =>
      Effect.map(
        claim(plan, true, (claimed) =>
          isLeftAt(claimed, of, from) ? Effect.as(claimed.save(of, to, writings), true) : Effect.succeed(false)
        ),
        Option.getOrElse(() => false)
      ),
    snapshot: (plan, work) =>
      one.withPermit(
        Effect.acquireUseRelease(
          attempt(() => db.exec("begin")),
          () =>
            Effect.flatMap(
              attempt(() => sqliteClaim(db, attempt, plan, () => (purged = true))),
              work
            ),
          () =>
            Effect.sync(() => {
              if (db.isTransaction) db.exec("rollback")
            })
        )
      ),
    attempt: (plan) =>
      ask(
        () =>
          void db
            .prepare(
              "insert into work (plan, attempts) values (?, 1) on conflict (plan) do update set attempts = attempts + 1"
            )
            .run(plan)
      ),
    park: ({ detail, plan, position, why }) =>
      ask(
        () =>
          void db
            .prepare(
              `insert into work (plan, parked, position, detail) values (?, ?, ?, ?) on conflict (plan)
               do update set parked = excluded.parked, position = excluded.position, detail = excluded.detail`
            )
            .run(plan, why, position, detail)
      ),
    parked: ask(() =>
      db
        .prepare("select plan, parked, position, detail from work where parked is not null order by plan")
        .all()
        .map((row) => ({
          plan: row["plan"] as PlanId,
          why: row["parked"] as ParkReason,
          position: row["position"] === null ? null : Number(row["position"]),
          detail: String(row["detail"])
        }))
    ),
    release: (plan) =>
      ask(
        () =>
          void db
            .prepare(
              "update work set parked = null, position = null, detail = null, attempts = 0 where plan = ? and parked is not null"
            )
            .run(plan)
      ),
    begin: (model) => ask(() => beginGeneration(db, model)),
    swap: (model, version, stuck) => ask(() => swapGeneration(db, model, version, stuck)),
    oddities: (plans) => ask(() => sqliteOddities(db, plans)),
    drop: ask(() => dropGenerations(db)),
    alone: aloneAt(options.filename),
    listen: Effect.succeed(looksAgain)
  })
})

/** Provides the read models in that file, which is closed with the scope. */
export const layer = (options: OpenOptions): Layer.Layer<ReadModelStore, EventLogError> =>
  Layer.effect(ReadModelStore, make(options))
