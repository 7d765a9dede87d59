/**
 * The board's tables as of any day, from the events alone: for the report, and again in the page when its reader asks
 * how an earlier day stood.
 */
import type * as Plan from "@frist/domain/Plan"
import { board } from "@frist/projections/Board"
import { completed } from "@frist/projections/Completed"
import type { History } from "@frist/projections/History"
import { shownActivity } from "@frist/projections/View"
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

export const boardAt = (history: History, spoken: Spoken): BoardAt => {
  const { plan } = history
  const shown = [...plan.activities.values()].map(shownActivity)
  const names = namesOf(shown)
  const followUps = followUpsOf(plan)
  const view = board(history)
  const before = beforeOf(history)
  return {
    ongoing: ongoingTable(view, followUps, before, spoken),
    completed: completedTable(completed(history), followUps, before, spoken),
    lateness: latenessTable(view, (activity) => names.get(activity) ?? activity, spoken)
  }
}

const beforeOf = ({ previousReview }: History): Before | null => {
  if (previousReview === null) return null
  const { heldOn, plan } = previousReview
  const ids = new Set<string>(plan.activities.keys())
  return { since: heldOn, followUps: followUpsOf(plan), isKnown: (activity) => ids.has(activity) }
}

const none: FollowedUp = { followUp: null, notes: [] }

const followUpsOf = ({ activities }: Plan.Plan): FollowUps => {
  const all = new Map<string, FollowedUp>(activities)
  return (activity) => all.get(activity) ?? none
}
