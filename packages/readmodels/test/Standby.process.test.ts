/**
 * Read models are checked on a standby, and by a login that may only read.
 */
import { expect, it } from "@effect/vitest"
import { migrateAt } from "@frist/store/postgres/PgAccess"
import { examineServer } from "@frist/store/postgres/PgDoctor"
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { describe } from "vitest"
import { postgresFolder, Server, withoutPostgres } from "../../store/test/failover/Cluster.ts"
import { project } from "../src/Projector.ts"
import { check } from "../src/ReadModelCheck.ts"
import * as PgReadModels from "../src/postgres/PgReadModels.ts"
import { migrateReadModelsAt } from "../src/postgres/PgReadModelTables.ts"
import { beginning } from "./beginning.ts"
import { append, newPlan, today } from "./kept.ts"

const removed = (make: () => Promise<Server>) =>
  Effect.acquireRelease(Effect.promise(make), (server) => Effect.promise(() => server.remove()))

const at = (address: string) => {
  const url = Redacted.make(address)
  return Layer.fresh(Layer.merge(PgEventLog.layer({ url, patience: "100 millis" }), PgReadModels.layer({ url })))
}

describe.skipIf(postgresFolder === undefined)(
  postgresFolder === undefined ? withoutPostgres : `a standby of ${postgresFolder}`,
  () => {
    it.live(
      "checks read models, takes no writes, and its primary is warned of what a failover may lose",
      () =>
        Effect.gen(function* () {
          const primary = yield* removed(() => Server.primary())
          const url = Redacted.make(primary.url())
          yield* Effect.andThen(migrateAt(url), migrateReadModelsAt(url))
          const plan = newPlan()
          yield* Effect.andThen(append(plan, beginning), project({ today: Effect.succeed(today) })).pipe(
            Effect.provide(at(primary.url()))
          )
          const standby = yield* removed(() => primary.standby())
          const checked = yield* Effect.provide(check(plan), at(standby.url()))
          expect(checked.length).toBeGreaterThan(0)
          expect(checked.every(({ difference, rows }) => difference === null && rows >= 0)).toBe(true)
          yield* Effect.promise(() =>
            primary.sql("create role looks login", "grant frist_reader to looks", "select pg_sleep(0.2)")
          )
          const reader = primary.url().replace("postgres@", "looks@")
          expect(yield* Effect.provide(check(plan), at(reader))).toEqual(checked)
          const refused = yield* Effect.flip(Effect.provide(append(newPlan(), beginning), at(standby.url())))
          expect(refused).toMatchObject({ reason: "unreachable", sqlState: "25006" })

          const losing = () =>
            Effect.map(examineServer({ url }), (found) =>
              found.filter(({ code }) => code === "replicationUnsafe").map(({ detail }) => detail)
            )
          expect(yield* losing()).toEqual(["synchronous_standby_names = ''"])
          for (const [commit, found] of [
            ["local", ["synchronous_commit = local"]],
            ["remote_write", ["synchronous_commit = remote_write"]],
            ["on", []],
            ["remote_apply", []]
          ] as const) {
            yield* Effect.promise(() => primary.waitFor(standby, commit))
            yield* Effect.sleep("300 millis")
            expect(yield* losing()).toEqual(found)
          }
          // One address with both finds the one that is asked for.
          const both = (wanted: string) =>
            `postgres://postgres@127.0.0.1:${standby.port},127.0.0.1:${primary.port}/postgres?target_session_attrs=${wanted}`
          const next = newPlan()
          yield* Effect.provide(append(next, beginning), at(both("read-write")))
          for (const wanted of ["read-only", "prefer-standby", "any"]) {
            const refused = yield* Effect.flip(Effect.provide(append(next, beginning), at(both(wanted))))
            expect(refused).toMatchObject({ sqlState: "25006" })
          }
          const nobody = yield* Effect.flip(
            Effect.provide(check(plan), at(`${standby.url()}?target_session_attrs=read-write`))
          )
          expect(nobody).toMatchObject({ reason: "unreachable" })
          expect(nobody.detail).toMatch(/no server is read-write: 127\.0\.0\.1:\d+ is standby/u)
        }).pipe(Effect.scoped),
      120_000
    )
  }
)
