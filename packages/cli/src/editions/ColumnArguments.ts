/**
 * Decisions on columns from arguments: `--column "Reviderad deadline=Ny tid"`.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import { decidable, headingKey } from "@frist/domain/plan/ColumnHeading"
import * as Text from "@frist/domain/text/Text"
import type { TakenColumn } from "@frist/editions/Edition"
import type { EditionColumn } from "@frist/editions/EditionColumn"
import type { ColumnDecision, ColumnDecisions } from "@frist/editions/ReadingOptions"
import { texts } from "@frist/reports/texts/Texts"
import { columnWords } from "@frist/reports/words/ColumnWords"
import * as Effect from "effect/Effect"
import { wrongUsage } from "../failures/Failure.ts"
import { enColumns } from "../texts/en/enColumns.ts"
import { svColumns } from "../texts/sv/svColumns.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"

/** The names of columns in every language, for comparison. A column's own name goes before the words for another. */
const named = new Map<string, EditionColumn | "none">([
  ...[svColumns, enColumns].flatMap(({ aliases }) =>
    decidable.flatMap((column) => aliases[column].map((word) => [comparable(word), column] as const))
  ),
  ...Object.values(texts).flatMap((each) =>
    decidable.map((column) => [comparable(columnWords(column, each)), column] as const)
  ),
  ...decidable.map((column) => [comparable(column), column] as const)
])

/** Reads the decisions as given; wrong usage for two of one heading, and for words that name no heading or no column. */
export const columnArguments = Effect.fnUntraced(function* (given: ReadonlyArray<string>, { text }: CommandPhrases) {
  const decisions = new Map<string, ColumnDecision>()
  for (const words of given) {
    const at = words.lastIndexOf("=")
    const heading = words.slice(0, Math.max(at, 0)).trim()
    const column = named.get(comparable(words.slice(at + 1)))
    if (at < 0 || column === undefined || heading === "" || Text.fault(heading) !== undefined) {
      const shown = decidable.map((each) => columnWords(each, text)).join(", ")
      return yield* wrongUsage(text.errors.notAColumn(words.slice(0, 200).toWellFormed(), shown))
    }
    const earlier = decisions.get(headingKey(heading))
    if (earlier !== undefined && earlier.column !== column) {
      return yield* wrongUsage(text.errors.twoColumnDecisions(heading.slice(0, 200).toWellFormed()))
    }
    decisions.set(headingKey(heading), { heading, column })
  }
  return [...decisions.values()]
})

/** Two headings of one table that are decided to be the same column. */
interface SameColumn {
  readonly first: string
  readonly second: string
  readonly column: EditionColumn
}

/**
 * Returns the first two headings of a table that decisions take for one column; `undefined` if there are none. Of new
 * deadlines there may be several.
 */
export const ofOneMeaning = (
  tables: ReadonlyArray<ReadonlyArray<TakenColumn>>,
  decisions: ColumnDecisions
): SameColumn | undefined => {
  for (const taken of tables) {
    const decided = new Map<string, string>()
    for (const { heading } of taken) {
      const column = decisions.get(headingKey(heading))
      if (column === undefined || column === "none" || column === "newDeadline") continue
      const first = decided.get(column)
      if (first !== undefined && headingKey(first) !== headingKey(heading)) return { first, second: heading, column }
      decided.set(column, heading)
    }
  }
  return undefined
}

/**
 * Returns the decisions with each heading as the document writes it; the heading itself where the document has none such.
 * Words that differ only in punctuation are the same heading, if there is only one.
 */
export const asWritten = (
  decisions: ReadonlyArray<ColumnDecision>,
  headings: ReadonlyArray<string>
): ReadonlyArray<ColumnDecision & { readonly isFound: boolean }> =>
  decisions.map(({ column, heading }) => {
    const same = headings.find((each) => headingKey(each) === headingKey(heading))
    const alike = new Set(headings.filter((each) => comparable(each) === comparable(heading)).map(headingKey))
    const only = headings.find((each) => alike.size === 1 && alike.has(headingKey(each)))
    const found = same ?? only
    return { column, heading: found ?? heading, isFound: found !== undefined }
  })
