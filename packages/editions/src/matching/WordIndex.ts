/**
 * Things by their words, so that each row is compared only with those that share its rarest words.
 */
export class WordIndex<Thing> {
  readonly #holding = new Map<string, Array<Thing>>()
  readonly #most: number

  /** `most` is the most things of one word that a row is compared with. */
  constructor(most: number) {
    this.#most = most
  }

  add(thing: Thing, words: Iterable<string>): void {
    for (const word of words) {
      const list = this.#holding.get(word)
      if (list === undefined) this.#holding.set(word, [thing])
      else list.push(thing)
    }
  }

  /** Returns the things that share the rarest of these words: at least `most`, where so many share any. */
  near(words: Iterable<string>): ReadonlyArray<Thing> {
    const lists = Array.from(words, (word) => this.#holding.get(word) ?? [])
    const found = new Set<Thing>()
    for (const list of lists.sort((a, b) => a.length - b.length)) {
      if (found.size >= this.#most) break
      for (const each of list.slice(0, this.#most)) found.add(each)
    }
    return [...found]
  }
}
