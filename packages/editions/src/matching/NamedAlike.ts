/**
 * Rows and activities of one name: each by its actions, and the last by what is left.
 */
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { actionLikeness } from "./Likeness.ts"
import { best, type Pair } from "./AlikePairs.ts"
import type { KnownActivity, SoughtRow } from "./RowMatch.ts"
import { WordIndex } from "./WordIndex.ts"

/** The most activities of one name that are all compared, and the most that a row is compared with where they are more. */
const few = 50
const most = 20

/** The least likeness of actions to be one action among several of its name. */
const alikeEnough = 0.5

/** Returns pairs of one name, one to one. Their score is 1 where no other row or activity has the name. */
export const ofOneName = (
  rows: ReadonlyArray<SoughtRow>,
  activities: ReadonlyArray<KnownActivity>,
  siblings: ReadonlySet<string>,
  vocabulary: Vocabulary
): ReadonlyArray<Pair> => {
  const known = Map.groupBy(activities, ({ keys }) => keys.name)
  return Array.from(
    Map.groupBy(rows, ({ keys }) => keys.name),
    ([key, own]) => {
      const theirs = known.get(key) ?? []
      if (own.length * theirs.length === 0) return []
      if (siblings.has(key)) return paired(own, theirs, vocabulary)
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
  const { likenessOf, wordsOf } = actionLikeness([...rows, ...activities], vocabulary)
  const near = nearBy(activities, wordsOf)
  const pairOf = (row: SoughtRow, activity: KnownActivity): Pair => ({ row, activity, ...likenessOf(row, activity) })
  const chosen = best(
    rows.flatMap((row) => near(row).map((activity) => pairOf(row, activity))),
    alikeEnough
  )
  const taken = new Set<SoughtRow | KnownActivity>(chosen.flatMap(({ activity, row }) => [row, activity]))
  const [row, ...otherRows] = rows.filter((each) => !taken.has(each))
  const [activity, ...others] = activities.filter((each) => !taken.has(each))
  const last =
    row === undefined || activity === undefined || otherRows.length + others.length > 0 ? [] : [pairOf(row, activity)]
  return [...chosen, ...last.filter(({ certain }) => certain)].map((pair) => ({
    ...pair,
    score: Math.round((0.85 + 0.15 * pair.score) * 100) / 100
  }))
}

/** Returns a function from a row to the activities that share its rarest words; to all, if they are few. */
const nearBy = (
  activities: ReadonlyArray<KnownActivity>,
  wordsOf: (each: SoughtRow | KnownActivity) => ReadonlySet<string>
): ((row: SoughtRow) => ReadonlyArray<KnownActivity>) => {
  if (activities.length <= few) return () => activities
  const index = new WordIndex<KnownActivity>(most)
  for (const activity of activities) index.add(activity, wordsOf(activity))
  return (row) => index.near(wordsOf(row))
}
