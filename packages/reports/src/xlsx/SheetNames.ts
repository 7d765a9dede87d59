/**
 * Names of sheets: short, without the signs that spreadsheets keep for themselves, and no two alike.
 */
const most = 31

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

/** Cut at a word, and not begun or ended by an apostrophe. */
const shortened = (name: string, length: number): string => {
  const whole = name.trim()
  const cut =
    whole.length <= length
      ? whole
      : whole
          .slice(0, length + 1)
          .replace(/\s+\S*$/u, "")
          .slice(0, length)
  return cut
    .toWellFormed()
    .replace(/^'+|'+$/gu, "")
    .replace(/[\s,;–-]+$/u, "")
    .trim()
}
