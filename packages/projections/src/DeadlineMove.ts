/**
 * The moves of one activity's deadline, and their tally.
 */
import { Day } from "@frist/domain/Day"
import type { Entry } from "@frist/domain/Lens"
import type { Activity } from "@frist/domain/Plan"
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import { Provenance, Source } from "@frist/domain/RecordedEvent"
import * as Schema from "effect/Schema"

/**
 * The number of moves of a deadline, and the net slip from the first date to the last. `atLeast`: a move was inferred from
 * documents, and there may have been more between them.
 */
export const MoveTally = Schema.Struct({ count: Schema.Int, atLeast: Schema.Boolean, net: Slip })
export type MoveTally = typeof MoveTally.Type

/**
 * A move of the deadline, or an approved baseline, which is not a move. `from` is the previous date in this view; the
 * event itself has the date that its author saw. `recordedAt` is an instant in ISO 8601.
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

/** The moves in the entries of one activity, which begin with its registration. */
export const movesIn = (entries: ReadonlyArray<Entry>): ReadonlyArray<Move> => {
  const first = entries[0]
  if (first?.fact._tag !== "ActivityRegistered") return []
  let [deadline, baseline] = [first.fact.deadline, first.fact.deadline]
  const moves: Array<Move> = []
  for (const { corrected, fact, record } of entries) {
    if (record.activity === null || (fact._tag !== "DeadlineMoved" && fact._tag !== "BaselineApproved")) continue
    const isMove = fact._tag === "DeadlineMoved"
    const from = isMove ? deadline : baseline
    if (PlannedDate.same(from, fact.to)) continue
    if (isMove) deadline = fact.to
    else baseline = fact.to
    moves.push({
      activity: record.activity,
      type: isMove ? "moved" : "approved",
      from,
      to: fact.to,
      slip: PlannedDate.slip(from, fact.to),
      provenance: record.provenance,
      effectiveOn: record.effectiveOn,
      recordedAt: new Date(record.recordedAt).toISOString(),
      actor: record.actor,
      reason: isMove ? fact.reason : fact.decision,
      position: record.position,
      correctedBy: corrected?.position ?? null,
      source: record.source
    })
  }
  return moves
}

/** Counts an activity's moves. The net slip comes from the end points; slips are never added. */
export const tallyOf = (activity: Activity, moves: ReadonlyArray<Move>): MoveTally => {
  const forecasts = moves.filter(({ type }) => type === "moved")
  // The first deadline is the start of the slip, not a move.
  const moved = forecasts.filter(({ from }) => from !== null)
  const first = activity.original ?? forecasts[0]?.to ?? null
  return {
    count: moved.length,
    atLeast: moved.some(({ provenance }) => provenance === "inferred"),
    net: PlannedDate.same(first, activity.deadline) ? { min: 0, max: 0 } : PlannedDate.slip(first, activity.deadline)
  }
}
