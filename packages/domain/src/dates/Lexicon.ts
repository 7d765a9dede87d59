/**
 * Turns a text into the alphabet of the grammar: figures and signs stay, a word of any language becomes its kind, as
 * `3 juni 2024` becomes `3 <m6> 2024`. A word of several kinds gives several texts.
 */
import type { DateWords, WordKind } from "./DateWords.ts"
import { danishDates } from "./languages/danish.ts"
import { englishDates } from "./languages/english.ts"
import { finnishDates } from "./languages/finnish.ts"
import { frenchDates } from "./languages/french.ts"
import { germanDates } from "./languages/german.ts"
import { international } from "./languages/international.ts"
import { norwegianDates } from "./languages/norwegian.ts"
import { swedishDates } from "./languages/swedish.ts"
import { once } from "./Once.ts"

/** All languages, as bits. Texts of every language may contain English words, and letters of no language. */
const everyLanguage = -1
const languages: ReadonlyArray<readonly [DateWords, number]> = [
  [swedishDates, 1],
  [norwegianDates, 2],
  [danishDates, 4],
  [finnishDates, 8],
  [germanDates, 16],
  [frenchDates, 32],
  [englishDates, everyLanguage],
  [international, everyLanguage]
]

interface Node {
  readonly next: Map<string, Node>
  readonly kinds: Map<WordKind, number>
}

/** A word, a number, or one other character. `end` is the place after it. */
interface Token {
  readonly sort: "word" | "figures" | "sign"
  readonly text: string
  readonly at: number
  readonly end: number
}

/** A piece of the text in the alphabet of the grammar. */
interface Item {
  /** The possible kinds with their languages; null for figures, signs and unknown words. */
  readonly kinds: ReadonlyArray<readonly [WordKind, number]> | null
  readonly text: string
  readonly at: number
  readonly end: number
}

const isWord = (token: Token | undefined): boolean => token?.sort === "word"
const isSpace = (token: Token | undefined): boolean => token?.text === " "

/** Divides a text into tokens, one after another without gaps. */
const tokensOf = (text: string): ReadonlyArray<Token> => {
  const tokens: Array<Token> = []
  let at = 0
  for (const word of text.match(/\p{L}[\p{L}\p{M}]*|\d+|[^]/gu) ?? []) {
    const end = at + word.length
    tokens.push({ sort: sortOf(word), text: word, at, end })
    at = end
  }
  return tokens
}

const sortOf = (word: string): Token["sort"] => {
  const code = word.charCodeAt(0)
  if (code >= 0x30 && code <= 0x39) return "figures"
  const isLetter = code < 0x80 ? (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a : /^\p{L}/u.test(word)
  return isLetter ? "word" : "sign"
}

const plainLetters: Readonly<Record<string, string>> = { ø: "o", æ: "ae", ß: "ss" }
/** Returns a word as it is typed without marks: `hosten`. Shorter words than four letters need their marks. */
const withoutMarks = (word: string): string =>
  word.length < 4
    ? word
    : word
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .replace(/[øæß]/gu, (letter) => plainLetters[letter] ?? letter)

const node = (): Node => ({ next: new Map(), kinds: new Map() })

const add = (root: Node, words: string, kind: WordKind, language: number): void => {
  const tokens = tokensOf(words).filter((token) => !isSpace(token) && token.text !== ".")
  let at = root
  tokens.forEach(({ text }, index) => {
    const key = index === tokens.length - 1 && words.endsWith(".") ? `${text}.` : text
    const next = at.next.get(key) ?? node()
    at.next.set(key, next)
    at = next
  })
  at.kinds.set(kind, (at.kinds.get(kind) ?? 0) | language)
}

const lexicon = once(() => {
  const root = node()
  const unmarked: Array<readonly [string, WordKind, number]> = []
  for (const [words, language] of languages) {
    for (const [kind, list] of Object.entries(words) as ReadonlyArray<[WordKind, ReadonlyArray<string>]>) {
      for (const word of list) {
        add(root, word, kind, language)
        if (withoutMarks(word) !== word) unmarked.push([withoutMarks(word), kind, language])
      }
    }
  }
  // A word without its marks is that word only where no language has another of the same letters.
  const own = new Set(languages.flatMap(([words]) => Object.values(words).flat()))
  for (const [word, kind, language] of unmarked) if (!own.has(word)) add(root, word, kind, language)
  const endings = new Set(languages.flatMap(([words]) => words.ending ?? []))
  return { root, endings }
})

/** The longest word after which a full stop is part of an abbreviation. */
const longestAbbreviation = 6

/** Returns the longest known phrase that begins with this token. */
const phraseAt = (
  tokens: ReadonlyArray<Token>,
  start: number
): { readonly node: Node; readonly next: number } | null => {
  let found: { readonly node: Node; readonly next: number } | null = null
  let [at, current] = [start, lexicon().root]
  while (at < tokens.length) {
    const word = tokens[at]
    if (word === undefined) break
    const dotted = isWord(word) && tokens[at + 1]?.text === "."
    const withDot = dotted ? current.next.get(`${word.text}.`) : undefined
    const without = current.next.get(word.text)
    const next = withDot ?? without
    if (next === undefined) break
    const takesDot = dotted && (withDot !== undefined || word.text.length <= longestAbbreviation)
    current = next
    at += takesDot ? 2 : 1
    if (current.kinds.size > 0) found = { node: current, next: at }
    if (isSpace(tokens[at])) at++
  }
  return found
}

/** Returns the items of a text that is tidy: lower case, single spaces. */
export const itemsOf = (text: string): ReadonlyArray<Item> => {
  const tokens = tokensOf(text)
  const items: Array<Item> = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (token === undefined) break
    const ending = endingAt(tokens, at)
    const phrase = isWord(token) || token.text === "&" || token.text === "+" ? phraseAt(tokens, at) : null
    const next = ending ?? phrase?.next ?? at + 1
    const end = tokens[next - 1]?.end ?? token.end
    items.push(
      ending !== null
        ? { kinds: null, text: `${token.text}.`, at: token.at, end }
        : phrase !== null
          ? { kinds: [...phrase.node.kinds], text: "", at: token.at, end }
          : { kinds: null, text: token.text.replace(/[<>]/u, "¤"), at: token.at, end }
    )
    at = next
  }
  return items
}

