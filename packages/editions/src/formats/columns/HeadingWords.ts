/**
 * The words of a heading, and the part that each plays. Every word must be known: a heading with one that is not is
 * unknown.
 */
import { slugWords } from "@frist/domain/text/Slug"
import { oncePer } from "../../vocabulary/Patterns.ts"
import type { HeadingRole } from "../../vocabulary/headings/HeadingLanguage.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** The longest heading that is read, in characters and in words. */
const maxCharacters = 120
const maxWords = 12
/** The most words of a phrase. */
const maxPhrase = 6

interface Lexicon {
  readonly words: ReadonlyMap<string, HeadingRole>
  readonly firstParts: ReadonlyMap<string, HeadingRole>
  /** The first word of every phrase, so that most cells are passed over at once. */
  readonly firstWords: ReadonlySet<string>
}

const lexiconOf = oncePer(({ headings: { languages } }: Vocabulary): Lexicon => {
  const words = new Map<string, HeadingRole>()
  const firstParts = new Map<string, HeadingRole>()
  for (const language of languages) {
    for (const [into, from] of [
      [words, language.words],
      [firstParts, language.compounds]
    ] as const) {
      for (const [role, list] of Object.entries(from) as ReadonlyArray<[HeadingRole, ReadonlyArray<string>]>) {
        for (const word of list) if (!into.has(word)) into.set(word, role)
      }
    }
  }
  return { words, firstParts, firstWords: new Set([...words.keys()].map((phrase) => phrase.replace(/-.*$/u, ""))) }
})

/** A period in a heading: a year, a number, a quarter. */
const period = /^(?:\d{1,4}|(?:q|kv|t|h|s)\d)$/u

/**
 * Returns the words of a heading as slugs, as it is printed: broken over lines, in camel case, numbered, with marks of
 * footnotes. `%` and `#` are words.
 */
const slugsOf = (heading: string): ReadonlyArray<string> =>
  slugWords(
    heading
      .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, "")
      .replace(/^\s{0,9}(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]|[A-Za-z][.)])\s{0,9}(?=\S)/u, "")
      .replace(/(?<=\p{L})-[ \t]{0,8}[\r\n]{1,4}[ \t]{0,8}(?=\p{Ll})/gu, "")
      .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, " ")
      .replace(/%/gu, " percent ")
      .replace(/#|№|\bn[°º]/giu, " nr "),
    200
  )

/** Whether the first word of a text shows that it is no heading. Fast, because it runs for every cell. */
export const cannotBeHeading = (text: string, vocabulary: Vocabulary): boolean => {
  if (text.length > maxCharacters || text === "") return true
  const word = firstWordOf(text)
  if (word === null) return /^[\d\s.,:/-]+$/u.test(text)
  const lexicon = lexiconOf(vocabulary)
  return !lexicon.firstWords.has(word) && compound(word, lexicon) === undefined
}

/** The letters that headings are written in, without their accents. */
const folded: Readonly<Record<string, string>> = {
  å: "a",
  ä: "a",
  ö: "o",
  ø: "o",
  é: "e",
  è: "e",
  ê: "e",
  à: "a",
  ü: "u",
  ç: "c"
}

/** Returns the first word of a text as a slug; null where that takes a closer look. */
const firstWordOf = (text: string): string | null => {
  let word = ""
  let wasSmall = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isSmall = code >= 0x61 && code <= 0x7a
    if (isSmall) word += text[at]
    else if (code >= 0x41 && code <= 0x5a) {
      if (wasSmall) break
      word += String.fromCharCode(code | 0x20)
    } else if (code === 0x2d) return null
    else if (code < 0x80) break
    else {
      const letter = folded[text.charAt(at).toLowerCase()]
      if (letter === undefined) return null
      word += letter
    }
    wasSmall = isSmall
  }
  return word.length < 2 ? null : word
}

/** Texts that are asked about again at once: a row is looked at alone, and with those above and below. */
const asked = oncePer(() => new Map<string, ReadonlyArray<HeadingRole> | null>())
const mostAsked = 4096

/** Returns the roles of a heading's words in order; null if a word is unknown, or there is none. */
export const rolesOf = (heading: string, vocabulary: Vocabulary): ReadonlyArray<HeadingRole> | null => {
  if (cannotBeHeading(heading, vocabulary)) return null
  const known = asked(vocabulary)
  const answer = known.get(heading)
  if (answer !== undefined) return answer
  const roles = rolesIn(heading, vocabulary)
  if (known.size >= mostAsked) known.clear()
  known.set(heading, roles)
  return roles
}

const rolesIn = (heading: string, vocabulary: Vocabulary): ReadonlyArray<HeadingRole> | null => {
  const lexicon = lexiconOf(vocabulary)
  const tokens = slugsOf(heading)
  if (tokens.length === 0 || tokens.length > maxWords) return null
  return rolesFrom(tokens, lexicon) ?? rolesFrom(joinedAtBreaks(heading), lexicon)
}

/** Returns the words with every broken word joined: `Kom- mentar`, `Upp-följning`. */
const joinedAtBreaks = (heading: string): ReadonlyArray<string> =>
  heading.includes("-") ? slugsOf(heading.replace(/(?<=\p{L})-\s{0,8}(?=\p{Ll})/gu, "")) : []

const rolesFrom = (tokens: ReadonlyArray<string>, lexicon: Lexicon): ReadonlyArray<HeadingRole> | null => {
  const roles: Array<HeadingRole> = []
  let at = 0
  while (at < tokens.length) {
    const found = phraseAt(tokens, at, lexicon)
    if (found === undefined) return null
    roles.push(...found.roles)
    at += found.words
  }
  return roles.length === 0 ? null : roles
}

/** Returns the roles of the words of a heading that are known, whatever stands between them. */
export const rolesAmong = (heading: string, vocabulary: Vocabulary): ReadonlySet<HeadingRole> => {
  const lexicon = lexiconOf(vocabulary)
  const tokens = heading.length > maxCharacters ? [] : slugsOf(heading)
  const roles = new Set<HeadingRole>()
  let at = 0
  while (at < tokens.length) {
    const found = phraseAt(tokens, at, lexicon)
    for (const role of found?.roles ?? []) roles.add(role)
    at += found?.words ?? 1
  }
  return roles
}

/** Returns the longest known phrase that begins with a word, and how many words it takes. */
const phraseAt = (
  tokens: ReadonlyArray<string>,
  at: number,
  { firstParts, firstWords, words }: Lexicon
): { readonly roles: ReadonlyArray<HeadingRole>; readonly words: number } | undefined => {
  const most = firstWords.has(tokens[at] ?? "") ? Math.min(maxPhrase, tokens.length - at) : 0
  for (let count = most; count > 0; count--) {
    const role = words.get(tokens.slice(at, at + count).join("-"))
    if (role !== undefined) return { roles: [role], words: count }
  }
  const token = tokens[at] ?? ""
  if (period.test(token)) return { roles: ["period"], words: 1 }
  const roles = compound(token, { firstParts, words })
  return roles === undefined ? undefined : { roles, words: 1 }
}

/** Returns the roles of the two parts of a compound. */
const compound = (
  word: string,
  { firstParts, words }: Pick<Lexicon, "firstParts" | "words">
): ReadonlyArray<HeadingRole> | undefined => {
  for (let length = Math.min(word.length - 2, 16); length > 1; length--) {
    const first = firstParts.get(word.slice(0, length))
    const rest = first === undefined ? undefined : words.get(word.slice(length))
    if (first !== undefined && rest !== undefined && rest !== "harmless") return [first, rest]
  }
  return undefined
}
