/**
 * The command that shows measured figures with their targets.
 */
import { withNames } from "../terminal/ActivityName.ts"
import { measuresText } from "../terminal/views/MeasuresText.ts"
import { type MeasuredActivity, measures } from "@frist/projections/Measures"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { print } from "../Output.ts"
import { activityArgument } from "../arguments/ArgumentValues.ts"
import { openedPlan } from "../arguments/ChosenPlan.ts"

/** `frist measures`. */
export const measuresCommand = Command.make(
  "measures",
  {
    activity: Argument.String("ACTIVITY").pipe(
      Argument.withDescription("Its name, its id or a unique part of that; default: the whole plan"),
      Argument.optional
    )
  },
  Effect.fn(function* ({ activity }) {
    const { history, session } = yield* openedPlan
    const id = Option.isNone(activity) ? undefined : yield* activityArgument(activity.value, history, session.phrase)
    yield* print(session, measures(history, id), withNames(measuresText, history.plan), (view) =>
      view.activities.flatMap(lines)
    )
  })
).pipe(Command.withDescription("Show measured figures with their targets"))

/** Returns the rows of the CSV: each figure with its series and target, then each target without figures. */
const lines = ({ activity, area, goal, series, targets }: MeasuredActivity): ReadonlyArray<object> => {
  const subject = { activity, area, goal }
  const blank = {
    series: null,
    measure: null,
    unit: null,
    periods: null,
    value: null,
    qualifier: null,
    period: null,
    sincePrevious: null,
    contradicts: null,
    target: null,
    met: null
  }
  const measured = series.flatMap(({ contradicts, measurements, number, periods, targets: against, unit }) =>
    measurements.map(({ measure, period, position, qualifier, sincePrevious, value, ...known }) => ({
      ...subject,
      ...blank,
      series: number,
      measure,
      unit,
      periods,
      value,
      qualifier,
      period,
      sincePrevious,
      contradicts: contradicts.flatMap((each) => (each.position === position ? [each.other] : [])).join(" "),
      target: targets.find((each) => each.position === against[0]?.target)?.value ?? null,
      met: against[0]?.met ?? null,
      position,
      ...known
    }))
  )
  const unmeasured = targets
    .filter(({ position }) => series.every((each) => each.targets.every(({ target }) => target !== position)))
    .map(({ ceiling: _ceiling, change: _change, measure, unit, value, ...known }) => ({
      ...subject,
      ...blank,
      measure,
      unit,
      target: value,
      ...known
    }))
  return [...measured, ...unmeasured]
}
