/**
 * Columns that are not read and name rows, or tell rows of one name apart: sub-activities beside activities, numbers without
 * a heading. They are put to a person; nothing is read by them.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { TakenColumn } from "../../Edition.ts"
import { columnsOfNames, type EditionColumn, isNameColumn } from "../../EditionColumn.ts"
import type { GridCell, GridRow } from "../grid/Grid.ts"

/** The least rows that have their name in a column that is not read, and the least share of all rows. */
const leastRows = 3
const leastShare = 0.1

/** Returns what columns should be read as, by place, so that each row has a name of its own; empty if all have. */
export const unreadNames = (
  taken: ReadonlyArray<TakenColumn>,
  rows: ReadonlyArray<GridRow>
): ReadonlyMap<number, EditionColumn> => {
  const named = taken.filter(({ column }) => isNameColumn(column))
  const lower = taken.filter((each) => mayName(each) && isNameOf(each, named, rows))
  if (lower.length > 0) return levelled([...named, ...lower].sort((a, b) => a.at - b.at))
  return numbered(taken, named, rows)
}

/** Whether a column may name rows: it has a heading, and nothing else is known of it. */
const mayName = ({ column, heading, how, suggested }: TakenColumn): boolean =>
  column === null &&
  !/^#\d+$/u.test(heading) &&
  (how === "unknown" || how === "several" || how === "yielded") &&
  (suggested === null || suggested === "actions" || suggested === "followUp" || suggested === "id")

/** Whether enough rows have words in a column, and none where rows are named. */
const isNameOf = ({ at }: TakenColumn, named: ReadonlyArray<TakenColumn>, rows: ReadonlyArray<GridRow>): boolean => {
  const own = rows.filter(
    ({ cells }) => /\p{L}{3}/u.test(wordsOf(cells.get(at))) && named.every((each) => wordsOf(cells.get(each.at)) === "")
  )
  return named.length > 0 && own.length >= Math.max(leastRows, leastShare * rows.length)
}

/** Returns the words of a cell of the row's own: not those merged from the row above. */
const wordsOf = (cell: GridCell | undefined): string =>
  cell === undefined || cell.seen.some(({ code }) => code === "MergedCell") ? "" : cell.text.trim()

/** Reads the last columns, from left to right, as names from the widest: what is below belongs to what is above. */
const levelled = (columns: ReadonlyArray<TakenColumn>): ReadonlyMap<number, EditionColumn> => {
  const last = columns.slice(-columnsOfNames.length)
  const names = last.length === columnsOfNames.length ? columnsOfNames : (["area", "actions"] as const)
  return new Map(last.flatMap(({ at }, i) => (names[i] === undefined ? [] : [[at, names[i]] as const])))
}

/** Returns the column of ids that distinguishes rows of one name, where no column of ids is read. */
const numbered = (
  taken: ReadonlyArray<TakenColumn>,
  named: ReadonlyArray<TakenColumn>,
  rows: ReadonlyArray<GridRow>
): ReadonlyMap<number, EditionColumn> => {
  if (taken.some(({ column }) => column === "id")) return new Map()
  const id = taken.find(
    (each) => each.column === null && (each.suggested === "id" || (/^#\d/u.test(each.heading) && areIds(each, rows)))
  )
  if (id === undefined) return new Map()
  const seen = new Set<string>()
  const isTwice = rows.some(({ cells }) => {
    const name = named.map(({ at }) => comparable((cells.get(at)?.text ?? "").slice(0, 500))).join(" | ")
    const isSecond = /\p{L}/u.test(name) && seen.has(name)
    seen.add(name)
    return isSecond
  })
  return isTwice ? new Map([[id.at, "id"]]) : new Map()
}

/** The least share of rows that have an id, where the column has no heading that says so. */
const leastIds = 0.9

/** Whether a column holds short numbers or codes, and each once: `1`, `1.1`, `A-2`. */
const areIds = ({ at }: TakenColumn, rows: ReadonlyArray<GridRow>): boolean => {
  const texts = rows.map(({ cells }) => cells.get(at)?.text.trim() ?? "").filter((text) => text !== "")
  const codes = texts.filter((text) => /^[\p{L}\d][\p{L}\d._/-]{0,15}$/u.test(text) && /\d/u.test(text))
  return codes.length >= leastIds * rows.length && new Set(texts).size === texts.length
}
