/**
 * The likeness of two rows' words, from 0 to 1, regardless of spelling. Rare words weigh more than common ones, and rows
 * that name different places are never alike.
 */
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { type Sketch, Speller, type Worded } from "./Speller.ts"

/** The weight of a word: the rarer among the rows, the heavier. */
type Weight = (word: string) => number

/** Returns weights by how many of the sketches hold a word. */
export const weights = (sketches: ReadonlyArray<Sketch>): Weight => {
  const counts = new Map<string, number>()
  for (const { main } of sketches) for (const word of main) counts.set(word, (counts.get(word) ?? 0) + 1)
  const known = new Map<string, number>()
  return (word) => {
    const weighed = known.get(word)
    if (weighed !== undefined) return weighed
    const weight = Math.log(1 + sketches.length / Math.max(1, counts.get(word) ?? 0))
    known.set(word, weight)
    return weight
  }
}

/** A score from 0 to 1. `certain` is false if something speaks against the match, however high the score. */
export interface Likeness {
  readonly score: number
  readonly certain: boolean
}

/** The words of `a` that `b` has not. */
const without = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlyArray<string> =>
  [...a].filter((word) => !b.has(word))

const subtract = (words: ReadonlyArray<string>, those: ReadonlySet<string>): ReadonlyArray<string> =>
  words.filter((word) => !those.has(word))

const weigh = (words: Iterable<string>, weight: Weight): number => {
  let sum = 0
  for (const word of words) sum += weight(word)
  return sum
}

/** Returns the shared weight of two sets of words, as a share of all weight. */
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>, weight: Weight): number => {
  const all = weigh(a, weight) + weigh(b, weight)
  return all === 0 ? 0 : 1 - (weigh(without(a, b), weight) + weigh(without(b, a), weight)) / all
}

/** A sketch with the weights of its words. */
export interface WeighedSketch extends Sketch {
  readonly weight: Readonly<Record<"main" | "actions", number>>
}

/** Returns a sketch with the weights of its words. */
export const weighed = (sketch: Sketch, weight: Weight): WeighedSketch => ({
  ...sketch,
  weight: { main: weigh(sketch.main, weight), actions: weigh(sketch.actions, weight) }
})

/** Returns about the highest score that two rows can have: their likeness without what speaks against it. */
export const highestScore = (a: WeighedSketch, b: WeighedSketch, weight: Weight): number => {
  const main = sharedPart(a.main, a.weight.main, b.main, b.weight.main, weight)
  return a.actions.size === 0 || b.actions.size === 0
    ? main
    : 0.85 * main + 0.15 * sharedPart(a.actions, a.weight.actions, b.actions, b.weight.actions, weight)
}

const sharedPart = (
  a: ReadonlySet<string>,
  ofA: number,
  b: ReadonlySet<string>,
  ofB: number,
  weight: Weight
): number => {
  let shared = 0
  for (const word of a) if (b.has(word)) shared += weight(word)
  return ofA + ofB === 0 ? 0 : (2 * shared) / (ofA + ofB)
}

const unlike: Likeness = { score: 0, certain: false }

/** Returns the likeness of two rows. If their areas share no word, the rest must agree. */
export const likeness = (a: Sketch, b: Sketch, weight: Weight, vocabulary: Vocabulary): Likeness => {
  const { places } = vocabulary.matching
  const [mine, yours] = [without(a.main, b.main), without(b.main, a.main)]
  if (mine.some((word) => yours.some((other) => otherPlace(word, other, places)))) return unlike
  const main = overlap(a.main, b.main, weight)
  const elsewhere = a.area.size > 0 && b.area.size > 0 && overlap(a.area, b.area, weight) === 0
  if (elsewhere && replaced(subtract(mine, a.area), a, subtract(yours, b.area), b, weight)) return unlike
  const both = a.actions.size > 0 && b.actions.size > 0
  const score = both ? 0.85 * main + 0.15 * overlap(a.actions, b.actions, weight) : main
  return {
    score: Math.round(score * 100) / 100,
    certain: !(mine.some(tellsApart) && yours.some(tellsApart)) && !replaced(mine, a, yours, b, weight) && !elsewhere
  }
}

/** `medicinmottagning` and `ogonmottagning`: two places of one sort. */
const otherPlace = (a: string, b: string, places: ReadonlyArray<string>): boolean =>
  places.some((head) => a !== head && b !== head && a.endsWith(head) && b.endsWith(head))

/** The actions of rows and activities of one name, compared. */
interface ActionLikeness {
  readonly wordsOf: (each: Worded) => ReadonlySet<string>
  readonly likenessOf: (one: Worded, other: Worded) => Likeness
}

/** Prepares the actions of rows and activities of one name for comparison. */
export const actionLikeness = (all: ReadonlyArray<Worded>, vocabulary: Vocabulary): ActionLikeness => {
  const speller = new Speller(vocabulary)
  const ofActions = ({ actions }: Worded) => speller.sketch({ area: null, goal: actions, actions: null })
  const sketches = new Map(all.map((each) => [each, ofActions(each)]))
  const weight = weights([...sketches.values()])
  const wordsOf = (each: Worded) => (sketches.get(each) ?? ofActions(each)).main
  return {
    wordsOf,
    likenessOf: (one, other) => {
      const [a, b] = [wordsOf(one), wordsOf(other)]
      return { score: overlap(a, b, weight), certain: !areOtherActions(a, b, weight) }
    }
  }
}

/** The least share that two wordings of one action have in common. */
const leastOfAction = 0.25

/** Whether the actions of two rows of one name are two actions: they share little, or numbers tell them apart. */
export const areOtherActions = (a: ReadonlySet<string>, b: ReadonlySet<string>, weight: Weight): boolean =>
  (a.size > 0 && b.size > 0 && overlap(a, b, weight) < leastOfAction) ||
  (without(a, b).some(numbers) && without(b, a).some(numbers))

/** Numbers and letters. Short words of actions are mostly verbs: `ta fram`. */
const numbers = (word: string): boolean => word.length === 1 || /\d/u.test(word)

/** Numbers, letters and abbreviations: `avd 1` is not `avd 2`. */
const tellsApart = (word: string): boolean => word.length <= 3 || /\d/u.test(word)

/** Whether a large part of both rows is in other words: one subject may have replaced another. */
const replaced = (
  mine: ReadonlyArray<string>,
  a: Sketch,
  yours: ReadonlyArray<string>,
  b: Sketch,
  weight: Weight
): boolean => {
  const share = (words: ReadonlyArray<string>, of: Sketch) => weigh(words, weight) / weigh(of.main, weight)
  return Math.min(mine.length && share(mine, a), yours.length && share(yours, b)) > 0.12
}
