/**
 * Columns by the words of a language, where the log has their names in the program.
 */
import { decidable } from "@frist/domain/plan/ColumnHeading"
import type { Texts } from "../texts/Texts.ts"

type Decidable = (typeof decidable)[number]

const isDecidable = (column: string): column is Decidable => decidable.some((each) => each === column)

/** Returns the word for a column, as `--column` takes it: `Ny tid`. A heading of a document is its own. */
export const columnWords = (column: string, { report }: Texts): string =>
  isDecidable(column) ? report.column[column] : column

/** The column at the end of a decision: `--column "Nytt besked=newDeadline"`. */
const decided = new RegExp(`=(${decidable.join("|")})(?=["'](?: --column |$))`, "gu")

/** Returns `--column "Nytt besked=newDeadline"`, or several such decisions, with the words for the columns. */
export const decisionWords = (decisions: string, texts: Texts): string =>
  decisions.replace(decided, (_, column: string) => `=${columnWords(column, texts)}`)

/** The codes of findings whose words are decisions on columns. */
const ofDecisions: ReadonlySet<string> = new Set(["DateColumnNotRead", "NamesNotRead"])

/**
 * Returns the words of a finding, a part at a time. Decisions on columns are no words of the document: they are said to
 * be Frist's suggestion, and name the columns in the language.
 */
const partsOf = ({ code, words }: { readonly code: string; readonly words: string }, texts: Texts) =>
  ofDecisions.has(code) ? [texts.report.suggested, decisionWords(words, texts)] : [words]

/** Returns the words of a finding in a sentence. */
export const findingWords = (finding: { readonly code: string; readonly words: string }, texts: Texts): string =>
  partsOf(finding, texts).join(" ")

/** Returns the words of a finding after the column that has them; a decision is on a line of its own, to be copied. */
export const findingCell = (
  finding: { readonly code: string; readonly column: string | null; readonly words: string },
  texts: Texts,
  shorten: (words: string) => string
): string => {
  const words = partsOf(finding, texts).map(shorten).join("\n")
  return finding.column === null ? words : `${columnWords(finding.column, texts)}: ${words}`
}
