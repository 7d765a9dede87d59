/**
 * Writes the hashes of what the migrations of a log define, for `frist doctor`: from a server of the tests, or from those
 * at the addresses, whose users may create databases. Run it when a migration has been added; with the addresses of a
 * server before and one from version 18, where it depends on the version.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import { migrateAt } from "@frist/store/postgres/PgAccess"
import { type DefinitionHashes, definitionsAt, definitionsFile } from "@frist/store/postgres/PgDefinitions"
import { databaseUrl, newName } from "@frist/testing/PgDatabase"
import { startPgServer } from "@frist/testing/PgServer"
import * as Effect from "effect/Effect"
import * as Reactivity from "effect/reactivity/Reactivity"
import * as Redacted from "effect/Redacted"
import { readFileSync, writeFileSync } from "node:fs"

const addresses = process.argv.slice(2)
const server = addresses.length === 0 ? await startPgServer() : undefined

const at = (to: string) => Effect.provide(PgClient.make({ url: Redacted.make(to) }), Reactivity.layer)
const madeAt = (url: string) =>
  Effect.scoped(
    Effect.gen(function* () {
      const admin = yield* at(url)
      const name = newName()
      yield* admin.unsafe(`create database ${name}`).unprepared
      const own = databaseUrl(url, name)
      yield* migrateAt(Redacted.make(own))
      const definitions = yield* Effect.scoped(Effect.flatMap(at(own), definitionsAt))
      yield* admin.unsafe(`drop database ${name} with (force)`).unprepared
      return definitions
    })
  )

const before = JSON.parse(readFileSync(definitionsFile, "utf8")) as Record<"15" | "18", DefinitionHashes>
const made: Partial<Record<"15" | "18", DefinitionHashes>> = {}
for (const url of server === undefined ? addresses : [server.url("postgres")]) {
  const { found, major } = await Effect.runPromise(madeAt(url))
  made[major >= 18 ? "18" : "15"] = found
}
await server?.remove()

/** What a version had in the same words as the other, it has in the other's new words. */
const carried = (own: "15" | "18", other: "15" | "18"): DefinitionHashes => {
  const [mine, theirs, now] = [before[own], before[other], made[other] ?? {}]
  const kept = Object.entries(mine).filter(([name, hash]) => theirs[name] !== hash)
  const same = Object.entries(now).filter(([name]) => mine[name] === theirs[name])
  return Object.fromEntries([...kept, ...same])
}
const sorted = (hashes: DefinitionHashes) =>
  Object.fromEntries(Object.entries(hashes).toSorted(([a], [b]) => (a < b ? -1 : 1)))
const written = { 15: sorted(made["15"] ?? carried("15", "18")), 18: sorted(made["18"] ?? carried("18", "15")) }
writeFileSync(definitionsFile, `${JSON.stringify(written, null, 1)}\n`)
