/**
 * The rule about abbreviations with two meanings in one document: `VC` is a head of department and a health centre.
 */
import { columns } from "@frist/domain/plan/ColumnHeading"
import type { Rule, SeenRow } from "../Rule.ts"
import { cellSentences, wordsIn } from "../Sentences.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

const patternsOf = oncePer(({ abbreviations }: Vocabulary) =>
  abbreviations.map(({ meanings, short }) => ({
    short,
    meanings: meanings.map((meaning) => new RegExp(`^${anyOf([meaning])}`, "u"))
  }))
)

/** The most different words that are remembered. */
const mostWords = 100_000

const cellsOf = ({ row }: SeenRow) =>
  columns.flatMap((column) => {
    const words = row.cells[column]
    return words === null ? [] : [{ column, words }]
  })

/** Reports an abbreviation once a row, in its first sentence, if the document spells out both of its meanings. */
export const ambiguousAbbreviation: Rule = {
  code: "AmbiguousAbbreviation",
  look: ({ rows, vocabulary }) => {
    const abbreviations = patternsOf(vocabulary)
    const ambiguous = spelledOut(rows, abbreviations)
    if (ambiguous.length === 0) return []
    return rows.flatMap((on) => {
      const own = new Set(cellsOf(on).flatMap(({ words }) => wordsIn(words)))
      return ambiguous
        .filter(({ short }) => own.has(short))
        .flatMap(({ short }) => {
          const found = cellsOf(on)
            .flatMap(({ column, words }) => cellSentences(words).map((words) => ({ column, words })))
            .find(({ words }) => wordsIn(words).includes(short))
          return found === undefined ? [] : [{ on, column: found.column, words: `${short}: ${found.words}` }]
        })
    })
  }
}

type Abbreviations = ReturnType<typeof patternsOf>

/** Returns the abbreviations whose meanings the document all spells out. Looks at each different word once. */
const spelledOut = (rows: ReadonlyArray<SeenRow>, abbreviations: Abbreviations): Abbreviations => {
  const left = new Set(abbreviations.flatMap(({ meanings }) => meanings))
  const seen = new Set<string>()
  for (const { row } of rows) {
    for (const column of columns) {
      for (const word of wordsIn(row.cells[column] ?? "")) {
        const lower = word.slice(0, 30).toLowerCase()
        if (seen.has(lower)) continue
        if (seen.size < mostWords) seen.add(lower)
        for (const meaning of left) if (meaning.test(lower)) left.delete(meaning)
      }
    }
    if (left.size === 0) break
  }
  return abbreviations.filter(({ meanings }) => meanings.every((meaning) => !left.has(meaning)))
}
