/**
 * Findings that need the whole edition: activities without a row, and those of the rules.
 */
import type { ActivityId } from "@frist/domain/Names"
import { isClosed } from "@frist/domain/Status"
import type { SeenRow } from "../../rules/Rule.ts"
import { rules } from "../../rules/Rules.ts"
import type { EditionDraft } from "../EditionDraft.ts"
import { raise, vanished } from "./RowFindings.ts"

/** Raises a finding about each open activity that had a row in an earlier edition, and is not present in this one. */
export const proposeVanished = ({ at, basis, heldOn }: EditionDraft, present: ReadonlySet<ActivityId>): void => {
  for (const { fromDocument, id, parent, status } of basis.plan.activities.values()) {
    if (parent === null && fromDocument && !present.has(id) && !isClosed(status)) {
      raise({ put: at(null, null), table: null, activity: id }, vanished(heldOn))
    }
  }
}

/** Raises the findings of every rule, in the order of the rules. */
export const proposeRuleFindings = (
  { at, basis: { plan }, edition, heldOn, vocabulary }: EditionDraft,
  rows: ReadonlyArray<SeenRow>,
  links: ReadonlyMap<ActivityId, ActivityId>
): void => {
  const { texts } = edition
  for (const { code, look } of rules) {
    for (const { column, of = "row", on, words } of look({ rows, texts, heldOn, plan, links, vocabulary })) {
      const table = of === "edition" ? null : on.table
      const [row, activity] = of === "row" ? [on.row, on.activity] : [null, null]
      raise({ put: at(table, row), table: on.table, activity }, { code, column, words })
    }
  }
}
