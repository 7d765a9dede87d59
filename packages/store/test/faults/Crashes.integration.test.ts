/**
 * The server crashes, as when its machine fails, and is started again, while many append and subscribe.
 */
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { fromTo, newPlan } from "../../src/contract/ContractFixture.ts"
import { long } from "../sizes.ts"
import { openLog, newServer } from "./server.ts"
import { Witness } from "./Witness.ts"

const crashes = long ? 20 : 2
const millis = (to: number) => Effect.sync(() => Math.random() * to)

it.live(
  `${crashes} crashes of the server lose no acknowledged batch, and subscribers continue by themselves`,
  () =>
    Effect.gen(function* () {
      const server = yield* newServer()
      const witness = new Witness(fromTo(1, 5).map(newPlan))
      const log = yield* openLog(server)
      const impatient = yield* openLog(server, { patience: "100 millis" })
      for (const each of [log, impatient]) {
        yield* Effect.forkScoped(witness.follow(each, { after: new Map() }))
        for (const plan of witness.plans) yield* Effect.forkScoped(witness.follow(each, { plan, after: 0 }))
      }
      const faults = Effect.gen(function* () {
        for (const nth of fromTo(1, crashes)) {
          yield* Effect.sleep(200 + (yield* millis(400)))
          yield* Effect.promise(server.crash)
          // Every tenth time for longer than any caller waits.
          yield* Effect.sleep(nth % 10 === 5 ? 12_000 : yield* millis(500))
          yield* Effect.promise(server.start)
        }
        yield* Effect.sleep("200 millis")
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
      expect(witness.acknowledged).toBeGreaterThan(0)
      expect(witness.errors.get("unreachable") ?? 0).toBeGreaterThan(0)
      yield* witness.check(log)
    }).pipe(Effect.scoped),
  600_000
)

it.live(
  "subscribers and their notifications continue after the server returns, however long it was away",
  () =>
    Effect.gen(function* () {
      const server = yield* newServer()
      const witness = new Witness([newPlan()])
      const log = yield* openLog(server, { patience: "50 millis", pollInterval: "1 hour" })
      const [plan] = witness.plans
      if (plan === undefined) return
      yield* Effect.forkScoped(witness.follow(log, { plan, after: 0 }))
      yield* Effect.forkScoped(witness.follow(log, { after: new Map() }))
      const writing = (name: string) => Effect.andThen(witness.writeFor(log, name, 300), witness.check(log, 10_000))
      yield* writing("before")
      for (const away of long ? [2000, 20_000, 60_000] : [500]) {
        yield* Effect.promise(server.stop)
        yield* Effect.sleep(away)
        expect(yield* Effect.flip(log.read(plan))).toMatchObject({ reason: "unreachable" })
        yield* Effect.promise(server.start)
        yield* Effect.sleep("100 millis")
        yield* writing(`after-${away}`)
      }
    }).pipe(Effect.scoped),
  600_000
)
