/**
 * The completed list: completed and discontinued activities, when they were closed, how that compares with their dates,
 * and which are new since the previous review.
 */
import { Day } from "@frist/domain/Day"
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import * as Schema from "effect/Schema"
import type { History } from "./History.ts"
import { heading, ShownActivity, shownActivity, ShownFinding, shownFindings, viewHeading } from "./View.ts"
import { shownOrder } from "./rows/PartOrder.ts"
import { slipOf } from "./moves/UnlikeDates.ts"

const CompletedRow = Schema.Struct({
  ...ShownActivity.fields,
  /** The day the activity was reported closed: the review, or the day it was typed in. */
  reportedOn: Day,
  /** Days from each date to the completion; negative is ahead of it. */
  after: Schema.Struct({ original: Slip, baseline: Slip, deadline: Slip }),
  /** Reported closed after the previous review; null if there was none to compare with. */
  isNew: Schema.NullOr(Schema.Boolean),
  note: Schema.NullOr(Schema.String),
  findings: Schema.Array(ShownFinding)
})

/** The completed list: closed activities with the day they were reported closed. */
export const Completed = Schema.Struct({
  view: Schema.Literal("frist/completed"),
  ...heading,
  /** The review before the latest one. */
  previousReview: Schema.NullOr(Day),
  activities: Schema.Array(CompletedRow)
})
export type Completed = typeof Completed.Type

/** Selects the closed activities, in the order of registration; parts follow their whole. */
export const completed = (history: History): Completed => {
  const { plan } = history
  const previousReview = [...new Set(plan.reviews)].sort().at(-2) ?? null
  const closed = [...plan.activities.values()].filter(({ kind, status }) => kind === "activity" && isClosed(status))
  return {
    view: "frist/completed",
    ...viewHeading(history),
    previousReview,
    activities: shownOrder(closed).map((activity) => {
      const reportedOn = history.closedOn(activity.id) ?? activity.registeredOn
      const isUnlike = history.isUnlike(activity.id)
      const on = activity.status._tag === "Completed" ? activity.status.on : null
      return {
        ...shownActivity(activity),
        reportedOn,
        after: {
          original: PlannedDate.slip(activity.original, on),
          baseline: slipOf(activity.baseline, on, isUnlike !== history.isBaselineAlike(activity.id)),
          deadline: slipOf(activity.deadline, on, !isUnlike)
        },
        isNew: previousReview === null ? null : reportedOn > previousReview,
        note: activity.notes.at(-1) ?? null,
        findings: shownFindings(activity.findings)
      }
    })
  }
}
