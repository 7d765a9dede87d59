/**
 * New databases for tests, on the PostgreSQL server that they share.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import { databaseUrl, newName } from "@frist/testing/PgDatabase"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, inject } from "vitest"
import { sqlAt } from "./PgSessions.ts"

const statement = (text: string) =>
  Effect.flatMap(PgClient.PgClient, (sql) => sql.unsafe(text)).pipe(
    Effect.provide(sqlAt(inject("postgres"))),
    Effect.orDie
  )

const make = Effect.suspend(() => {
  const name = newName()
  return Effect.as(statement(`create database ${name}`), name)
})
const drop = (name: string) => statement(`drop database ${name} with (force)`)
const addressOf = (name: string) => databaseUrl(inject("postgres"), name)

/** Creates an empty database until the scope ends, and returns its address. */
export const newDatabase = Effect.map(Effect.acquireRelease(make, drop), addressOf)

/** Creates an empty database for all tests of a file or group. Returns a function that gives its address. */
export const databaseForAll = (): (() => string) => {
  let name = ""
  beforeAll(async () => {
    name = await Effect.runPromise(make)
  })
  afterAll(() => Effect.runPromise(drop(name)))
  return () => addressOf(name)
}
