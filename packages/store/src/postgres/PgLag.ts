/**
 * Bounds the age of what a standby shows, and refuses to read what may be older than allowed.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { EventLogError } from "../EventLog.ts"
import { typed } from "./PgErrors.ts"

/**
 * Whether the server is a standby; and the most seconds by which it can be behind, null if nothing bounds them. Whatever
 * was committed before the last transaction that it replayed is there; so is all that the primary had written when it
 * sent its last message, once that is replayed. On an idle primary the first bound grows, and only the second tells;
 * it needs a standby that streams, and a login that may see so.
 */
const lagSql = `
  select pg_is_in_recovery(), extract(epoch from least(
    clock_timestamp() - pg_last_xact_replay_timestamp(),
    (
      select clock_timestamp() - last_msg_send_time from pg_stat_wal_receiver
      where status = 'streaming' and pg_last_wal_replay_lsn() >= latest_end_lsn
    )
  ))::float8`

/** Returns the most seconds by which the server is behind: 0 for a primary, null for a standby of which it is unknown. */
export const lagOf = (sql: PgClient): Effect.Effect<number | null, EventLogError> =>
  Effect.map(typed(sql.unsafe(lagSql).values), ([row]) => {
    const [isStandby, seconds] = row ?? []
    if (isStandby !== true) return 0
    return typeof seconds === "number" ? Math.max(0, seconds) : null
  })

const hint =
  "a tighter bound needs a standby that streams from its primary, and a login with the role pg_read_all_stats"

const checked = (sql: PgClient, most: Duration.Duration) =>
  Effect.flatMap(lagOf(sql), (seconds) => {
    const allowed = Duration.toSeconds(most)
    if (seconds !== null && seconds <= allowed) return Effect.void
    const age = seconds === null ? "is of unknown age" : `may be ${seconds.toFixed(1)} s old`
    return Effect.fail(
      new EventLogError({
        reason: "stale",
        detail: `what the standby shows ${age}, and ${allowed} s are allowed; ${hint}`,
        lag: { most: seconds, allowed }
      })
    )
  })

/** Reads on a connection whose server is at most so far behind; fails with `stale` on another. */
export const noOlderThan =
  (sql: PgClient, most: Duration.Input) =>
  <A>(self: Effect.Effect<A, EventLogError>): Effect.Effect<A, EventLogError> =>
    typed(sql.withTransaction(Effect.andThen(checked(sql, Duration.fromInputUnsafe(most)), self)))
