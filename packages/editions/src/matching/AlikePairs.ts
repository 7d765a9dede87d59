/**
 * The pairs of rows and activities whose words are alike, and the sure ones among them.
 */
import type { Kind } from "@frist/domain/Event"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { areOtherActions, highestScore, likeness, weighed, type WeighedSketch, weights } from "./Likeness.ts"
import { type Sketch, Speller } from "./Speller.ts"
import type { KnownActivity, SoughtRow } from "./RowMatch.ts"
import { WordIndex } from "./WordIndex.ts"

/** The least score to match without asking, and the least distance to the next candidate. */
const sure = 0.8
const clearly = 0.1
/** The least score that is worth asking about. */
export const doubtful = 0.6
/** The most activities of one word that a row is compared with. */
const most = 60

/** A row, an activity that it may be, and their likeness. `certain` is false if something speaks against the match. */
export interface Pair {
  readonly row: SoughtRow
  readonly activity: KnownActivity
  readonly score: number
  readonly certain: boolean
}

/** Returns every pair that is worth considering: worth asking about, or less alike but of one number. */
export const alike = (
  rows: ReadonlyArray<SoughtRow>,
  activities: ReadonlyArray<KnownActivity>,
  edition: ReadonlyArray<SoughtRow>,
  siblings: ReadonlySet<string>,
  haveOneNumber: (row: SoughtRow, activity: KnownActivity) => boolean,
  vocabulary: Vocabulary
): ReadonlyArray<Pair> => {
  if (rows.length === 0 || activities.length === 0) return []
  const speller = new Speller(vocabulary)
  const sketches = edition.map((row) => speller.sketch(row))
  const sketchOf = new Map(edition.map((row, at) => [row, sketches[at]]))
  const weight = weights(sketches)
  const index = new WordIndex<Sketched>(most)
  for (const activity of activities) {
    const sketch = weighed(speller.sketch(activity), weight)
    index.add({ activity, sketch }, wordsOf(activity.kind, sketch))
  }
  const pairs: Array<Pair> = []
  for (const row of rows) {
    const sketch = weighed(sketchOf.get(row) ?? speller.sketch(row), weight)
    const hasSiblings = siblings.has(row.keys.name)
    for (const { activity, sketch: other } of index.near(wordsOf(row.kind, sketch))) {
      const least = haveOneNumber(row, activity) ? doubtful - clearly : doubtful
      // Scores are rounded to hundredths.
      if (highestScore(sketch, other, weight) < least - 0.01) continue
      const { certain, score } = likeness(sketch, other, weight, vocabulary)
      if (score < least) continue
      // Actions under one goal are told apart by them alone.
      const areTwo = hasSiblings && areOtherActions(sketch.actions, other.actions, weight)
      pairs.push({ row, activity, score, certain: certain && !areTwo })
    }
  }
  return pairs
}

interface Sketched {
  readonly activity: KnownActivity
  readonly sketch: WeighedSketch
}

/** Returns the words by which activities are found: a row is of one kind with its activity. */
const wordsOf = (kind: Kind, { main }: Sketch): ReadonlyArray<string> => Array.from(main, (word) => `${kind} ${word}`)

/** Returns the sure pairs, one to one: each clearly better than the alternatives of its row and its activity. */
export const best = (pairs: ReadonlyArray<Pair>, least = sure): ReadonlyArray<Pair> => {
  const taken = new Set<SoughtRow | KnownActivity>()
  const isFree = ({ activity, row }: Pair) => !taken.has(row) && !taken.has(activity)
  // A pair that is clearly worse than the least that is chosen is no rival of one.
  const left = pairs.filter(({ score }) => score > least - clearly - 0.01).sort((a, b) => b.score - a.score)
  const byRow = Map.groupBy(left, ({ row }) => row)
  const byActivity = Map.groupBy(left, ({ activity }) => activity)
  const leads = (pair: Pair, rivals: ReadonlyArray<Pair> = []) => {
    const rival = rivals.find((other) => other !== pair && isFree(other))
    return rival === undefined || pair.score - rival.score >= clearly
  }
  const isSure = (pair: Pair) =>
    pair.certain &&
    pair.score >= least &&
    isFree(pair) &&
    leads(pair, byRow.get(pair.row)) &&
    leads(pair, byActivity.get(pair.activity))
  const chosen: Array<Pair> = []
  let asked: Iterable<Pair> = left
  for (;;) {
    const found = [...asked].filter(isSure)
    if (found.length === 0) return chosen
    chosen.push(...found)
    const rivals = found.flatMap(({ activity, row }) => [
      ...(byRow.get(row) ?? []),
      ...(byActivity.get(activity) ?? [])
    ])
    for (const { activity, row } of found) taken.add(row).add(activity)
    // Only the rivals of what was taken leave others in front.
    asked = new Set(
      rivals
        .filter((pair) => !isFree(pair))
        .flatMap(({ activity, row }) => [
          ...(taken.has(row) ? [] : (byRow.get(row) ?? [])),
          ...(taken.has(activity) ? [] : (byActivity.get(activity) ?? []))
        ])
    )
  }
}
