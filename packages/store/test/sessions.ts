/**
 * Sessions of any login for tests: what it is answered, and which of its statements are refused, with the SQLSTATE.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import { newName } from "@frist/testing/PgDatabase"
import * as Effect from "effect/Effect"
import * as Reactivity from "effect/reactivity/Reactivity"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as SqlError from "effect/sql/SqlError"
import { sqlState } from "../src/postgres/PgErrors.ts"

/** One connection, or more where several listen, for as long as the scope lasts. */
export const session = (url: string, maxConnections = 1) =>
  Effect.provide(PgClient.make({ url: Redacted.make(url), maxConnections }), Reactivity.layer)

/** The rows of the last statement, as values; each statement commits. */
export const rowsAt = (url: string, ...statements: ReadonlyArray<string>) =>
  Effect.scoped(
    Effect.flatMap(session(url), (sql) =>
      Effect.map(
        Effect.forEach(statements, (text) =>
          sql.unsafe(text).unprepared.pipe(Effect.map((rows) => rows.map(Object.values)))
        ),
        (all) => all.at(-1) ?? []
      )
    )
  )

/** The same address for somebody else. */
export const urlOf = (url: string, login: string, password = "hemligt"): string => {
  const changed = new URL(url)
  changed.username = encodeURIComponent(login)
  changed.password = password
  return changed.href
}

/** A new login in these roles; its address. It is gone with the scope, and what it owns before it. */
export const newLogin = (url: string, roles: ReadonlyArray<string> = [], name = newName("login")) =>
  Effect.as(
    Effect.acquireRelease(
      rowsAt(
        url,
        `create role "${name}" login password 'hemligt'${roles.length > 0 ? ` in role ${roles.join()}` : ""}`
      ),
      () => Effect.orDie(rowsAt(url, `drop owned by "${name}" cascade`, `drop role "${name}"`))
    ),
    urlOf(url, name)
  )

const stateOf = (error: unknown): string =>
  SqlError.isSqlError(error) ? (sqlState(error) ?? error.reason._tag) : String(error)

/**
 * Runs each of these in a transaction that is rolled back, in one session that begins with `first`, and gives those that
 * did not end with this SQLSTATE, with how they ended. Nothing is what everybody hopes for.
 */
export const notRefused = (
  url: string,
  attacks: ReadonlyArray<string>,
  { first = [], state = "42501" }: { readonly first?: ReadonlyArray<string>; readonly state?: string } = {}
) =>
  Effect.scoped(
    Effect.gen(function* () {
      const sql = yield* session(url)
      for (const text of first) yield* sql.unsafe(text).unprepared
      const ends = yield* Effect.forEach(attacks, (attack) =>
        Effect.gen(function* () {
          yield* sql.unsafe("begin").unprepared
          const result = yield* Effect.result(sql.unsafe(attack).unprepared)
          yield* sql.unsafe("rollback").unprepared
          return `${Result.isFailure(result) ? stateOf(result.failure) : "done"}: ${attack}`
        })
      )
      // What a server does not know at all (0A000), nobody does with it.
      return ends.filter((end) => !end.startsWith(`${state}: `) && !end.startsWith("0A000: "))
    })
  )
