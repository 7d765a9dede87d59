/**
 * The vocabulary of one table: without the words that mean a status in one language and something else in the one that
 * the table is written in. *Klar* is done in Swedish, and ready in Norwegian and Danish.
 */
import type { EditionTable } from "../../Edition.ts"
import { oncePer } from "../../vocabulary/Patterns.ts"
import type { StatusWords } from "../../vocabulary/statuses/StatusWords.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** The most rows that show a language, their most cells under unknown headings, and the most characters of a cell. */
const mostRows = 200
const mostUnknown = 30
const mostCharacters = 500

interface Marks {
  readonly letters: RegExp | null
  readonly words: ReadonlySet<string>
}

const marksOf = oncePer(({ statuses }: Vocabulary): ReadonlyArray<Marks> =>
  statuses.map(({ commonWords, letters }) => ({
    letters: letters === "" ? null : new RegExp(`[${letters}]`, "u"),
    words: new Set(commonWords)
  }))
)

/** The vocabularies made of one, by the languages that a table shows. */
const narrowedOf = oncePer(() => new Map<string, Vocabulary>())

/** Returns the vocabulary by which the status cells of a table are read. */
export const vocabularyOf = (table: EditionTable, vocabulary: Vocabulary): Vocabulary => {
  const disputed = vocabulary.statuses.some(({ otherMeanings }) => otherMeanings.length > 0)
  if (!disputed) return vocabulary
  const scores = scoresOf(table, vocabulary)
  const key = scores.join(" ")
  const known = narrowedOf(vocabulary).get(key)
  if (known !== undefined) return known
  const narrowed = narrowedBy(scores, vocabulary)
  narrowedOf(vocabulary).set(key, narrowed)
  return narrowed
}

/** Returns the rank of each language by how many cells and headings bear its marks: 0 for those that none does. */
const scoresOf = ({ headings, rows }: EditionTable, vocabulary: Vocabulary): ReadonlyArray<number> => {
  const marks = marksOf(vocabulary)
  const counts = marks.map(() => 0)
  const own = rows.slice(0, mostRows)
  const unknown = new Set(own.flatMap((row) => row.unknown.slice(0, mostUnknown).map(({ heading }) => heading)))
  for (const cells of [headings, [...unknown], ...own.map((row) => row.cells)]) {
    for (const cell of Object.values(cells)) {
      if (cell === null) continue
      const text = cell.slice(0, mostCharacters).normalize("NFC").toLowerCase()
      const words = text.split(/[^\p{L}]+/u)
      for (const [at, mark] of marks.entries()) {
        if (mark.letters?.test(text) === true || words.some((word) => mark.words.has(word)))
          counts[at] = (counts[at] ?? 0) + 1
      }
    }
  }
  const ranks = [...new Set([0, ...counts])].sort((a, b) => a - b)
  return counts.map((count) => ranks.indexOf(count))
}

/** Takes away the phrases that a language with at least as high a score gives another meaning. */
const narrowedBy = (scores: ReadonlyArray<number>, vocabulary: Vocabulary): Vocabulary => {
  const taken = (at: number): ReadonlySet<string> =>
    new Set(
      vocabulary.statuses.flatMap(({ otherMeanings }, other) => {
        const score = scores[other] ?? 0
        return score > 0 && score >= (scores[at] ?? 0) ? otherMeanings : []
      })
    )
  const statuses = vocabulary.statuses.map((language, at): StatusWords => {
    const others = taken(at)
    return others.size === 0
      ? language
      : { ...language, completed: language.completed.filter((phrase) => !others.has(phrase)) }
  })
  return statuses.every((language, at) => language === vocabulary.statuses[at])
    ? vocabulary
    : { ...vocabulary, statuses }
}
