/**
 * The words by which figures and the names of measures are understood, as a value: the comparisons know no word.
 */

/** The words of one language around figures, as patterns. */
export interface MeasureVocabulary {
  /** Words for a little more than a figure, and words for a lower bound, which win. */
  readonly over: { readonly near: RegExp; readonly bound: RegExp }
  /** Words for a little less than a figure, and words for an upper bound, which win. */
  readonly under: { readonly near: RegExp; readonly bound: RegExp }
  /** Words that make a target a ceiling: `högst 5`. */
  readonly ceiling: RegExp
  /** The beginning of the name of a share, up to its whole. */
  readonly share: RegExp
  /** The beginning of a name of a change; its first group is kept as the name of the change. */
  readonly changeOf: RegExp
  /** Names of increases and of decreases. */
  readonly increase: RegExp
  readonly decrease: RegExp
  /** The inflected ending of a word, which does not tell measures apart. */
  readonly ending: RegExp
}
