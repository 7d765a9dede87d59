/**
 * The Swedish words around figures.
 */
import type { MeasureVocabulary } from "./MeasureVocabulary.ts"

/** Swedish, the default. */
export const swedishMeasures: MeasureVocabulary = {
  over: { near: /drygt/iu, bound: /över|minst|mer än|fler än/iu },
  under: { near: /knappt|nästan/iu, bound: /under|högst|upp till|mindre än|färre än|max/iu },
  ceiling: /(?:högst|maximalt|max|färre än|mindre än|inte mer än|(?<!\p{L})under) \d/iu,
  share: /^andel /u,
  changeOf: /^(ökning|minskning) av /u,
  increase: /^ökning(?: av |$)/u,
  decrease: /^minskning(?: av |$)/u,
  ending: /(?<=.{4})(?:arna|erna|orna|ena|are|ar|er|or|en|et|an|na|n|a|e|r)$/u
}
