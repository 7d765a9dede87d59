/**
 * The database behind the address `postgres://…@db.example.org/frist` that pages about a server show.
 */
import { connected } from "@frist/store/postgres/PgAccess"
import { databaseUrl, newName } from "@frist/testing/PgDatabase"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

const host = "db.example.org"

/** A database of one page. */
export interface PageDatabase {
  /** The address for the administrator of the server. */
  readonly address: string
  /** Replaces the page's address in a word of a command by the real one. */
  readonly real: (word: string) => string
  /** Replaces the real address in an output by the page's. */
  readonly shown: (printed: string) => string
  /** Runs SQL as the administrator of the server. */
  readonly run: (sql: string) => Promise<void>
  /** Drops the database, and the roles that the SQL created. */
  readonly drop: () => Promise<void>
}

/** Runs one statement at a time, since some cannot run in a transaction. */
const runAt = (url: string, sql: string): Promise<void> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(connected(Redacted.make(url)), (client) =>
        Effect.forEach(
          sql.split(/;\s*$/mu).filter((statement) => statement.trim() !== ""),
          (statement) => client.unsafe(statement).unprepared,
          { discard: true }
        )
      )
    )
  )

/** Creates a database on that server, for its superuser. */
export const pageDatabase = async (server: string | undefined): Promise<PageDatabase> => {
  if (server === undefined) throw new Error("A page with SQL needs a server.")
  const name = newName("docs")
  await runAt(server, `create database ${name}`)
  const address = databaseUrl(server, name)
  const roles = new Set<string>()
  const { host: realHost, password, username } = new URL(address)
  return {
    address,
    real: (word) => {
      if (!word.startsWith("postgres://")) return word
      const url = new URL(word.replace(`${host}/frist`, `${realHost}/${name}`))
      if (url.username === "postgres") {
        url.username = username
        url.password = password
      }
      return url.href
    },
    shown: (printed) => printed.replaceAll(`${realHost}/${name}`, `${host}/frist`),
    run: async (sql) => {
      for (const [, role = ""] of sql.matchAll(/create role (\w+)/gu)) roles.add(role)
      await runAt(address, sql)
    },
    drop: async () => {
      await runAt(server, `drop database ${name} with (force)`)
      for (const role of roles) await runAt(server, `drop role if exists ${role}`)
    }
  }
}
