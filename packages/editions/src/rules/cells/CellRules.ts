/**
 * Rules about cells that hold several values, or text that belongs in another column.
 */
import { columns } from "@frist/domain/plan/ColumnHeading"
import { comparable } from "@frist/domain/text/ComparableText"
import { isClosed } from "@frist/domain/Status"
import { ofEachRow } from "../Rule.ts"
import { cellLines, cellSentences, wordsIn } from "../Sentences.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** The items of a cell, one per line. A line in lower case continues the one above. */
const itemsIn = (text: string): ReadonlyArray<string> =>
  cellLines(text).filter((line, i) => i === 0 || !/^\p{Ll}/u.test(line))

/** Reports several goals in one cell of an open row: each is reached, or not, separately. */
export const severalGoals = ofEachRow("SeveralGoals", ({ kind, reading }) =>
  kind !== "timeline" && !isClosed(reading.status) && reading.goal !== null && itemsIn(reading.goal).length > 1
    ? [{ column: "goal", words: reading.goal }]
    : []
)

/** Reports several actions in one cell of an open row: of each nobody can say when it was done. */
export const severalActions = ofEachRow("SeveralActions", ({ kind, reading }) =>
  kind !== "timeline" && !isClosed(reading.status) && reading.actions !== null && itemsIn(reading.actions).length > 1
    ? [{ column: "actions", words: reading.actions }]
    : []
)

const patternsOf = oncePer(({ people, rows }: Vocabulary) => ({
  /** A part of a cell without such a word says what the responsibility is of. */
  role: new RegExp(anyOf(people.roles), "iu"),
  consulted: new RegExp(`(?<!\\p{L})${anyOf(people.consulted)}(?!\\p{L})`, "iu"),
  joint: new RegExp(`[\\n,;/&+]|(?<![\\p{L}-])${anyOf(people.joint)}(?!\\p{L})`, "iu"),
  halves: new RegExp(`-\\s+${anyOf(people.halves)}\\s`, "giu"),
  participle: new RegExp(`^${anyOf(rows.participles)}$`, "u")
}))

const partiesIn = (text: string, vocabulary: Vocabulary): ReadonlyArray<string> => {
  const { consulted, halves, joint, role } = patternsOf(vocabulary)
  return cellLines(text.replace(/\([^()]*\)/gu, " "))
    .flatMap((line) => (line.split(consulted)[0] ?? "").replace(halves, "- "))
    .flatMap((line) => line.split(joint))
    .filter((party) => role.test(party))
}

/** Reports an open row with several responsible parties: perhaps none of them answers for it. */
export const severalResponsibles = ofEachRow("SeveralResponsibles", ({ kind, reading }, { vocabulary }) =>
  kind !== "timeline" &&
  !isClosed(reading.status) &&
  reading.responsible !== null &&
  partiesIn(reading.responsible, vocabulary).length > 1
    ? [{ column: "responsible", words: reading.responsible }]
    : []
)

/** `Har under året erbjudits`, but not `som har erbjudits`, which only says which ones. */
const reportsWhatWasDone = (sentence: string, vocabulary: Vocabulary): boolean => {
  const { auxiliaries, relatives, reportOpeners } = vocabulary.rows
  const { participle } = patternsOf(vocabulary)
  const words = wordsIn(sentence.toLowerCase())
  return (
    reportOpeners.includes(words[0] ?? "") ||
    words.some(
      (word, i) =>
        auxiliaries.includes(word) &&
        !relatives.includes(words[i - 1] ?? "") &&
        words.slice(i + 1, i + 6).some((next) => participle.test(next))
    )
  )
}

/** Reports a follow-up among the actions of an open row, or a cell that repeats its own heading. */
export const textInWrongColumn = ofEachRow("TextInWrongColumn", ({ kind, reading, row, table }, { vocabulary }) => {
  if (kind === "timeline") return []
  const reports = isClosed(reading.status)
    ? []
    : cellSentences(reading.actions ?? "").filter((sentence) => reportsWhatWasDone(sentence, vocabulary))
  const headed = columns.filter((column) => {
    const [cell, heading] = [row.cells[column], table.headings[column]]
    if (cell === null || heading === null || !/[\r\n]/u.test(cell)) return false
    const [first = "", second] = cellLines(cell)
    return second !== undefined && comparable(first) === comparable(heading)
  })
  return [
    ...(reports.length === 0 ? [] : [{ column: "actions" as const, words: reports.join(" ") }]),
    ...headed.map((column) => ({ column, words: row.cells[column] ?? "" }))
  ]
})
