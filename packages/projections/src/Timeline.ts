/**
 * The timeline: milestones in order of time, and how far each lies from an anchor such as the care system's start.
 */
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import * as Schema from "effect/Schema"
import { LatenessAgainst } from "./Board.ts"
import { heading, headingOf, type Log, ShownActivity, shownActivity, standingIn, type ViewTimes } from "./View.ts"

export const TimelineRow = Schema.Struct({
  ...ShownActivity.fields,
  lateness: LatenessAgainst,
  /** Days from the anchor's latest forecast to this one; negative lies before it. Null without an anchor. */
  fromAnchor: Schema.NullOr(Slip)
})
export type TimelineRow = typeof TimelineRow.Type

export const Timeline = Schema.Struct({
  view: Schema.Literal("frist/timeline"),
  ...heading,
  anchor: Schema.NullOr(ShownActivity),
  milestones: Schema.Array(TimelineRow)
})
export type Timeline = typeof Timeline.Type

/** Milestones by their latest forecast, unread dates last. `anchor` is an activity's id; the anchor itself is not a row. */
export const timeline = (log: Log, times: ViewTimes, anchorId?: string): Timeline => {
  const plan = standingIn(log, times).plan
  const activities = [...plan.activities.values()]
  const anchor = activities.find((activity) => activity.id === anchorId)
  const milestones = activities
    .filter((activity) => activity.kind === "milestone" && activity !== anchor)
    .sort((a, b) => compare(a.deadline?.earliest, b.deadline?.earliest) || a.order - b.order)
  return {
    view: "frist/timeline",
    ...headingOf(log, plan, times),
    anchor: anchor === undefined ? null : shownActivity(anchor),
    milestones: milestones.map((milestone) => ({
      ...shownActivity(milestone),
      lateness: {
        passed: PlannedDate.lateness(milestone.deadline, times.today),
        days: PlannedDate.daysPast(milestone.deadline, times.today)
      },
      fromAnchor: anchor === undefined ? null : PlannedDate.slip(anchor.deadline, milestone.deadline)
    }))
  }
}

const compare = (a: string | null | undefined, b: string | null | undefined): number =>
  a == null ? (b == null ? 0 : 1) : b == null ? -1 : a < b ? -1 : a > b ? 1 : 0
