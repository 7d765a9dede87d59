/**
 * The activities that rows are by the document's own ids. An id that other rows contradict identifies nothing.
 */
import { comparableId, documentIds, isNumber, addressedTable } from "./DocumentIds.ts"
import { rowKey } from "./RowKeys.ts"
import type { KnownActivity, RowMatch, SoughtRow } from "./RowMatch.ts"

/** What the ids of an edition say of its rows. */
interface Identified {
  /** Returns the activity with the row's id. */
  readonly activityOf: (row: SoughtRow) => KnownActivity | undefined
  /** Whether a row and an activity have one number. */
  readonly haveOneNumber: (row: SoughtRow, activity: KnownActivity) => boolean
  /**
   * Returns a function that is true if an activity has the number of a row, in a table whose matched rows have all kept
   * their numbers. Decides only between activities that the row may be by its words.
   */
  readonly numbering: (
    matches: ReadonlyMap<SoughtRow, RowMatch>,
    known: ReadonlyArray<KnownActivity>
  ) => (row: SoughtRow, activity: KnownActivity) => boolean
}

const keyOf = (kind: string, id: string): string => `${kind} ${id}`

/** Compares the ids of rows with those of the known activities. */
export const identified = (rows: ReadonlyArray<SoughtRow>, known: ReadonlyArray<KnownActivity>): Identified => {
  const { numbers, proper } = documentIds(rows)
  const numbered = known.filter(({ documentId }) => comparableId(documentId) !== "")
  const holders = Map.groupBy(numbered, ({ documentId, kind }) => keyOf(kind, comparableId(documentId)))
  const byWords = Map.groupBy(numbered, (activity) => rowKey(activity.kind, activity))
  const twinsOf = (row: SoughtRow) => byWords.get(rowKey(row.kind, row)) ?? []
  const haveOneNumber = (row: SoughtRow, activity: KnownActivity): boolean =>
    numbers.size > 0 && numbers.get(row) === comparableId(activity.documentId)
  const distrusted = tablesOfOtherIds(proper, twinsOf)
  return {
    activityOf: (row) => {
      const id = proper.get(row)
      if (id === undefined || distrusted.has(addressedTable(row))) return undefined
      const [only, ...others] = holders.get(keyOf(row.kind, id)) ?? []
      if (only === undefined || others.length > 0) return undefined
      const isAnother = isNumber(id) && twinsOf(row).some(({ documentId }) => comparableId(documentId) !== id)
      return isAnother ? undefined : only
    },
    haveOneNumber,
    numbering: (matches, activities) => {
      const byId = new Map(activities.map((activity) => [activity.id, comparableId(activity.documentId)]))
      const kept = new Set<string>()
      const changed = new Set<string>()
      for (const [row, id] of numbers) {
        const activity = matches.get(row)?.activity ?? null
        const before = activity === null ? undefined : byId.get(activity)
        if (before !== undefined) (before === id ? kept : changed).add(addressedTable(row))
      }
      return (row, activity) =>
        kept.has(addressedTable(row)) && !changed.has(addressedTable(row)) && haveOneNumber(row, activity)
    }
  }
}

/** Returns the tables in which more rows with the words of an activity have another id than have its id. */
const tablesOfOtherIds = (
  proper: ReadonlyMap<SoughtRow, string>,
  twinsOf: (row: SoughtRow) => ReadonlyArray<KnownActivity>
): ReadonlySet<string> => {
  const balance = new Map<string, number>()
  for (const [row, id] of proper) {
    const [twin, ...others] = twinsOf(row)
    if (twin === undefined || others.length > 0) continue
    const table = addressedTable(row)
    balance.set(table, (balance.get(table) ?? 0) + (comparableId(twin.documentId) === id ? 1 : -1))
  }
  return new Set([...balance].flatMap(([table, sum]) => (sum < 0 ? [table] : [])))
}
