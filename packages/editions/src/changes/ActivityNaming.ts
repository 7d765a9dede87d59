/**
 * The ids of the new activities of an edition.
 */
import type { Kind } from "@frist/domain/Event"
import type { Basis } from "@frist/domain/Proposal"
import { ActivityIds } from "../matching/ActivityIds.ts"
import type { Worded } from "../matching/Likeness.ts"
import { nameKey, namesOfSeveral } from "../matching/RowKeys.ts"
import type { RowMatch } from "../matching/RowMatch.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { AddressedRow } from "./EditionRows.ts"
import type { RegisteredActivity } from "./WholeLog.ts"

/** The ids for new activities, and the words that they are made of. */
export interface ActivityNaming {
  readonly ids: ActivityIds
  /** Returns the words that an id is made of: the actions, where several rows have the area and the goal. */
  readonly nameOf: (kind: Kind, texts: Worded) => string | null
}

/** Returns the ids for new activities, and the words that they are made of. */
export const namingFor = (
  { log, plan }: Basis,
  known: ReadonlyArray<RegisteredActivity>,
  matched: ReadonlyMap<AddressedRow, RowMatch | undefined>,
  { naming: words }: Vocabulary
): ActivityNaming => {
  const fresh = [...matched].flatMap(([{ kind, reading }, match]) =>
    match?.how === "new"
      ? [{ ...reading, kind: kind === "timeline" ? ("milestone" as const) : ("activity" as const) }]
      : []
  )
  const siblings = namesOfSeveral([...known, ...fresh])
  const nameOf = (kind: Kind, texts: Worded) =>
    siblings.has(nameKey(kind, texts)) ? (texts.actions ?? texts.goal) : (texts.goal ?? texts.actions)
  const ids = new ActivityIds([...plan.activities.keys(), ...log.flatMap(({ activity }) => activity ?? [])], words)
  for (const each of [...known, ...fresh]) {
    if (each.kind === "activity") ids.expect(each.area, nameOf(each.kind, each))
  }
  return { ids, nameOf }
}
