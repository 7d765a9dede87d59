/**
 * What would be affected if an activity moved.
 */
import { ActivityId } from "@frist/domain/Names"
import { notStated } from "@frist/domain/Status"
import { describe, expect, it } from "@effect/vitest"
import { date, day, type Given, logOf, on } from "../../domain/test/given.ts"
import { changed, done, opened, registered, sdv } from "../../domain/test/sample.ts"
import { History } from "../src/History.ts"
import { whatIf } from "../src/WhatIf.ts"

const [tik, msi, tavla] = ["tik", "msi", "tavla"].map((id) => ActivityId.make(id)) as [
  ActivityId,
  ActivityId,
  ActivityId
]
const hud = ActivityId.make("tik.hud")
const declared = (activity: ActivityId, other: ActivityId): Given => ({
  activity,
  event: { _tag: "DependencyDeclared", on: other, words: null }
})
const ended = (activity: ActivityId, other: ActivityId): Given =>
  on("2024-02-01", { activity, event: { _tag: "DependencyEnded", on: other, reason: null } })
const plan: ReadonlyArray<Given> = [
  opened,
  registered(sdv, { deadline: date("2026-01-31") }),
  registered(tik, { deadline: date("2024-12-31") }),
  registered(msi, { deadline: date("2027-06-30") }),
  registered(tavla, { deadline: date("2028-12-31") })
]
const supposed = (to: string, ...events: ReadonlyArray<Given>) =>
  whatIf(History.of(logOf([...plan, ...events]), { today: day("2024-07-01") }), { activity: sdv, to: date(to) })

describe("if an activity moved", () => {
  it("those that wait for it, directly or through others, would have to move to its date", () => {
    const { affected, unaffected } = supposed(
      "2027-06-30",
      declared(tik, sdv),
      declared(msi, tik),
      declared(tavla, tik)
    )
    expect(affected.map(({ activity, days, moves, path }) => [activity, path, moves, days])).toEqual([
      [tik, [sdv, tik], "certainly", { min: 911, max: 911 }]
    ])
    expect(unaffected.map(({ activity, path }) => [activity, path])).toEqual([
      [msi, [sdv, tik, msi]],
      [tavla, [sdv, tik, tavla]]
    ])
  })

  it("an imprecise or unread date affects possibly, by an interval", () => {
    expect(supposed("hösten 2027", declared(msi, sdv)).affected).toMatchObject([
      { moves: "certainly", days: { min: 63, max: 153 } }
    ])
    expect(supposed("2027", declared(msi, sdv)).affected).toMatchObject([
      { moves: "possibly", days: { min: 0, max: 184 } }
    ])
    expect(supposed("tills vidare", declared(msi, sdv)).affected).toMatchObject([
      { moves: "possibly", days: { min: 0, max: null } }
    ])
  })

  it("nothing else would move", () => {
    expect(supposed("2027-06-30")).toMatchObject({ activity: { activity: sdv }, affected: [], unaffected: [] })
  })

  it("a dependency that has ended, and a closed activity, wait no more", () => {
    expect(supposed("2027-06-30", declared(tik, sdv), ended(tik, sdv)).affected).toEqual([])
    const closed = supposed("2027-06-30", declared(tik, sdv), declared(msi, tik), changed(tik, notStated, done))
    expect([...closed.affected, ...closed.unaffected]).toEqual([])
  })

  it("the open parts of what waits would move too", () => {
    const { affected } = supposed("2027-06-30", registered(hud, { parent: tik }), declared(tik, sdv))
    expect(affected.map(({ activity, path }) => [activity, path])).toEqual([
      [tik, [sdv, tik]],
      [hud, [sdv, hud]]
    ])
  })

  it("what waits for a milestone waits for the activity that it stands for", () => {
    const go = ActivityId.make("sdv-i-drift")
    const events: ReadonlyArray<Given> = [
      registered(go, { kind: "milestone", deadline: date("2026-01-31") }),
      declared(tik, go),
      { activity: go, event: { _tag: "MilestoneLinked", from: null, to: sdv } }
    ]
    expect(supposed("2027-06-30", ...events.slice(0, 2)).affected).toEqual([])
    expect(supposed("2027-06-30", ...events).affected.map(({ path }) => path)).toEqual([[sdv, tik]])
  })

  it("a milestone is not listed beside the activity that it stands for", () => {
    const go = ActivityId.make("tik-infort")
    const events: ReadonlyArray<Given> = [
      registered(go, { kind: "milestone", deadline: date("2024-12-31") }),
      { activity: go, event: { _tag: "MilestoneLinked", from: null, to: tik } },
      declared(tik, sdv)
    ]
    expect(supposed("2027-06-30", ...events).affected.map(({ activity }) => activity)).toEqual([tik])
  })

  it("the shortest path is shown, and a circle ends", () => {
    const circle = [declared(tik, sdv), declared(msi, tik), declared(msi, sdv), declared(sdv, msi)]
    const { affected, unaffected } = supposed("2030-12-31", ...circle)
    expect(unaffected).toEqual([])
    expect(affected.map(({ path }) => path)).toEqual([
      [sdv, tik],
      [sdv, msi]
    ])
  })

  it("an activity that is not registered affects nothing", () => {
    const history = History.of(logOf(plan), { today: day("2024-07-01") })
    expect(whatIf(history, { activity: "saknas", to: date("2027") })).toMatchObject({ activity: null, affected: [] })
  })
})
