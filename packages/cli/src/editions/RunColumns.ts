/**
 * `frist import --columns`: how each column of a document is taken. Records nothing.
 */
import { jsonText } from "@frist/domain/text/InertText"
import type { TakenColumn } from "@frist/editions/Edition"
import type { UnreadableDocument } from "@frist/editions/UnreadableDocument"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { canvas } from "../Output.ts"
import type { ColumnsView } from "./EditionViews.ts"
import type { Session } from "../Session.ts"
import { columnsText } from "../terminal/import/ColumnsText.ts"

interface Table {
  readonly name: string
  readonly kind: "activities" | "completed" | "timeline" | null
  readonly columns: ReadonlyArray<TakenColumn>
}

/**
 * Prints the columns of the tables that are read, or those of the row that looks most like a head in a document without
 * such a table, with the reason.
 */
export const printColumns = Effect.fnUntraced(function* (
  document: string,
  tables: ReadonlyArray<Table>,
  problem: UnreadableDocument | null,
  { format, phrase }: Session
) {
  const sentence = problem === null ? null : phrase.text.problems[problem.problem](problem.document, "")
  if (format === "json") {
    const view: ColumnsView = {
      view: "frist/columns",
      version: 1,
      document,
      problem: sentence,
      tables: tables.map(({ columns, kind, name }) => ({ name, kind, columns: [...columns] }))
    }
    return yield* Console.log(jsonText(view, 2))
  }
  yield* Console.log(columnsText(tables, phrase, canvas()))
  yield* Console.log(`\n${[...(sentence === null ? [] : [sentence]), phrase.text.columns.nothingStored].join(" ")}`)
})
