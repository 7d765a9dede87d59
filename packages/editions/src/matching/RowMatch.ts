/**
 * Matches each row of an edition to an activity: by id, by equal words, or by similar words. One to one, best first. A
 * doubtful row is left to a person, with its candidates and their likeness.
 */
import * as Schema from "effect/Schema"
import { comparable } from "@frist/domain/ComparableText"
import type { Kind } from "@frist/domain/Event"
import { ActivityId } from "@frist/domain/Names"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { likeness, type Sketch, Speller, weights, type Worded } from "./Likeness.ts"

/** An activity that a row may be matched to. */
export interface KnownActivity extends Worded {
  readonly id: ActivityId
  readonly kind: Kind
}

/** A row to be matched. `address` names it; `id` is the words of its id cell. */
export interface SoughtRow extends Worded {
  readonly address: string
  readonly kind: Kind
  readonly id: string | null
}

/** An activity that a row may be, and their likeness, from 0 to 1. */
const Candidate = Schema.Struct({ activity: ActivityId, score: Schema.Finite })
type Candidate = typeof Candidate.Type

/** The result for a row. `activity` is null if the row is new or doubtful. `candidates` are best first. */
export const RowMatch = Schema.Struct({
  row: Schema.String,
  activity: Schema.NullOr(ActivityId),
  score: Schema.Finite,
  how: Schema.Literals(["id", "exact", "likeness", "decided", "new", "doubtful"]),
  candidates: Schema.Array(Candidate)
})
export type RowMatch = typeof RowMatch.Type

/** The activities that a person chose for rows, by row address; `new` for a new activity. */
export type RowChoices = ReadonlyMap<string, ActivityId | "new">

/** The least score to match without asking, and the least distance to the next candidate. */
const sure = 0.8
const clearly = 0.1
/** The least score that is worth asking about. */
const doubtful = 0.6
/** The most activities of one word that a row is compared with. */
const most = 60

/** Returns the key that equal rows share: area and goal (or actions), without regard to case and punctuation. */
export const rowKey = (kind: Kind, { actions, area, goal }: Worded): string =>
  JSON.stringify([kind, comparable(area ?? ""), comparable(goal ?? actions ?? "")])

/** Returns a match for each row, in their order. */
export const matchRows = (
  rows: ReadonlyArray<SoughtRow>,
  known: ReadonlyArray<KnownActivity>,
  choices: RowChoices,
  vocabulary: Vocabulary
): ReadonlyArray<RowMatch> => {
  const matches = new Map<SoughtRow, RowMatch>()
  const free = new Map(known.map((activity) => [activity.id, activity]))
  const settle = (row: SoughtRow, activity: ActivityId, how: RowMatch["how"], score = 1): void => {
    free.delete(activity)
    matches.set(row, { row: row.address, activity, score, how, candidates: [{ activity, score }] })
  }
  const open = () => rows.filter((row) => !matches.has(row))
  const fits = (row: SoughtRow, id: string): KnownActivity | undefined => {
    const activity = free.get(id as ActivityId)
    return activity?.kind === row.kind ? activity : undefined
  }

  for (const row of rows) {
    const chosen = choices.get(row.address)
    const activity = chosen === undefined || chosen === "new" ? undefined : fits(row, chosen)
    if (activity !== undefined) settle(row, activity.id, "decided")
  }
  const byKey = Map.groupBy(free.values(), (activity) => rowKey(activity.kind, activity))
  for (const row of open()) {
    const same = (byKey.get(rowKey(row.kind, row)) ?? []).filter(({ id }) => free.has(id))
    const activity = same.find(({ id }) => id === row.id?.trim()) ?? same.at(-1)
    if (activity !== undefined) settle(row, activity.id, activity.id === row.id?.trim() ? "id" : "exact")
  }
  for (const row of open()) {
    const activity = choices.get(row.address) === "new" ? undefined : fits(row, row.id?.trim() ?? "")
    if (activity !== undefined) settle(row, activity.id, "id")
  }
  const unchosen = open().filter((row) => choices.get(row.address) !== "new")
  const likely = alike(unchosen, [...free.values()], rows, vocabulary)
  for (const { activity, row, score } of best(likely)) settle(row, activity.id, "likeness", score)
  const left = Map.groupBy(likely, ({ row }) => row)
  for (const row of open()) {
    const candidates = (left.get(row) ?? [])
      .filter(({ activity, score }) => free.has(activity.id) && score >= doubtful)
      .map(({ activity, score }) => ({ activity: activity.id, score }))
      .sort((a, b) => b.score - a.score || (a.activity < b.activity ? -1 : 1))
    const chosen = choices.get(row.address)
    // A choice of an activity that is missing, or belongs to another row, settles nothing.
    const how = candidates.length > 0 || (chosen !== undefined && chosen !== "new") ? "doubtful" : "new"
    matches.set(row, { row: row.address, activity: null, score: candidates[0]?.score ?? 0, how, candidates })
  }
  return rows.flatMap((row) => matches.get(row) ?? [])
}

interface Pair {
  readonly row: SoughtRow
  readonly activity: KnownActivity
  readonly score: number
  readonly certain: boolean
}

/** Returns every pair that is worth considering. */
const alike = (
  rows: ReadonlyArray<SoughtRow>,
  activities: ReadonlyArray<KnownActivity>,
  edition: ReadonlyArray<SoughtRow>,
  vocabulary: Vocabulary
): ReadonlyArray<Pair> => {
  if (rows.length === 0 || activities.length === 0) return []
  const speller = new Speller(vocabulary)
  const weight = weights(edition.map((row) => speller.sketch(row)))
  const holding = new Index()
  for (const activity of activities) holding.add({ activity, sketch: speller.sketch(activity) })
  return rows.flatMap((row) => {
    const sketch = speller.sketch(row)
    return holding.near(row.kind, sketch).flatMap(({ activity, sketch: other }) => {
      const { certain, score } = likeness(sketch, other, weight, vocabulary)
      return score >= doubtful - clearly ? [{ row, activity, score, certain }] : []
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
const best = (pairs: ReadonlyArray<Pair>): ReadonlyArray<Pair> => {
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
        pair.score >= sure &&
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
