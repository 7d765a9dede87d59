/**
 * Every refusal says in one sentence what forbids it and what to do.
 */
import { describe, expect, it } from "@effect/vitest"
import { ActivityId } from "../src/Names.ts"
import { Refusal, sentenceOf } from "../src/Refusal.ts"
import { day, position } from "./given.ts"

const activity = ActivityId.make("sdv")
const at = { position: position(7), type: "DeadlineMoved" }
const examples: ReadonlyArray<readonly [Refusal, ReadonlyArray<string>]> = [
  [{ _tag: "PlanMoved", to: "postgres://b/frist" }, ["postgres://b/frist"]],
  [{ _tag: "PlanNotOpened" }, ["that day"]],
  [{ _tag: "PlanAlreadyOpened", title: "Digital strategi" }, ["Digital strategi"]],
  [{ _tag: "AlreadyRegistered", activity }, ["sdv"]],
  [{ _tag: "NoSuchActivity", activity }, ["sdv"]],
  [{ _tag: "NotYetRegistered", activity, registeredOn: day("2024-06-17") }, ["sdv", "2024-06-17"]],
  [{ _tag: "NotAMilestone", activity }, ["sdv"]],
  [{ _tag: "NotAnActivity", activity }, ["sdv"]],
  [{ _tag: "CircularDependency", activity, on: ActivityId.make("tik") }, ["sdv", "tik"]],
  [{ _tag: "NotARequest", ...at }, ["7", "DeadlineMoved"]],
  [{ _tag: "RequestDecided", position: position(7), decision: "§ 84" }, ["7", "§ 84"]],
  [{ _tag: "ActivityClosed", activity, status: { _tag: "Completed", on: null } }, ["sdv", "Completed"]],
  [{ _tag: "NoSuchPosition", position: position(7) }, ["7"]],
  [{ _tag: "NotAFact", ...at }, ["7", "a correction or a redaction"]],
  [{ _tag: "OtherType", ...at, replacement: "StatusChanged" }, ["7", "DeadlineMoved", "StatusChanged"]],
  [{ _tag: "NotAFinding", ...at }, ["7", "DeadlineMoved"]],
  [{ _tag: "AlreadyRedacted", position: position(7) }, ["7"]],
  [{ _tag: "RemainsStands", position: position(7) }, ["7"]],
  [{ _tag: "DecisionStands", position: position(7) }, ["7"]],
  [{ _tag: "NeedsWhole", ...at }, ["7", "DeadlineMoved"]],
  [{ _tag: "EditionNotKept", sha256: "e1".repeat(32) }, ["e1".repeat(32)]],
  [{ _tag: "EditionAlreadyErased", sha256: "e1".repeat(32) }, ["e1".repeat(32)]]
]

describe("a refusal", () => {
  it.each(examples)("a refusal says in one sentence what forbids the command and what to do: %o", (refusal, named) => {
    const sentence = sentenceOf(refusal)
    expect(sentence).toMatch(/^[A-Z][^.\n]+[:,] [^.\n]+\.$/u)
    for (const each of named) expect(sentence).toContain(each)
  })

  it("a circle of one is told apart from a longer one", () =>
    expect(sentenceOf({ _tag: "CircularDependency", activity, on: activity })).toContain("itself"))

  it("every kind of refusal has an example here", () => {
    expect(examples.map(([{ _tag }]) => _tag)).toEqual(Object.keys(Refusal.cases))
  })
})
