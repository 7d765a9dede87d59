/**
 * Rows that change with the events of other activities: parts, what an activity waits for, and linked milestones.
 */
import { describe, expect, it } from "@effect/vitest"
import { Day } from "@frist/domain/Day"
import type { DecidedEvent } from "@frist/domain/decisions/DecisionResult"
import { ActivityId } from "@frist/domain/Names"
import { date, type Given, logOf, on } from "../../domain/test/given.ts"
import { changed, done, moved, opened, registered, sdv, webb } from "../../domain/test/sample.ts"
import { allRows, rowChanges } from "../src/DerivedRows.ts"
import { PlanEvents } from "../src/PlanEvents.ts"
import { readModels } from "../src/ReadModels.ts"

const part = ActivityId.make("webbtidbokning.ogon")
const golive = ActivityId.make("driftstart")
const declared: DecidedEvent = { activity: webb, event: { _tag: "DependencyDeclared", on: sdv, words: null } }
const linked: DecidedEvent = { activity: golive, event: { _tag: "MilestoneLinked", from: null, to: sdv } }
const held: DecidedEvent = {
  activity: null,
  event: { _tag: "ReviewHeld", heldOn: Day.make("2024-01-01"), title: null }
}

const asOf = Day.make("2024-12-31")
const eventsOf = (given: ReadonlyArray<Given>): PlanEvents => {
  const events = new PlanEvents()
  for (const record of logOf(given)) events.add(record)
  return events
}

/** The names of the tables in which a last event about one activity changes rows of another. */
const tablesChanged = (before: ReadonlyArray<Given>, last: Given, other: ActivityId): ReadonlyArray<string> => {
  const events = eventsOf([...before, last])
  const changes = rowChanges(
    readModels,
    events,
    { position: before.length, asOf },
    { position: before.length + 1, asOf }
  )
  return readModels.flatMap(({ columns, name }, at) => {
    const column = columns.findIndex((each) => each.name === "activity")
    return changes[at]?.rows.some((row) => row[column] === other) === true ? [name] : []
  })
}

const plan = [opened, registered(webb), registered(sdv)]

describe("the rows of an activity", () => {
  it("the rows of an activity change with the date of what it waits for on the day of its move", () => {
    const before = [...plan, declared, on("2024-06-17", moved(webb, "2021-12-31", "2023-12-31"))]
    const later = on("2024-06-17", moved(sdv, "2021-12-31", "2022-06-30"))
    expect(tablesChanged(before, later, webb)).toEqual(["board", "deadline_move"])
    expect(tablesChanged(before, on("2024-06-17", changed(sdv, { _tag: "NotStated" }, done)), webb)).toEqual([
      "board",
      "deadline_move"
    ])
  })

  it("the rows of a whole without a readable date change with the dates of its parts", () => {
    const before = [opened, registered(webb, { deadline: date("snart") }), registered(part, { parent: webb })]
    expect(tablesChanged(before, moved(part, "2021-12-31", "2023-12-31"), webb)).toEqual(["board"])
  })

  it("the rows of a part change when its whole is declared to wait", () => {
    const before = [
      ...plan,
      registered(part, { parent: webb }),
      moved(part, "2021-12-31", "2023-12-31"),
      moved(sdv, "2021-12-31", "2022-06-30")
    ]
    expect(tablesChanged(before, declared, part)).toEqual(["board", "deadline_move"])
  })

  it("the rows of a milestone change with the status of the activity that it stands for", () => {
    const before = [opened, registered(sdv), registered(golive, { kind: "milestone" }), linked, held]
    expect(tablesChanged(before, changed(sdv, { _tag: "NotStated" }, done), golive)).toEqual(["milestone_trend"])
  })

  it("a follow-up of what an activity waits for touches none of its rows", () => {
    const events = eventsOf([...plan, declared, { activity: sdv, event: { _tag: "FollowUpNoted", text: "Pågår" } }])
    expect([...events.touched(4, null, asOf)]).toEqual([sdv])
    expect([...allRows(readModels, events, { position: 5, asOf })].length).toBe(3)
  })
})
