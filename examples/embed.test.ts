/**
 * The embedding example of the README, run on a log in memory.
 */
import { ActivityId, readDate } from "@frist/domain"
import { record } from "@frist/store"
import * as MemoryEventLog from "@frist/store/MemoryEventLog"
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { moved, occasion } from "./embed.ts"

it.effect("a service moves a deadline and shows how it slipped", () =>
  Effect.gen(function* () {
    yield* record(
      occasion,
      { _tag: "OpenPlan", title: "Digital strategi" },
      {
        _tag: "RegisterActivity",
        activity: ActivityId.make("webbtidbokning"),
        kind: "activity",
        parent: null,
        area: "Webbtidbokning",
        goal: null,
        actions: null,
        responsible: null,
        deadline: readDate("2021-12").date
      }
    )
    const { activities } = yield* moved
    expect(activities).toMatchObject([
      { tally: { count: 1, atLeast: false, net: { min: 975, max: 1095 } }, moves: [{ reason: "Nyanställda först" }] }
    ])
  }).pipe(Effect.provide(MemoryEventLog.layer))
)
