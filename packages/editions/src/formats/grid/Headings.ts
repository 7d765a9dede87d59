/**
 * The column that a heading names, and the kind of table that a title names, whatever their order, case and accents.
 */
import type { EditionColumn, TableKind } from "../../Edition.ts"
import { slug } from "@frist/domain/Slug"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary, WordPattern } from "../../vocabulary/Vocabulary.ts"

/** A column of an edition, or the column that names a row's table. */
export type HeadingColumn = EditionColumn | "table"

const variants = (letter: string): ReadonlyArray<string> => [...({ a: "aåä", o: "oö" }[letter] ?? letter)]

const beginning = (words: ReadonlyArray<WordPattern>) => new RegExp(`^${anyOf(words)}`, "u")

const patternsOf = oncePer(({ headings: { columns, mentions, titles } }: Vocabulary) => {
  const columnOf = new Map(
    (Object.keys(columns) as ReadonlyArray<HeadingColumn>).flatMap((column) =>
      columns[column].map((word) => [word, column] as const)
    )
  )
  const kinds: ReadonlyArray<readonly [RegExp, TableKind]> = [
    [beginning(titles.timeline), "timeline"],
    [beginning(titles.completed), "completed"],
    [beginning(titles.activities), "activities"]
  ]
  return {
    columnOf,
    beginnings: new Set(
      [...columnOf.keys()].flatMap((word) =>
        variants(word.charAt(0)).flatMap((first) => variants(word.charAt(1)).map((second) => first + second))
      )
    ),
    kinds,
    timeline: new RegExp(`(?:^|-)${anyOf(mentions.timeline)}`, "u"),
    ongoing: new RegExp(`(?:^|-)${anyOf(mentions.ongoing)}`, "u"),
    completed: new RegExp(`(?:^|-)${anyOf(mentions.completed)}(?:-|$)`, "u"),
    activities: new RegExp(`(?:^|-)${anyOf(mentions.activities)}`, "u")
  }
})

/** Returns the column a heading names, or `undefined`. */
export const columnNamed = (heading: string, vocabulary: Vocabulary): HeadingColumn | undefined =>
  patternsOf(vocabulary).columnOf.get(slug(heading))

/** Returns true when the first letters show that a text is not a heading. A fast check, because it runs for every cell. */
const cannotBeHeading = (text: string, beginnings: ReadonlySet<string>): boolean =>
  beginnings.has(text.slice(0, 2).toLowerCase())
    ? /^[^(]*\d/u.test(text)
    : isDigitOrSwedishLetter(text.charCodeAt(0)) && isDigitOrSwedishLetter(text.charCodeAt(1))

/** Returns true for a digit, a letter from A to Z, å, ä or ö. */
const isDigitOrSwedishLetter = (code: number): boolean => {
  const lower = code | 0x20
  const isLetter = (lower >= 0x61 && lower <= 0x7a) || lower === 0xe4 || lower === 0xe5 || lower === 0xf6
  return (code >= 0x30 && code <= 0x39) || (isLetter && code < 0x100)
}

/**
 * Returns the column that a heading names as it is printed: broken in a narrow column, or explained in brackets
 * (`Upp-\nföljning`, `Tid (månad)`).
 */
export const columnShown = (heading: string, vocabulary: Vocabulary): HeadingColumn | undefined => {
  if (heading.length > 80 || cannotBeHeading(heading, patternsOf(vocabulary).beginnings)) return undefined
  const words = heading.replace(/\u00AD/gu, "").replace(/\([^()]*\)/gu, " ")
  return (
    columnNamed(words, vocabulary) ?? columnNamed(words.replace(/-\s*\n?\s*/gu, "").replace(/\n/gu, " "), vocabulary)
  )
}

/**
 * Returns the kind of table that a title mentions anywhere in its words; null if it mentions none or several. A
 * milestone trend is no timeline.
 */
export const kindMentioned = (title: string, vocabulary: Vocabulary): TableKind | null => {
  const found = kindNamed(title, vocabulary)
  if (found !== null || title.length > 100) return found
  const { activities, completed, ongoing, timeline } = patternsOf(vocabulary)
  const words = slug(title, 200)
  const mentioned = new Set<TableKind>()
  if (timeline.test(words)) mentioned.add("timeline")
  if (ongoing.test(words)) mentioned.add("activities")
  else if (completed.test(words)) mentioned.add("completed")
  else if (activities.test(words)) mentioned.add("activities")
  const [only] = mentioned
  return mentioned.size === 1 ? (only ?? null) : null
}

/** Returns the kind of table that a title begins with; null if it begins with none. */
export const kindNamed = (title: string, vocabulary: Vocabulary): TableKind | null =>
  patternsOf(vocabulary).kinds.find(([pattern]) => pattern.test(slug(title)))?.[1] ?? null
