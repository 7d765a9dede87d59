/**
 * The events of a plan, as they grow.
 */
import { expect, it } from "@effect/vitest"
import { Day } from "@frist/domain/Day"
import { logOf } from "../../domain/test/given.ts"
import { opened, registered, webb } from "../../domain/test/sample.ts"
import { PlanEvents } from "../src/PlanEvents.ts"

it("the slice of an activity has a review that was added after it was sliced before", () => {
  const held = { activity: null, event: { _tag: "ReviewHeld", heldOn: Day.make("2024-01-01"), title: null } } as const
  const events = new PlanEvents()
  const sliced = logOf([opened, registered(webb), held, { ...held, event: { ...held.event, title: "Andra" } }]).map(
    (record) => {
      events.add(record)
      return events.slice(webb).map(({ position }) => position)
    }
  )
  expect(sliced).toEqual([[], [2], [2, 3], [2, 3, 4]])
  expect(events.slice(webb, 3).map(({ position }) => position)).toEqual([2, 3])
})
