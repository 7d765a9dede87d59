/**
 * Rows whose name several rows have, or had in an earlier edition. Which of them a row is, its words do not say; where its
 * date is another too, it may be another row.
 */
import { comparable } from "@frist/domain/ComparableText"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { Plan } from "@frist/domain/Plan"
import type { KnownActivity } from "../matching/RowMatch.ts"
import type { AddressedRow } from "./EditionRows.ts"

const nameOf = ({ actions, goal }: Pick<AddressedRow["reading"], "actions" | "goal">): string =>
  comparable(goal ?? actions ?? "")

/** Returns whether a row of the edition may be another than the activity of its words: several have its name, and its date is new. */
export const mayBeAnother = (
  plan: Plan,
  rows: ReadonlyArray<AddressedRow>
): ((address: string, activity: KnownActivity) => boolean) => {
  const left = new Set<string>()
  for (const { finding } of plan.findings) {
    // A row that was in doubt stays so until a person decides.
    if (finding.code !== "RowTwice" && finding.code !== "MatchDoubtful") continue
    for (const piece of finding.words.split(" | ").slice(0, mostPieces)) left.add(comparable(piece))
  }
  const counts = new Map<string, number>()
  for (const { key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1)
  const byAddress = new Map(rows.map((row) => [row.address, row]))
  return (address, { id }) => {
    const row = byAddress.get(address)
    const before = plan.activities.get(id)
    const date = row?.reading.deadline ?? null
    if (row === undefined || before === undefined || date === null || (before.deadline ?? before.original) === null)
      return false
    const isOfSeveral = (counts.get(row.key) ?? 0) > 1 || left.has(nameOf(row.reading))
    return (
      isOfSeveral && [before.deadline, before.original].every((own) => own === null || !PlannedDate.same(own, date))
    )
  }
}

/** The most cells of a row that are looked at. */
const mostPieces = 20
