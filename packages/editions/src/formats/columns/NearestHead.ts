/**
 * The row of a refused file that looks most like a head: what each heading was taken for, and what is missing.
 */
import { mayHoldDate, type TakenColumn } from "../../Edition.ts"
import { columnsOfNames } from "../../EditionColumn.ts"
import type { ReadingOptions } from "../../ReadingOptions.ts"
import type { HeadFound } from "../../UnreadableDocument.ts"
import { swedishHealthCare } from "../../vocabulary/swedishHealthCare.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { readStatus } from "../../reading/StatusReading.ts"
import { mayBeDeadline } from "./HeadTest.ts"
import { decisionFor } from "./ColumnSuggestion.ts"
import type { Reading } from "./TableHead.ts"
import { contentOf } from "./ColumnContent.ts"
import { type Grid, type GridRow, textsOf } from "../grid/Grid.ts"
import { choiceFor } from "./HeadingRows.ts"
import { type Meaning, senseOf } from "./HeadingSense.ts"
import { unreadNames } from "./UnreadNames.ts"

/** The rows of each table that are looked at, and the tables of a file. */
const maxRows = 200
const maxGrids = 200

/** Meanings that a head needs, which count double. */
const telling: ReadonlySet<Meaning> = new Set([
  "actions",
  "goal",
  "area",
  "name",
  "due",
  "time",
  "original",
  "revised",
  "status"
])

/** Returns the row that looks most like a head; null if no row has two texts. */
export const nearestHead = (
  grids: ReadonlyArray<Grid>,
  { columns = new Map(), vocabulary = swedishHealthCare }: ReadingOptions
): HeadFound | null => {
  let best: { readonly grid: Grid; readonly at: number; readonly score: number } | undefined
  for (const grid of grids.slice(0, maxGrids)) {
    for (const [at, row] of grid.rows.slice(0, maxRows).entries()) {
      const score = scoreOf(row, at, vocabulary)
      if (score > (best?.score ?? 0)) best = { grid, at, score }
    }
  }
  const row = best?.grid.rows[best.at]
  if (best === undefined || row === undefined) return null
  const below = best.grid.rows.slice(best.at + 1, best.at + 1 + maxRows)
  const { taken } = choiceFor(row, { columns, vocabulary }, below)
  const sheet = grids.length > 1 ? best.grid.name : null
  return { sheet, line: row.line, columns: withSubject(taken, below, vocabulary) }
}

/** Counts known headings; a row without any counts for a little if it is early and made of several short words. */
const scoreOf = (row: GridRow, at: number, vocabulary: Vocabulary): number => {
  const texts = textsOf(row)
  if (texts.length < 2) return 0
  let known = 0
  for (const text of texts) {
    // `22 Days` and `Week 3` are cells of a row, though their words are known.
    const sense = /\d/u.test(text) ? null : senseOf(text, vocabulary)
    if (sense !== null) known += telling.has(sense.meaning) ? 2 : 1
  }
  const short = texts.filter((text) => text.length <= 60 && !/\d{2}/u.test(text)).length
  return known > 0 ? known + known / texts.length : at < 20 && short === texts.length ? short / (100 + at) : 0
}

/** Suggests what would make a head of a row: a column for the name of a row, and what the others are for. */
const withSubject = (
  all: ReadonlyArray<TakenColumn>,
  below: ReadonlyArray<GridRow>,
  vocabulary: Vocabulary
): ReadonlyArray<TakenColumn> => {
  const names = unreadNames(all, below)
  const taken = withCompletion(all, below, vocabulary).map((each) => {
    const name = names.get(each.at)
    return name === undefined || name === each.column ? each : { ...each, suggested: name }
  })
  if (names.size > 0) return taken
  const has = (...wanted: ReadonlyArray<string>) =>
    taken.some(({ column }) => column !== null && wanted.includes(column))
  // A list, or a board of risks or of texts, is read once a person says that its rows are things to be done.
  if (has("actions") && !has("deadline", "newDeadline") && !taken.some(mayBeDeadline)) {
    return taken.map((each) => (each.column === "actions" ? { ...each, suggested: "actions" } : each))
  }
  if (has(...columnsOfNames)) return taken
  let best: { readonly at: number; readonly worth: number } | undefined
  for (const { at, column, how, suggested } of taken) {
    if (column !== null || how === "decision" || (suggested !== null && suggested !== "followUp")) continue
    const { dates, distinct, filled } = contentOf(below, at, vocabulary)
    const worth = dates > 0.3 ? 0 : distinct + filled / 100
    if (worth > (best?.worth ?? 0)) best = { at, worth }
  }
  return taken.map((each) => (each.at === best?.at ? { ...each, suggested: "actions" } : each))
}

/** The least rows that are not done and have no date, for the dates to be those of completion. */
const leastOpen = 2

/** Suggests the day of completion for a column with dates in the rows that are done, and in no others. */
const withCompletion = (
  taken: ReadonlyArray<TakenColumn>,
  below: ReadonlyArray<GridRow>,
  vocabulary: Vocabulary
): ReadonlyArray<TakenColumn> => {
  const status = taken.find(({ column }) => column === "status")
  if (status === undefined || !taken.some(mayBeDeadline)) return taken
  const rows = below.map(({ cells }) => ({
    cells,
    isDone: readStatus(cells.get(status.at)?.text ?? "", vocabulary).status._tag === "Completed"
  }))
  return taken.map((each) => {
    if (!mayBeDeadline(each)) return each
    const isFilled = ({ cells }: (typeof rows)[number]) => (cells.get(each.at)?.text ?? "").trim() !== ""
    const dated = rows.filter(isFilled)
    const open = rows.filter((row) => !isFilled(row) && !row.isDone && row.cells.get(status.at) !== undefined)
    const isOfDone = dated.length > 0 && dated.every(({ isDone }) => isDone) && open.length >= leastOpen
    return isOfDone ? { ...each, suggested: "completedOn" } : each
  })
}

/**
 * Returns the decisions that would make heads of rows in tables without one: those that name a row and its status, and
 * have a column that may hold the deadline. By the name of the table.
 */
export const askedIn = (
  grids: ReadonlyArray<Grid>,
  { columns, heads, vocabulary }: Reading
): ReadonlyMap<string, ReadonlyArray<string>> => {
  const asked = new Map<string, ReadonlyArray<string>>()
  for (const { name, rows } of grids.slice(0, maxGrids)) {
    if (rows.some((row) => heads.has(row))) continue
    for (const [at, row] of rows.slice(0, maxRows).entries()) {
      if (scoreOf(row, at, vocabulary) < 4) continue
      const { columns: chosen, taken } = choiceFor(row, { columns, vocabulary }, rows.slice(at + 1, at + 1 + maxRows))
      const has = new Set<string>(chosen.values())
      const isAsked = has.has("status") && (has.has("actions") || has.has("goal")) && taken.some(mayHoldDate)
      if (isAsked) asked.set(name ?? "", taken.filter(mayHoldDate).map(decisionFor))
      if (isAsked) break
    }
  }
  return asked
}
