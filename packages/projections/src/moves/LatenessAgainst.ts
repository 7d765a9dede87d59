/**
 * The lateness of an activity against one of its dates.
 */
import type { Day } from "@frist/domain/Day"
import { Lateness, PlannedDate, Slip } from "@frist/domain/PlannedDate"
import * as Schema from "effect/Schema"

/** Whether a date has passed, and by how many days; negative days are days left. */
export const LatenessAgainst = Schema.Struct({ passed: Lateness, days: Slip })
export type LatenessAgainst = typeof LatenessAgainst.Type

/** The lateness against a date on `today`. */
export const latenessAgainst = (date: PlannedDate | null, today: Day): LatenessAgainst => ({
  passed: PlannedDate.lateness(date, today),
  days: PlannedDate.daysPast(date, today)
})
