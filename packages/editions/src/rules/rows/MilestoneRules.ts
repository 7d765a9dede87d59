/**
 * Rules about milestones: one that is dated otherwise than the activity it stands for.
 */
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import type { Rule, SeenRow } from "../Rule.ts"

/** Reports a milestone whose date shares no day with the latest deadline of its activity. Quotes every date of both. */
export const milestoneContradicted: Rule = {
  code: "MilestoneContradicted",
  look: ({ links, rows }) => {
    if (links.size === 0) return []
    const rowOf = new Map(rows.map((row) => [row.activity, row]))
    return rows.flatMap((on) => {
      const row = rowOf.get(links.get(on.activity) ?? on.activity)
      const date = latestOf(on)
      if (row === undefined || row === on || date === null || !isApart(date, latestOf(row))) return []
      return [
        { on, column: "deadline" as const, words: `${date.words} ≠ ${datesOf(row).join(", ")} (${row.table.name})` }
      ]
    })
  }
}

const latestOf = ({ reading: { deadline, newDeadline } }: SeenRow): PlannedDate | null => newDeadline ?? deadline

/** Whether two dates that can be read share no day. */
const isApart = (a: PlannedDate, b: PlannedDate | null): boolean =>
  b !== null &&
  a.edtf !== null &&
  b.edtf !== null &&
  ((a.latest !== null && b.earliest !== null && a.latest < b.earliest) ||
    (b.latest !== null && a.earliest !== null && b.latest < a.earliest))

/** Returns the words of a row's dates, its completion last. */
const datesOf = ({ reading: { deadline, newDeadline, status } }: SeenRow): ReadonlyArray<string> => {
  const done = isClosed(status) && status._tag === "Completed" ? status.on : null
  return [deadline, newDeadline, done].flatMap((date) => (date === null ? [] : [date.words]))
}
