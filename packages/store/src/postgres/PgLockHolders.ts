/**
 * Names the logins that hold the locks which a call waited for in vain.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as Effect from "effect/Effect"
import { EventLogError } from "../EventLog.ts"
import { typed } from "./PgErrors.ts"

/** The sessions that hold locks on tables of the log and its read models. Any login may ask. */
const holdersSql = `
  select string_agg(distinct coalesce(a.usename, '?') || ', process ' || a.pid, '; ')
  from pg_locks l
  join pg_class c on c.oid = l.relation
  join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('frist', 'frist_read')
  join pg_stat_activity a on a.pid = l.pid
  where l.granted and l.pid <> pg_backend_pid() and c.relkind in ('r', 'p', 'v')`

/** Adds to an error of a lock that was waited for in vain (55P03) who holds locks now. */
export const namingHolders =
  (sql: PgClient) =>
  <A, R>(self: Effect.Effect<A, EventLogError, R>): Effect.Effect<A, EventLogError, R> =>
    Effect.catchIf(
      self,
      ({ sqlState }) => sqlState === "55P03",
      (error) =>
        Effect.flatMap(
          Effect.orElseSucceed(typed(sql.unsafe(holdersSql).values), () => []),
          ([row]) =>
            Effect.fail(
              typeof row?.[0] === "string"
                ? new EventLogError({ ...error, detail: `${error.detail}; locks are held by ${row[0]}` })
                : error
            )
        )
    )
