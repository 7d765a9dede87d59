/**
 * Processes that append to a PostgreSQL log are killed at random moments, while others subscribe.
 */
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { fromTo, newPlan } from "../../src/contract/ContractFixture.ts"
import { writer } from "../processes.ts"
import { newLogin, rowsAt } from "../PgSessions.ts"
import { long } from "../sizes.ts"
import { openLog, newServer } from "./server.ts"
import { Witness } from "./Witness.ts"

/** Two processes are killed in each round. */
const rounds = long ? 100 : 3

it.live(
  `${2 * rounds} killed processes leave every acknowledged batch, and every other whole or not at all`,
  () =>
    Effect.gen(function* () {
      const server = yield* newServer()
      const log = yield* openLog(server)
      const login = yield* newLogin(server.url(), ["frist_writer"])
      /** Waits until the server has finished what the killed processes had sent. */
      const carriedOut = Effect.gen(function* () {
        const sessions = `select count(*)::int from pg_stat_activity where usename = '${new URL(login).username}'`
        while (Number((yield* rowsAt(server.url(), sessions))[0]?.[0]) > 0) yield* Effect.sleep("20 millis")
      }).pipe(Effect.timeout("30 seconds"))
      let witness = new Witness([])
      let acknowledged = 0
      let unanswered = 0
      for (const round of fromTo(1, rounds)) {
        if (round % 10 === 1) {
          witness = new Witness(fromTo(1, 3).map(newPlan))
          for (const plan of witness.plans) yield* Effect.forkScoped(witness.follow(log, { plan, after: 0 }))
        }
        const { plans, sent } = witness
        const killed = yield* Effect.forEach(
          ["a", "b"],
          (name) => {
            const killAfter = Math.random() * 80
            const options = { plans, name: `${name}${round}`, mode: "own", count: 1_000_000, writers: 4 } as const
            return writer(login, { ...options, killAfter })
          },
          { concurrency: "unbounded" }
        )
        for (const { end, said, sent: own } of killed) {
          expect([end, said]).toEqual(["SIGKILL", ""])
          for (const each of own) sent.set(each.batch, each)
          acknowledged += own.filter(({ answer }) => answer !== null && answer !== "refused").length
          unanswered += own.filter(({ answer }) => answer === null).length
        }
        if (round % 10 === 0 || round === rounds) yield* Effect.andThen(carriedOut, witness.check(log))
      }
      expect(acknowledged).toBeGreaterThan(0)
      // They were in the middle of something.
      expect(unanswered).toBeGreaterThan(0)
    }).pipe(Effect.scoped),
  900_000
)
