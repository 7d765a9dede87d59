/**
 * The rows of a log in PostgreSQL, page by page.
 */
import type { PlanId } from "@frist/domain/Names"
import { type BatchColumns, hashBytes } from "../batches/BatchRow.ts"

const columnsOf = (actor: string, origins: string): string =>
  `c.first::float8, c.recorded_at::float8, c.batch, ${actor}, c.activities, ${origins}, c.header, c.content,
  c.last::float8, octet_length(c.leaf)`

/** A text, null only if it is the one that the reader knows. */
const unlessKnown = (column: string, known: string): string =>
  `case when ${column} = ${known} then null else coalesce(${column}, '') end`

/**
 * The columns that events need, those that their evidence needs, and those of verification. Numbers as float8: it holds
 * every position and instant exactly and arrives as a number. Consecutive rows mostly have the same actor and origins,
 * which a page of events leaves out where the reader knows them.
 */
const allOfEvents = columnsOf("c.actor", "c.origins")
const ofEvents = columnsOf(unlessKnown("c.actor", "$4"), unlessKnown("c.origins", "$5"))
const ofRecords = `${ofEvents}, c.salt, c.leaf`
const columns = `${allOfEvents}, c.salt, c.leaf, c.chunk`

/** The row with the event at a position, or the last before it. Found by the key alone, as the planner knows nothing. */
const rowOf = (position: string, offset = 0) =>
  `coalesce((select b.first from frist.chunk b where b.plan = $1 and b.first <= ${position} order by b.first desc offset ${offset} limit 1), 0)`

/**
 * By position instead of limit, because positions have no gaps. The planner might scan the rest of the plan for each page.
 * Ordered by the key, which needs no sorting; `first` alone would be the selected number.
 */
const page = (selected: string): string => `select ${selected} from frist.chunk c
  where c.plan = $1 and c.first >= ${rowOf("$2::bigint + 1")} and c.first <= $3 and c.last > $2 order by c.first`

/** A page of rows: those with events after a position up to another. */
export const eventsSql = page(ofEvents)
/** The same with their evidence. */
export const recordsSql = page(ofRecords)

const leafAt = (row: string, position: string): string =>
  `substring(${row}.leaf from (${hashBytes} * (${position} - ${row}.first))::integer + 1 for ${hashBytes})`

/** The columns of events, of which a row that only has a leaf to give has no wide ones. */
const wideColumns = /c\.(activities|origins|header|content)\b/gu

/**
 * The same page with the leaf of the event before it, from the row that has that event, and of the last event of each row.
 */
export const pageSql = `select ${allOfEvents.replace(wideColumns, "case when c.last > $2 then $& end")},
    case when c.first <= $2 then ${leafAt("c", "$2::bigint")} end, ${leafAt("c", "least(c.last, $3)")}
  from frist.chunk c
  where c.plan = $1 and c.first >= ${rowOf("$2::bigint")} and c.first <= $3 and c.last >= $2 order by c.first`

/** The leaf of each of some events, in their order. */
export const leavesSql = `select (
    select ${leafAt("b", "of.position::bigint")} from frist.chunk b
    where b.plan = of.plan and b.first <= of.position::bigint and b.last >= of.position::bigint
    order by b.first desc limit 1
  )
  from unnest($1::text[], $2::float8[]) with ordinality of (plan, position, nth) order by of.nth`

/** A page of rows that may have been tampered with, from the one before that of a position. */
export const rowsSql = `select ${columns} from frist.chunk c
  where c.plan = $1 and c.first >= ${rowOf("$2::bigint + 1", 1)} and c.first <= $3 order by c.first limit $4`

/** The rows after that of a position, whatever is between. */
export const laterSql = `select ${columns} from frist.chunk c
  where c.plan = $1 and c.first > $2 order by c.first limit $3`

/** The head of a plan. */
export const headSql = "select last::float8 from frist.chunk where plan = $1 order by first desc limit 1"

/** The largest position. */
export const end = 2n ** 63n - 1n

/** Returns the position of the last event of a page. */
export const endOf = (after: number, limit: number | undefined): bigint =>
  limit === undefined ? end : BigInt(after) + BigInt(limit)

/** Returns the first and the last position of a row. */
export const rowSpan = (row: ReadonlyArray<unknown>): readonly [first: number, last: number] => [
  Number(row[0]),
  Number(row[8])
]

const isWhole = (row: ReadonlyArray<unknown>): boolean => {
  const [first, last] = rowSpan(row)
  return row[9] === hashBytes * (last - first + 1)
}

/** The texts that a reader knows from a row before, and that a page leaves out where they are the same. */
interface KnownTexts {
  readonly actor: string
  readonly origins: string
}

export const nothingKnown: KnownTexts = { actor: "", origins: "" }

/** The longest text that is sent to the server so that it may be left out. */
const longestKnown = 1000

/** Returns the texts of a row that was read last. */
export const knownTextsOf = ({ actor, origins }: BatchColumns): KnownTexts =>
  typeof actor === "string" && typeof origins === "string" && actor.length + origins.length <= longestKnown
    ? { actor, origins }
    : nothingKnown

/** Names the columns of a row. One that ends elsewhere than its leaves say has no header, and is damaged. */
export const rowColumns = (plan: PlanId, row: ReadonlyArray<unknown>, known?: KnownTexts): BatchColumns => ({
  plan,
  first: row[0],
  recordedAt: row[1],
  batch: row[2],
  actor: row[3] ?? known?.actor,
  activities: row[4],
  origins: row[5] ?? known?.origins,
  header: isWhole(row) ? row[6] : null,
  content: row[7],
  salt: row[10],
  leaf: row[11],
  chunk: row[12]
})
