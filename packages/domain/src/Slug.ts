/**
 * A text as a part of an id.
 */

/** Returns a text in small letters without accents. */
const plain = (text: string): string =>
  isAscii(text)
    ? text.toLowerCase()
    : text
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/ø/gu, "o")
        .replace(/æ/gu, "ae")
        .replace(/ß/gu, "ss")

const isAscii = (text: string): boolean => /^[ -~]*$/.test(text)

/** Returns the words of a text as an id: `Öppna upp, Hemvist` becomes `oppna-upp-hemvist`. May be empty. */
export const slug = (text: string, most = 60): string => {
  const words = plain(text)
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== "")
  let joined = ""
  for (const word of words) {
    const next = joined === "" ? word : `${joined}-${word}`
    if (next.length > most) break
    joined = next
  }
  return joined === "" ? (words[0] ?? "").slice(0, most) : joined
}
