/**
 * The names of activities in a plan whose rows have no area.
 */
import { ActivityId } from "@frist/domain/Names"
import { describe, expect, it } from "@effect/vitest"
import { namesOf } from "../src/ActivityNames.ts"

const row = (goal: string | null, actions: string | null, kind: "activity" | "milestone" = "activity") => ({
  activity: ActivityId.make(`${kind}-${(actions ?? goal ?? "x").toLowerCase().replaceAll(" ", "-")}`),
  parent: null,
  kind,
  area: null,
  goal,
  actions
})
const named = (...rows: ReadonlyArray<ReturnType<typeof row>>) => [...namesOf(rows).values()]

describe("the names of activities without an area", () => {
  it("are their actions where any goal has several rows, also for a goal with one row", () => {
    expect(named(row("Welfare", "Night alarm"), row("Welfare", "Home care"), row("Efficiency", "New system"))).toEqual([
      "Night alarm",
      "Home care",
      "New system"
    ])
  })

  it("are their goals where each row has its own, and where a row has no actions", () => {
    expect(named(row("Welfare", "Night alarm"), row("Efficiency", "New system"))).toEqual(["Welfare", "Efficiency"])
    expect(named(row("Welfare", "A"), row("Welfare", "B"), row("Efficiency", null))).toEqual(["A", "B", "Efficiency"])
  })

  it("of milestones are their goals", () => {
    expect(named(row("Welfare", "A"), row("Welfare", "B"), row("In use", "Inform", "milestone"))).toEqual([
      "A",
      "B",
      "In use"
    ])
  })
})
