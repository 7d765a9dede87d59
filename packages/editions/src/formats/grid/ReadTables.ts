/**
 * The tables of a file that must have at least one: else the reason why not, with the head that was looked for.
 */
import type { EditionTable } from "../../Edition.ts"
import { isNameColumn } from "../../EditionColumn.ts"
import type { ReadingOptions } from "../../ReadingOptions.ts"
import type { HeadFound, Problem } from "../../UnreadableDocument.ts"
import { maxRows } from "../Limits.ts"
import { isSheetMark } from "../../answers/AskMark.ts"
import { chosenSheets } from "../columns/ChosenSheets.ts"
import type { Grid } from "./Grid.ts"
import { isRead, tablesIn } from "./GridTables.ts"
import { nearestHead } from "../columns/NearestHead.ts"

/** Why no table of a file is read. */
interface NotRead {
  readonly problem: Problem
  readonly detail: string
  readonly head: HeadFound | null
}

/** Reads the tables, or says why none is read. */
export const readTables = (
  all: ReadonlyArray<Grid>,
  options: ReadingOptions
): { readonly tables: ReadonlyArray<EditionTable> } | NotRead => {
  // Its rows are a plan's, and its headings ask: taken for an edition, it would register them again.
  if (all.some(isAnswerSheet)) return { problem: "answerSheet", detail: "", head: null }
  const sheets = chosenSheets(all, options)
  if ("problem" in sheets) {
    return { problem: sheets.problem, detail: shortList(sheets.names), head: null }
  }
  const { grids } = sheets
  const tables = tablesIn(all, options)
  if (!tables.some(isRead)) {
    const head = nearestHead(grids, options)
    const known = head?.columns.filter(({ column }) => column !== null).length ?? 0
    const isNamed = head?.columns.some(({ column }) => isNameColumn(column))
    const isDated = head?.columns.some(({ column }) => column === "deadline" || column === "newDeadline")
    const words = head?.columns.map(({ heading }) => heading.replace(/\s+/gu, " ").slice(0, 60)).slice(0, 6) ?? []
    return {
      problem: isNamed === true && isDated === false && known > 1 ? "noDeadline" : "noHeadings",
      detail: words.join(", ").toWellFormed(),
      head
    }
  }
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0)
  if (rows === 0) return { problem: "noRows", detail: "", head: null }
  return rows > maxRows ? { problem: "tooManyRows", detail: String(rows), head: null } : { tables }
}

const isAnswerSheet = ({ rows }: Grid): boolean =>
  rows.some(({ cells }) => {
    for (const { text } of cells.values()) if (isSheetMark(text)) return true
    return false
  })

const shortList = (names: ReadonlyArray<string>): string => names.join(", ").slice(0, 400).toWellFormed()
