/**
 * Workers killed at random moments leave read models that equal the log. A worker that stores its position after the commit
 * does not, which shows that the test sees the difference.
 */
import { ActivityId, type PlanId } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import type { Status } from "@frist/domain/Status"
import { EventLog } from "@frist/store/EventLog"
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { project } from "../src/Projector.ts"
import { ReadModelStore } from "../src/ReadModelStore.ts"
import { append, derivedDigests, keptDigests, newPlan, today } from "./kept.ts"
import { activities, beginning, event } from "./beginning.ts"
import { pgForAll } from "./pg.ts"
import { long } from "../../store/test/sizes.ts"

const script = fileURLToPath(new URL("worker.ts", import.meta.url))
const rounds = long ? 60 : 2

/** A worker that is killed this many milliseconds after its first catch-up. */
const killed = (address: string, mode: string, after: number) =>
  Effect.callback<string>((resume) => {
    const child = spawn(process.execPath, [script, address, mode])
    let [said, dying] = ["", false]
    child.stdout.on("data", () => {
      if (dying) return
      dying = true
      setTimeout(() => child.kill("SIGKILL"), after)
    })
    child.stderr.on("data", (chunk) => (said += chunk))
    child.on("close", (code, signal) => resume(Effect.succeed(`${signal ?? code}${said}`)))
    return Effect.sync(() => child.kill("SIGKILL"))
  })

const statuses: ReadonlyArray<Status> = [{ _tag: "Delayed" }, { _tag: "InProgress" }]
const statusAt = (n: number): Status => statuses[n % 2] ?? { _tag: "NotStated" }

/** Alternating changes, so that a lost row stays wrong; some are back-dated, some withdrawn. */
const eventAt = (n: number): NewEvent => {
  const activity = activities[n % 3] ?? ActivityId.make("a")
  if (n % 11 === 10) {
    const withdrawn = { _tag: "Corrected", position: n - 2, replacement: null, reason: "Fel" }
    return event(activities[(n - 3) % 3] ?? activity, withdrawn as NewEvent["event"])
  }
  const turn = Math.floor(n / 3)
  const on = n % 7 === 0 ? "2023-12-01" : "2024-02-01"
  return event(activity, { _tag: "StatusChanged", from: statusAt(turn + 1), to: statusAt(turn) }, on)
}

const pg = pgForAll()

/** The number of wrong tables after all kills, and of parked plans. */
const survive = Effect.fnUntraced(function* (mode: "right" | "wrong") {
  const log = yield* EventLog
  const plans = Array.from({ length: 4 }, newPlan)
  const counts = new Map<PlanId, number>()
  for (const plan of plans) yield* append(plan, beginning)
  const writing = yield* Effect.forkChild(
    Effect.forever(
      Effect.gen(function* () {
        for (const plan of plans) {
          const n = counts.get(plan) ?? 3
          counts.set(plan, n + 1)
          yield* append(plan, [eventAt(n)])
          yield* Effect.sleep("2 millis")
        }
      })
    )
  )
  for (let round = 0; round < rounds; round++) {
    const ends = yield* Effect.all(
      [killed(pg.address(), mode, Math.random() * 120), killed(pg.address(), mode, Math.random() * 120)],
      { concurrency: "unbounded" }
    )
    if (mode === "right") expect(ends).toEqual(["SIGKILL", "SIGKILL"])
  }
  yield* Fiber.interrupt(writing)
  yield* Effect.exit(project({ today: Effect.succeed(today) }))
  let wrong = 0
  for (const plan of plans) {
    const recorded = yield* log.read(plan)
    const should = derivedDigests(recorded, { position: recorded.length, asOf: today })
    const kept = yield* keptDigests(plan)
    wrong += Object.keys(should).filter((name) => kept[name] !== should[name]).length
  }
  return { wrong, parked: (yield* (yield* ReadModelStore).parked).length }
})

it.live(
  `${2 * rounds} workers killed at work leave every row equal to the log`,
  () =>
    survive("right").pipe(
      Effect.tap((found) => Effect.sync(() => expect(found).toEqual({ wrong: 0, parked: 0 }))),
      Effect.provide(pg.layer())
    ),
  600_000
)

it.live(
  "workers that store their position after the commit leave rows that differ from the log",
  () =>
    survive("wrong").pipe(
      // Whether a kill shows is chance: a row that is written again is correct again.
      Effect.repeat({ until: ({ parked, wrong }) => wrong + parked > 0, times: 19 }),
      Effect.tap(({ parked, wrong }) => Effect.sync(() => expect(wrong + parked).toBeGreaterThan(0))),
      Effect.provide(pg.layer())
    ),
  600_000
)
