/**
 * Rules of cells that hold more than one thing, or what belongs elsewhere.
 */
import { comparable } from "@frist/domain/ActivityLookup"
import { isClosed } from "@frist/domain/Status"
import { columns } from "../Edition.ts"
import { ofEachRow } from "./Rule.ts"
import { linesIn, sentencesIn, wordsIn } from "./Sentences.ts"

/** A line begins a thing of its own unless it goes on in lower case where the one above broke off. */
const itemsIn = (text: string): ReadonlyArray<string> =>
  linesIn(text).filter((line, i) => i === 0 || !/^\p{Ll}/u.test(line))

/** Several goals, a line each, in one cell of an open row: each is reached, or not, by itself. */
export const severalGoals = ofEachRow("SeveralGoals", ({ kind, reading }) =>
  kind !== "timeline" && !isClosed(reading.status) && reading.goal !== null && itemsIn(reading.goal).length > 1
    ? [{ column: "goal", words: reading.goal }]
    : []
)

/** What a party that answers for something is called: a part of a cell without such a word says what it is of. */
const role =
  /chef|ledare|ledning|ansvarig|ägare|team|kontor|grupp|projekt|samordnare|direktör|strateg|nämnd|styrelse|läkare|sköterska|specialist|controller|manager|director|owner|officer|head of|coordinator/iu
/** Those who are only heard or helped answer for nothing. */
const consulted =
  /(?<!\p{L})(?:i samråd med|med stöd av|med stöd från|i dialog med|in consultation with|supported by)(?!\p{L})/iu
const joint = /[\n,;/&+]|(?<![\p{L}-])(?:tillsammans med|och|samt|and|together with)(?!\p{L})/iu

const partiesIn = (text: string): ReadonlyArray<string> =>
  linesIn(text.replace(/\([^()]*\)/gu, " "))
    .flatMap((line) => (line.split(consulted)[0] ?? "").replace(/-\s+(?:och|and)\s/giu, "- "))
    .flatMap((line) => line.split(joint))
    .filter((party) => role.test(party))

/** Several parties answer together for an open row, and so perhaps none of them. */
export const severalResponsibles = ofEachRow("SeveralResponsibles", ({ kind, reading }) =>
  kind !== "timeline" &&
  !isClosed(reading.status) &&
  reading.responsible !== null &&
  partiesIn(reading.responsible).length > 1
    ? [{ column: "responsible", words: reading.responsible }]
    : []
)

/** `Har under året erbjudits`, but not `som har erbjudits`, which only says which ones. */
const tellsWhatWasDone = (sentence: string): boolean => {
  const words = wordsIn(sentence.toLowerCase())
  return (
    words[0] === "dock" ||
    words.some(
      (word, i) =>
        word === "har" &&
        words[i - 1] !== "som" &&
        words.slice(i + 1, i + 6).some((next) => /^\p{L}{2,}(?:ats|its|tts|rts)$|^kunnat$/u.test(next))
    )
  )
}

/** A follow-up told among the actions of an open row, or a cell that repeats its own heading. */
export const textInWrongColumn = ofEachRow("TextInWrongColumn", ({ kind, reading, row, table }) => {
  const told = isClosed(reading.status) ? [] : sentencesIn(reading.actions ?? "").filter(tellsWhatWasDone)
  const headed = columns.filter((column) => {
    const [first = "", second] = linesIn(row.cells[column] ?? "")
    const heading = table.headings[column]
    return heading !== null && second !== undefined && comparable(first) === comparable(heading)
  })
  return kind === "timeline"
    ? []
    : [
        ...(told.length === 0 ? [] : [{ column: "actions" as const, words: told.join(" ") }]),
        ...headed.map((column) => ({ column, words: row.cells[column] ?? "" }))
      ]
})
