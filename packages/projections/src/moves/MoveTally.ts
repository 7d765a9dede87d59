/**
 * The tally of an activity's moves: how many, how far in all, and how much of it was waiting for others.
 */
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import * as Schema from "effect/Schema"
import type { Move, Moves } from "./DeadlineMove.ts"
import { nothingWaited, sharesOf, spanOf } from "./SlipShares.ts"
import { Alike, slipOf } from "./UnlikeDates.ts"

/**
 * The parts from which the slip of a whole is known: `of` those that are open or have moved, the slip of `known` is known
 * and that of `unknown` is not. A closed part that never moved is not counted, since it was not late by any move.
 */
const TalliedParts = Schema.Struct({ of: Schema.Int, known: Schema.Int, unknown: Schema.Int })

/**
 * The number of moves of a deadline, and the net slip from the first date to the last. `atLeast`: a move was inferred from
 * documents, and there may have been more between them. `inherited` is the share of the net slip in which it waited for
 * others, and `own` the rest. Where the activity's own net slip is unknown, or only its parts have moved, the slips are the
 * hull of those of its `parts`, and `count` is the largest of any part; otherwise `parts` is null. `alike`: the first date
 * and the last measure the same thing; otherwise the slips are unknown.
 */
export const MoveTally = Schema.Struct({
  count: Schema.Int,
  atLeast: Schema.Boolean,
  alike: Alike,
  net: Slip,
  inherited: Slip,
  own: Slip,
  parts: Schema.NullOr(TalliedParts)
})
export type MoveTally = typeof MoveTally.Type

const zero: Slip = { min: 0, max: 0 }

/** Counts the moves of an activity. The net slip comes from the end points; slips are never added. */
export const tallyOf = (activity: Activity, { isUnlike, moves, waited }: Moves): MoveTally => {
  const forecasts = moves.filter(({ type }) => type === "moved")
  // The first deadline is the start of the slip, not a move.
  const moved = forecasts.filter(({ from }) => from !== null)
  const first = firstDate(activity, forecasts)
  const isBack = PlannedDate.same(first, activity.deadline)
  const start = activity.original === null ? forecasts[0]?.effectiveOn : undefined
  const alike = isUnlike() === (start !== undefined && isUnlike({ endOf: start }))
  const net = isBack ? zero : slipOf(first, activity.deadline, alike)
  const counted = {
    count: moved.length,
    atLeast: moved.some(({ provenance }) => provenance === "inferred"),
    alike,
    net
  }
  if (moved.every(({ waitsFor }) => waitsFor.length === 0))
    return { ...counted, inherited: zero, own: net, parts: null }
  if (!alike) return { ...counted, inherited: net, own: net, parts: null }
  const steps = forecasts.map(({ to }, at) => ({ to: spanOf(to), waited: waited[at] ?? nothingWaited }))
  const { inherited, own } = sharesOf(spanOf(first), steps.slice(forecasts.length - moved.length))
  return { ...counted, inherited, own: isBack ? reversed(inherited) : own, parts: null }
}

const firstDate = ({ original }: Activity, forecasts: ReadonlyArray<Move>): PlannedDate | null =>
  original ?? forecasts[0]?.to ?? null

/** A deadline that returned has made up for all that it inherited. */
const reversed = ({ max, min }: Slip): Slip => ({
  min: max === null ? null : 0 - max,
  max: min === null ? null : 0 - min
})

/** A part with its own tally. */
interface TalliedPart {
  readonly part: Activity
  readonly tally: MoveTally
}

/** Returns the tally of a whole, from its parts where its own net slip is unknown. */
export const tallyWithParts = (whole: Activity, own: MoveTally, parts: ReadonlyArray<TalliedPart>): MoveTally => {
  const start = whole.original ?? whole.deadline
  const isUnknown = start === null || start.edtf === null || (own.net.min === null && own.net.max === null)
  // A cell may give each part its own new date, and the whole none.
  const havePartsMoved = own.count === 0 && parts.some(({ tally }) => tally.count > 0)
  if (!own.alike || (!isUnknown && !havePartsMoved)) return own
  const counted = parts.flatMap(({ part, tally }) => (tally.count > 0 || !isClosed(part.status) ? [tally] : []))
  const known = counted.filter(({ net }) => net.min !== null || net.max !== null)
  const count = Math.max(own.count, ...counted.map((each) => each.count))
  if (count === 0 || known.length === 0) return own
  return {
    count,
    atLeast: own.atLeast || counted.some(({ atLeast }) => atLeast),
    alike: true,
    net: hull(known.map(({ net }) => net)),
    inherited: hull(known.map(({ inherited }) => inherited)),
    own: hull(known.map((each) => each.own)),
    parts: { of: counted.length, known: known.length, unknown: counted.length - known.length }
  }
}

/** Returns the slip over `count` moves; of the parts where it is unknown and these are all moves of the tally. */
export const slipOver = (count: number, slip: Slip, { count: all, net, parts }: MoveTally): Slip =>
  slip.min === null && slip.max === null && parts !== null && count === all ? net : slip

/** The least interval around all; an end is unknown if it is unknown of any. */
const hull = (slips: ReadonlyArray<Slip>): Slip => ({
  min: slips.reduce<number | null>((a, { min: b }) => (a === null || b === null ? null : Math.min(a, b)), Infinity),
  max: slips.reduce<number | null>((a, { max: b }) => (a === null || b === null ? null : Math.max(a, b)), -Infinity)
})
