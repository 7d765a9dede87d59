/**
 * Recognises measurements that repeat a known one.
 */
import * as Equal from "effect/Equal"
import type { Day } from "../Day.ts"
import type { Activity, Measurement } from "../plan/Activity.ts"
import { PlannedDate } from "../PlannedDate.ts"
import type { RecordedEvent } from "../RecordedEvent.ts"

/**
 * Returns whether a measurement repeats a known one. A document repeats any earlier figure in the same words. A person
 * repeats only the last one of the measure and period, since a figure may return to an earlier value.
 */
export const isRepeated = (
  measurement: Measurement,
  known: ReadonlyArray<Measurement>,
  source: RecordedEvent["source"]
): boolean =>
  source !== null
    ? known.some((each) => Equal.equals(each, measurement))
    : Equal.equals(
        known.findLast(
          (each) => each.measure === measurement.measure && PlannedDate.same(each.period, measurement.period)
        ),
        measurement
      )

/** Returns whether the same measurement is known of that very day, the last day of the plan. */
export const isRepeatedOn = (day: Day | null, measurement: Measurement, { lastMeasured }: Activity): boolean =>
  lastMeasured !== null &&
  lastMeasured.on === day &&
  lastMeasured.measurements.some((each) => Equal.equals(each, measurement))

/** Returns the measurements of an activity after one more: a repeated one is not kept twice. */
export const withMeasurement = (
  { lastMeasured, measurements }: Activity,
  measurement: Measurement,
  { effectiveOn: on, source }: Pick<RecordedEvent, "effectiveOn" | "source">
): Pick<Activity, "lastMeasured" | "measurements"> => ({
  measurements: isRepeated(measurement, measurements, source) ? measurements : [...measurements, measurement],
  lastMeasured: { on, measurements: [...(lastMeasured?.on === on ? lastMeasured.measurements : []), measurement] }
})
