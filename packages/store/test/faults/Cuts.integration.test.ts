/**
 * The server's sessions are terminated every 50 ms, whatever they are doing.
 */
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { fromTo, newPlan } from "../../src/contract/ContractFixture.ts"
import { session } from "../PgSessions.ts"
import { long } from "../sizes.ts"
import { openLog, newServer } from "./server.ts"
import { Witness } from "./Witness.ts"

const seconds = long ? 60 : 1.5

it.live(
  `sessions that are terminated every 50 ms for ${seconds} seconds lose, double and reorder no event`,
  () =>
    Effect.gen(function* () {
      const server = yield* newServer()
      const witness = new Witness(fromTo(1, 5).map(newPlan))
      const log = yield* openLog(server)
      const impatient = yield* openLog(server, { patience: 0 })
      for (const each of [log, impatient]) {
        yield* Effect.forkScoped(witness.follow(each, { after: new Map() }))
        for (const plan of witness.plans) yield* Effect.forkScoped(witness.follow(each, { plan, after: 0 }))
      }
      let ended = 0
      const faults = Effect.gen(function* () {
        const sql = yield* session(server.url())
        for (const nth of fromTo(1, seconds * 20)) {
          yield* Effect.sleep("50 millis")
          // Every fifth time all of them, otherwise about half.
          const some = nth % 5 === 0 ? "true" : "random() < 0.5"
          const rows = yield* sql.unsafe(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where backend_type = 'client backend' and pid <> pg_backend_pid() and ${some}`
          ).values
          ended += rows.length
        }
        witness.stop()
      })
      yield* Effect.all(
        [
          faults,
          ...fromTo(1, 6).map((nth) => witness.write(log, `patient-${nth}`)),
          ...fromTo(1, 4).map((nth) => witness.write(impatient, `impatient-${nth}`))
        ],
        { concurrency: "unbounded" }
      )
      expect(ended).toBeGreaterThan(seconds)
      expect(witness.acknowledged).toBeGreaterThan(seconds)
      expect(witness.errors.get("unreachable") ?? 0).toBeGreaterThan(0)
      yield* witness.check(log)
    }).pipe(Effect.scoped),
  600_000
)
