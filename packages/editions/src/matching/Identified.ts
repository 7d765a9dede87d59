/**
 * The activities that rows are by the document's own ids. An id that other rows contradict identifies nothing.
 */
import { comparableId, documentIds, isNumber, addressedTable } from "./DocumentIds.ts"
import type { KnownActivity, RowMatch, SoughtRow } from "./RowMatch.ts"

/** What the ids of an edition say of its rows. */
interface Identified {
  /** Returns the activity with the row's id. */
  readonly activityOf: (row: SoughtRow) => KnownActivity | undefined
  /** Whether a row and an activity have one number. */
  readonly haveOneNumber: (row: SoughtRow, activity: KnownActivity) => boolean
  /** Whether a row and an activity have ids that identify two things. */
  readonly haveOtherIds: (row: SoughtRow, activity: KnownActivity) => boolean
  /**
   * Returns a function to the number of a row, in a table whose matched rows have all kept their numbers; null for any other
   * row. Decides only between activities that the row may be by its words.
   */
  readonly numbering: (
    matches: ReadonlyMap<SoughtRow, RowMatch>,
    known: ReadonlyArray<KnownActivity>
  ) => (row: SoughtRow) => string | null
}

const keyOf = (kind: string, id: string): string => `${kind} ${id}`

/** Compares the ids of rows with those of the known activities. */
export const identified = (rows: ReadonlyArray<SoughtRow>, known: ReadonlyArray<KnownActivity>): Identified => {
  const { numbers, proper } = documentIds(rows)
  const numbered = known.filter(({ documentId }) => comparableId(documentId) !== "")
  const holders = Map.groupBy(numbered, ({ documentId, kind }) => keyOf(kind, comparableId(documentId)))
  const byWords = Map.groupBy(numbered, ({ keys }) => keys.row)
  const twinsOf = (row: SoughtRow) => byWords.get(row.keys.row) ?? []
  const haveOneNumber = (row: SoughtRow, activity: KnownActivity): boolean =>
    numbers.size > 0 && numbers.get(row) === comparableId(activity.documentId)
  const distrusted = tablesOfOtherIds(proper, twinsOf)
  return {
    activityOf: (row) => {
      const id = proper.get(row)
      if (id === undefined || distrusted.has(addressedTable(row))) return undefined
      const [only, ...others] = holders.get(keyOf(row.kind, id)) ?? []
      if (only === undefined || others.length > 0) return undefined
      // A number is a place, unless the row there has the same words.
      const twins = isNumber(id) ? twinsOf(row) : []
      return twins.length === 0 || twins.includes(only) ? only : undefined
    },
    haveOneNumber,
    haveOtherIds: (row, { documentId }) => {
      const [own, other] = [proper.get(row) ?? "", comparableId(documentId)]
      return own !== "" && other !== "" && own !== other && !isNumber(own) && !isNumber(other)
    },
    numbering: (matches, activities) => {
      const byId = new Map(activities.map((activity) => [activity.id, comparableId(activity.documentId)]))
      const kept = new Set<string>()
      const changed = new Set<string>()
      for (const [row, id] of numbers) {
        const activity = matches.get(row)?.activity ?? null
        const before = activity === null ? undefined : byId.get(activity)
        if (before !== undefined) (before === id ? kept : changed).add(addressedTable(row))
      }
      return (row) =>
        kept.has(addressedTable(row)) && !changed.has(addressedTable(row)) ? (numbers.get(row) ?? null) : null
    }
  }
}

/**
 * Returns the tables in which more rows with the words of an activity have another id than have its id. Two rows that have
 * exchanged their words are not counted: ids that are no numbers stay where they are.
 */
const tablesOfOtherIds = (
  proper: ReadonlyMap<SoughtRow, string>,
  twinsOf: (row: SoughtRow) => ReadonlyArray<KnownActivity>
): ReadonlySet<string> => {
  /** By the id of a row, the id of the activity that has its words. */
  const worded = new Map<string, string>()
  const compared = [...proper].flatMap(([row, id]) => {
    const [twin, ...others] = twinsOf(row)
    if (twin === undefined || others.length > 0) return []
    const other = comparableId(twin.documentId)
    worded.set(keyOf(row.kind, id), other)
    return [{ row, id, other }]
  })
  const balance = new Map<string, number>()
  for (const { id, other, row } of compared) {
    const isExchanged = id !== other && !isNumber(id) && worded.get(keyOf(row.kind, other)) === id
    const table = addressedTable(row)
    if (!isExchanged) balance.set(table, (balance.get(table) ?? 0) + (other === id ? 1 : -1))
  }
  return new Set([...balance].flatMap(([table, sum]) => (sum < 0 ? [table] : [])))
}
