/**
 * The words of rows as they are compared: in one spelling, without inflection, and one word for those that differ by a letter.
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
