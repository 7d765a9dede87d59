/**
 * What a rule sees and says. A rule is a small value: it looks at an edition as read, and remarks on what is odd.
 */
import type { Day } from "@frist/domain/Day"
import type { ActivityId } from "@frist/domain/Names"
import type { Activity, Plan } from "@frist/domain/Plan"
import type { EditionColumn, EditionRow, EditionTable, TableKind } from "../Edition.ts"
import type { FindingCode } from "../changes/Irregularity.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { RowReading } from "../reading/RowReading.ts"

/** A row as read, and the activity it is of; `before` is that activity as it stood, null where it is new. */
export interface SeenRow {
  readonly table: EditionTable
  readonly row: EditionRow
  readonly kind: TableKind
  readonly reading: RowReading
  readonly activity: ActivityId
  readonly before: Activity | null
}

/** An edition as its rules see it: every row that was taken in, and the plan as it stood before the review. */
export interface SeenEdition {
  readonly rows: ReadonlyArray<SeenRow>
  readonly heldOn: Day
  readonly plan: Plan
  readonly vocabulary: Vocabulary
}

/** Something odd, on a row, in the words of the cell it was seen in. `column` is null where it is of the whole row. */
export interface RuleRemark {
  readonly on: SeenRow
  readonly column: EditionColumn | null
  readonly words: string
}

/** A code of `Irregularity.ts`, which gives its severity, and what gives rise to it. Pure and total over any edition. */
export interface Rule {
  readonly code: FindingCode
  readonly look: (edition: SeenEdition) => ReadonlyArray<RuleRemark>
}

/** A rule of single rows: what one row gives rise to, whatever the others say. */
export const ofEachRow = (
  code: FindingCode,
  look: (row: SeenRow, seen: Pick<SeenEdition, "heldOn" | "vocabulary">) => ReadonlyArray<Omit<RuleRemark, "on">>
): Rule => ({
  code,
  look: (edition) => edition.rows.flatMap((on) => look(on, edition).map((remark) => ({ on, ...remark })))
})
