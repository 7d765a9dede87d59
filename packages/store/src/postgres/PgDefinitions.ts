/**
 * Compares what is defined in the schema of a log with what the migrations make: tables, columns, views and their options,
 * bodies of functions, policies, triggers, indexes and grants.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as Effect from "effect/Effect"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import type { EventLogError } from "../EventLog.ts"
import { definitionsSql } from "./PgDefinitionsSql.ts"
import { typed } from "./PgErrors.ts"

/** The hashes of the texts of definitions, by their names. */
export type DefinitionHashes = Readonly<Record<string, string>>

/** The file of the hashes, by the version of the server from which on they are those. `tools/docs/definitions.ts` writes it. */
export const definitionsFile = new URL("migrations/definitions.json", import.meta.url)

/** The newest version of a server whose texts are known: a later one may write the same view in other words. */
const newestKnown = 18

const hashOf = (text: unknown): string => createHash("sha256").update(String(text)).digest("hex").slice(0, 12)

/** Returns the major version of the server, and the hashes of what is defined. */
export const definitionsAt = (
  sql: PgClient
): Effect.Effect<{ readonly major: number; readonly found: DefinitionHashes }, EventLogError> =>
  typed(
    sql.withTransaction(
      Effect.gen(function* () {
        // Names are written with their schema.
        yield* sql.unsafe("set local search_path = pg_catalog")
        const [[number] = [0]] = yield* sql.unsafe("select current_setting('server_version_num')::int").values
        const rows = yield* sql.unsafe(definitionsSql).values
        return {
          major: Math.floor(Number(number) / 10_000),
          found: Object.fromEntries(rows.map(([name, text]) => [String(name), hashOf(text)]))
        }
      })
    )
  )

/** Texts that the server words itself depend on its version, so every wording that is known is right. */
const known = (): ReadonlyArray<DefinitionHashes> =>
  Object.values(JSON.parse(readFileSync(definitionsFile, "utf8")) as Readonly<Record<string, DefinitionHashes>>)

/** Without the types of arguments, which would fill a line. */
const shortened = (name: string): string => {
  const [open, close] = [name.indexOf("("), name.lastIndexOf(")")]
  return open < 0 || close < open ? name : name.slice(0, open) + name.slice(close + 1)
}

/** Returns the names of what was altered, dropped (`-`) or added (`+`). */
export const changedDefinitions = (sql: PgClient): Effect.Effect<ReadonlyArray<string>, EventLogError> =>
  Effect.map(definitionsAt(sql), ({ found, major }) => {
    const all = known()
    // What one version has and another has not, such as a body that is bound, is missed by neither.
    const wanted = Object.keys(all[0] ?? {}).filter((name) => all.every((each) => name in each))
    const isCompared = (name: string) => major <= newestKnown || !name.startsWith("definition of ")
    const dropped = wanted.filter((name) => !(name in found)).map((name) => `- ${shortened(name)}`)
    const others = Object.entries(found).flatMap(([name, hash]) => {
      const hashes = all.flatMap((each) => each[name] ?? [])
      if (hashes.length === 0) return [`+ ${shortened(name)}`]
      return hashes.includes(hash) || !isCompared(name) ? [] : [shortened(name)]
    })
    return [...new Set([...dropped, ...others])]
  })
