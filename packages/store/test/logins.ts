/**
 * Logins for tests, each with a password that can be told in any output, and SQL at an address.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import { newName } from "@frist/testing/PgDatabase"
import * as Effect from "effect/Effect"
import { afterAll } from "vitest"
import { sqlAt } from "./pg.ts"

/** Runs statements in order, each in a transaction of its own; answers with the last one's rows. */
export const sqlNow = (url: string, ...statements: ReadonlyArray<string>): Promise<ReadonlyArray<unknown>> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const sql = yield* PgClient.PgClient
      let rows: ReadonlyArray<unknown> = []
      for (const statement of statements) rows = yield* sql.unsafe(statement).unprepared
      return rows
    }).pipe(Effect.provide(sqlAt(url)))
  )

/** The secret of every login here. */
export const secret = "s3cret-hemligt"

/** The address for another login at the same database. */
export const addressAs = (url: string, login: string, password = secret): string => {
  const changed = new URL(url)
  changed.username = login
  changed.password = password
  return changed.href
}

/** Makes logins in that database, which are gone after all tests of the file; answers with their addresses. */
export const loginsAt = (url: () => string) => {
  const made: Array<string> = []
  afterAll(async () => {
    for (const login of made) await sqlNow(url(), `drop owned by ${login}`, `drop role ${login}`)
  })
  return async (...grants: ReadonlyArray<string>): Promise<string> => {
    const login = newName("login")
    made.push(login)
    await sqlNow(
      url(),
      `create role ${login} login password '${secret}'`,
      ...grants.map((role) => `grant ${role} to ${login}`)
    )
    return addressAs(url(), login)
  }
}
