/**
 * A row on its way to proposals: its reading, and what the proposals are made with.
 */
import type { Activity } from "@frist/domain/plan/Activity"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { EditionRow, EditionTable, TableKind } from "../Edition.ts"
import type { ActivityIds } from "../matching/ActivityIds.ts"
import type { RowReading } from "../reading/RowReading.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { Put } from "./findings/RowFindings.ts"

/** The parts of a row's activity, of any depth: those known on the day, and those that only later editions name. */
export interface Parts {
  readonly current: ReadonlyArray<Activity>
  readonly later: ReadonlyArray<Pick<Activity, "goal" | "id">>
}

/** A row that names something, with its reading. */
export interface ReadRow {
  readonly table: EditionTable
  readonly row: EditionRow
  readonly kind: TableKind
  readonly reading: RowReading
}

/** A row, the parts of its activity, and what proposals are made with: `ids` gives new parts their ids. */
export interface RowDraft {
  readonly read: ReadRow
  /** The id that the document gives the row, if it is to be recorded. */
  readonly documentId?: string | undefined
  /** The date that the row's deadline cell held in the last edition; absent: the first deadline. */
  readonly last?: PlannedDate | null | undefined
  /** Whether the deadline is read from another column than before, by a person's decision. */
  readonly isReadAnew?: boolean
  /** The activity that a linked milestone stands for. */
  readonly standsFor?: Activity | undefined
  readonly parts: Parts
  readonly ids: ActivityIds
  readonly vocabulary: Vocabulary
  readonly put: Put
}
