/**
 * Writes changed rows and their position to PostgreSQL in one statement, if the tables of the plan are as they were left.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import { typed } from "@frist/store/postgres/PgErrors"
import { namingHolders } from "@frist/store/postgres/PgLockHolders"
import * as Effect from "effect/Effect"
import type { Generation, ReadModelStore } from "../ReadModelStore.ts"
import { positionSql } from "./PgPlanClaim.ts"
import { mostRows, upsertSql, type StatementPart } from "./PgRowWriter.ts"

/**
 * Claims the plan, and answers whether its tables are those, at that position. The claim sees what was committed before it
 * had the locks, though the statement itself began earlier.
 */
const heldSql = `
  select string_agg(concat_ws(' ', c.projection, c.version, c.shape, c.state), ','
      order by c.projection collate "C", c.version) = $3::text
    and bool_and(
      c.place is not distinct from $4::float8 and c.as_of is not distinct from $5::text
      and c.next_day is not distinct from $6::text and c.leaf is not distinct from $7::bytea
      and c.attempts = 0 and c.parked is null
    ) as ok
  from frist_read.claim($1, false, $2) c`

/** The parts of the statement write nothing unless the plan is held. */
const ifHeld = "where (select held.ok from held)"

const nameOf = ({ projection, shape, state, version }: Generation): string =>
  [projection, version, shape, state].join(" ")

/** Returns `ReadModelStore.advance` of a server. `isAlone`: as for a claim. */
export const pgAdvance = (sql: PgClient, isAlone: boolean): ReadModelStore["Service"]["advance"] =>
  Effect.fnUntraced(function* (plan, of, from, to, writings) {
    const rows = writings.reduce((sum, { change }) => sum + change.rows.length, 0)
    // A row that was rewritten since the statement began is not seen by its deletes; an upsert finds it.
    if (rows > mostRows || writings.some(({ change }) => change.gone.length > 0)) return false
    const values: Array<unknown> = [
      plan,
      isAlone,
      of.map(nameOf).join(","),
      from.position,
      from.asOf,
      from.nextDay,
      from.leaf
    ]
    const parts: Array<string> = []
    const add = (part: StatementPart) => {
      parts.push(`w${parts.length} as (${part.sql})`)
      values.push(...part.values)
    }
    for (const writing of writings) add(upsertSql(writing, values.length + 1, ifHeld))
    add(positionSql(of, to, values.length + 1, ifHeld))
    const written = sql.unsafe(
      `with held as materialized (${heldSql}), ${parts.join(", ")} select ok from held`,
      values
    ).values
    // In the caller's transaction, a failure goes back to a savepoint.
    const [answer] = yield* namingHolders(sql)(typed(isAlone ? written : sql.withTransaction(written)))
    return answer?.[0] === true
  })
