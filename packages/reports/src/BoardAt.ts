/**
 * The board's tables as of any day, from the events alone: for the report, and again in the page when its reader asks
 * how an earlier day stood.
 */
import * as Plan from "@frist/domain/Plan"
import { board } from "@frist/projections/Board"
import { reviewBefore } from "@frist/projections/Changes"
import { completed } from "@frist/projections/Completed"
import { shownActivity, type Log, type ViewTimes } from "@frist/projections/View"
import type { Spoken } from "./words/Spoken.ts"
import {
  type Before,
  completedTable,
  type FollowedUp,
  type FollowUps,
  latenessTable,
  ongoingTable
} from "./BoardTables.ts"
import { namesOf } from "./Naming.ts"
import type { Table } from "./Report.ts"

export interface BoardAt {
  readonly ongoing: Table
  readonly completed: Table
  readonly lateness: Table
}

export const boardAt = (log: Log, times: ViewTimes, spoken: Spoken): BoardAt => {
  const plan = Plan.at(log, times)
  const shown = [...plan.activities.values()].map(shownActivity)
  const names = namesOf(shown)
  const followUps = followUpsOf(plan)
  const view = board(log, times)
  const before = beforeOf(log, times, plan)
  return {
    ongoing: ongoingTable(view, followUps, before, spoken),
    completed: completedTable(completed(log, times), followUps, before, spoken),
    lateness: latenessTable(view, (activity) => names.get(activity) ?? activity, spoken)
  }
}

const beforeOf = (log: Log, times: ViewTimes, plan: Plan.Plan): Before | null => {
  const since = reviewBefore(plan, times.asOf ?? times.today)
  if (since === null) return null
  const was = Plan.at(log, { ...times, asOf: since })
  const ids = new Set<string>(was.activities.keys())
  return { since, followUps: followUpsOf(was), isKnown: (activity) => ids.has(activity) }
}

const none: FollowedUp = { followUp: null, notes: [] }

const followUpsOf = ({ activities }: Plan.Plan): FollowUps => {
  const all = new Map<string, FollowedUp>(activities)
  return (activity) => all.get(activity) ?? none
}
