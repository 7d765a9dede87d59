/**
 * The output of a view: text fitted to the terminal, versioned JSON, or CSV for a spreadsheet.
 */
import { jsonText } from "@frist/domain/text/InertText"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import type { Session } from "./Session.ts"

interface View {
  readonly view: string
}

/** Returns the width of the terminal, and whether to use colour: on a terminal, unless NO_COLOR is set. */
export const canvas = () => ({
  width: process.stdout.isTTY ? Math.max(process.stdout.columns ?? 80, 20) : Number(process.env["COLUMNS"]) || 120,
  colour:
    (process.env["NO_COLOR"] ?? "") === "" &&
    (process.stdout.isTTY || !["", "0", undefined].includes(process.env["FORCE_COLOR"]))
})

/** Prints a view in the format of the session. `rows` returns the rows of the CSV. */
export const print = <V extends View>(
  { format, phrase }: Session,
  view: V,
  text: (view: V, phrase: Session["phrase"], on: ReturnType<typeof canvas>) => string,
  rows: (view: V) => ReadonlyArray<object>
) => {
  switch (format) {
    case "text":
      return Console.log(text(view, phrase, canvas()).trimEnd())
    case "json":
      return Console.log(jsonText(view, 2))
    case "csv":
      return Effect.flatMap(
        Effect.promise(() => import("@frist/reports/writers/text/CsvRows")),
        ({ csvText }) => Console.log(csvText(rows(view)).trimEnd())
      )
  }
}

/** Prints a text below what was printed before, unless it is empty. */
export const printBelow = (text: string) => (text === "" ? Effect.void : Console.log(`\n${text}`))
