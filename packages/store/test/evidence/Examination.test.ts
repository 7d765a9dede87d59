/**
 * A log whose head says more or fewer events than it has is examined in vain: nothing is made from it.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { EvidenceBroken } from "@frist/evidence/StoredEvent"
import { batchOf, type Log, newPlan, note, provideLog } from "../../src/contract/ContractFixture.ts"
import { exportPlan } from "../../src/copy/LogExport.ts"
import { levelsOf } from "../../src/evidence/PlanSeal.ts"
import { verifiedLog } from "../../src/evidence/VerifiedLog.ts"
import { inMemory } from "../copies.ts"

const plan = newPlan()
const events = 3
const append = (log: Log) => log.append(batchOf(plan, 0, [note("a"), note("b"), note("c")]))

/** The log, with a head that somebody has changed. */
const headed = (log: Log, by: number): Log => ({
  ...log,
  plans: Effect.map(log.plans, (plans) => plans.map((each) => ({ ...each, events: each.events + by })))
})

describe("a log with another head than it has events", () => {
  for (const [said, by, position] of [
    ["raised", 1, events + 1],
    ["lowered", -1, events]
  ] as const) {
    it.live(`${said} is refused by reports, copies and proofs at the event`, () =>
      inMemory((log) =>
        Effect.gen(function* () {
          yield* append(log)
          expect((yield* verifiedLog(plan, undefined)).events).toHaveLength(events)
          const changed = headed(log, by)
          const broken = new EvidenceBroken({ plan, position, flaw: "position" })
          expect(yield* Effect.flip(verifiedLog(plan, undefined)).pipe(provideLog(changed))).toEqual(broken)
          expect(yield* Effect.flip(levelsOf(plan)).pipe(provideLog(changed))).toEqual(broken)
          const copied = exportPlan(plan, 1, () => Effect.void)
          expect(yield* Effect.flip(copied).pipe(provideLog(changed))).toEqual(broken)
        }).pipe(provideLog(log))
      )
    )
  }
})
