/**
 * The contract's laws of what a decision says remains of the event that it removes. Nobody can compare the two afterwards.
 */
import { describe, expect } from "@effect/vitest"
import { ActivityId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import { batchOf, type Law, note } from "./ContractFixture.ts"

const dated = (words: string) => ({ words, edtf: words, earliest: words, latest: words })

export const remainsLaws = (law: Law): void => {
  describe("what remains", () => {
    const removed = { words: "[Dnr 1 #1]", edtf: null, earliest: null, latest: null }
    const moved = { _tag: "DeadlineMoved", from: dated("2024-01-31"), to: dated("2025-01-31"), reason: "Anna" }
    const withdrawn = { _tag: "Corrected", position: 1, replacement: null, reason: "Anna" }
    const completed = { _tag: "StatusChanged", from: { _tag: "NotStated" }, to: { _tag: "Completed", on: removed } }
    const done = { ...completed, to: { _tag: "Completed", on: dated("2024-01-31") } }
    const stopped = { ...completed, to: { _tag: "Discontinued", reason: "Anna" } }
    const raised = { _tag: "FindingRaised", code: "OddDate", severity: "info", column: null, words: "Anna" }
    const row = { kind: "activity", parent: null, area: null, goal: "Webb", actions: null, responsible: "Anna" }
    const registered = { _tag: "ActivityRegistered", ...row, deadline: dated("2024-01-31"), documentId: "A1" }
    const left = { ...row, goal: "[Dnr 1 #1]", responsible: "[Dnr 1 #1]" }
    const measured = { _tag: "MeasurementRecorded", measure: "e-tjänster", value: 4, unit: null, qualifier: null }
    const target = { _tag: "TargetSet", measure: "e-tjänster", value: 4, unit: "st", words: "4 st" }

    for (const [what, event, said, isTrue] of [
      ["a move without its reason", moved, { remains: { ...moved, reason: "[Dnr 1 #1]" } }, true],
      [
        "a move without its dates",
        moved,
        { remains: { ...moved, from: removed, to: removed, reason: "[Dnr 1 #1]" } },
        true
      ],
      ["a move of which an earlier version removed all", moved, {}, true],
      [
        "a move to another date",
        moved,
        { remains: { ...moved, to: dated("2024-02-01"), reason: "[Dnr 1 #1]" } },
        false
      ],
      ["a move with another reason", moved, { remains: { ...moved, reason: "Regionen är sen" } }, false],
      ["a move of which nothing is left", moved, { remains: null }, false],
      ["a move that becomes a note", moved, { remains: { _tag: "FollowUpNoted", text: "[Dnr 1 #1]" } }, false],
      ["a move that becomes a correction", moved, { remains: null, corrects: 1 }, false],
      ["a completion without its date", done, { remains: completed }, true],
      ["a completion that becomes none", done, { remains: { ...done, to: { _tag: "NotStated" } } }, false],
      [
        "a status without its reason",
        stopped,
        { remains: { ...stopped, to: { _tag: "Discontinued", reason: "[Dnr 1 #1]" } } },
        true
      ],
      ["a finding without its words", raised, { remains: { ...raised, words: "[Dnr 1]" } }, true],
      ["a finding of another severity", raised, { remains: { ...raised, severity: "error", words: "[Dnr 1]" } }, false],
      [
        "a row without its texts",
        registered,
        { remains: { _tag: "ActivityRegistered", ...left, deadline: removed } },
        true
      ],
      [
        "a row that becomes a milestone",
        registered,
        { remains: { _tag: "ActivityRegistered", ...left, kind: "milestone", deadline: removed } },
        false
      ],
      ["a row without a date", registered, { remains: { _tag: "ActivityRegistered", ...left, deadline: null } }, false],
      ["a figure of which nothing is left", { ...measured, period: null, words: "4 st" }, { remains: null }, true],
      [
        "a figure that becomes another",
        { ...measured, period: null, words: "4 st" },
        { remains: { ...measured, value: 5, period: null, words: "[Dnr 1 #1]" } },
        false
      ],
      [
        "a target without its value",
        target,
        { remains: { ...target, value: null, unit: null, words: "[Dnr 1 #1]" } },
        true
      ],
      ["a withdrawal", withdrawn, { remains: null, corrects: 1 }, true],
      ["a withdrawal of another event", withdrawn, { remains: null, corrects: 2 }, false],
      [
        "a withdrawal that becomes a replacement",
        withdrawn,
        { remains: { _tag: "FollowUpNoted", text: "Anna" }, corrects: 1 },
        false
      ],
      ["a withdrawal that withdraws nothing", withdrawn, { remains: null }, false]
    ] as const) {
      const kind = isTrue ? "is erased" : "is not erased"
      law(`erasing compares what remains with what is removed: ${what} ${kind}`, (log, plan) =>
        Effect.gen(function* () {
          const own = { ...note("x"), event }
          const decided = { ...note("x"), event: { _tag: "Redacted", position: 1, decision: "Dnr 1", ...said } }
          const batch = [own, decided].map((each) => ({ ...each, activity: ActivityId.make("webb") })) as never
          yield* log.append(batchOf(plan, 0, batch))
          if (isTrue) return yield* log.erase(plan, [1])
          expect(yield* Effect.flip(log.erase(plan, [1]))).toMatchObject({ reason: "invalid" })
          // A decision that says nothing false is carried out.
          const truly = { ...note("x"), event: { _tag: "Redacted", position: 1, decision: "Dnr 1" } }
          yield* log.append(batchOf(plan, 2, [truly] as never))
          yield* log.erase(plan, [1])
          expect((yield* log.read(plan))[0]?.event).toBeNull()
        })
      )
    }
  })
}
