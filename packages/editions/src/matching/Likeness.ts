/**
 * The likeness of two rows' words, from 0 to 1, regardless of spelling. Rare words weigh more than common ones, and rows
 * that name different places are never alike.
 */
import { anyOf, oncePer } from "../vocabulary/Patterns.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"

/** The texts that are compared: a row's area, and its goal, or its actions where there is no goal. */
export interface Worded {
  readonly area: string | null
  readonly goal: string | null
  readonly actions: string | null
}

const patternsOf = oncePer(({ matching }: Vocabulary) => ({
  silent: new Set(matching.silent),
  places: matching.places,
  inflection: new RegExp(`${anyOf(matching.inflections)}$`, "u"),
  uninflected: new RegExp(`${anyOf(matching.uninflected)}$`, "u"),
  spellings: [
    ...matching.words.map(({ as, written }) => [new RegExp(`^${anyOf([written])}$`, "u"), as] as const),
    ...matching.endings.map(({ as, written }) => [new RegExp(`${anyOf([written])}$`, "u"), as] as const)
  ]
}))

/**
 * Lengths of words whose spelling may differ in one letter. With a letter changed, shorter words are other words;
 * longer strings are not words.
 */
const spelt = { least: 8, most: 40 }

/** Returns a word as it is compared: in one spelling, and without inflection. */
const stem = (word: string, vocabulary: Vocabulary): string => {
  if (word.length > spelt.most || /\d/u.test(word)) return word
  const { inflection, spellings, uninflected } = patternsOf(vocabulary)
  let left = word
  for (const [pattern, as] of spellings) left = left.replace(pattern, as)
  while (!uninflected.test(left)) {
    const shorter = left.replace(inflection, "")
    if (shorter === left || shorter.length < 4) break
    left = shorter
  }
  return left
}

/** Returns the words of a text without accents and capitals. */
const plainWords = (text: string): ReadonlyArray<string> => {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  // Some people hyphenate what others write as one word: `webb-tidbokning`. Numbers are compared as they are.
  return (plain.includes("-") ? plain.replace(/(?<=\p{L})-(?=\p{L})/gu, "") : plain).split(/[^\p{L}\p{N}]+/u)
}

/** The words of a row, prepared for comparison. */
export interface Sketch {
  readonly area: ReadonlySet<string>
  /** The words of the area and the name together. */
  readonly main: ReadonlySet<string>
  /** The words of the actions, where they are not the name. */
  readonly actions: ReadonlySet<string>
}

/** Makes sketches. Words that differ by one letter, in any sketch of one speller, are one word. */
export class Speller {
  readonly #canonical = new Map<string, string>()
  /** Long words, and each with one letter left out, by the word that represents them. */
  readonly #near = new Map<string, string>()
  /** Each word in one spelling and without inflection; null for words that are not compared. */
  readonly #stems = new Map<string, string | null>()
  readonly #vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  sketch({ actions, area, goal }: Worded): Sketch {
    const spelled = (text: string | null) => this.#tokens(text).map((word) => this.#spell(word))
    const areas = spelled(area)
    return {
      area: new Set(areas),
      main: new Set([...areas, ...spelled(goal ?? actions)]),
      actions: new Set(goal === null ? [] : spelled(actions))
    }
  }

  #tokens(text: string | null): ReadonlyArray<string> {
    const found = new Set<string>()
    for (const word of plainWords(text ?? "")) {
      let known = this.#stems.get(word)
      if (known === undefined) {
        const isCompared = word !== "" && !patternsOf(this.#vocabulary).silent.has(word)
        known = isCompared ? stem(word, this.#vocabulary) : null
        this.#stems.set(word, known)
      }
      if (known !== null) found.add(known)
    }
    return [...found]
  }

  #spell(word: string): string {
    const known = this.#canonical.get(word)
    if (known !== undefined) return known
    if (word.length < spelt.least || word.length > spelt.most || /\d/u.test(word)) {
      this.#canonical.set(word, word)
      return word
    }
    const spellings = [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]
    const near = spellings.map((each) => this.#near.get(each)).find((each) => each !== undefined)
    const canonical = near ?? word
    this.#canonical.set(word, canonical)
    for (const each of spellings) if (!this.#near.has(each)) this.#near.set(each, canonical)
    return canonical
  }
}

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
  const { places } = patternsOf(vocabulary)
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
