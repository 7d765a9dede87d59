/**
 * The read model `milestone_trend`: the forecast of each milestone at each review.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { reportedBy } from "@frist/projections/rows/Links"
import { slipOf } from "@frist/projections/moves/UnlikeDates"
import { column, dateColumns, dateFields, readModel } from "../ReadModel.ts"
import { removalColumns, removalFields, slipColumns, slipFields } from "./SharedColumns.ts"

/** A row for each milestone and review. */
export const milestoneTrendModel = readModel({
  name: "milestone_trend",
  shape: 3,
  about:
    "The forecast of each milestone at each review, from its first review on: a row for each. Plot the review against the forecast: a milestone is reached where they meet.",
  key: ["activity", "reported_on"],
  columns: {
    activity: column.text("The milestone, by its id within the plan."),
    reported_on: column.day("The day of the review."),
    area: column.textOrNull("Its area, as last worded."),
    goal: column.textOrNull("Its goal, as last worded."),
    ...removalColumns,
    ...dateColumns("forecast", "The forecast on that day"),
    ...slipColumns("slip", "Days from the first deadline to that forecast"),
    reached: column.boolean("Whether it, or the activity that it stands for, was reported completed by that day.")
  },
  rows: ({ history, id }) => {
    const { plan } = history
    const activity = id === null ? undefined : plan.activities.get(id)
    const entries = history.entriesOf(id ?? "")
    const first = entries[0]
    if (activity?.kind !== "milestone" || first?.fact._tag !== "ActivityRegistered") return []
    const { area, goal } = activity
    const reporting = history.entriesOf(reportedBy(activity, plan).id)
    const reviews = [...new Set(plan.reviews)].sort().filter((day) => day >= first.record.effectiveOn)
    return reviews.map((reviewed) => {
      let forecast = activity.original
      let reached = false
      for (const { fact, record } of entries) {
        if (record.effectiveOn > reviewed) break
        if (fact._tag === "DeadlineMoved") forecast = fact.to
      }
      for (const { fact, record } of reporting) {
        if (record.effectiveOn > reviewed) break
        if (fact._tag === "StatusChanged") reached = fact.to._tag === "Completed"
      }
      return {
        activity: activity.id,
        reported_on: reviewed,
        area,
        goal,
        ...removalFields(activity.id, history),
        ...dateFields("forecast", forecast),
        ...slipFields(
          "slip",
          PlannedDate.same(activity.original, forecast)
            ? { min: 0, max: 0 }
            : slipOf(activity.original, forecast, !history.isUnlike(activity.id, reviewed))
        ),
        reached
      }
    })
  }
})
