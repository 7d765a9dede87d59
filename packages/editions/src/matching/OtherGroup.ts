/**
 * Rows that moved to another group of their table: the group gives the area, and the name is the same.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import { comparableId } from "./DocumentIds.ts"
import type { KnownActivity, SoughtRow } from "./RowMatch.ts"

const nameOf = ({ actions, goal, kind }: SoughtRow | KnownActivity): string =>
  JSON.stringify([kind, comparable(goal ?? actions ?? ""), goal === null ? "" : comparable(actions ?? "")])

const haveOtherIds = (row: SoughtRow, { documentId }: KnownActivity): boolean => {
  const [own, other] = [comparableId(row.id), comparableId(documentId)]
  return own !== "" && other !== "" && own !== other
}

/**
 * Returns the pairs of `open` rows and `free` activities that have the same name in different groups. No other row of
 * the edition, and no other activity of the plan, may have the name: each group may have an action of its own.
 */
export const inOtherGroup = (
  open: ReadonlyArray<SoughtRow>,
  free: ReadonlyArray<KnownActivity>,
  rows: ReadonlyArray<SoughtRow>,
  known: ReadonlyArray<KnownActivity>
): ReadonlyArray<readonly [SoughtRow, KnownActivity]> => {
  const moved = open.filter(({ actions, goal, isAreaOfGroup }) => isAreaOfGroup === true && (goal ?? actions) !== null)
  if (moved.length === 0) return []
  const ofRows = Map.groupBy(rows, nameOf)
  const ofKnown = Map.groupBy(known, nameOf)
  const isFree = new Set(free)
  return moved.flatMap((row): ReadonlyArray<readonly [SoughtRow, KnownActivity]> => {
    const name = nameOf(row)
    const [activity, ...others] = ofKnown.get(name) ?? []
    const isOnly = activity !== undefined && others.length === 0 && ofRows.get(name)?.length === 1
    return isOnly && isFree.has(activity) && !haveOtherIds(row, activity) ? [[row, activity]] : []
  })
}
