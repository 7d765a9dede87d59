/**
 * The names of sheets: at most 31 characters, without the characters that Excel reserves, all different.
 */
const most = 31

/** Returns a valid name for each wanted one, in order. */
export const sheetNames = (wanted: ReadonlyArray<string>): ReadonlyArray<string> => {
  const taken = new Set<string>()
  return wanted.map((name, at) => {
    const plain = shortened(name.replace(/[[\]:*?/\\]|\p{Cc}/gu, " ").replace(/\s+/gu, " "), most) || String(at + 1)
    let own = plain
    for (let n = 2; taken.has(own.toLowerCase()); n += 1) own = `${shortened(plain, most - 4)} ${n}`
    taken.add(own.toLowerCase())
    return own
  })
}

/** Cuts a name at a word; no apostrophe at either end. */
const shortened = (name: string, length: number): string => {
  const whole = name.trim()
  const cut =
    whole.length <= length
      ? whole
      : whole
          .slice(0, length + 1)
          .replace(/(?<!\s)\s+\S*$/u, "")
          .slice(0, length)
  return cut
    .toWellFormed()
    .replace(/^'+|(?<!')'+$/gu, "")
    .replace(/(?<![\s,;–-])[\s,;–-]+$/u, "")
    .trim()
}
