/**
 * The contract's laws of `record`: commands that are decided while others are recorded.
 */
import { describe, expect } from "@effect/vitest"
import { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import { record } from "../Recording.ts"
import { activityNamed, actor, day, fromTo, type Law, type Sizes } from "./ContractFixture.ts"

const a = activityNamed("a")
const on = (plan: PlanId) => ({ plan, actor, effectiveOn: day })
const atOnce = { concurrency: "unbounded" } as const

const begin = (plan: PlanId) =>
  record(
    on(plan),
    { _tag: "OpenPlan", title: "Digital strategi" },
    {
      _tag: "RegisterActivity",
      activity: a,
      kind: "activity",
      parent: null,
      area: null,
      goal: "Alla bokar på webben",
      actions: null,
      responsible: null,
      deadline: PlannedDate.exact(day)
    }
  )

export const decisionLaws = (law: Law, sizes: Sizes): void => {
  describe("decisions", () => {
    // `record` decides again at most 20 times; each retry means that another decision was recorded.
    const deciders = Math.min(sizes.writers, 20)

    law("the same command, recorded several times at once, is recorded once", (log, plan) =>
      Effect.gen(function* () {
        const answers = yield* Effect.all(
          fromTo(1, deciders).map(() => begin(plan)),
          atOnce
        )
        expect(yield* log.read(plan)).toHaveLength(2)
        expect(answers.filter((answer) => answer.last >= answer.first)).toHaveLength(1)
      })
    )

    law("different commands recorded at once are all recorded, each decided on the events before it", (log, plan) =>
      Effect.gen(function* () {
        yield* begin(plan)
        yield* Effect.all(
          fromTo(1, deciders).map((month) =>
            record(on(plan), {
              _tag: "MoveDeadline",
              activity: a,
              to: PlannedDate.exact(Day.of(2025, 1, month)),
              reason: null
            })
          ),
          atOnce
        )
        const moves = (yield* log.read(plan, { after: 2 })).flatMap(({ event }) =>
          event?._tag === "DeadlineMoved" ? [[event.from?.words, event.to.words]] : []
        )
        expect(moves).toHaveLength(deciders)
        const ends: ReadonlyArray<string | undefined> = [day, ...moves.map(([, to]) => to)]
        expect(moves.map(([from]) => from)).toEqual(ends.slice(0, -1))
      })
    )

    law("commands of which the plan refuses one record nothing, including the allowed ones", (log, plan) =>
      Effect.gen(function* () {
        yield* begin(plan)
        const note = (about: typeof a) => ({ _tag: "NoteFollowUp", activity: about, text: "Pågår" }) as const
        const refused = yield* Effect.flip(record(on(plan), note(a), note(activityNamed("okand"))))
        expect(refused).toMatchObject({ _tag: "Refused", refusal: { _tag: "NoSuchActivity" } })
        expect(yield* log.read(plan)).toHaveLength(2)
      })
    )
  })
}
