/**
 * The head of a table: which of its columns hold what, and how each was taken.
 */
import type { TakenColumn } from "../../Edition.ts"
import type { ColumnDecisions } from "../../ReadingOptions.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { GridRow } from "../grid/Grid.ts"
import type { HeadingColumn } from "./Headings.ts"

/**
 * The columns of a table and their headings, by place. A column is named once, save `newDeadline`: revised deadlines
 * follow each other from left to right, and the last that is filled is in effect. `taken` holds every heading.
 */
export interface TableHead {
  readonly columns: ReadonlyMap<number, HeadingColumn>
  readonly headings: ReadonlyMap<number, string>
  readonly taken: ReadonlyArray<TakenColumn>
  /** Whether a heading, or a person, says that the rows are things to be done: not risks, and not texts of any kind. */
  readonly isOfActions: boolean
  /** Whether there are many headings, and the column of the deadline holds mostly dates. */
  readonly isDated: boolean
}

/** What a document is read by. `heads` holds the rows that head a table. */
export interface Reading {
  readonly vocabulary: Vocabulary
  readonly columns: ColumnDecisions
  readonly heads: ReadonlyMap<GridRow, TableHead>
}

/** Returns the head of a table, if the row is one; null for any other row. */
export const tableHead = (row: GridRow, { heads }: Pick<Reading, "heads">): TableHead | null => heads.get(row) ?? null
