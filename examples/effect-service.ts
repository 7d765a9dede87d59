/**
 * A service built with Effect: it postpones the opening of clinics, keeps its own table of decisions, and records the
 * moved deadline in the same PostgreSQL transaction. Both are committed, or neither is.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import { ActivityId, Actor, type Command, Day, PlanId, readDate } from "@frist/domain"
import { type Conflict, EventLog, type EventLogError, record, type Refused } from "@frist/store"
import { type DeadlineHistory, deadlineHistory, History } from "@frist/projections"
import * as PgEventLog from "@frist/store/postgres"
import { Config, Context, Effect, Layer } from "effect"
import type { SqlError } from "effect/sql/SqlError"

const plan = PlanId.make("openings")

/** A decision: the clinic, its new opening, the reason, and the day of the decision. */
export interface Postponement {
  readonly clinic: string
  readonly to: string
  readonly reason: string
  readonly decidedBy: string
  readonly decidedOn: string
}

export class Openings extends Context.Service<
  Openings,
  {
    /** Registers a clinic; repeating it does nothing. */
    readonly expect: (
      clinic: string,
      opens: string,
      on: string
    ) => Effect.Effect<void, Refused | Conflict | EventLogError>
    readonly postpone: (
      postponement: Postponement
    ) => Effect.Effect<void, Refused | Conflict | EventLogError | SqlError>
    readonly slips: (clinic: string, today: string) => Effect.Effect<DeadlineHistory, EventLogError>
  }
>()("example/Openings") {}

const make = Effect.gen(function* () {
  const log = yield* EventLog
  const sql = yield* PgClient.PgClient
  yield* sql`create table if not exists postponement (clinic text, opens text, decided_by text, decided_on date)`
  const recorded = (on: string, by: string, ...commands: ReadonlyArray<Command>) =>
    record({ plan, actor: Actor.make(by), effectiveOn: Day.make(on) }, ...commands).pipe(
      Effect.provideService(EventLog, log),
      Effect.asVoid
    )

  return Openings.of({
    expect: (clinic, opens, on) =>
      recorded(
        on,
        "openings",
        { _tag: "OpenPlan", title: "Openings" },
        {
          _tag: "RegisterActivity",
          activity: ActivityId.make(clinic),
          kind: "activity",
          parent: null,
          area: clinic,
          goal: "The clinic is open",
          actions: null,
          responsible: null,
          deadline: readDate(opens).date
        }
      ),

    postpone: ({ clinic, decidedBy, decidedOn, reason, to }) =>
      sql.withTransaction(
        Effect.andThen(
          sql`insert into postponement values (${clinic}, ${to}, ${decidedBy}, ${decidedOn})`,
          // Last: the plan is locked from here to the commit.
          recorded(decidedOn, decidedBy, {
            _tag: "MoveDeadline",
            activity: ActivityId.make(clinic),
            to: readDate(to).date,
            reason
          })
        )
      ),

    slips: (clinic, today) =>
      Effect.map(log.read(plan), (events) =>
        deadlineHistory(History.of(events, { today: Day.make(today) }), { activity: clinic })
      )
  })
})

/** The connections of the service, which the log shares. */
const database = PgClient.layerConfig({ url: Config.Redacted("DATABASE_URL") })

/** The whole service, with its database from `DATABASE_URL`. */
export const openings = Layer.effect(Openings, make).pipe(
  Layer.provide(PgEventLog.layerFromClient({ migrate: true })),
  Layer.provideMerge(database)
)
