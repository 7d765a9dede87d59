/**
 * Logins of a PostgreSQL server, and SQL as any of them.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import { newName } from "@frist/testing/PgDatabase"
import * as Effect from "effect/Effect"
import * as Reactivity from "effect/reactivity/Reactivity"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as SqlError from "effect/sql/SqlError"
import { afterAll } from "vitest"
import { examineServer } from "../src/postgres/PgDoctor.ts"
import { sqlState } from "../src/postgres/PgErrors.ts"

/** The password of every login that a test creates. It is unlike any other text, so that output can be searched for it. */
export const secret = "s3cret-hemligt"

/** Returns the same address for another login. */
export const addressAs = (url: string, login: string, password = secret): string => {
  const changed = new URL(url)
  changed.username = encodeURIComponent(login)
  changed.password = password
  return changed.href
}

/** A client with a few connections to that address. */
export const sqlAt = (url: string) => PgClient.layer({ url: Redacted.make(url), maxConnections: 4 })

/** Opens a session, or several, until the scope ends. */
export const session = (url: string, maxConnections = 1) =>
  Effect.provide(PgClient.make({ url: Redacted.make(url), maxConnections }), Reactivity.layer)

/** Runs statements in order and commits each. Returns the rows of the last, as objects. */
const recordsAt = (url: string, statements: ReadonlyArray<string>) =>
  Effect.scoped(
    Effect.flatMap(session(url), (sql) =>
      Effect.map(
        Effect.forEach(statements, (text) => sql.unsafe(text).unprepared),
        (all) => all.at(-1) ?? []
      )
    )
  )

/** Runs statements in order and commits each. Returns the rows of the last, as values. */
export const rowsAt = (url: string, ...statements: ReadonlyArray<string>) =>
  Effect.map(recordsAt(url, statements), (rows) => rows.map((row) => Object.values(row as object)))

/** Runs statements in order and commits each. Resolves to the rows of the last, as objects. */
export const sqlNow = (url: string, ...statements: ReadonlyArray<string>): Promise<ReadonlyArray<unknown>> =>
  Effect.runPromise(recordsAt(url, statements))

const creating = (login: string, roles: ReadonlyArray<string>) =>
  `create role "${login}" login password '${secret}'${roles.length > 0 ? ` in role ${roles.join()}` : ""}`
const dropping = (login: string) => [`drop owned by "${login}" cascade`, `drop role "${login}"`]

/** Creates a login in these roles until the scope ends, with all that it will own. Returns its address. */
export const newLogin = (url: string, roles: ReadonlyArray<string> = [], name = newName("login")) =>
  Effect.as(
    Effect.acquireRelease(rowsAt(url, creating(name, roles)), () => Effect.orDie(rowsAt(url, ...dropping(name)))),
    addressAs(url, name)
  )

/** Returns a function that creates a login in these roles until all tests of the file are done, and gives its address. */
export const loginsAt = (url: () => string) => {
  const made: Array<string> = []
  afterAll(async () => {
    for (const login of made) await sqlNow(url(), ...dropping(login))
  })
  return async (...roles: ReadonlyArray<string>): Promise<string> => {
    const login = newName("login")
    made.push(login)
    await sqlNow(url(), creating(login, roles))
    return addressAs(url(), login)
  }
}

const stateOf = (error: unknown): string =>
  SqlError.isSqlError(error) ? (sqlState(error) ?? error.reason._tag) : String(error)

/**
 * Runs each statement in a transaction that is rolled back, in one session that begins with `first`. Returns those that
 * did not fail with the SQLSTATE `state`, and how they ended.
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
      // Nobody can do what the server does not support (0A000).
      return ends.filter((end) => !end.startsWith(`${state}: `) && !end.startsWith("0A000: "))
    })
  )

/** Returns the tables whose old rows doctor finds on the disk, as a login that may only read. */
export const notRewritten = (url: string) =>
  Effect.scoped(
    Effect.gen(function* () {
      const reader = yield* newLogin(url, ["frist_reader"])
      const found = yield* examineServer({ url: Redacted.make(reader) })
      return found.flatMap(({ code, detail }) => (code === "rowsNotRewritten" ? [detail] : []))
    })
  )
