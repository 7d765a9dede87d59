/**
 * The rows of an edition with the activities that they are, as the plan of the day and later editions know them.
 */
import type { ActivityId } from "@frist/domain/Names"
import type { Basis } from "@frist/domain/decisions/Proposal"
import type { KnownActivity, RowChoices, RowMatch } from "../../matching/RowMatch.ts"
import { matchRows } from "../../matching/RowMatches.ts"
import { rowKeys } from "../../matching/RowKeys.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { type ActivityNaming, namingFor } from "./ActivityNaming.ts"
import { distinctRows } from "./DistinctRows.ts"
import type { AddressedRow } from "./EditionRows.ts"
import { chosenAgain, doubtfulAgain, matchKeys } from "./MatchKeys.ts"
import { mayBeAnother } from "./NamesOfSeveral.ts"
import type { Parts } from "../RowDraft.ts"
import { rowParts } from "./RowParts.ts"
import { traitsOf } from "./RowTraits.ts"
import { type RegisteredActivity, registrationsIn, rowsIn, wordlessIn } from "../WholeLog.ts"

/** Rows, their matches, and what new activities and parts are named by. */
export interface MatchedRows extends ActivityNaming {
  readonly rows: ReadonlyArray<AddressedRow>
  /** The match of each row that does not repeat another. */
  readonly matched: ReadonlyMap<AddressedRow, RowMatch>
  /** The key under which the match of each row is kept. */
  readonly keys: ReadonlyMap<AddressedRow, string>
  readonly partsOf: (id: ActivityId) => Parts
}

/**
 * How the rows of an edition are matched. `decided` is what the rows of an edition that was recorded before were matched to; a
 * person's choices precede it. `keepsDoubts` is whether rows that were in doubt stay so.
 */
interface MatchingOptions {
  readonly choices: RowChoices
  readonly decided: ReadonlyMap<string, ActivityId | null> | undefined
  readonly keepsDoubts: boolean
  readonly vocabulary: Vocabulary
}

/** Matches the rows of an edition to the activities of a plan, and to those that later editions in the log registered. */
export const matchedRows = (
  rows: ReadonlyArray<AddressedRow>,
  { log, plan }: Pick<Basis, "log" | "plan">,
  { choices, decided, keepsDoubts, vocabulary }: MatchingOptions
): MatchedRows => {
  const registrations = registrationsIn({ plan, log })
  const ownRows = rowsIn(log)
  const wordless = wordlessIn(log)
  const known = [...plan.activities.values(), ...registrations]
    .filter(({ id, parent }) => parent === null || ownRows.has(id))
    .map((activity) => ({ ...knownActivity(activity), isWordless: wordless.has(activity.id) }))
  const distinct = distinctRows(rows)
  const keys = matchKeys(rows)
  const matches = matchRows(
    distinct.map(({ sought }) => sought),
    known,
    new Map([...chosenAgain(distinct, keys, decided), ...choices]),
    vocabulary,
    {
      ...traitsOf(distinct, plan, registrations),
      mayBeAnother: mayBeAnother(plan, rows),
      wereInDoubt: doubtfulAgain(distinct, keys, keepsDoubts ? decided : undefined)
    }
  )
  const matched = new Map(
    distinct.flatMap((read, i) => {
      const match = matches[i]
      return match === undefined ? [] : [[read, match] as const]
    })
  )
  const naming = namingFor({ plan, log }, known, matched, vocabulary)
  return { ...naming, rows, matched, keys, partsOf: rowParts(plan, registrations, matches) }
}

const knownActivity = (activity: RegisteredActivity): KnownActivity => {
  const { actions, area, documentId, goal, id, kind } = activity
  return { id, kind, area, goal, actions, documentId, keys: rowKeys(kind, activity) }
}
