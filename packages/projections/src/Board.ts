/**
 * The board: open activities with their reported status, and their lateness against the original deadline, the approved
 * baseline and the current deadline.
 */
import * as Schema from "effect/Schema"
import { isClosed } from "@frist/domain/Status"
import type { History } from "./History.ts"
import { LatenessAgainst, latenessAgainst } from "./moves/LatenessAgainst.ts"
import { MoveTally } from "./moves/MoveTally.ts"
import {
  heading,
  ShownActivity,
  shownActivity,
  ShownFinding,
  shownFindings,
  UnstatedCell,
  unstatedCell,
  viewHeading
} from "./View.ts"
import { shownOrder } from "./rows/PartOrder.ts"

/** An activity that is neither completed nor discontinued. */
export const BoardRow = Schema.Struct({
  ...ShownActivity.fields,
  /** The words of the document's status cell, where they state no status; otherwise null. */
  statusCell: Schema.NullOr(UnstatedCell),
  /** Against `original` it is unknown where the dates measure different things. */
  lateness: Schema.Struct({ original: LatenessAgainst, baseline: LatenessAgainst, deadline: LatenessAgainst }),
  moves: MoveTally,
  /** The latest follow-up note, whole. */
  note: Schema.NullOr(Schema.String),
  findings: Schema.Array(ShownFinding)
})
export type BoardRow = typeof BoardRow.Type

/** The board: open activities with their lateness, moves and findings. */
export const Board = Schema.Struct({
  view: Schema.Literal("frist/board"),
  ...heading,
  activities: Schema.Array(BoardRow),
  /** Findings that belong to no activity. */
  findings: Schema.Array(ShownFinding)
})
export type Board = typeof Board.Type

/** Selects the open activities, in the order of registration; parts follow their whole. */
export const board = (history: History): Board => {
  const { plan, times } = history
  const open = [...plan.activities.values()].filter(({ kind, status }) => kind === "activity" && !isClosed(status))
  return {
    view: "frist/board",
    ...viewHeading(history),
    activities: shownOrder(open).map((activity) => ({
      ...shownActivity(activity),
      statusCell: unstatedCell(activity),
      lateness: {
        original: latenessAgainst(history.isUnlike(activity.id) ? null : activity.original, times.today),
        baseline: latenessAgainst(activity.baseline, times.today),
        deadline: latenessAgainst(activity.deadline, times.today)
      },
      moves: history.tallyOf(activity),
      note: activity.notes.at(-1) ?? null,
      findings: shownFindings(activity.findings)
    })),
    findings: shownFindings(plan.findings)
  }
}
