/**
 * The sort order of a view's activities.
 */
import { expect, it } from "@effect/vitest"
import { inOrderOf } from "../../src/terminal/views/ViewOrder.ts"
import { ActivityId } from "@frist/domain/Names"

const row = (activity: string, parent: string | null = null, area = activity) => ({
  activity: ActivityId.make(activity),
  parent: parent === null ? null : ActivityId.make(parent),
  area,
  goal: null,
  deadline: null,
  slip: { min: null, max: null }
})
const byArea = (rows: ReadonlyArray<ReturnType<typeof row>>) =>
  inOrderOf(
    rows,
    "area",
    (each) => each,
    (a, b) => (a < b ? -1 : a > b ? 1 : 0)
  ).map(({ activity }) => activity)

it("parts follow their whole in their own order, at every level", () => {
  const rows = [row("b"), row("b.2", "b"), row("b.2.1", "b.2"), row("b.1", "b"), row("a")]
  expect(byArea(rows)).toEqual(["a", "b", "b.2", "b.2.1", "b.1"])
})

it("activities that are parts of each other are shown once", () => {
  expect(byArea([row("b", "a"), row("a", "b"), row("c")])).toEqual(["c", "b", "a"])
})

it("parts of parts are shown at any depth", () => {
  const rows = Array.from({ length: 12_000 }, (_, i) => row(`del-${i}`, i === 0 ? null : `del-${i - 1}`))
  expect(byArea(rows)).toEqual(rows.map(({ activity }) => activity))
})
