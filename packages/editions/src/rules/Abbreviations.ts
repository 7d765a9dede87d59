/**
 * The rule about abbreviations with two meanings in one document: `VC` is a head of department and a health centre.
 */
import { columns } from "../Edition.ts"
import type { Rule, SeenRow } from "./Rule.ts"
import { cellSentences, wordsIn } from "./Sentences.ts"
import { anyOf, oncePer } from "../vocabulary/Patterns.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"

const patternsOf = oncePer(({ abbreviations }: Vocabulary) =>
  abbreviations.map(({ meanings, short }) => ({
    short,
    meanings: meanings.map((meaning) => new RegExp(`^${anyOf([meaning])}`, "u"))
  }))
)

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
    const spelled = new Set<RegExp>()
    const meanings = abbreviations.flatMap((each) => each.meanings)
    const held = rows.map((on) => {
      const own = new Set<string>()
      for (const { words } of cellsOf(on)) {
        for (const word of wordsIn(words)) {
          own.add(word)
          const lower = word.slice(0, 30).toLowerCase()
          for (const meaning of meanings) if (!spelled.has(meaning) && meaning.test(lower)) spelled.add(meaning)
        }
      }
      return { on, own }
    })
    const ambiguous = abbreviations.filter((each) => each.meanings.every((meaning) => spelled.has(meaning)))
    return held.flatMap(({ on, own }) =>
      ambiguous
        .filter(({ short }) => own.has(short))
        .flatMap(({ short }) => {
          const found = cellsOf(on)
            .flatMap(({ column, words }) => cellSentences(words).map((words) => ({ column, words })))
            .find(({ words }) => wordsIn(words).includes(short))
          return found === undefined ? [] : [{ on, column: found.column, words: `${short}: ${found.words}` }]
        })
    )
  }
}