/** Returns the place after figures with an ordinal ending: `1:a`, `3rd`; null if these are none. */
const endingAt = (tokens: ReadonlyArray<Token>, at: number): number | null => {
  const figures = tokens[at]
  if (figures?.sort !== "figures" || figures.text.length > 2) return null
  const next = tokens[at + 1]?.text === ":" ? at + 2 : at + 1
  return isWord(tokens[next]) && lexicon().endings.has(tokens[next]?.text ?? "") ? next + 1 : null
}

/** The most texts that one text gives: more are not tried, and none is read. */
const mostTexts = 24

/**
 * Returns the text in the alphabet of the grammar, once for each way to take its words that no two languages contradict.
 * Returns none where a word is unknown.
 */
export const inKinds = (text: string): ReadonlyArray<string> => {
  let texts: ReadonlyArray<{ readonly text: string; readonly shared: number }> = [{ text: "", shared: everyLanguage }]
  for (const { kinds, text: own } of itemsOf(text)) {
    if (kinds === null && /^\p{L}/u.test(own)) return []
    const ways = kinds ?? [[null, everyLanguage] as const]
    texts = texts.flatMap(({ shared, text: before }) =>
      ways.flatMap(([kind, spoken]) =>
        (shared & spoken) === 0 ? [] : [{ text: before + (kind === null ? own : `<${kind}>`), shared: shared & spoken }]
      )
    )
    if (texts.length === 0 || texts.length > mostTexts) return []
  }
  return texts.map((each) => each.text)
}

/** A text in the alphabet of the grammar with the places of its pieces in the original. */
interface PlacedText {
  readonly text: string
  /** The place in the original of the item that begins at this place of the text. */
  readonly begin: (place: number) => number
  readonly end: (place: number) => number
}

/** The kinds that a word of running text has only where it has no other. */
const unlikely = /^(?:feast|d\d)$/u
const likeliest = (kinds: ReadonlyArray<readonly [WordKind, number]>): string =>
  (kinds.find(([kind]) => !unlikely.test(kind)) ?? kinds[0])?.[0] ?? ""

/** Returns running text in the alphabet of the grammar; unknown words stay. A word of several kinds is taken as one. */
export const placed = (text: string): PlacedText => {
  const items = itemsOf(text)
  const written = items.map((item) => (item.kinds === null ? item.text : `<${likeliest(item.kinds)}>`))
  // Most texts hold no date, and nobody asks for a place in them.
  const places = once(() => {
    const begins = new Map<number, number>()
    const ends = new Map<number, number>()
    let length = 0
    items.forEach(({ at, end }, nth) => {
      begins.set(length, at)
      length += written[nth]?.length ?? 0
      ends.set(length, end)
    })
    return { begins, ends }
  })
  return {
    text: written.join(""),
    begin: (place) => places().begins.get(place) ?? 0,
    end: (place) => places().ends.get(place) ?? text.length
  }
}
