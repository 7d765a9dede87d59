/**
 * Rows whose name several rows have, or had in an earlier edition. Which of them a row is, its words do not say; where its
 * date is another too, it may be another row.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { Plan } from "@frist/domain/plan/Plan"
import type { KnownActivity, SoughtRow } from "../../matching/RowMatch.ts"
import type { AddressedRow } from "./EditionRows.ts"

const nameOf = ({ actions, goal }: SoughtRow): string => comparable(goal ?? actions ?? "")

/** Returns whether a row of the edition may be another than the activity of its words: several have its name, and its date is new. */
export const mayBeAnother = (
  plan: Plan,
  rows: ReadonlyArray<AddressedRow>
): ((row: SoughtRow, activity: KnownActivity) => boolean) => {
  if (plan.activities.size === 0) return () => false
  const left = new Set<string>()
  for (const { finding } of plan.findings) {
    // A row that was in doubt stays so until a person decides.
    if (finding.code !== "RowTwice" && finding.code !== "MatchDoubtful") continue
    for (const piece of finding.words.split(" | ").slice(0, mostPieces)) left.add(comparable(piece))
  }
  const counts = new Map<string, number>()
  const dates = new Map<SoughtRow, PlannedDate | null>()
  for (const { reading, sought } of rows) {
    counts.set(sought.keys.row, (counts.get(sought.keys.row) ?? 0) + 1)
    dates.set(sought, reading.deadline)
  }
  return (row, { id }) => {
    const before = plan.activities.get(id)
    const date = dates.get(row) ?? null
    if (before === undefined || date === null || (before.deadline ?? before.original) === null) return false
    const isOfSeveral = (counts.get(row.keys.row) ?? 0) > 1 || left.has(nameOf(row))
    return (
      isOfSeveral && [before.deadline, before.original].every((own) => own === null || !PlannedDate.same(own, date))
    )
  }
}

/** The most cells of a row that are looked at. */
const mostPieces = 20
