/**
 * Words used instead of a date, or next to one.
 */
import { inKinds, itemsOf } from "./Lexicon.ts"
import { tidy } from "./TidyText.ts"

/** The longest words that state that there is no date. */
const longest = 60
/** The columns of a table repeat few words: the last answers are kept, so many at the most. */
const remembered = new Map<string, boolean>()
const mostRemembered = 1000

/** Returns whether words state that there is no date, or none yet: `ej satt`, `TBC`, `ikke fastsatt`. */
export const saysNoDate = (words: string): boolean => {
  if (words.length > longest) return false
  // A joined text is one of its own: a part of a document would keep the whole document in memory.
  const key = `= ${words}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const says = inKinds(tidy(words)).includes("<no-date>")
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, says)
  return says
}

/** Returns the words of a date that change nothing in it: `beräknat införande` of `Beräknat införande 2026`. */
export const wordsBeside = (words: string): string => {
  if (!/\p{L}/u.test(words)) return ""
  const text = tidy(words)
  return itemsOf(text)
    .flatMap(({ at, end, kinds }) => (kinds?.some(([kind]) => kind === "beside") === true ? [text.slice(at, end)] : []))
    .join(" ")
}
