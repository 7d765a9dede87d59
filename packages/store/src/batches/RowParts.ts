/**
 * Takes the columns of a row apart into its events. Nothing that a database returns is trusted: columns that do not
 * belong together are found here, and everything else by the leaves.
 */
import type { PlanId } from "@frist/domain/Names"
import { damagedEvent } from "../EventDecoder.ts"
import { oneEntry } from "./OneEntry.ts"
import { type BatchColumns, hashBytes } from "./BatchRow.ts"

/** An entry of a header whose columns belong together. */
type Entry = readonly [
  bytes: number | null,
  activity: number | null,
  type: string,
  origin: number,
  row?: number | null,
  column?: string | null
]

/** `[effectiveOn, provenance]`, and of a source `document`, `sha256` and `table`. Its values are not checked. */
export type Origin = ReadonlyArray<unknown>

/** A row whose columns belong together. */
export interface RowParts {
  readonly entries: ReadonlyArray<Entry>
  readonly activities: ReadonlyArray<unknown>
  readonly origins: ReadonlyArray<Origin>
  readonly content: Uint8Array
  readonly salt: Uint8Array
  readonly leaf: Uint8Array
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const isPlace = (value: unknown, list: ReadonlyArray<unknown>): value is number => isCount(value) && value < list.length

const listIn = (column: unknown): ReadonlyArray<unknown> | undefined => {
  if (typeof column !== "string") return undefined
  try {
    const list: unknown = JSON.parse(column)
    return Array.isArray(list) ? list : undefined
  } catch {
    return undefined
  }
}

/** The lists of activities that were read last, by their text. A row has few activities, and many rows the same. */
let activityLists = new Map<string, ReadonlyArray<unknown>>()
const mostLists = 1000
const longestText = 200

const activitiesIn = (column: unknown): ReadonlyArray<unknown> | undefined => {
  if (typeof column !== "string" || column.length > longestText) return listIn(column)
  const known = activityLists.get(column)
  if (known !== undefined) return known
  const list = listIn(column)
  if (list === undefined) return undefined
  if (activityLists.size === mostLists) activityLists = new Map()
  activityLists.set(column, list)
  return list
}

const isOrigin = (value: unknown): value is Origin => Array.isArray(value) && (value.length === 2 || value.length === 5)

/** Consecutive rows mostly have the same origins. */
let knownText = ""
let known: ReadonlyArray<Origin> | undefined

const originsIn = (column: unknown): ReadonlyArray<Origin> | undefined => {
  if (typeof column === "string" && column === knownText) return known
  const list = listIn(column)
  known = list?.every(isOrigin) === true ? (list as ReadonlyArray<Origin>) : undefined
  knownText = typeof column === "string" ? column : ""
  return known
}

const isEntry = (
  entry: unknown,
  activities: ReadonlyArray<unknown>,
  origins: ReadonlyArray<Origin>
): entry is Entry => {
  if (!Array.isArray(entry)) return false
  // By place: this runs for each event, and taking a list apart costs twice as much.
  const list: ReadonlyArray<unknown> = entry
  const bytes = list[0]
  const activity = list[1]
  const type = list[2]
  const origin = list[3]
  return (
    (bytes === null || isCount(bytes)) &&
    (activity === null || isPlace(activity, activities)) &&
    typeof type === "string" &&
    isPlace(origin, origins) &&
    entry.length === (origins[origin]?.length === 2 ? 4 : 6)
  )
}

const notRead = new Uint8Array()

/** Returns a column that has a hash for each event, or the empty one if it was not read; `undefined` if it is another. */
const hashesIn = (column: unknown, events: number): Uint8Array | undefined => {
  if (column === undefined) return notRead
  return column instanceof Uint8Array && column.length === hashBytes * events ? column : undefined
}

/** Takes a row apart; `undefined` if its columns do not belong together. */
export const partsOf = (columns: BatchColumns): RowParts | undefined => {
  const { content, header } = columns
  const entries = (typeof header === "string" ? oneEntry(header) : undefined) ?? listIn(header)
  const activities = activitiesIn(columns.activities)
  const origins = originsIn(columns.origins)
  if (entries === undefined || activities === undefined || origins === undefined || entries.length === 0)
    return undefined
  const salt = hashesIn(columns.salt, entries.length)
  const leaf = hashesIn(columns.leaf, entries.length)
  if (!(content instanceof Uint8Array) || salt === undefined || leaf === undefined) return undefined
  let bytes = 0
  for (const entry of entries) {
    if (!isEntry(entry, activities, origins)) return undefined
    bytes += entry[0] ?? 0
  }
  if (bytes !== content.length) return undefined
  return {
    entries: entries as ReadonlyArray<Entry>,
    activities,
    origins,
    content,
    salt,
    leaf
  }
}

/** Returns the activities of the events of rows after a position, from the row that has the first of them. */
export function* activitiesAfter(
  rows: Iterable<Pick<BatchColumns, "plan" | "first" | "activities" | "header">>,
  after: number
): Generator<string | null, void> {
  for (const { activities, first, header, plan } of rows) {
    const [ids, entries] = [listIn(activities), listIn(header)]
    if (ids === undefined || entries === undefined)
      throw damagedEvent(plan as PlanId, Number(first), "its row is damaged")
    // Of a row that begins before, only some events count.
    const about =
      Number(first) > after
        ? ids
        : entries.slice(after + 1 - Number(first)).map((entry) => ids[(entry as Entry)[1] ?? -1])
    for (const id of about) yield typeof id === "string" ? id : null
  }
}
