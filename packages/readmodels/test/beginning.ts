/**
 * The first events of the plans in these tests: three open activities.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { ActivityId } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { day } from "../../domain/test/given.ts"

export const activities = ["a", "b", "c"].map((id) => ActivityId.make(id))
export const event = (activity: ActivityId, content: NewEvent["event"], on = "2024-01-01"): NewEvent => ({
  activity,
  event: content,
  effectiveOn: day(on),
  provenance: "stated",
  source: null
})
export const beginning: ReadonlyArray<NewEvent> = activities.map((id) =>
  event(id, {
    _tag: "ActivityRegistered",
    kind: "activity",
    parent: null,
    area: "SDV",
    goal: `Mål ${id}`,
    actions: null,
    responsible: null,
    deadline: PlannedDate.exact(day("2024-06-30"))
  })
)
