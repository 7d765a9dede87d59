/**
 * Databases of their own for tests, on the run's PostgreSQL server.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import { databaseUrl, newName } from "@frist/testing/PgDatabase"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { afterAll, beforeAll, inject } from "vitest"

/** SQL as anybody; `url` as the superuser unless told. */
export const sqlAt = (url: string = inject("postgres")) =>
  PgClient.layer({ url: Redacted.make(url), maxConnections: 4 })

const statement = (text: string) =>
  Effect.flatMap(PgClient.PgClient, (sql) => sql.unsafe(text)).pipe(Effect.provide(sqlAt()), Effect.orDie)

const make = Effect.suspend(() => {
  const name = newName()
  return Effect.as(statement(`create database ${name}`), name)
})
const drop = (name: string) => statement(`drop database ${name} with (force)`)
const addressOf = (name: string) => databaseUrl(inject("postgres"), name)

/** The address of a new, empty database, which is gone with the scope. */
export const newDatabase = Effect.map(Effect.acquireRelease(make, drop), addressOf)

/** The same for all tests of a file or group. */
export const databaseForAll = (): (() => string) => {
  let name = ""
  beforeAll(async () => {
    name = await Effect.runPromise(make)
  })
  afterAll(() => Effect.runPromise(drop(name)))
  return () => addressOf(name)
}
