/**
 * A text as a part of an id.
 */

/** The letters of Northern Europe without their marks. Most texts have no others, and need no Unicode. */
const unmarked: Readonly<Record<string, string>> = {
  å: "a",
  ä: "a",
  á: "a",
  à: "a",
  æ: "ae",
  ç: "c",
  é: "e",
  è: "e",
  ê: "e",
  ö: "o",
  ø: "o",
  ß: "ss",
  ü: "u"
}

const known = /^[ -~åäáàæçéèêöøßü]*$/

/** Returns a text in small letters without accents. */
const plain = (text: string): string => {
  const lower = text.toLowerCase()
  return known.test(lower) ? lower.replace(/[^ -~]/g, letterOf) : folded(text)
}

const letterOf = (marked: string): string => unmarked[marked] ?? marked

const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[øæß]/gu, letterOf)

/**
 * Returns the words of a text as they are written in an id, as many as fit into `most` characters with hyphens between
 * them. A first word that is longer is cut.
 */
export const slugWords = (text: string, most = 60): ReadonlyArray<string> => {
  const words = plain(text).match(/[a-z0-9]+/g) ?? []
  let length = -1
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ""
    length += word.length + 1
    if (length > most) return at === 0 ? [word.slice(0, most)] : words.slice(0, at)
  }
  return words
}

/** Returns the words of a text as an id: `Öppna upp, Hemvist` becomes `oppna-upp-hemvist`. May be empty. */
export const slug = (text: string, most = 60): string => slugWords(text, most).join("-")
