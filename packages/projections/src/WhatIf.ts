/**
 * What would be affected if an activity moved: the open activities that wait for it, directly or through others. Records
 * nothing.
 */
import type { Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import * as Schema from "effect/Schema"
import { countedOnce } from "./rows/CountedOnce.ts"
import type { History } from "./History.ts"
import { slipOf } from "./moves/UnlikeDates.ts"
import { linkedActivity } from "./rows/Links.ts"
import { heading, ShownActivity, shownActivity, viewHeading } from "./View.ts"
import { shownOrder } from "./rows/PartOrder.ts"

/** The shortest way from the activity that would move to one that waits for it, both included. */
const path = Schema.Array(Schema.String)

/** An activity that would have to move. */
const AffectedActivity = Schema.Struct({
  ...ShownActivity.fields,
  path,
  /** `possibly`: only some of the days that the dates can mean lie before the date, or they cannot be read or compared. */
  moves: Schema.Literals(["certainly", "possibly"]),
  /** The days from its deadline to the date, at least 0. */
  days: Slip
})

/** The activities that would be affected if `activity` moved `to` a date. `activity` is null if none is registered so. */
export const WhatIf = Schema.Struct({
  view: Schema.Literal("frist/what-if"),
  ...heading,
  activity: Schema.NullOr(ShownActivity),
  to: PlannedDate,
  affected: Schema.Array(AffectedActivity),
  /** Those that wait for it, and whose deadlines lie at the date or after it. */
  unaffected: Schema.Array(Schema.Struct({ ...ShownActivity.fields, path }))
})
export type WhatIf = typeof WhatIf.Type

/** A date to suppose for an activity, by its id. */
interface Supposition {
  readonly activity: string
  readonly to: PlannedDate
}

/** Selects what would be affected, in the order of registration. A milestone is left out where its activity is listed. */
export const whatIf = (history: History, { activity, to }: Supposition): WhatIf => {
  const found = [...history.plan.activities.values()].find(({ id }) => id === activity)
  const paths = found === undefined ? new Map<string, ReadonlyArray<string>>() : pathsFrom(found.id, history)
  const waiting = shownOrder([...history.plan.activities.values()].filter(({ id }) => paths.has(id)))
  const rows = countedOnce(waiting.map(shownActivity), history.plan).map((row) => ({
    row: { ...row, path: paths.get(row.activity) ?? [] },
    days: daysBefore(row.deadline, to, !history.isUnlike(row.activity))
  }))
  return {
    view: "frist/what-if",
    ...viewHeading(history),
    activity: found === undefined ? null : shownActivity(found),
    to,
    affected: rows
      .filter(({ days }) => days.max !== 0)
      .map(({ days, row }) => ({ ...row, moves: (days.min ?? 0) > 0 ? "certainly" : "possibly", days })),
    unaffected: rows.filter(({ days }) => days.max === 0).map(({ row }) => row)
  }
}

/** The days by which a deadline lies before a date; unknown where it measures something else than its goal. */
const daysBefore = (deadline: PlannedDate | null, to: PlannedDate, alike: boolean): Slip => {
  const { max, min } = slipOf(deadline, to, alike)
  return { min: Math.max(0, min ?? 0), max: max === null ? null : Math.max(0, max) }
}

/**
 * The shortest path to each open activity that waits for one. Closed activities wait for nothing. What waits for a
 * milestone waits for the activity that it stands for.
 */
const pathsFrom = (id: string, { plan, waits }: History): ReadonlyMap<string, ReadonlyArray<string>> => {
  const open = [...plan.activities.values()].filter(({ status }) => !isClosed(status))
  const waiting = new Map<string, Array<string>>()
  for (const each of open) {
    for (const on of new Set(waits.waitsFor(each.id, null).flatMap((id) => [id, ...standsFor(id, plan)]))) {
      const group = waiting.get(on)
      if (group === undefined) waiting.set(on, [each.id])
      else group.push(each.id)
    }
  }
  const before = new Map<string, string>()
  const found = [id]
  // The loop also visits what it adds.
  for (const at of found) {
    for (const each of waiting.get(at) ?? []) {
      if (each === id || before.has(each)) continue
      before.set(each, at)
      found.push(each)
    }
  }
  return new Map([...before.keys()].map((each) => [each, pathTo(each, before)]))
}

const standsFor = (id: string, plan: Plan): ReadonlyArray<string> => {
  const found = (plan.activities as ReadonlyMap<string, Activity>).get(id)
  const linked = found === undefined ? undefined : linkedActivity(found, plan)
  return linked === undefined ? [] : [linked.id]
}

const pathTo = (id: string, before: ReadonlyMap<string, string>): ReadonlyArray<string> => {
  const path = [id]
  for (let at = before.get(id); at !== undefined; at = before.get(at)) path.push(at)
  return path.toReversed()
}
