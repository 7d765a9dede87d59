/**
 * The read model `measurement`: every figure that was measured.
 */
import { measures } from "@frist/projections/Measures"
import { dateColumns, dateFields, integer, number, numberOrNull, readModel, text, textOrNull } from "../ReadModel.ts"
import { activityColumns, activityFields, knownColumns, knownFields } from "./SharedColumns.ts"

export const measurementModel = readModel({
  name: "measurement",
  shape: 1,
  about: "Every figure that was measured, in series that can be told one after the other: a row for each.",
  key: ["position"],
  columns: {
    position: integer("The event, by its position in the plan's log."),
    ...activityColumns,
    series: integer(
      "The series of the activity that the figure stands in; figures that contradict each other never share one."
    ),
    place: integer("Its place in that series, from 1, in order of the time that the figures are of."),
    measure: text("What was measured."),
    unit: textOrNull("The unit."),
    value: number("The figure."),
    qualifier: textOrNull("How it was hedged: such as `about` or `atLeast`; null for a plain figure."),
    ...dateColumns("period", "The time that the figure is of"),
    words: text("The words that it was read from."),
    since_previous: numberOrNull(
      "The change from the figure before it in the series, in per cent, where it can be told."
    ),
    target_value: numberOrNull("What was to be reached, where a target speaks of the series."),
    target_met: textOrNull("Whether the last figure of the series reaches that target: `yes`, `no` or `unknown`."),
    ...knownColumns
  },
  rows: ({ history, id }) =>
    measures(history)
      .activities.filter(({ activity }) => activity === id)
      .flatMap((activity) =>
        activity.series.flatMap((series) => {
          const against = series.targets[0]
          const target = activity.targets.find(({ position }) => position === against?.target)
          return series.measurements.map((each, at) => ({
            position: each.position,
            ...activityFields(activity),
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
            ...knownFields(each)
          }))
        })
      )
})
