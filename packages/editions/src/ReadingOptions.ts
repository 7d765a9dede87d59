/**
 * The choices of a person, and the words of a trade, by which a document is read.
 */
import { decidable } from "@frist/domain/plan/ColumnHeading"
import type { Plan } from "@frist/domain/plan/Plan"
import type { EditionColumn } from "./EditionColumn.ts"
import type { Vocabulary } from "./vocabulary/Vocabulary.ts"

/**
 * What each heading names, by its `headingKey` (in `@frist/domain/ColumnHeading`); `none` for a column that is not read.
 * `#3` is the third column, where it has no heading.
 */
export type ColumnDecisions = ReadonlyMap<string, EditionColumn | "none">

/** A person's decision on one heading, as written. */
export interface ColumnDecision {
  readonly heading: string
  readonly column: EditionColumn | "none"
}

/** Returns what the headings of a plan's documents mean, as people decided. Names of columns from later versions are left out. */
export const columnsOf = ({ columns }: Pick<Plan, "columns">): ColumnDecisions =>
  new Map(
    [...columns].flatMap(([key, { column }]) => {
      const known = decidable.find((each) => each === column)
      return known === undefined ? [] : [[key, known] as const]
    })
  )

/**
 * How to read a document. `columns` are a person's decisions and go before every rule. `sheets` are the names of the
 * sheets to read; default: all. Default vocabulary: Swedish health care.
 */
export interface ReadingOptions {
  readonly vocabulary?: Vocabulary | undefined
  readonly columns?: ColumnDecisions | undefined
  readonly sheets?: ReadonlyArray<string> | undefined
}

/** Returns what an edition keeps of how it was read. */
export const readByOf = ({ columns, sheets }: ReadingOptions): Pick<ReadingOptions, "columns" | "sheets"> => ({
  columns,
  sheets: sheets === undefined || sheets.length === 0 ? undefined : sheets
})
