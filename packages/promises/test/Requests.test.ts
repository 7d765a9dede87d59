/**
 * Requests, decisions, dependencies and links as plain values, with dates in words.
 */
import { afterAll, beforeAll, expect, it } from "vitest"
import { type FristLog, openLog, type PlainCommand } from "../src/index.ts"

const context = { plan: "revision", actor: "Revisionssekreteraren", effectiveOn: "2024-08-20" }
const times = { today: "2024-09-18" }
const plan: ReadonlyArray<PlainCommand> = [
  { _tag: "OpenPlan", title: "Revisionens rekommendationer" },
  { _tag: "RegisterActivity", activity: "policy", kind: "activity", area: "Policy", deadline: "2024-06-30" },
  { _tag: "RegisterActivity", activity: "bemanning", kind: "activity", area: "Bemanning", deadline: "2024-09-30" },
  { _tag: "RegisterActivity", activity: "antagen", kind: "milestone", goal: "Policyn antagen", deadline: "2024-06-30" }
]

let log: FristLog
beforeAll(async () => {
  log = await openLog("memory:")
  await log.record({ ...context, effectiveOn: "2024-03-20" }, ...plan)
})
afterAll(() => log.close())

it("a request with words for its date is listed until it is decided, and moves the deadline once granted", async () => {
  const { first } = await log.record(context, { _tag: "RequestExtension", activity: "policy", to: "hösten 2025" })
  const before = await log.decisions("revision", times)
  expect(before.requested).toMatchObject([
    { activity: "policy", position: first, requestedTo: { edtf: "2025-23" }, reason: null }
  ])
  const granted = await log.record(context, {
    _tag: "DecideExtension",
    request: first ?? 0,
    outcome: "granted",
    to: "juni 2025",
    decision: "§ 31"
  })
  expect((granted.last ?? 0) - (granted.first ?? 0)).toBe(2)
  const { decided, requested } = await log.decisions("revision", times)
  expect(requested).toEqual([])
  expect(decided).toMatchObject([{ outcome: "granted", grantedTo: { words: "juni 2025" }, decision: "§ 31" }])
})

it("a refused request takes no date, and rejects with one", async () => {
  const { first } = await log.record(context, { _tag: "RequestExtension", activity: "bemanning", to: "2025" })
  const refusal = { _tag: "DecideExtension", request: first ?? 0, outcome: "refused", decision: "§ 32" } as const
  await expect(log.record(context, { ...refusal, to: "2025" })).rejects.toMatchObject({ code: "invalid" })
  expect(await log.record(context, refusal)).toMatchObject({ repeated: false })
})

it("a dependency explains a slip, and a milestone is linked to its activity", async () => {
  await log.record(
    context,
    { _tag: "DeclareDependency", activity: "bemanning", on: "policy" },
    { _tag: "MoveDeadline", activity: "bemanning", to: "2025-03-31" },
    { _tag: "LinkMilestone", activity: "antagen", to: "policy" }
  )
  const { activities } = await log.slips("revision", times, { activity: "bemanning" })
  expect(activities[0]).toMatchObject({
    moves: [{ waitsFor: ["policy"] }],
    tally: { inherited: { min: 182, max: 182 } }
  })
  await log.record(
    context,
    { _tag: "EndDependency", activity: "bemanning", on: "policy" },
    { _tag: "LinkMilestone", activity: "antagen", to: null }
  )
  expect((await log.events("revision")).slice(-2).map(({ type }) => type)).toEqual([
    "DependencyEnded",
    "MilestoneLinked"
  ])
})
