/**
 * The read model `milestone_trend`: what was believed of each milestone at each review.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { shownActivity, standingIn } from "@frist/projections/View"
import { boolean, dateColumns, dateFields, day, readModel, text, textOrNull } from "../ReadModel.ts"
import { slipColumns, slipFields } from "./SharedColumns.ts"

export const milestoneTrendModel = readModel({
  name: "milestone_trend",
  shape: 1,
  about:
    "What was believed of each milestone at each review: a row for each of both, from the review at which it was first there. With the review on one axis and the forecast on the other, a milestone is reached where they meet.",
  key: ["activity", "reported_on"],
  columns: {
    activity: text("The milestone, by its id within the plan."),
    reported_on: day("The day that the review was held."),
    area: textOrNull("Its area, as last worded."),
    goal: textOrNull("What is to be reached, as last worded."),
    ...dateColumns("forecast", "The deadline believed in on that day"),
    ...slipColumns("slip", "Days from the first deadline to that forecast"),
    reached: boolean("Whether it was reported completed by that day.")
  },
  rows: ({ id, log, times }) => {
    const { entries, plan } = standingIn(log, times)
    const activity = [...plan.activities.values()].find((each) => each.id === id)
    if (activity === undefined || activity.kind !== "milestone") return []
    const { area, goal } = shownActivity(activity)
    return [...new Set(plan.reviews)].sort().flatMap((reported) => {
      let forecast: PlannedDate | null = null
      let [known, reached] = [false, false]
      for (const { fact, record } of entries) {
        if (record.activity !== id || record.effectiveOn > reported) continue
        if (fact._tag === "ActivityRegistered" && !known) [known, forecast] = [true, fact.deadline]
        else if (known && fact._tag === "DeadlineMoved") forecast = fact.to
        else if (known && fact._tag === "StatusChanged") reached = fact.to._tag === "Completed"
      }
      if (!known) return []
      return [
        {
          activity: activity.id,
          reported_on: reported,
          area,
          goal,
          ...dateFields("forecast", forecast),
          ...slipFields(
            "slip",
            PlannedDate.same(activity.original, forecast)
              ? { min: 0, max: 0 }
              : PlannedDate.slip(activity.original, forecast)
          ),
          reached
        }
      ]
    })
  }
})
