/**
 * The statements of a log in SQLite, and the conversion between rows and their columns.
 */
import type { PlanId } from "@frist/domain/Names"
import type { DatabaseSync, StatementSync } from "node:sqlite"
import type { BatchColumns, BatchRow } from "../batches/BatchRow.ts"
import type { KeptEdition } from "../EventLog.ts"
import { contentHash } from "../KeptContent.ts"

/** The columns of a row that its events need, in order, and those of their evidence. Reading a blob costs more than its bytes. */
const ofEvents = "first, recorded_at, batch, actor, activities, origins, header, content"
const columns = `${ofEvents}, salt, leaf`
const verified = `${columns}, chunk`
const inserted = `plan, chunk, ${columns}`

/** Inserts a row. */
export const insertSql = `insert into batch (${inserted}) values (${inserted.replace(/\w+/gu, "?")})`

/** Selects the rows of a plan from the nth last that begins at or before a position, counted from 0. */
const rowsFrom = (nth: number, read = columns): string =>
  `select ${read} from batch where plan = ?1 and first >= coalesce((
    select first from batch where plan = ?1 and first <= ?2 order by first desc limit 1 offset ${nth}
  ), 0) order by first`

/** Reads rows as arrays where Node can (since 22.16). Reading fields of row objects would take most of the time. */
const inArrays = (statement: StatementSync): StatementSync => {
  if ("setReturnArrays" in statement) statement.setReturnArrays(true)
  return statement
}

/**
 * Reads integers as bigints, at twice the cost: a row that was tampered with may have values too large for a number.
 */
const bigints = (statement: StatementSync): StatementSync => {
  statement.setReadBigInts(true)
  return statement
}

/** Prepares the statements of a log on a connection. */
export const statements = (db: DatabaseSync) => ({
  head: bigints(db.prepare("select last, recorded_at, header from batch where plan = ? order by first desc limit 1")),
  batch: db.prepare("select first, last, recorded_at from batch where plan = ? and batch = ? order by chunk"),
  insert: db.prepare(insertSql),
  /** The rows from the one that has an event, with and without its evidence. */
  read: inArrays(db.prepare(rowsFrom(0))),
  events: inArrays(db.prepare(rowsFrom(0, ofEvents))),
  /** The rows from the one before that. */
  stored: inArrays(db.prepare(rowsFrom(1, verified))),
  wide: inArrays(bigints(db.prepare(rowsFrom(1, verified)))),
  removals: db.prepare("select position, said from decision where plan = ? and type = 'Redacted'"),
  erase: db.prepare(
    "update batch set header = json_replace(header, ?, null), content = ?, salt = ? where plan = ? and first = ?"
  ),
  leaf: db.prepare(
    "select substr(leaf, 32 * (?2 - first) + 1, 32) as leaf from batch where plan = ?1 and first <= ?2 and last >= ?2" +
      " order by first desc limit 1"
  ),
  notes: db.prepare("select note from checkpoint where plan = ? order by number"),
  seal: db.prepare(`insert into checkpoint (plan, number, note)
    select ?1, last.number + 1, ?2
    from (select coalesce(max(number), 0) as number from checkpoint where plan = ?1) last
    where not exists (select 1 from checkpoint c where c.plan = ?1 and c.number = last.number and c.note = ?2)`),
  keep: db.prepare(`insert into edition (plan, sha256, document, digest, content) values (?, ?, ?, ?, ?)
    on conflict (plan, sha256) do update set digest = excluded.digest, content = excluded.content`),
  editions: db.prepare("select sha256, document from edition where plan = ? and content is not null order by sha256"),
  edition: db.prepare("select content from edition where plan = ? and sha256 = ?"),
  aboutEdition: db.prepare(`select type, said ->> 'content' as named from decision
    where plan = ? and type <> 'Redacted' and said ->> 'sha256' = ? order by position desc limit 1`),
  eraseEdition: db.prepare("update edition set digest = ?, content = ? where plan = ? and sha256 = ?"),
  plans: bigints(db.prepare("select plan, head from plan order by plan")),
  begin: db.prepare("begin immediate"),
  commit: db.prepare("commit"),
  rollback: db.prepare("rollback")
})

/** The statements of a connection. */
export type Statements = ReturnType<typeof statements>

/** Inserts a row exactly as it is. */
export const insertRow = ({ insert }: Pick<Statements, "insert">, row: BatchRow): void => {
  insert.run(
    row.plan,
    row.chunk,
    row.first,
    row.recordedAt,
    row.batch,
    row.actor,
    row.activities,
    row.origins,
    row.header,
    row.content,
    row.salt,
    row.leaf
  )
}

/** Keeps what the log names of an edition. */
export const keepEdition = ({ keep }: Statements, plan: PlanId, { content, document, sha256 }: KeptEdition): void => {
  keep.run(plan, sha256, document, contentHash(content), content)
}

const numberOf = (value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value)

/** Runs a statement that reads rows, from the event at a position, and returns each row when it is asked for. */
export function* columnsFrom(statement: StatementSync, plan: PlanId, position: number): Generator<BatchColumns, void> {
  for (const row of statement.iterate(plan, position)) {
    const columns: ReadonlyArray<unknown> = Array.isArray(row) ? row : Object.values(row)
    const [first, recordedAt, batch, actor, activities, origins, header, content, salt, leaf, chunk] = columns
    yield {
      plan,
      first: numberOf(first),
      recordedAt: numberOf(recordedAt),
      batch,
      actor,
      activities,
      origins,
      header,
      content,
      salt,
      leaf,
      chunk
    }
  }
}
