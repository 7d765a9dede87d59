/**
 * The completed list: what is done or discontinued, when, how that compares with its deadlines, and what is new
 * since the previous review.
 */
import { Day } from "@frist/domain/Day"
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import type { Status } from "@frist/domain/Status"
import { sameStatus } from "@frist/domain/Status"
import * as Schema from "effect/Schema"
import { inOrder } from "./Board.ts"
import {
  heading,
  headingOf,
  type Log,
  ShownActivity,
  shownActivity,
  ShownFinding,
  shownFindings,
  standingIn,
  type ViewTimes
} from "./View.ts"

export const CompletedRow = Schema.Struct({
  ...ShownActivity.fields,
  /** The day the activity was reported closed: the review, or the day it was typed in. */
  reportedOn: Day,
  /** Days from each deadline to the completion; negative is ahead of it. */
  after: Schema.Struct({ original: Slip, baseline: Slip, deadline: Slip }),
  /** Reported closed after the previous review; null where there was none to compare with. */
  isNew: Schema.NullOr(Schema.Boolean),
  note: Schema.NullOr(Schema.String),
  findings: Schema.Array(ShownFinding)
})
export type CompletedRow = typeof CompletedRow.Type

export const Completed = Schema.Struct({
  view: Schema.Literal("frist/completed"),
  ...heading,
  /** The review before the latest one. */
  previousReview: Schema.NullOr(Day),
  activities: Schema.Array(CompletedRow)
})
export type Completed = typeof Completed.Type

/** Closed activities in the order in which they were first written down. */
export const completed = (log: Log, times: ViewTimes): Completed => {
  const plan = standingIn(log, times).plan
  const reported = reportedOf(log, times)
  const reviews = [...new Set(plan.reviews)].sort()
  const previousReview = reviews.at(-2) ?? null
  const closed = [...plan.activities.values()].filter(
    (activity) =>
      activity.kind === "activity" && (activity.status._tag === "Completed" || activity.status._tag === "Discontinued")
  )
  return {
    view: "frist/completed",
    ...headingOf(log, plan, times),
    previousReview,
    activities: inOrder(closed).map((activity) => {
      const reportedOn = reported.get(activity.id)?.on ?? activity.registeredOn
      const on = activity.status._tag === "Completed" ? activity.status.on : null
      return {
        ...shownActivity(activity),
        reportedOn,
        after: {
          original: PlannedDate.slip(activity.original, on),
          baseline: PlannedDate.slip(activity.baseline, on),
          deadline: PlannedDate.slip(activity.deadline, on)
        },
        isNew: previousReview === null ? null : reportedOn > previousReview,
        note: activity.notes.at(-1) ?? null,
        findings: shownFindings(activity.findings)
      }
    })
  }
}

/** The day each activity came to its status: one reported again, by an edition taken in before an older, says nothing. */
const reportedOf = (log: Log, times: ViewTimes) => {
  const reported = new Map<string, { readonly status: Status; readonly on: Day }>()
  for (const { fact, record } of standingIn(log, times).entries) {
    if (fact._tag !== "StatusChanged" || record.activity === null) continue
    const before = reported.get(record.activity)
    if (before === undefined || !sameStatus(before.status, fact.to)) {
      reported.set(record.activity, { status: fact.to, on: record.effectiveOn })
    }
  }
  return reported
}
