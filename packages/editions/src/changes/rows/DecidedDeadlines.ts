/**
 * Deadlines that an edition reads from another column than the one before it, because a person has decided so since. Their
 * difference is no change of the plan; the kept editions are read again by `frist reread`.
 */
import { headingKey } from "@frist/domain/plan/ColumnHeading"
import { lens } from "@frist/domain/plan/Lens"
import type { ActivityId } from "@frist/domain/Names"
import type { Plan } from "@frist/domain/plan/Plan"
import type { Basis } from "@frist/domain/decisions/Proposal"
import type { EditionTable } from "../../Edition.ts"
import type { ColumnDecision } from "../../ReadingOptions.ts"

/** A log, the plan before an edition, and the decisions that come with the edition. */
interface Decided {
  readonly log: Basis["log"]
  readonly plan: Pick<Plan, "columns">
  readonly columns: ReadonlyArray<ColumnDecision>
}

/**
 * Returns whether the deadline of an activity is read from another column than when it was registered, or last corrected:
 * a decision since then gives a heading of the table that meaning, or takes it away.
 */
export const deadlineReadAnew = (
  { columns, log, plan }: Decided,
  isDeadline: (heading: string) => boolean
): ((table: EditionTable, activity: ActivityId) => boolean) => {
  if (columns.length === 0 && !log.some(({ type }) => type === "ColumnDecided")) return () => false
  /** The last decision on a deadline, by heading: its position in the log. */
  const decided = new Map<string, number>()
  const meant = new Map<string, string>()
  const registered = new Map<ActivityId, number>()
  const decide = (heading: string, column: string, position: number): void => {
    const key = headingKey(heading)
    const before = meant.get(key) ?? (isDeadline(heading) ? "deadline" : "")
    if (column !== before && (column === "deadline" || before === "deadline")) decided.set(key, position)
    meant.set(key, column)
  }
  for (const { corrected, fact, record } of lens(log)) {
    if (fact._tag === "ColumnDecided") decide(fact.heading, fact.column, record.position)
    else if (fact._tag === "ActivityRegistered" && record.activity !== null)
      registered.set(record.activity, corrected?.position ?? record.position)
  }
  for (const { column, heading } of columns) {
    if (plan.columns.get(headingKey(heading))?.column !== column) decide(heading, column, Infinity)
  }
  if (decided.size === 0) return () => false
  return (table, activity) => {
    const since = registered.get(activity) ?? Infinity
    return table.columns.some(({ heading }) => (decided.get(headingKey(heading)) ?? 0) > since)
  }
}
