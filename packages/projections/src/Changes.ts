/**
 * What changed between two reviews: moved, completed, reopened, new, vanished, noted. Ends are compared, so that what
 * went back and forth in between is not a change; reasons come from the events in between.
 */
import { Day } from "@frist/domain/Day"
import * as Plan from "@frist/domain/Plan"
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import { lens } from "@frist/domain/Lens"
import { Status } from "@frist/domain/Status"
import { isClosed } from "@frist/domain/Status"
import * as Schema from "effect/Schema"
import { inOrder } from "./Board.ts"
import { tallyMoves, MoveTally } from "./DeadlineHistory.ts"
import { heading, headingOf, type Log, ShownActivity, shownActivity, type ViewTimes } from "./View.ts"

/** A deadline that is another than it was. `count` of the moves in between; `reasons` in order, each once. */
export const MovedSince = Schema.Struct({
  ...ShownActivity.fields,
  from: Schema.NullOr(PlannedDate),
  to: PlannedDate,
  slip: Slip,
  count: Schema.Int,
  atLeast: Schema.Boolean,
  reasons: Schema.Array(Schema.String),
  /** From the first deadline on. */
  tally: MoveTally
})
export type MovedSince = typeof MovedSince.Type

export const ClosedSince = Schema.Struct({ ...ShownActivity.fields, was: Schema.NullOr(Status), reportedOn: Day })
export type ClosedSince = typeof ClosedSince.Type

export const NotedSince = Schema.Struct({ ...ShownActivity.fields, notes: Schema.Array(Schema.String) })
export type NotedSince = typeof NotedSince.Type

export const Changes = Schema.Struct({
  view: Schema.Literal("frist/changes"),
  ...heading,
  /** The review before; null where there was none, and all that is known is a change. */
  since: Schema.NullOr(Day),
  moved: Schema.Array(MovedSince),
  completed: Schema.Array(ClosedSince),
  reopened: Schema.Array(ClosedSince),
  added: Schema.Array(ShownActivity),
  vanished: Schema.Array(ShownActivity),
  noted: Schema.Array(NotedSince)
})
export type Changes = typeof Changes.Type

/** The last review before the day that the view is as of. */
export const reviewBefore = (plan: Plan.Plan, day: Day): Day | null =>
  plan.reviews.reduce<Day | null>(
    (last, review) => (review < day && (last === null || review > last) ? review : last),
    null
  )

/** What changed since the review before `times.asOf`, activities in the order of registration. */
export const changes = (log: Log, times: ViewTimes): Changes => {
  const plan = Plan.at(log, times)
  const since = reviewBefore(plan, times.asOf ?? times.today)
  const was = since === null ? Plan.initial : Plan.at(log, { ...times, asOf: since })
  const between = betweenOf(log, times, since)
  const tallies = tallyMoves(log, times)
  const all = inOrder([...plan.activities.values()])
  const known = all.flatMap((now) => {
    const before = was.activities.get(now.id)
    return before === undefined ? [] : [{ now, before }]
  })
  const pairs = since === null ? all.map((now) => ({ now, before: firstOf(now) })) : known
  const closedSince = (now: Plan.Activity, before: Plan.Activity | undefined): ClosedSince => ({
    ...shownActivity(now),
    was: before?.status ?? null,
    reportedOn: between.get(now.id)?.closedOn ?? now.registeredOn
  })
  return {
    view: "frist/changes",
    ...headingOf(log, plan, times),
    since,
    moved: pairs.flatMap(({ before, now }) => {
      const own = between.get(now.id)
      return now.deadline === null ||
        own === undefined ||
        own.moves === 0 ||
        PlannedDate.same(before.deadline, now.deadline)
        ? []
        : [
            {
              ...shownActivity(now),
              from: before.deadline,
              to: now.deadline,
              slip: PlannedDate.slip(before.deadline, now.deadline),
              count: own.moves,
              atLeast: own.inferred,
              reasons: [...new Set(own.reasons)],
              tally: tallies(now)
            }
          ]
    }),
    completed: all.flatMap((now) => {
      const before = was.activities.get(now.id)
      return isClosed(now.status) && (before === undefined || !isClosed(before.status))
        ? [closedSince(now, before)]
        : []
    }),
    reopened: known.flatMap(({ before, now }) =>
      isClosed(before.status) && !isClosed(now.status) ? [closedSince(now, before)] : []
    ),
    added: all.filter(({ id }) => !was.activities.has(id)).map(shownActivity),
    vanished: all
      .filter(({ findings }) =>
        findings.some(({ finding, raisedOn }) => finding.code === "RowVanished" && (since === null || raisedOn > since))
      )
      .map(shownActivity),
    noted: all.flatMap((now) => {
      const notes = now.notes.slice(was.activities.get(now.id)?.notes.length ?? 0)
      return notes.length === 0 ? [] : [{ ...shownActivity(now), notes }]
    })
  }
}

/** An activity as it was first written down: what the first review is held against. */
const firstOf = (now: Plan.Activity): Plan.Activity => ({ ...now, deadline: now.original })

interface Between {
  moves: number
  inferred: boolean
  readonly reasons: Array<string>
  closedOn: Day | null
}

const betweenOf = (log: Log, times: ViewTimes, since: Day | null): ReadonlyMap<string, Between> => {
  const found = new Map<string, Between>()
  const forecast = new Map<string, PlannedDate | null>()
  for (const { fact, record } of lens(log, times)) {
    const { activity, effectiveOn: on } = record
    if (activity === null) continue
    const own = found.get(activity) ?? { moves: 0, inferred: false, reasons: [], closedOn: null }
    found.set(activity, own)
    const within = since === null || on > since
    if (fact._tag === "ActivityRegistered" && !forecast.has(activity)) forecast.set(activity, fact.deadline)
    else if (fact._tag === "DeadlineMoved") {
      const from = forecast.get(activity) ?? null
      forecast.set(activity, fact.to)
      if (!within || PlannedDate.same(from, fact.to)) continue
      own.moves += from === null ? 0 : 1
      own.inferred ||= record.provenance === "inferred"
      if (fact.reason !== null) own.reasons.push(fact.reason)
    } else if (fact._tag === "StatusChanged" && within) own.closedOn = isClosed(fact.to) ? (own.closedOn ?? on) : null
  }
  return found
}
