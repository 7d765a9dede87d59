/**
 * The timeline: milestones in the order of their deadlines, and the days from an anchor to each.
 */
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import * as Schema from "effect/Schema"
import type { History } from "./History.ts"
import { LatenessAgainst, latenessAgainst } from "./LatenessAgainst.ts"
import { heading, ShownActivity, shownActivity, viewHeading } from "./View.ts"

const TimelineRow = Schema.Struct({
  ...ShownActivity.fields,
  lateness: LatenessAgainst,
  /** Days from the anchor's deadline to this one; negative is before the anchor. Null without an anchor. */
  fromAnchor: Schema.NullOr(Slip)
})

/** The timeline: milestones with their lateness, and days from the anchor. */
export const Timeline = Schema.Struct({
  view: Schema.Literal("frist/timeline"),
  ...heading,
  anchor: Schema.NullOr(ShownActivity),
  milestones: Schema.Array(TimelineRow)
})
export type Timeline = typeof Timeline.Type

/**
 * Selects the milestones by deadline, unread dates last. `anchorId` is an activity's id; the anchor itself is not
 * listed.
 */
export const timeline = (history: History, anchorId?: string): Timeline => {
  const activities = [...history.plan.activities.values()]
  const anchor = activities.find((activity) => activity.id === anchorId)
  const milestones = activities
    .filter((activity) => activity.kind === "milestone" && activity !== anchor)
    .sort((a, b) => compare(a.deadline?.earliest, b.deadline?.earliest) || a.order - b.order)
  return {
    view: "frist/timeline",
    ...viewHeading(history),
    anchor: anchor === undefined ? null : shownActivity(anchor),
    milestones: milestones.map((milestone) => ({
      ...shownActivity(milestone),
      lateness: latenessAgainst(milestone.deadline, history.times.today),
      fromAnchor: anchor === undefined ? null : PlannedDate.slip(anchor.deadline, milestone.deadline)
    }))
  }
}

const compare = (a: string | null | undefined, b: string | null | undefined): number =>
  a == null ? (b == null ? 0 : 1) : b == null ? -1 : a < b ? -1 : a > b ? 1 : 0
