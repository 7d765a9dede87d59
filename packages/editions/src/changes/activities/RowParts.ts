/**
 * The parts of the activities that rows are.
 */
import type { ActivityId } from "@frist/domain/Names"
import { descendants } from "@frist/domain/plan/Parts"
import type { Plan } from "@frist/domain/plan/Plan"
import type { RowMatch } from "../../matching/RowMatch.ts"
import type { Parts } from "../RowDraft.ts"
import type { RegisteredActivity } from "../WholeLog.ts"

/** Returns a function from an activity to its parts, of any depth. A part with its own row is updated by that row instead. */
export const rowParts = (
  plan: Plan,
  registrations: ReadonlyArray<RegisteredActivity>,
  matches: ReadonlyArray<RowMatch>
): ((id: ActivityId) => Parts) => {
  const withRow = new Set(matches.map(({ activity }) => activity))
  const current = Map.groupBy(
    [...plan.activities.values()].filter(({ id }) => !withRow.has(id)),
    ({ parent }) => parent
  )
  const later = Map.groupBy(registrations, ({ parent }) => parent)
  const parts = new Map<ActivityId, ReadonlyArray<ActivityId>>()
  for (const [whole, own] of current)
    if (whole !== null)
      parts.set(
        whole,
        own.map(({ id }) => id)
      )
  return (id) => {
    const whole = [id, ...descendants(parts, id)]
    return {
      current: whole.flatMap((each) => current.get(each) ?? []),
      later: whole.flatMap((each) => later.get(each) ?? [])
    }
  }
}
