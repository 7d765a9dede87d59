/**
 * Every move of a deadline: from, to, how far, how it is known, when it was recorded, by whom and why; and for each
 * activity the net slip, which comes from the end points and is never a sum.
 */
import { Day } from "@frist/domain/Day"
import * as Plan from "@frist/domain/Plan"
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import { Provenance, Source } from "@frist/domain/RecordedEvent"
import type { Entry } from "@frist/domain/Lens"
import { comparable } from "@frist/domain/ActivityLookup"
import * as Schema from "effect/Schema"
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

/** How often a deadline moved. `atLeast` where a move was inferred from documents: there may have been more between them. */
export const MoveTally = Schema.Struct({ count: Schema.Int, atLeast: Schema.Boolean, net: Slip })
export type MoveTally = typeof MoveTally.Type

/**
 * A move of the forecast, or a new approved baseline, which is not a move. `from` is the date that stood before in
 * this view: what the author of the event saw is in the event itself. `recordedAt` is an instant in ISO 8601.
 */
export const Move = Schema.Struct({
  activity: Schema.String,
  type: Schema.Literals(["moved", "approved"]),
  from: Schema.NullOr(PlannedDate),
  to: PlannedDate,
  slip: Slip,
  provenance: Provenance,
  effectiveOn: Day,
  recordedAt: Schema.String,
  actor: Schema.String,
  /** The reason of a move, or the decision behind a baseline. */
  reason: Schema.NullOr(Schema.String),
  position: Schema.Int,
  correctedBy: Schema.NullOr(Schema.Int),
  source: Schema.NullOr(Source)
})
export type Move = typeof Move.Type

export const SlippedActivity = Schema.Struct({
  ...ShownActivity.fields,
  tally: MoveTally,
  moves: Schema.Array(Move),
  findings: Schema.Array(ShownFinding)
})
export type SlippedActivity = typeof SlippedActivity.Type

export const DeadlineHistory = Schema.Struct({
  view: Schema.Literal("frist/deadline-history"),
  ...heading,
  activities: Schema.Array(SlippedActivity)
})
export type DeadlineHistory = typeof DeadlineHistory.Type

/** Which activities: by id, by area (case, accents and punctuation aside), or all of the plan. */
export interface Scope {
  readonly activity?: string | undefined
  readonly area?: string | undefined
}

/** The moves within a scope, activities in the order of registration, moves in the order in which they took effect. */
export const deadlineHistory = (log: Log, times: ViewTimes, scope: Scope = {}): DeadlineHistory => {
  const plan = standingIn(log, times).plan
  const moves = movesOf(log, times)
  const activities = [...plan.activities.values()]
    .filter((each) => scope.activity === undefined || each.id === scope.activity || each.parent === scope.activity)
    .filter(
      (each) => scope.area === undefined || (each.area !== null && comparable(each.area) === comparable(scope.area))
    )
    .sort((a, b) => a.order - b.order)
  return {
    view: "frist/deadline-history",
    ...headingOf(log, plan, times),
    activities: activities.map((activity) => {
      const own = moves.get(activity.id) ?? []
      return {
        ...shownActivity(activity),
        tally: tally(activity, own),
        moves: own,
        findings: shownFindings(activity.findings)
      }
    })
  }
}

/** How often each activity moved. */
export const tallyMoves = (log: Log, times: ViewTimes): ((activity: Plan.Activity) => MoveTally) => {
  const moves = movesOf(log, times)
  return (activity) => tally(activity, moves.get(activity.id) ?? [])
}

const tally = (activity: Plan.Activity, moves: ReadonlyArray<Move>): MoveTally => {
  const forecasts = moves.filter(({ type }) => type === "moved")
  // A deadline given for the first time is where the slip begins, not a move.
  const moved = forecasts.filter(({ from }) => from !== null)
  const first = activity.original ?? forecasts[0]?.to ?? null
  return {
    count: moved.length,
    atLeast: moved.some((move) => move.provenance === "inferred"),
    net: PlannedDate.same(first, activity.deadline) ? { min: 0, max: 0 } : PlannedDate.slip(first, activity.deadline)
  }
}

const movesOf = (log: Log, times: ViewTimes): ReadonlyMap<string, ReadonlyArray<Move>> => {
  const moves = new Map<string, Array<Move>>()
  const forecast = new Map<string, PlannedDate | null>()
  const baseline = new Map<string, PlannedDate | null>()
  for (const entry of standingIn(log, times).entries) {
    const { fact, record } = entry
    const { activity } = record
    if (activity === null) continue
    if (fact._tag === "ActivityRegistered" && !forecast.has(activity)) {
      forecast.set(activity, fact.deadline)
      baseline.set(activity, fact.deadline)
    }
    if (!forecast.has(activity) || (fact._tag !== "DeadlineMoved" && fact._tag !== "BaselineApproved")) continue
    const line = fact._tag === "DeadlineMoved" ? forecast : baseline
    const from = line.get(activity) ?? null
    if (PlannedDate.same(from, fact.to)) continue
    line.set(activity, fact.to)
    const own = moves.get(activity) ?? []
    moves.set(activity, own)
    own.push(moveOf(entry, activity, from))
  }
  return moves
}

const moveOf = ({ corrected, fact, record }: Entry, activity: string, from: PlannedDate | null): Move => {
  const moved = fact as Extract<typeof fact, { _tag: "DeadlineMoved" | "BaselineApproved" }>
  return {
    activity,
    type: moved._tag === "DeadlineMoved" ? "moved" : "approved",
    from,
    to: moved.to,
    slip: PlannedDate.slip(from, moved.to),
    provenance: record.provenance,
    effectiveOn: record.effectiveOn,
    recordedAt: new Date(record.recordedAt).toISOString(),
    actor: record.actor,
    reason: moved._tag === "DeadlineMoved" ? moved.reason : moved.decision,
    position: record.position,
    correctedBy: corrected?.position ?? null,
    source: record.source
  }
}
