/**
 * The work on plans of read models in PostgreSQL: attempts, and the plans that are parked.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import type { PlanId } from "@frist/domain/Names"
import { typed } from "@frist/store/postgres/PgErrors"
import * as Effect from "effect/Effect"
import type { ParkedPlan, ParkReason, ReadModelStore } from "../ReadModelStore.ts"

/** Returns the part of `ReadModelStore` that counts attempts, parks and releases. */
export const pgPlanWork = (
  sql: PgClient
): Pick<ReadModelStore["Service"], "attempt" | "park" | "parked" | "release"> => {
  const ask = (statement: string, values: ReadonlyArray<unknown> = []) => typed(sql.unsafe(statement, values).values)
  return {
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
            : Effect.asVoid(
                ask("insert into frist_read.work (plan, attempts) values ($1, 1) on conflict do nothing", [plan])
              )
      ),
    park: ({ detail, plan, position, why }) =>
      Effect.asVoid(
        ask(
          `insert into frist_read.work (plan, parked, position, detail, since)
           values ($1, $2, $3::float8::bigint, $4, now())
           on conflict (plan) do update
             set parked = excluded.parked, position = excluded.position, detail = excluded.detail, since = excluded.since`,
          [plan, why, position, detail]
        )
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
      Effect.asVoid(
        ask(
          `update frist_read.work set parked = null, position = null, detail = null, since = null, attempts = 0
           where plan = $1 and parked is not null`,
          [plan]
        )
      )
  }
}
