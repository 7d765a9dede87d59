/**
 * The changes between two reviews: moved, completed, reopened, new, vanished, noted, reworded. The ends are compared, so a
 * date that moved and came back has not changed; reasons come from the moves in between.
 */
import { Day } from "@frist/domain/Day"
import { emptyPlan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import { isClosed, Status } from "@frist/domain/Status"
import * as Schema from "effect/Schema"
import { countedOnce, movedOnce } from "./rows/CountedOnce.ts"
import type { History } from "./History.ts"
import { MoveTally, slipOver } from "./moves/MoveTally.ts"
import { LoweredTarget, loweredTargets, RewordedSince, rewordedSince } from "./texts/Rewording.ts"
import { heading, ShownActivity, shownActivity, viewHeading } from "./View.ts"
import { shownOrder } from "./rows/PartOrder.ts"
import { Alike, slipOf } from "./moves/UnlikeDates.ts"

/** An activity whose deadline differs. `count` is the number of moves in between; `reasons` are in order, each once. */
export const MovedSince = Schema.Struct({
  ...ShownActivity.fields,
  from: Schema.NullOr(PlannedDate),
  to: PlannedDate,
  alike: Alike,
  slip: Slip,
  count: Schema.Int,
  atLeast: Schema.Boolean,
  reasons: Schema.Array(Schema.String),
  /** What the documents of its moves said anew, each sentence once: quotations, never reasons. */
  quoted: Schema.Array(Schema.String),
  /** From the first deadline on. */
  tally: MoveTally
})
export type MovedSince = typeof MovedSince.Type

/** An activity that was closed, or opened again, since. `was` is its status before. */
const ClosedSince = Schema.Struct({ ...ShownActivity.fields, was: Schema.NullOr(Status), reportedOn: Day })
type ClosedSince = typeof ClosedSince.Type

const NotedSince = Schema.Struct({ ...ShownActivity.fields, notes: Schema.Array(Schema.String) })

/**
 * The changes of a plan since the previous review. A milestone that stands for an activity is left out where the activity
 * has changed likewise, and a part that moved with its whole: that is one move, and one completion.
 */
export const Changes = Schema.Struct({
  view: Schema.Literal("frist/changes"),
  ...heading,
  /** The previous review; null if there was none: then everything known is a change. */
  since: Schema.NullOr(Day),
  moved: Schema.Array(MovedSince),
  completed: Schema.Array(ClosedSince),
  reopened: Schema.Array(ClosedSince),
  added: Schema.Array(ShownActivity),
  vanished: Schema.Array(ShownActivity),
  noted: Schema.Array(NotedSince),
  reworded: Schema.Array(RewordedSince),
  lowered: Schema.Array(LoweredTarget)
})
export type Changes = typeof Changes.Type

/** Selects what changed since the review before the day of the history, activities in the order of registration. */
export const changes = (history: History): Changes => {
  const { plan } = history
  const since = history.previousReview?.heldOn ?? null
  const was = (history.previousReview?.plan ?? emptyPlan).activities
  const all = shownOrder([...plan.activities.values()])
  const closedSince = (now: Activity): ClosedSince => ({
    ...shownActivity(now),
    was: was.get(now.id)?.status ?? null,
    reportedOn: history.closedOn(now.id) ?? now.registeredOn
  })
  const wasClosed = ({ id }: Activity): boolean => {
    const before = was.get(id)
    return before !== undefined && isClosed(before.status)
  }
  const once = <Row extends ShownActivity>(rows: ReadonlyArray<Row>): ReadonlyArray<Row> => countedOnce(rows, plan)
  return {
    view: "frist/changes",
    ...viewHeading(history),
    since,
    moved: movedOnce(
      all.flatMap((now) => movedSince(history, now, was.get(now.id))),
      plan
    ),
    completed: once(all.filter((now) => isClosed(now.status) && !wasClosed(now)).map(closedSince)),
    reopened: once(all.filter((now) => !isClosed(now.status) && wasClosed(now)).map(closedSince)),
    added: all.filter(({ id }) => !was.has(id)).map(shownActivity),
    vanished: all
      .filter(({ findings }) =>
        findings.some(({ finding, raisedOn }) => finding.code === "RowVanished" && (since === null || raisedOn > since))
      )
      .map(shownActivity),
    noted: all.flatMap((now) => {
      const notes = now.notes.slice(was.get(now.id)?.notes.length ?? 0)
      return notes.length === 0 ? [] : [{ ...shownActivity(now), notes }]
    }),
    reworded: all.flatMap((now) => rewordedSince(now, was.get(now.id))),
    lowered: all.flatMap((now) => loweredTargets(now, was.get(now.id)))
  }
}

/**
 * At the first review the deadline is compared with the original one; at later reviews, only with what the previous
 * review knew.
 */
const movedSince = (history: History, now: Activity, before: Activity | undefined): ReadonlyArray<MovedSince> => {
  const since = history.previousReview?.heldOn ?? null
  if (now.deadline === null || (since !== null && before === undefined)) return []
  const from = since === null ? now.original : (before?.deadline ?? null)
  if (PlannedDate.same(from, now.deadline)) return []
  const moves = history
    .movesOf(now.id)
    .filter(({ effectiveOn, type }) => type === "moved" && (since === null || effectiveOn > since))
  const count = moves.filter((move) => move.from !== null).length
  if (count === 0) return []
  const tally = history.tallyOf(now)
  const alike = history.isUnlike(now.id) === (since !== null && history.isUnlike(now.id, since))
  return [
    {
      ...shownActivity(now),
      from,
      to: now.deadline,
      alike,
      slip: slipOver(count, slipOf(from, now.deadline, alike), tally),
      count,
      atLeast: moves.some(({ provenance }) => provenance === "inferred"),
      reasons: [...new Set(moves.flatMap(({ reason }) => reason ?? []))],
      quoted: [...new Set(moves.flatMap(({ quoted }) => quoted))],
      tally
    }
  ]
}
