/**
 * What shows that two tables are one at two times: mostly the same rows, and names of periods.
 */
import { isNameColumn } from "../../EditionColumn.ts"
import { comparable } from "@frist/domain/text/ComparableText"
import { slug } from "@frist/domain/text/Slug"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { GridRow } from "./Grid.ts"
import type { TableHead } from "../columns/TableHead.ts"
import { tableRows } from "./TableRows.ts"

const periodIn = oncePer(({ headings: { periods } }: Vocabulary) => new RegExp(`(?:^|-)${anyOf(periods)}(?:-|$)`, "u"))

/** Whether the name of a table or a sheet says which period it shows: `Kvartal 1`. */
export const isOfPeriod = (name: string, vocabulary: Vocabulary): boolean => periodIn(vocabulary).test(slug(name, 200))

/** The share of the rows of the smaller of two tables above which the two are one at two times. */
const mostRows = 0.5

/** Whether two tables of so many rows are one at two times, by the rows that both have. */
export const areVersions = (shared: number, one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  shared > mostRows * Math.min(one.size, other.size)

/** Returns how many names two tables share. */
export const sharedNames = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let shared = 0
  for (const name of one) if (other.has(name)) shared++
  return shared
}

/** Returns the names of the rows of a table, as they are compared. */
export const rowNames = (
  rows: ReadonlyArray<GridRow>,
  head: TableHead,
  vocabulary: Vocabulary
): ReadonlySet<string> => {
  const places = [...head.columns].flatMap(([at, column]) => (isNameColumn(column) ? [at] : []))
  return new Set(
    tableRows(rows, head, vocabulary).rows.flatMap(({ row }) => {
      const name = places.map((at) => comparable((row.cells.get(at)?.text ?? "").slice(0, 500))).join(" | ")
      return /[\p{L}\p{N}]/u.test(name) ? [name] : []
    })
  )
}
