/**
 * The rule about a document whose own text does not tell it from its other editions.
 */
import { expressionsIn } from "@frist/domain/dates/DateReading"
import type { Rule } from "../Rule.ts"
import { sayingsOf } from "../Sayings.ts"

/** The most lines that are looked at, and the longest. */
const [mostLines, longest] = [200, 1000]

/** Reports a document whose text above its tables has no date, number or author. A document without text is a mere table. */
export const documentUnidentified: Rule = {
  code: "DocumentUnidentified",
  look: ({ rows: [on], texts, vocabulary }) => {
    const { beforeAuthor, beforeNumber } = sayingsOf(vocabulary)
    const lines = texts.slice(0, mostLines).map((line) => line.slice(0, longest))
    const isIdentified = lines.some(
      (line) =>
        expressionsIn(line, 1).length > 0 || beforeAuthor.test(line) || (beforeNumber.test(line) && /\d/u.test(line))
    )
    const [first] = lines
    return on === undefined || first === undefined || isIdentified
      ? []
      : [{ on, of: "edition", column: null, words: first }]
  }
}
