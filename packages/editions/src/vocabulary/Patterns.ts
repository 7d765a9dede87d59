/**
 * Regular expressions out of the word patterns of a vocabulary.
 */
import type { Vocabulary } from "./Vocabulary.ts"
import type { WordPattern } from "./WordPattern.ts"

/** Returns a source that matches any of the patterns, and nothing if there are none. */
export const anyOf = (patterns: ReadonlyArray<WordPattern>): string =>
  patterns.length === 0 ? "(?:(?!))" : `(?:${patterns.join("|")})`

/** Returns `make` with its result kept for each vocabulary, so that patterns are compiled once. */
export const oncePer = <A>(make: (vocabulary: Vocabulary) => A): ((vocabulary: Vocabulary) => A) => {
  const made = new WeakMap<Vocabulary, { readonly value: A }>()
  return (vocabulary) => {
    const known = made.get(vocabulary) ?? { value: make(vocabulary) }
    made.set(vocabulary, known)
    return known.value
  }
}
