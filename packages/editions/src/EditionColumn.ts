/**
 * The columns of a follow-up table.
 */
import { columns } from "@frist/domain/plan/ColumnHeading"
import * as Schema from "effect/Schema"

/** A column of a follow-up table. */
export const EditionColumn = Schema.Literals(columns)
export type EditionColumn = typeof EditionColumn.Type

/** The columns that a row is named by, from the widest. */
export const columnsOfNames = ["area", "goal", "actions"] as const

/** Whether a row is named by a column. */
export const isNameColumn = (column: string | null | undefined): column is (typeof columnsOfNames)[number] =>
  columnsOfNames.some((each) => each === column)

/** The columns whose cells are dates of the row. */
export const columnsOfDates = ["deadline", "newDeadline", "completedOn"] as const

/** Whether cells of a column are dates of the row. */
export const isDateColumn = (column: string | null | undefined): column is (typeof columnsOfDates)[number] =>
  columnsOfDates.some((each) => each === column)
