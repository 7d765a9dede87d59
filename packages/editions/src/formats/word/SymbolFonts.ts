/**
 * The characters that the symbol fonts of office programs draw for codes of their own. Every empty box becomes ☐ and
 * every ticked or crossed box ☒, so that boxes read alike whatever font drew them.
 */

type SymbolFont = Readonly<Record<number, string>>

const wingdings: SymbolFont = {
  0x4a: "☺",
  0x4b: "😐",
  0x4c: "☹",
  0x6c: "●",
  0x6d: "❍",
  0x6e: "■",
  0x6f: "☐",
  0x70: "☐",
  0x71: "☐",
  0x72: "☐",
  0x76: "❖",
  0x78: "☒",
  0x9f: "•",
  0xa1: "○",
  0xa7: "▪",
  0xa8: "☐",
  0xd8: "➢",
  0xdf: "←",
  0xe0: "→",
  0xe1: "↑",
  0xe2: "↓",
  0xe8: "➔",
  0xfb: "✗",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☒"
}

const wingdings2: SymbolFont = {
  0x4f: "✗",
  0x50: "✓",
  0x51: "☒",
  0x52: "☒",
  0x53: "☒",
  0x54: "☒",
  0x97: "●",
  0x98: "●",
  0xa2: "■",
  0xa3: "☐"
}

const wingdings3: SymbolFont = { 0x70: "▲", 0x71: "▼" }

const webdings: SymbolFont = { 0x61: "✔", 0x63: "☐", 0x67: "■", 0x6e: "●", 0x72: "✖" }

const dingbats: SymbolFont = {
  0x33: "✓",
  0x34: "✔",
  0x35: "✕",
  0x36: "✖",
  0x37: "✗",
  0x38: "✘",
  0x6c: "●",
  0x6e: "■",
  0x6f: "☐",
  0x70: "☐",
  0x71: "☐",
  0x72: "☐"
}

const symbol: SymbolFont = {
  0x2d: "−",
  0xa3: "≤",
  0xad: "↑",
  0xae: "→",
  0xaf: "↓",
  0xb0: "°",
  0xb1: "±",
  0xb3: "≥",
  0xb7: "•",
  0xd6: "√"
}

const fonts: ReadonlyMap<string, SymbolFont> = new Map([
  ["wingdings", wingdings],
  ["wingdings 2", wingdings2],
  ["wingdings 3", wingdings3],
  ["webdings", webdings],
  ["zapfdingbats", dingbats],
  ["zapf dingbats", dingbats],
  ["monotype sorts", dingbats],
  ["symbol", symbol]
])

const anyFont: SymbolFont = { ...symbol, ...wingdings }

/** What is shown for a code that no table knows. */
const unknown = "\uFFFD"

const fontNamed = (name: string | null): SymbolFont | undefined =>
  name === null || name === "" ? anyFont : fonts.get(name.toLowerCase())

/** The private codes in which office programs store the characters of a symbol font. */
const lowByte = (code: number): number | undefined =>
  code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code < 0x100 ? code : undefined

/** Returns the character of a symbol by its font and its code in hexadecimal digits; U+FFFD if it is not known. */
export const symbolOf = (font: string | null, digits: string): string => {
  if (!/^[0-9a-f]{1,6}$/iu.test(digits)) return unknown
  const code = Number.parseInt(digits, 16)
  const low = lowByte(code)
  const table = fontNamed(font)
  if (low !== undefined && table !== undefined) return table[low] ?? unknown
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xf8ff)
  return isCharacter ? String.fromCodePoint(code) : unknown
}

const stored = /[\uF000-\uF0FF]/gu

/**
 * Returns a text with the private codes of a symbol font made characters. A single letter in a symbol font is a symbol
 * too; longer words in one are left as they are.
 */
export const inSymbolFont = (font: string | null, words: string): string => {
  const only = words.trim()
  const table = font === null ? undefined : fontNamed(font)
  if (table !== undefined && only.length === 1) {
    const shown = table[lowByte(only.charCodeAt(0)) ?? -1]
    if (shown !== undefined) return words.replace(only, shown)
  }
  if (!/[\uF000-\uF0FF]/u.test(words)) return words
  return words.replace(stored, (each) => symbolOf(font, each.charCodeAt(0).toString(16)))
}

const boxBullets: ReadonlyMap<string, string> = new Map([
  ["☐", "☐"],
  ["□", "☐"],
  ["☒", "☒"],
  ["☑", "☒"],
  ["✗", "✗"],
  ["✘", "✗"]
])

/** Returns what a bullet says of its line: a box or a cross. Other bullets only set lines apart. */
export const boxBullet = (bullet: string): string | undefined => boxBullets.get(bullet)
