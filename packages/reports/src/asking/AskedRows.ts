/**
 * The rows that a plan asks about: what is open on the board, in its last known words.
 */
import type { ActivityId } from "@frist/domain/Names"
import type { Activity } from "@frist/domain/plan/Activity"
import type { History } from "@frist/projections/History"
import { boardTables } from "../BoardTables.ts"
import { boardViews } from "../BoardViews.ts"
import type { ReportColumn } from "../Report.ts"
import type { Phrases } from "../words/Phrases.ts"
import { askingTexts } from "./AskingTexts.ts"

/** A row that is asked about. `number` counts from 1 over all rows of the board; `shown` are its texts, in their order. */
export interface AskedRow {
  readonly number: number
  readonly activity: ActivityId
  readonly responsible: string | null
  readonly shown: ReadonlyArray<string>
}

/** The columns of what is shown, after the number of the row. */
export const shownColumns = ({ language }: Phrases): ReadonlyArray<ReportColumn> => {
  const { heading } = askingTexts[language]
  return [
    { key: "activity", heading: heading.activity, kind: "long" },
    { key: "deadline", heading: heading.deadline, kind: "date" },
    { key: "status", heading: heading.status, kind: "text" },
    { key: "followUp", heading: heading.followUp, kind: "long" }
  ]
}

/** Returns the open rows of the board as of a history's day, in its order, without the parts of those rows. */
export const askedRows = (history: History, phrase: Phrases): ReadonlyArray<AskedRow> => {
  const { moved } = askingTexts[phrase.language]
  const { columns, rows } = boardTables(boardViews(history), phrase).ongoing
  const activities: ReadonlyMap<string, Activity> = history.plan.activities
  return rows.flatMap(({ activity: id, cells }, at) => {
    const activity = activities.get(id ?? "")
    if (activity === undefined) return []
    const textOf = (key: string) => cells[columns.findIndex((column) => column.key === key)]?.text.trim() ?? ""
    const names = [textOf("area"), textOf("goal"), textOf("actions")].filter((text) => text !== "")
    // The number of a row is ours; the document's own is part of its name.
    const name = [activity.documentId?.trim() ?? "", names.join("\n")].filter((text) => text !== "").join(" ")
    const [first, second] = [textOf("deadline"), textOf("newDeadline")]
    const deadline = first === "" || second === "" ? first || second : moved(first, second)
    return [
      {
        number: at + 1,
        activity: activity.id,
        responsible: activity.responsible,
        shown: [name, deadline, textOf("status"), textOf("followUp")]
      }
    ]
  })
}
