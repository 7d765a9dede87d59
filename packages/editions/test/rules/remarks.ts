/**
 * The remarks of a rule on a few rows, as `row column: words`.
 */
import { emptyPlan, type Plan } from "@frist/domain/plan/Plan"
import type { Cells, EditionTable } from "../../src/Edition.ts"
import type { FindingCode } from "../../src/Irregularity.ts"
import type { Rule, SeenRow } from "../../src/rules/Rule.ts"
import { rules } from "../../src/rules/Rules.ts"
import { ActivityId } from "@frist/domain/Names"
import { swedishHealthCare } from "../../src/vocabulary/swedishHealthCare.ts"
import { day } from "../../../domain/test/given.ts"
import { table } from "../editionBuilders.ts"
import { readRow, seenRow } from "../swedish.ts"

const seen = (of: EditionTable, plan: Plan): ReadonlyArray<SeenRow> =>
  of.rows.map((row) => {
    const kind = of.kind ?? "activities"
    const activity = ActivityId.make(`${kind}-${row.number}`)
    return seenRow({
      table: of,
      row,
      kind,
      reading: readRow(kind, row.cells, null),
      activity,
      before: plan.activities.get(activity) ?? null
    })
  })

export const ruleOf = (code: FindingCode): Rule => {
  const rule = rules.find((each) => each.code === code)
  if (rule === undefined) throw new Error(`no rule is ${code}`)
  return rule
}

/** The remarks of one rule on tables as presented on a day, against a plan in which row 1 of a table is `kind-1`. */
export const remarks = (
  code: FindingCode,
  tables: ReadonlyArray<EditionTable>,
  {
    heldOn = "2024-06-17",
    plan = emptyPlan,
    texts = []
  }: { readonly heldOn?: string; readonly plan?: Plan; readonly texts?: ReadonlyArray<string> } = {}
): ReadonlyArray<string> =>
  ruleOf(code)
    .look({
      rows: tables.flatMap((each) => seen(each, plan)),
      texts,
      heldOn: day(heldOn),
      plan,
      links: new Map(
        Array.from(plan.activities.values()).flatMap(({ id, link }) => (link?.to == null ? [] : [[id, link.to]]))
      ),
      vocabulary: swedishHealthCare
    })
    .map(({ column, on, words }) => `${on.row.number} ${column ?? "-"}: ${words}`)

export const ongoing = (...rows: ReadonlyArray<Partial<Cells>>): ReadonlyArray<EditionTable> => [
  table("activities", ...rows)
]
export const completed = (...rows: ReadonlyArray<Partial<Cells>>): ReadonlyArray<EditionTable> => [
  table("completed", ...rows)
]
