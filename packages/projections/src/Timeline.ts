/**
 * The timeline: milestones in the order of their deadlines, and the days from an anchor to each.
 */
import { Day } from "@frist/domain/Day"
import type { Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import { isClosed, Status } from "@frist/domain/Status"
import * as Schema from "effect/Schema"
import type { History } from "./History.ts"
import { LatenessAgainst, latenessAgainst } from "./moves/LatenessAgainst.ts"
import { slipOf } from "./moves/UnlikeDates.ts"
import { linkedActivity } from "./rows/Links.ts"
import { heading, ShownActivity, shownActivity, viewHeading } from "./View.ts"

/** The activity that a milestone stands for, with its own status and date. */
const MilestoneLink = Schema.Struct({
  activity: Schema.String,
  status: Status,
  deadline: Schema.NullOr(PlannedDate)
})

/** A milestone. Its `status` is that of the activity that it stands for, where that states one. */
const TimelineRow = Schema.Struct({
  ...ShownActivity.fields,
  link: Schema.NullOr(MilestoneLink),
  /** Whether the milestone, or its activity, has a status. */
  isStated: Schema.Boolean,
  /** The day on which it was reported closed, and the days from its deadline to the completion; null while it is open. */
  closed: Schema.NullOr(Schema.Struct({ reportedOn: Day, after: Slip })),
  /**
   * Null where it is closed, and where the date may have passed and no status is stated: then nobody has said whether it
   * is late or done.
   */
  lateness: Schema.NullOr(LatenessAgainst),
  /** Days from the anchor's deadline to this one; negative is before the anchor. Null without an anchor. */
  fromAnchor: Schema.NullOr(Slip)
})
type TimelineRow = typeof TimelineRow.Type

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
      link: linkOf(milestone, history.plan),
      ...standing(milestone, history),
      // Counted from the date that is shown, whatever it measures of the anchor.
      fromAnchor:
        anchor === undefined ? null : slipOf(anchor.deadline, milestone.deadline, !history.isUnlike(milestone.id))
    }))
  }
}

const linkOf = (milestone: Activity, plan: Plan): TimelineRow["link"] => {
  const linked = linkedActivity(milestone, plan)
  return linked === undefined ? null : { activity: linked.id, status: linked.status, deadline: linked.deadline }
}

/** How a milestone stands: closed, late, on its way, or not stated. */
const standing = (
  { deadline, id, registeredOn, status }: Activity,
  history: History
): Pick<TimelineRow, "closed" | "isStated" | "lateness"> => {
  const isStated = status._tag !== "NotStated"
  if (isClosed(status)) {
    const after = slipOf(deadline, status._tag === "Completed" ? status.on : null, !history.isUnlike(id))
    return { isStated, closed: { reportedOn: history.closedOn(id) ?? registeredOn, after }, lateness: null }
  }
  const lateness = latenessAgainst(deadline, history.times.today)
  const mayHavePassed = lateness.passed === "certainly" || lateness.passed === "possibly"
  return { isStated, closed: null, lateness: isStated || !mayHavePassed ? lateness : null }
}

const compare = (a: string | null | undefined, b: string | null | undefined): number =>
  a == null ? (b == null ? 0 : 1) : b == null ? -1 : a < b ? -1 : a > b ? 1 : 0
