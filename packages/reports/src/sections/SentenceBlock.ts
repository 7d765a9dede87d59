/**
 * Blocks of sentences, as most sections have them.
 */
import type { Sentence, Sentences } from "../Report.ts"

/** Returns sentences without a subject as running text. */
export const textBlock = (...texts: ReadonlyArray<string>): Sentences => ({
  _tag: "Sentences",
  heading: null,
  list: false,
  sentences: texts.map((text) => ({ lead: null, text }))
})

/** Returns sentences as the items of a list, under a heading or under none. */
export const listBlock = (heading: string | null, sentences: ReadonlyArray<Sentence>): Sentences => ({
  _tag: "Sentences",
  heading,
  list: true,
  sentences
})
