/**
 * The read model `measurement`: the figures.
 */
import { measures } from "@frist/projections/Measures"
import { column, dateColumns, dateFields, readModel } from "../ReadModel.ts"
import { activityColumns, activityFields, originColumns, originFields } from "./SharedColumns.ts"

/** A row for each figure. */
export const measurementModel = readModel({
  name: "measurement",
  shape: 2,
  about: "The measured figures, in series of comparable ones: a row for each.",
  key: ["position"],
  columns: {
    position: column.integer("The event, by its position in the log of the plan."),
    ...activityColumns,
    series: column.integer(
      "The number of its series within the activity. Figures that contradict each other are in different series."
    ),
    place: column.integer("Its place in the series, from 1, by period."),
    measure: column.text("The name of the measure."),
    unit: column.textOrNull("The unit."),
    value: column.number("The figure."),
    qualifier: column.textOrNull("Its hedge, such as `about` or `atLeast`; null for a plain figure."),
    ...dateColumns("period", "The period of the figure"),
    words: column.text("The words it was read from."),
    since_previous: column.numberOrNull(
      "The change from the previous figure of the series, in per cent; null where it cannot be compared."
    ),
    target_value: column.numberOrNull("The target of the series; null where there is none."),
    target_met: column.textOrNull("Whether the last figure of the series meets that target: `yes`, `no` or `unknown`."),
    ...originColumns
  },
  rows: ({ history, id }) =>
    measures(history)
      .activities.filter(({ activity }) => activity === id)
      .flatMap((activity) => {
        const shared = activityFields(activity, history)
        return activity.series.flatMap((series) => {
          const against = series.targets[0]
          const target = activity.targets.find(({ position }) => position === against?.target)
          return series.measurements.map((each, at) => ({
            position: each.position,
            ...shared,
            series: series.number,
            place: at + 1,
            measure: each.measure,
            unit: series.unit,
            value: each.value,
            qualifier: each.qualifier,
            ...dateFields("period", each.period),
            words: each.words,
            since_previous: each.sincePrevious,
            target_value: target?.value ?? null,
            target_met: against?.met ?? null,
            ...originFields(each)
          }))
        })
      })
})
