/**
 * The pairs of rows and activities whose words are alike, and the sure ones among them.
 */
import type { Kind } from "@frist/domain/Event"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { likeness, type Sketch, areOtherActions, Speller, weights } from "./Likeness.ts"
import { nameKey } from "./RowKeys.ts"
import type { KnownActivity, SoughtRow } from "./RowMatch.ts"

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

/** Returns every pair that is worth considering. */
export const alike = (
  rows: ReadonlyArray<SoughtRow>,
  activities: ReadonlyArray<KnownActivity>,
  edition: ReadonlyArray<SoughtRow>,
  siblings: ReadonlySet<string>,
  vocabulary: Vocabulary
): ReadonlyArray<Pair> => {
  if (rows.length === 0 || activities.length === 0) return []
  const speller = new Speller(vocabulary)
  const weight = weights(edition.map((row) => speller.sketch(row)))
  const holding = new Index()
  for (const activity of activities) holding.add({ activity, sketch: speller.sketch(activity) })
  return rows.flatMap((row) => {
    const sketch = speller.sketch(row)
    const hasSiblings = siblings.has(nameKey(row.kind, row))
    return holding.near(row.kind, sketch).flatMap(({ activity, sketch: other }) => {
      const { certain, score } = likeness(sketch, other, weight, vocabulary)
      if (score < doubtful - clearly) return []
      // Actions under one goal are told apart by them alone.
      const areTwo = hasSiblings && areOtherActions(sketch.actions, other.actions, weight)
      return [{ row, activity, score, certain: certain && !areTwo }]
    })
  })
}

interface Sketched {
  readonly activity: KnownActivity
  readonly sketch: Sketch
}

/** Activities by their words, so that a row is compared only with those that share its rarest words. */
class Index {
  readonly #holding = new Map<string, Array<Sketched>>()

  add(each: Sketched): void {
    for (const word of each.sketch.main) {
      const list = this.#holding.get(`${each.activity.kind} ${word}`)
      if (list === undefined) this.#holding.set(`${each.activity.kind} ${word}`, [each])
      else list.push(each)
    }
  }

  near(kind: Kind, { main }: Sketch): ReadonlyArray<Sketched> {
    const lists = [...main].map((word) => this.#holding.get(`${kind} ${word}`) ?? [])
    const found = new Set<Sketched>()
    for (const list of lists.sort((a, b) => a.length - b.length)) {
      if (found.size >= most) break
      for (const each of list.slice(0, most)) found.add(each)
    }
    return [...found]
  }
}

/** Returns the sure pairs, one to one: each clearly better than the alternatives of its row and its activity. */
export const best = (pairs: ReadonlyArray<Pair>, least = sure): ReadonlyArray<Pair> => {
  const taken = new Set<SoughtRow | KnownActivity>()
  const chosen: Array<Pair> = []
  let left = pairs.toSorted((a, b) => b.score - a.score)
  for (;;) {
    const byRow = Map.groupBy(left, ({ row }) => row)
    const byActivity = Map.groupBy(left, ({ activity }) => activity)
    const leads = (pair: Pair, rivals: ReadonlyArray<Pair> = []) =>
      rivals.every((rival) => rival === pair || pair.score - rival.score >= clearly)
    const found = left.filter(
      (pair) =>
        pair.certain &&
        pair.score >= least &&
        leads(pair, byRow.get(pair.row)) &&
        leads(pair, byActivity.get(pair.activity))
    )
    if (found.length === 0) return chosen
    for (const pair of found) {
      chosen.push(pair)
      taken.add(pair.row).add(pair.activity)
    }
    left = left.filter(({ activity, row }) => !taken.has(row) && !taken.has(activity))
  }
}
