/**
 * Rows and activities of one name: each by its actions, and the last by what is left.
 */
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { actionLikeness } from "./Likeness.ts"
import { best, type Pair } from "./AlikePairs.ts"
import { nameKey } from "./RowKeys.ts"
import type { KnownActivity, SoughtRow } from "./RowMatch.ts"

/** The most pairs of one name that are compared, to bound the time. */
const mostCompared = 2500

/** The least likeness of actions to be one action among several of its name. */
const alikeEnough = 0.5

/** Returns pairs of one name, one to one. Their score is 1 where no other row or activity has the name. */
export const ofOneName = (
  rows: ReadonlyArray<SoughtRow>,
  activities: ReadonlyArray<KnownActivity>,
  siblings: ReadonlySet<string>,
  vocabulary: Vocabulary
): ReadonlyArray<Pair> => {
  const known = Map.groupBy(activities, (activity) => nameKey(activity.kind, activity))
  return Array.from(
    Map.groupBy(rows, (row) => nameKey(row.kind, row)),
    ([key, own]) => {
      const theirs = known.get(key) ?? []
      if (own.length * theirs.length === 0) return []
      if (siblings.has(key)) return own.length * theirs.length > mostCompared ? [] : paired(own, theirs, vocabulary)
      return own.flatMap((row) => theirs.map((activity) => ({ row, activity, score: 1, certain: true })))
    }
  ).flat()
}

/** Pairs rows and activities of one name by their actions; then the only row and the only activity that are left. */
const paired = (
  rows: ReadonlyArray<SoughtRow>,
  activities: ReadonlyArray<KnownActivity>,
  vocabulary: Vocabulary
): ReadonlyArray<Pair> => {
  const likenessOf = actionLikeness([...rows, ...activities], vocabulary)
  const all = rows.flatMap((row) => activities.map((activity) => ({ row, activity, ...likenessOf(row, activity) })))
  const chosen = best(all, alikeEnough)
  const taken = new Set<SoughtRow | KnownActivity>(chosen.flatMap(({ activity, row }) => [row, activity]))
  const left = all.filter(({ activity, row }) => !taken.has(row) && !taken.has(activity))
  const last = left.length === 1 && left[0]?.certain === true ? left : []
  return [...chosen, ...last].map((pair) => ({ ...pair, score: Math.round((0.85 + 0.15 * pair.score) * 100) / 100 }))
}
