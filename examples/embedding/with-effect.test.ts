import { expect, it } from "@effect/vitest"
import { ActivityId, Actor, Day, PlanId, readDate } from "@frist/domain"
import { EventLog, record } from "@frist/store"
import * as MemoryEventLog from "@frist/store/memory"
import { Effect, Fiber, Latch } from "effect"
import { TestClock } from "effect/testing"
import { shownReasons } from "./with-effect.ts"

const plan = PlanId.make("openings")
const activity = ActivityId.make("ogon")
const context = { plan, actor: Actor.make("test"), effectiveOn: Day.make("2024-05-02") }
const texts = { parent: null, area: "Ögonmottagningen", goal: null, actions: null, responsible: null }
const prepare = record(
  context,
  { _tag: "OpenPlan", title: "Openings" },
  { _tag: "RegisterActivity", activity, kind: "activity", ...texts, deadline: readDate("2024-06").date }
)
const postpone = (to: string, reason: string) =>
  record(context, { _tag: "MoveDeadline", activity, to: readDate(to).date, reason })

it.effect("an event is recorded at the time of the clock", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(Date.parse("2024-05-02T08:00:00Z"))
    yield* prepare
    const [opened] = yield* (yield* EventLog).read(plan)
    expect(new Date(opened?.recordedAt ?? 0).toISOString()).toBe("2024-05-02T08:00:00.000Z")
  }).pipe(Effect.provide(MemoryEventLog.layer))
)

it.effect("the reasons are shown again when a deadline has moved", () =>
  Effect.gen(function* () {
    yield* prepare
    const moved = yield* Latch.make()
    const seen: Array<unknown> = []
    const following = yield* Effect.forkChild(
      shownReasons(plan, (rows) => {
        seen.push(rows)
        if (rows.length > 0) moved.openUnsafe()
      })
    )
    yield* postpone("hösten 2024", "Lokalerna är inte klara")
    yield* moved.await
    yield* Fiber.interrupt(following)
    expect(seen.at(-1)).toEqual([{ reason: "Lokalerna är inte klara", moves: 1 }])
  }).pipe(Effect.provide(MemoryEventLog.layer))
)
