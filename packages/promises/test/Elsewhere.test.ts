/**
 * A plan that has moved to another database is found there, without Effect.
 */
import { Day } from "@frist/domain/Day"
import { Actor, PlanId } from "@frist/domain/Names"
import { relocatePlan } from "@frist/store/copy/Relocation"
import { layer } from "@frist/store/sqlite/SqliteEventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, it } from "vitest"
import { openLog } from "../src/index.ts"

const folder = mkdtempSync(join(tmpdir(), "frist-elsewhere-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [here, there] = [join(folder, "here.db"), join(folder, "there.db")]
const context = { plan: "p", actor: "Strategen", effectiveOn: "2024-01-01" }

const moved = Effect.gen(function* () {
  const target = yield* Layer.build(Layer.fresh(layer({ filename: there })))
  const move = {
    plan: PlanId.make("p"),
    to: there,
    actor: Actor.make("Strategen"),
    effectiveOn: Day.make("2024-01-02")
  }
  return yield* relocatePlan(move, target)
}).pipe(Effect.scoped, Effect.provide(Layer.fresh(layer({ filename: here }))))

it("a plan is recorded, read and followed where it has moved, by a log that names the place", async () => {
  await using log = await openLog(here, { elsewhere: [there] })
  await log.record(context, { _tag: "OpenPlan", title: "Plan" })
  const seen: Array<string> = []
  const following = (async () => {
    for await (const { type } of log.follow({ plan: "p" })) if (seen.push(type) === 4) return
  })()
  await Effect.runPromise(moved)
  await log.record(context, { _tag: "HoldReview", heldOn: "2024-01-03", title: null })
  await following
  expect(seen).toEqual(["PlanOpened", "PlanMoved", "PlanArrived", "ReviewHeld"])
  expect((await log.events("p")).map(({ type }) => type)).toEqual(seen)
  expect(await log.plans()).toEqual([{ plan: "p", events: 4 }])
  await expect(log.transaction(async () => undefined)).rejects.toMatchObject({ code: "invalid" })

  await using alone = await openLog(here)
  const late = alone.record(context, { _tag: "HoldReview", heldOn: "2024-01-04", title: null })
  await expect(late).rejects.toMatchObject({ code: "refused", refusal: { _tag: "PlanMoved", to: there } })
})

it("an address elsewhere that is none is refused", async () => {
  await expect(openLog(here, { elsewhere: [""] })).rejects.toMatchObject({ code: "invalid" })
})
