/**
 * The ids of the new activities of an edition.
 */
import type { ActivityId } from "@frist/domain/Names"
import type { Basis } from "@frist/domain/decisions/Proposal"
import { ActivityIds, type ExpectedRow } from "../../matching/ActivityIds.ts"
import { type Keyed, namesOfSeveral } from "../../matching/RowKeys.ts"
import type { KnownActivity, RowMatch, SoughtRow } from "../../matching/RowMatch.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { AddressedRow } from "./EditionRows.ts"

/** The ids that are taken, and those of new rows. */
export interface ActivityNaming {
  readonly ids: ActivityIds
  /** Returns a free id for a row that is new. */
  readonly idFor: (row: SoughtRow) => ActivityId
}

/** Gives ids to the new rows of an edition. */
export const namingFor = (
  { log, plan }: Pick<Basis, "log" | "plan">,
  known: ReadonlyArray<KnownActivity>,
  matched: ReadonlyMap<AddressedRow, RowMatch>,
  { naming: words }: Vocabulary
): ActivityNaming => {
  const fresh = [...matched].flatMap(([{ sought }, match]) => (match.how === "new" ? [sought] : []))
  const siblings = namesOfSeveral([...known, ...fresh])
  const ids = new ActivityIds([...plan.activities.keys(), ...log.flatMap(({ activity }) => activity ?? [])], words)
  /** Announces a row by its name: the actions, where several rows have the area and the goal. */
  const expect = ({ actions, area, goal, keys, kind }: Keyed): ExpectedRow =>
    ids.expect(kind === "milestone" ? null : area, siblings.has(keys.name) ? (actions ?? goal) : (goal ?? actions))
  for (const each of known) expect(each)
  const idOf = idsOf(fresh, ids, expect)
  return { ids, idFor: (row) => idOf.get(row) ?? ids.idFor(expect(row)) }
}

/** Returns the ids of rows, all announced before the first. What was announced is not held with the ids. */
const idsOf = (
  rows: ReadonlyArray<SoughtRow>,
  ids: ActivityIds,
  expect: (row: Keyed) => ExpectedRow
): ReadonlyMap<SoughtRow, ActivityId> => {
  const expected = rows.map(expect)
  return new Map(rows.map((row, at) => [row, ids.idFor(expected[at] ?? expect(row))]))
}
