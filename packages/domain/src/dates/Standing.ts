/**
 * Words that stand in place of a date or beside it.
 */
import { inKinds, itemsOf } from "./Lexicon.ts"
import { tidy } from "./TidyText.ts"

/** The longest words that state that there is no date. */
const longest = 60

/** Returns whether words state that there is no date, or none yet: `ej satt`, `TBC`, `ikke fastsatt`. */
export const saysNoDate = (words: string): boolean =>
  words.length <= longest && inKinds(tidy(words)).includes("<no-date>")

/** Returns the words of a date that change nothing in it: `beräknat införande` of `Beräknat införande 2026`. */
export const wordsBeside = (words: string): string => {
  const text = tidy(words)
  return itemsOf(text)
    .flatMap(({ at, end, kinds }) => (kinds?.some(([kind]) => kind === "beside") === true ? [text.slice(at, end)] : []))
    .join(" ")
}
