/**
 * Remarks on a table as a whole: columns that are not read, hidden ones, and what many rows have in common.
 */
import { type EditionRemark, mayHoldDate, type TakenColumn } from "../../Edition.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { decisionFor } from "../columns/ColumnSuggestion.ts"
import type { TableHead } from "../columns/TableHead.ts"
import { unreadNames } from "../columns/UnreadNames.ts"
import { type GridRow, type Observation, remarkOn } from "./Grid.ts"
import type { BuiltRow } from "./GridRows.ts"
import { colourWords } from "./Hues.ts"
import type { GridSection } from "./Sections.ts"

/** Warns of a column that may hold a date of the row, with the decision that would take it. */
const dateColumnNotRead = (taken: TakenColumn): ReadonlyArray<EditionRemark> =>
  mayHoldDate(taken) ? [{ code: "DateColumnNotRead", column: null, words: decisionFor(taken) }] : []

/** Warns of columns that name rows, or tell them apart, with the decisions that would take them. */
const namesNotRead = ({ taken }: TableHead, rows: ReadonlyArray<GridRow>): ReadonlyArray<EditionRemark> => {
  const names = unreadNames(taken, rows)
  const words = taken.flatMap((each) => {
    const suggested = names.get(each.at)
    return suggested === undefined || suggested === each.column ? [] : [decisionFor({ ...each, suggested })]
  })
  return words.length === 0 ? [] : [{ code: "NamesNotRead", column: null, words: words.join(" ") }]
}

/** Returns what was seen as remarks on no column. */
export const remarksOf = (seen: ReadonlyArray<Observation>): ReadonlyArray<EditionRemark> =>
  seen.map((each) => remarkOn(null, each))

/** Returns what is to be remarked on a table as a whole. */
export const tableRemarks = (
  section: GridSection & { readonly named: ReadonlyArray<GridRow> },
  head: TableHead,
  built: ReadonlyArray<BuiltRow>,
  vocabulary: Vocabulary
): ReadonlyArray<EditionRemark> => {
  const remarks = [
    ...head.taken.flatMap(dateColumnNotRead),
    ...namesNotRead(head, section.named),
    ...remarksOf(section.seen)
  ]
  for (const [at, heading] of head.headings) {
    const isHidden = section.hiddenColumns.some(([first, last]) => at >= first && at <= last)
    const column = head.columns.get(at)
    if (isHidden && section.rows.some((row) => (row.cells.get(at)?.text ?? "") !== ""))
      remarks.push({ code: "HiddenColumn", column: column === "table" ? null : (column ?? null), words: heading })
  }
  return [...remarks, ...rowsRemarks(built, vocabulary)]
}

/** Makes one remark for each colour, and one for days outside the columns of dates, however many rows have them. */
export const rowsRemarks = (built: ReadonlyArray<BuiltRow>, vocabulary: Vocabulary): ReadonlyArray<EditionRemark> => {
  const days = Map.groupBy(
    built.flatMap(({ hiddenDays }) => hiddenDays),
    ({ column }) => column
  )
  const dated = Array.from(days, ([column, [first, ...others]]) => ({
    code: "DateFromSerial" as const,
    column,
    words: others.length === 0 ? (first?.words ?? "") : `${first?.words ?? ""} … ×${others.length + 1}`
  }))
  const assumed = new Map<string, string>()
  for (const { assumed: each } of built) if (each !== null) assumed.set(each.colour, each.words)
  const coloured = Array.from(assumed, ([colour, words]) => ({
    code: "StatusByColour" as const,
    column: "status" as const,
    words: `${colour} = ${words}`
  }))
  const bands = new Set(built.flatMap(({ band }) => band ?? []))
  const unexplained = Array.from(bands, (colour) => ({
    code: "ColourUnknown" as const,
    column: null,
    words: colourWords(colour, vocabulary)
  }))
  return [...dated, ...coloured, ...unexplained]
}
