/**
 * Rows of one name in one edition. They are distinct activities if the document itself tells them apart: by a date, the
 * responsible, an id or another column. What it says of their state does not: a row with two statuses contradicts itself.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import { type DocumentIds, documentIds } from "../../matching/DocumentIds.ts"
import type { SoughtRow } from "../../matching/RowMatch.ts"
import type { AddressedRow } from "./EditionRows.ts"
import { dateKey } from "./RowTraits.ts"

/** What tells a row from others of its name, by column. Empty cells tell nothing. */
interface Particulars {
  readonly row: AddressedRow
  readonly hasOwnId: boolean
  readonly deadline: string | null
  readonly others: ReadonlyMap<string, string>
}

/** The most rows of one name that a row is compared with, cell by cell. */
const most = 200

/** Returns the rows that are activities of their own; the others repeat one of them. */
export const distinctRows = (rows: ReadonlyArray<AddressedRow>): ReadonlyArray<AddressedRow> => {
  const several = [...Map.groupBy(rows, ({ sought }) => sought.keys.row).values()].filter(({ length }) => length > 1)
  if (several.length === 0) return rows
  const ids = documentIds(rows.map(({ sought }) => sought))
  const repeated = new Set<AddressedRow>()
  for (const own of several) {
    const kept: Array<Particulars> = []
    const known = new Set<string>()
    for (const row of own) {
      const each = particularsOf(row, ids)
      const all = JSON.stringify([each.deadline, ...each.others])
      const isRepeated = kept.slice(0, most).some((other) => repeats(each, other)) || (known.has(all) && !each.hasOwnId)
      if (isRepeated) repeated.add(row)
      else {
        kept.push(each)
        known.add(all)
      }
    }
  }
  return repeated.size === 0 ? rows : rows.filter((row) => !repeated.has(row))
}

const particularsOf = (row: AddressedRow, { numbers, proper }: DocumentIds<SoughtRow>): Particulars => {
  const { cells, unknown } = row.row
  const { deadline, newDeadline, responsible } = row.reading
  const others = new Map<string, string>()
  const add = (column: string, words: string | null): void => {
    const own = comparable(words ?? "")
    if (own !== "" && !others.has(column)) others.set(column, own)
  }
  add("newDeadline", dateKey(newDeadline))
  add("completedOn", cells.completedOn)
  add("responsible", responsible)
  // The number of a row says where it is, not what it is.
  if (!numbers.has(row.sought)) add("id", cells.id)
  for (const { heading, words } of unknown) {
    const isCounter = heading.trim() === "" && !/\p{L}/u.test(words) && !/\d\D+\d/u.test(words)
    if (!isCounter) add(`unknown ${comparable(heading)}`, words)
  }
  return { row, hasOwnId: proper.has(row.sought), deadline: dateKey(deadline), others }
}

/** Whether nothing in the document tells two rows of one name apart. */
const repeats = (one: Particulars, other: Particulars): boolean => {
  if (one.hasOwnId && other.hasOwnId) return false
  if (one.deadline !== null && other.deadline !== null && one.deadline !== other.deadline) return false
  // Between ongoing and done, all but the deadline may have changed since.
  if (one.row.kind !== other.row.kind) return true
  for (const [column, words] of one.others) {
    const theirs = other.others.get(column)
    if (theirs !== undefined && theirs !== words) return false
  }
  return true
}
