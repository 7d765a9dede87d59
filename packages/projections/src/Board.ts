/**
 * The board: what is still to be done, with the status the organisation reports and, beside it, how late it is
 * against the original deadline, the approved baseline and the latest forecast.
 */
import { PlannedDate, Slip, Lateness } from "@frist/domain/PlannedDate"
import * as Plan from "@frist/domain/Plan"
import { Status } from "@frist/domain/Status"
import * as Schema from "effect/Schema"
import { tallyMoves, MoveTally } from "./DeadlineHistory.ts"
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

/** Whether a deadline has passed, and by how many days; negative days are days left. */
export const LatenessAgainst = Schema.Struct({ passed: Lateness, days: Slip })
export type LatenessAgainst = typeof LatenessAgainst.Type

export const BoardRow = Schema.Struct({
  ...ShownActivity.fields,
  lateness: Schema.Struct({ original: LatenessAgainst, baseline: LatenessAgainst, deadline: LatenessAgainst }),
  moves: MoveTally,
  /** The latest follow-up note, whole. */
  note: Schema.NullOr(Schema.String),
  findings: Schema.Array(ShownFinding)
})
export type BoardRow = typeof BoardRow.Type

export const Board = Schema.Struct({
  view: Schema.Literal("frist/board"),
  ...heading,
  activities: Schema.Array(BoardRow),
  /** Findings that belong to no activity. */
  findings: Schema.Array(ShownFinding)
})
export type Board = typeof Board.Type

const against = (deadline: PlannedDate | null, times: ViewTimes): LatenessAgainst => ({
  passed: PlannedDate.lateness(deadline, times.today),
  days: PlannedDate.daysPast(deadline, times.today)
})

/** Ongoing activities in the order in which they were first written down; parts follow their whole. */
export const board = (log: Log, times: ViewTimes): Board => {
  const plan = standingIn(log, times).plan
  const tallies = tallyMoves(log, times)
  const open = [...plan.activities.values()].filter(
    (activity) => activity.kind === "activity" && !closed(activity.status)
  )
  return {
    view: "frist/board",
    ...headingOf(log, plan, times),
    activities: inOrder(open).map((activity) => ({
      ...shownActivity(activity),
      lateness: {
        original: against(activity.original, times),
        baseline: against(activity.baseline, times),
        deadline: against(activity.deadline, times)
      },
      moves: tallies(activity),
      note: activity.notes.at(-1) ?? null,
      findings: shownFindings(activity.findings)
    })),
    findings: shownFindings(plan.findings)
  }
}

const closed = (status: Status): boolean => status._tag === "Completed" || status._tag === "Discontinued"

/** The order of registration, with the parts of an activity after it. */
export const inOrder = (activities: ReadonlyArray<Plan.Activity>): ReadonlyArray<Plan.Activity> => {
  const registered = [...activities].sort((a, b) => a.order - b.order)
  const parts = Map.groupBy(registered, ({ parent }) => parent)
  const placed = new Set<Plan.Activity>()
  // A stack of its own: nothing limits how deep parts of parts go.
  const place = (whole: Plan.Activity): void => {
    const waiting = [whole]
    for (let activity = waiting.pop(); activity !== undefined; activity = waiting.pop()) {
      if (placed.has(activity)) continue
      placed.add(activity)
      for (const part of (parts.get(activity.id) ?? []).toReversed()) waiting.push(part)
    }
  }
  const listed = new Set(registered.map(({ id }) => id))
  registered.filter(({ parent }) => parent === null || !listed.has(parent)).forEach(place)
  // What is left are activities that corrections made parts of each other.
  registered.forEach(place)
  return [...placed]
}
