/**
 * The board's tables as of any day, from the events alone: for the report, and again in the page when its reader asks
 * how an earlier day stood.
 */
import { Plan } from "@frist/domain"
import { board } from "@frist/projections/Board"
import { reviewBefore } from "@frist/projections/Changes"
import { completed } from "@frist/projections/Completed"
import { shownActivity, type Log, type ViewTimes } from "@frist/projections/View"
import type { Spoken } from "../words/Spoken.ts"
import { type Before, completedTable, latenessTable, ongoingTable } from "./BoardTables.ts"
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
  const notes = notesOf(plan)
  const view = board(log, times)
  const before = beforeOf(log, times, plan)
  return {
    ongoing: ongoingTable(view, notes, before, spoken),
    completed: completedTable(completed(log, times), notes, before, spoken),
    lateness: latenessTable(view, (activity) => names.get(activity) ?? activity, spoken)
  }
}

const beforeOf = (log: Log, times: ViewTimes, plan: Plan.Plan): Before | null => {
  const since = reviewBefore(plan, times.asOf ?? times.today)
  if (since === null) return null
  const was = Plan.at(log, { ...times, asOf: since })
  const ids = new Set<string>(was.activities.keys())
  return { since, notes: notesOf(was), isKnown: (activity) => ids.has(activity) }
}

const notesOf = ({ activities }: Plan.Plan) => {
  const notes = new Map<string, ReadonlyArray<string>>(Array.from(activities, ([id, each]) => [id, each.notes]))
  return (activity: string): ReadonlyArray<string> => notes.get(activity) ?? []
}
