/**
 * Whole answers that are neither a status, a date nor news, in one language. Compared in lower case, without the sign that
 * ends a sentence.
 */
import type { WordPattern } from "../WordPattern.ts"

/** The answers of a language, by what they say. */
export interface AnswerWords {
  /** Nothing has changed: `oförändrat`, `samma`. */
  readonly unchanged: ReadonlyArray<WordPattern>
  /** There is nothing to tell: `nej`, `inget nytt`. */
  readonly nothing: ReadonlyArray<WordPattern>
  /** The question does not apply: `ej aktuellt`, `n/a`. */
  readonly notApplicable: ReadonlyArray<WordPattern>
  /** A yes without more: `ja`, `ok`. */
  readonly yes: ReadonlyArray<WordPattern>
  /** Whoever answers does not know: `vet ej`. */
  readonly unknown: ReadonlyArray<WordPattern>
  /** The answer is somewhere else: `se ovan`, `samma som raden ovan`. */
  readonly elsewhere: ReadonlyArray<WordPattern>
}
