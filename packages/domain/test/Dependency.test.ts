/**
 * What activities wait for, and what milestones stand for.
 */
import { describe, expect, it } from "@effect/vitest"
import type { Command } from "../src/Command.ts"
import type { DecidedEvent } from "../src/decisions/DecisionResult.ts"
import { waitingFor } from "../src/decisions/DependencyDecision.ts"
import { ActivityId } from "../src/Names.ts"
import { decisionStateAt } from "../src/decisions/DecisionState.ts"
import { planAt } from "../src/plan/Plan.ts"
import { given, logOf, on } from "./given.ts"
import { opened, registered, sdv, webb } from "./sample.ts"

const tik = ActivityId.make("tik")
const go = ActivityId.make("driftstart")

const declare = (activity: ActivityId, other: ActivityId, words: string | null = null): Command => ({
  _tag: "DeclareDependency",
  activity,
  on: other,
  words
})
const declared = (activity: ActivityId, other: ActivityId, words: string | null = null): DecidedEvent => ({
  activity,
  event: { _tag: "DependencyDeclared", on: other, words }
})
const end = (activity: ActivityId, other: ActivityId): Command => ({
  _tag: "EndDependency",
  activity,
  on: other,
  reason: null
})
const ended = (activity: ActivityId, other: ActivityId): DecidedEvent => ({
  activity,
  event: { _tag: "DependencyEnded", on: other, reason: null }
})

const plan = [opened, registered(webb), registered(sdv), registered(tik)]

describe("DeclareDependency", () => {
  it("an activity waits for another from the declaration to the end of it", () => {
    given(...plan)
      .when(declare(tik, sdv, "omfattas av SDV"))
      .thenRecords(declared(tik, sdv, "omfattas av SDV"))
    const dependencies = (...events: ReadonlyArray<DecidedEvent>) =>
      planAt(logOf([...plan, ...events])).activities.get(tik)?.dependencies
    expect(dependencies(declared(tik, sdv))).toMatchObject([{ on: sdv, words: null, position: 5 }])
    expect(dependencies(declared(tik, sdv), ended(tik, sdv))).toEqual([])
  })
  it("a dependency already declared records nothing; new words are declared again", () => {
    const known = given(...plan, declared(tik, sdv, "omfattas av SDV"))
    known.when(declare(tik, sdv)).thenRecords()
    known.when(declare(tik, sdv, "omfattas av SDV")).thenRecords()
    known.when(declare(tik, sdv, "avvaktar SDV")).thenRecords(declared(tik, sdv, "avvaktar SDV"))
  })
  it("nothing waits for itself, nor for what waits for it through others", () => {
    given(...plan)
      .when(declare(sdv, sdv))
      .thenRefused({ _tag: "CircularDependency", activity: sdv, on: sdv })
    given(...plan, declared(tik, sdv), declared(webb, tik))
      .when(declare(sdv, webb))
      .thenRefused({ _tag: "CircularDependency", activity: sdv, on: webb })
  })
  it("a wait that is declared for a later day closes a circle too", () =>
    given(...plan, on("2024-05-01", declared(tik, sdv)))
      .when(declare(sdv, tik), "2024-04-30")
      .thenRefused({ _tag: "CircularDependency", activity: sdv, on: tik }))
  it("an activity that is not registered, or only later, cannot be waited for", () => {
    given(opened, registered(tik)).when(declare(tik, sdv)).thenRefused({ _tag: "NoSuchActivity", activity: sdv })
    given(opened, registered(tik), on("2024-05-01", registered(sdv)))
      .when(declare(tik, sdv), "2024-04-30")
      .thenRefused({ _tag: "NotYetRegistered", activity: sdv, registeredOn: "2024-05-01" as never })
  })
})

describe("EndDependency", () => {
  it("a declared dependency ends once", () => {
    given(...plan, declared(tik, sdv))
      .when(end(tik, sdv))
      .thenRecords(ended(tik, sdv))
    given(...plan)
      .when(end(tik, sdv))
      .thenRecords()
  })
})

describe("waitingFor", () => {
  it("those that wait are found through others, also in a circle that corrections left", () => {
    const log = logOf([...plan, declared(tik, sdv), declared(webb, tik), declared(sdv, webb)])
    expect([...waitingFor(decisionStateAt(log), sdv)].sort()).toEqual([tik, webb])
  })
})

const link = (activity: ActivityId, to: ActivityId | null): Command => ({ _tag: "LinkMilestone", activity, to })
const linked = (from: ActivityId | null, to: ActivityId | null): DecidedEvent => ({
  activity: go,
  event: { _tag: "MilestoneLinked", from, to }
})

describe("LinkMilestone", () => {
  const withMilestone = [...plan, registered(go, { kind: "milestone" })]

  it("a milestone is linked, linked elsewhere, and unlinked", () => {
    given(...withMilestone)
      .when(link(go, sdv))
      .thenRecords(linked(null, sdv))
    const known = given(...withMilestone, linked(null, sdv))
    known.when(link(go, sdv)).thenRecords()
    known.when(link(go, tik)).thenRecords(linked(sdv, tik))
    known.when(link(go, null)).thenRecords(linked(sdv, null))
    expect(planAt(logOf([...withMilestone, linked(null, sdv), linked(sdv, null)])).activities.get(go)?.link).toEqual({
      to: null
    })
  })
  it("only a milestone is linked, and only to an activity of the plan", () => {
    given(...withMilestone)
      .when(link(tik, sdv))
      .thenRefused({ _tag: "NotAMilestone", activity: tik })
    given(...withMilestone)
      .when(link(go, go))
      .thenRefused({ _tag: "NotAnActivity", activity: go })
    const missing = ActivityId.make("saknas")
    given(...withMilestone)
      .when(link(go, missing))
      .thenRefused({ _tag: "NoSuchActivity", activity: missing })
  })
})
