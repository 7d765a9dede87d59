/**
 * The decisions about deadlines: requests that are open, granted and refused, and moves that nobody decided.
 */
import { Day } from "@frist/domain/Day"
import { Outcome } from "@frist/domain/Event"
import type { Extension } from "@frist/domain/plan/Extension"
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import { type RecordedEvent, Source } from "@frist/domain/RecordedEvent"
import { isClosed } from "@frist/domain/Status"
import * as Schema from "effect/Schema"
import { movedOnce } from "./rows/CountedOnce.ts"
import { Move } from "./moves/DeadlineMove.ts"
import type { History } from "./History.ts"
import { MoveTally, slipOver } from "./moves/MoveTally.ts"
import { heading, ShownActivity, shownActivity, viewHeading } from "./View.ts"
import { shownOrder } from "./rows/PartOrder.ts"
import { instantText } from "./InstantText.ts"
import { Alike, slipOf } from "./moves/UnlikeDates.ts"

/** A request for another date: who asked for what, when and why. `recordedAt` is an instant in ISO 8601. */
const request = {
  position: Schema.Int,
  requestedOn: Day,
  requestedTo: PlannedDate,
  reason: Schema.NullOr(Schema.String),
  actor: Schema.String,
  recordedAt: Schema.String,
  source: Schema.NullOr(Source)
}

/** An open request. The first date and the current deadline are those of the activity. */
const OpenRequest = Schema.Struct({
  ...ShownActivity.fields,
  ...request,
  alike: Alike,
  /** Days from the current deadline to the requested date. */
  slip: Slip,
  /** The moves so far. */
  moves: MoveTally
})

/** A request that was granted or refused. `grantedTo` is null where it was refused. */
const DecidedRequest = Schema.Struct({
  ...ShownActivity.fields,
  ...request,
  outcome: Outcome,
  grantedTo: Schema.NullOr(PlannedDate),
  /** The reference of the decision, its day, and its event. */
  decision: Schema.String,
  decidedOn: Day,
  decidedAt: Schema.Int,
  decidedBy: Schema.String
})

/** An activity whose deadline lies beyond its approved baseline, or its first date, without a decision. */
const UndecidedMove = Schema.Struct({
  ...ShownActivity.fields,
  isClosed: Schema.Boolean,
  /** `possibly`: some of the days that the dates can mean lie beyond the baseline, or they cannot be read. */
  beyond: Schema.Literals(["certainly", "possibly"]),
  alike: Alike,
  /** Days from the baseline to the current deadline. */
  slip: Slip,
  /** The moves since the baseline was approved, or since the first date. */
  moves: Schema.Array(Move)
})
type UndecidedMove = typeof UndecidedMove.Type

/** The requests for other dates, the decisions on them, and the moves without a decision. */
export const Decisions = Schema.Struct({
  view: Schema.Literal("frist/decisions"),
  ...heading,
  requested: Schema.Array(OpenRequest),
  decided: Schema.Array(DecidedRequest),
  undecided: Schema.Array(UndecidedMove)
})
export type Decisions = typeof Decisions.Type

/**
 * Selects requests in the order in which they were made, decided ones in that of their decisions, and undecided moves by
 * activity. A part that moved with its listed whole, and a milestone whose activity is listed, are left out.
 */
export const decisions = (history: History): Decisions => {
  const { entries, plan } = history
  const activities = shownOrder([...plan.activities.values()])
  const asked = activities.flatMap((activity) => activity.extensions.map((extension) => ({ activity, extension })))
  const positions = new Set(asked.flatMap(({ extension }) => [extension.position, extension.decided?.position ?? 0]))
  const records = new Map<number, RecordedEvent>()
  for (const { record } of entries) if (positions.has(record.position)) records.set(record.position, record)
  return {
    view: "frist/decisions",
    ...viewHeading(history),
    requested: asked
      .filter(({ extension }) => extension.decided === null)
      .sort((a, b) => inOrder(a.extension.requestedOn, b.extension.requestedOn, a.extension, b.extension))
      .map(({ activity, extension }) => ({
        ...shownActivity(activity),
        ...shownRequest(extension, records),
        alike: !history.isUnlike(activity.id),
        slip: slipOf(activity.deadline, extension.to, !history.isUnlike(activity.id)),
        moves: history.tallyOf(activity)
      })),
    decided: asked
      .flatMap(({ activity, extension }) => {
        const { decided } = extension
        return decided === null ? [] : [{ activity, decided, extension }]
      })
      .sort((a, b) => inOrder(a.decided.on, b.decided.on, a.decided, b.decided))
      .map(({ activity, decided, extension }) => ({
        ...shownActivity(activity),
        ...shownRequest(extension, records),
        outcome: decided.outcome,
        grantedTo: decided.to,
        decision: decided.decision,
        decidedOn: decided.on,
        decidedAt: decided.position,
        decidedBy: records.get(decided.position)?.actor ?? ""
      })),
    undecided: movedOnce(
      activities.flatMap((activity) => undecidedMove(activity, history)),
      plan
    )
  }
}

interface Placed {
  readonly position: number
}

const inOrder = (a: Day, b: Day, one: Placed, other: Placed): number =>
  a < b ? -1 : a > b ? 1 : one.position - other.position

const shownRequest = (
  { position, reason, requestedOn, to }: Extension,
  records: ReadonlyMap<number, RecordedEvent>
) => {
  const record = records.get(position)
  return {
    position,
    requestedOn,
    requestedTo: to,
    reason,
    actor: record?.actor ?? "",
    recordedAt: instantText(record?.recordedAt ?? 0),
    source: record?.source ?? null
  }
}

const undecidedMove = (activity: Activity, history: History): ReadonlyArray<UndecidedMove> => {
  const { deadline } = activity
  const all = history.movesOf(activity.id)
  const since = all.slice(all.findLastIndex(({ type }) => type === "approved") + 1)
  const moves = since.filter(({ from, type }) => type === "moved" && from !== null)
  const baseline = activity.baseline ?? all[0]?.to ?? null
  if (moves.length === 0 || PlannedDate.same(baseline, deadline) || isApprovedOfWhole(activity, history)) return []
  const alike = history.isBaselineAlike(activity.id)
  const slip = slipOver(moves.length, slipOf(baseline, deadline, alike), history.tallyOf(activity))
  if (slip.max !== null && slip.max <= 0) return []
  const beyond = slip.min !== null && slip.min > 0 ? "certainly" : "possibly"
  return [{ ...shownActivity(activity), isClosed: isClosed(activity.status), beyond, alike, slip, moves }]
}

/** Returns whether a part has the date that was last approved for its whole: the decision moved the parts too. */
const isApprovedOfWhole = ({ deadline, id, parent }: Activity, history: History): boolean => {
  const { activities } = history.plan
  const seen = new Set([id])
  for (let at = parent; at !== null && !seen.has(at); at = activities.get(at)?.parent ?? null) {
    seen.add(at)
    const approved = history.movesOf(at).findLast(({ type }) => type === "approved")
    if (approved !== undefined && PlannedDate.same(approved.to, deadline)) return true
  }
  return false
}
