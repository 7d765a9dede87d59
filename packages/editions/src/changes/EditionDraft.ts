/**
 * What an edition is compared with, and what its proposals are made with.
 */
import type { Day } from "@frist/domain/Day"
import type { Basis, Proposal } from "@frist/domain/decisions/Proposal"
import type { EditionRow, EditionTable, EditionTables } from "../Edition.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { Put } from "./findings/RowFindings.ts"

/** Returns a function that adds proposals about a row, a table, or the whole edition. */
type PutAt = (table: EditionTable | null, row: EditionRow | null) => Put

/** An edition, the plan as of its day, and where its proposals go. */
export interface EditionDraft {
  readonly edition: EditionTables
  readonly basis: Basis
  readonly heldOn: Day
  readonly vocabulary: Vocabulary
  readonly at: PutAt
}

/** Returns a function that adds proposals, each with its place in the edition. */
export const addingTo =
  (proposals: Array<Proposal>, { document, sha256 }: EditionTables): PutAt =>
  (table, row) =>
  (command, provenance = "stated", column = null) => {
    proposals.push({
      command,
      provenance,
      source: { document, sha256, table: table?.name ?? null, row: row?.number ?? null, column }
    })
  }
