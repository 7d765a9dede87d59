/**
 * The type of a rule: a small value that checks an edition as read, and reports oddities.
 */
import type { Day } from "@frist/domain/Day"
import type { ActivityId } from "@frist/domain/Names"
import type { Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import type { EditionRow, EditionTable, TableKind } from "../Edition.ts"
import type { EditionColumn } from "../EditionColumn.ts"
import type { FindingCode } from "../Irregularity.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { RowFigures } from "../reading/figures/Figures.ts"
import type { RowReading } from "../reading/RowReading.ts"

/** A row as read, and its activity. `before` is the activity before the review; null if it is new. */
export interface SeenRow {
  readonly table: EditionTable
  readonly row: EditionRow
  readonly kind: TableKind
  readonly reading: RowReading
  readonly activity: ActivityId
  readonly before: Activity | null
  readonly figures: RowFigures
}

/** An edition as its rules see it: every row that was not left out, and the plan before the review. */
export interface SeenEdition {
  readonly rows: ReadonlyArray<SeenRow>
  /** The lines of text above the tables of the document. */
  readonly texts: ReadonlyArray<string>
  readonly heldOn: Day
  readonly plan: Plan
  /** The activity that each linked milestone stands for. */
  readonly links: ReadonlyMap<ActivityId, ActivityId>
  readonly vocabulary: Vocabulary
}

/**
 * An oddity of a row, in the words of its cell. `column` is null if it concerns the whole row. `of` is what it is about
 * instead of the row `on`, which then only stands for its table or edition.
 */
export interface RuleRemark {
  readonly on: SeenRow
  readonly of?: "edition" | "table"
  readonly column: EditionColumn | null
  readonly words: string
}

/** A finding code, and the function that finds it. Pure, and total over any edition. */
export interface Rule {
  readonly code: FindingCode
  readonly look: (edition: SeenEdition) => ReadonlyArray<RuleRemark>
}

/** Makes a rule that looks at each row alone. */
export const ofEachRow = (
  code: FindingCode,
  look: (row: SeenRow, seen: Pick<SeenEdition, "heldOn" | "vocabulary">) => ReadonlyArray<Omit<RuleRemark, "on">>
): Rule => ({
  code,
  look: (edition) => {
    const remarks: Array<RuleRemark> = []
    for (const on of edition.rows) for (const remark of look(on, edition)) remarks.push({ on, ...remark })
    return remarks
  }
})
