/**
 * Writes rows to PostgreSQL: the deletes and upserts of several tables in few statements.
 */
import * as PgTypes from "@effect/sql-pg/PgTypes"
import type { PgClient } from "@effect/sql-pg/PgClient"
import type { PlanId } from "@frist/domain/Names"
import type { EventLogError } from "@frist/store/EventLog"
import { typed } from "@frist/store/postgres/PgErrors"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type ModelColumn, type ModelRow } from "../ReadModel.ts"
import type { TableWrite } from "../ReadModelStore.ts"
import { sent, tableOf } from "./PgTables.ts"

const { OID } = PgTypes
const oids = { text: OID.text, float8: OID.float8, bool: OID.bool } as const

/** Rows per statement. */
export const mostRows = 2000

/** A statement and its parameters after the plan. */
export interface StatementPart {
  readonly sql: string
  readonly values: ReadonlyArray<unknown>
}

/** Statements without rows: `$1` is the plan, and the other parameters begin at this number. */
type Ending = (first: number) => ReadonlyArray<StatementPart>

/** The values by column, as parallel arrays; `first` is the number of the first parameter. */
const unnested = (
  columns: ReadonlyArray<ModelColumn>,
  at: ReadonlyArray<number>,
  rows: ReadonlyArray<ModelRow>,
  first: number
) => {
  // In the list of a select they go in step; after FROM, the server would keep each array as a table of its own.
  const unnests = columns.map(({ kind, name }, nth) => `unnest($${first + nth}::${sent[kind].as}[]) as ${name}`)
  const values = columns.map(({ kind }, nth) => {
    const place = at[nth] ?? 0
    return Result.getOrThrow(
      PgTypes.array(
        rows.map((row) => row[place]),
        oids[sent[kind].as]
      )
    )
  })
  return { from: `(select ${unnests.join(", ")}) u`, values }
}

const deleteSql = ({ change, model, version }: TableWrite, first: number): StatementPart => {
  const at = model.columns.flatMap(({ name }, nth) => (model.key.includes(name) ? [nth] : []))
  const columns = at.flatMap((nth) => model.columns[nth] ?? [])
  const { from, values } = unnested(columns, at, change.gone, first)
  const same = columns.map(({ kind, name }) => `t.${name} = u.${name}${sent[kind].cast}`).join(" and ")
  return { sql: `delete from ${tableOf(model, version)} t using ${from} where t.plan = $1 and ${same}`, values }
}

/** The upserts of a table; its parameters begin at this number. `only`: a condition, with its `where`. */
export const upsertSql = ({ change, fresh, model, version }: TableWrite, first: number, only = ""): StatementPart => {
  const columns = model.columns.slice(1)
  const { from, values } = unnested(
    columns,
    columns.map((_, nth) => nth + 1),
    change.rows,
    first
  )
  const names = columns.map(({ name }) => name)
  const selected = columns.map(({ kind, name }) => `u.${name}${sent[kind].cast}`).join(", ")
  const others = names.filter((name) => !model.key.includes(name))
  const conflict = fresh
    ? ""
    : ` on conflict (plan, ${model.key.join(", ")}) do update set ${others.map((name) => `${name} = excluded.${name}`).join(", ")}`
  return {
    sql: `insert into ${tableOf(model, version)} (plan, ${names.join(", ")}) select $1, ${selected} from ${from} ${only}${conflict}`,
    values
  }
}

/** Splits writes, so that no statement grows beyond memory. */
const pieces = function* (writings: ReadonlyArray<TableWrite>): Generator<TableWrite> {
  for (const writing of writings) {
    const { gone, rows } = writing.change
    for (let from = 0; from < gone.length; from += mostRows) {
      yield { ...writing, change: { gone: gone.slice(from, from + mostRows), rows: [] } }
    }
    for (let from = 0; from < rows.length; from += mostRows) {
      yield { ...writing, change: { gone: [], rows: rows.slice(from, from + mostRows) } }
    }
  }
}

/**
 * Writes rows in the open transaction, and executes the ending with the last of them. A key is deleted or written, never
 * both.
 */
export const writeRows = (
  sql: PgClient,
  plan: PlanId,
  writings: ReadonlyArray<TableWrite>,
  ending: Ending = () => []
): Effect.Effect<void, EventLogError> =>
  Effect.gen(function* () {
    let parts: Array<StatementPart> = []
    let [size, parameters] = [0, 1]
    const flush = Effect.suspend(() => {
      if (parts.length === 0) return Effect.void
      const last = parts.at(-1)?.sql ?? ""
      const earlier = parts.slice(0, -1).map((part, at) => `w${at} as (${part.sql})`)
      const statement = earlier.length === 0 ? last : `with ${earlier.join(", ")} ${last}`
      const values = [plan, ...parts.flatMap((part) => part.values)]
      parts = []
      size = 0
      parameters = 1
      return Effect.asVoid(typed(sql.unsafe(statement, values).values))
    })
    for (const piece of pieces(writings)) {
      const { gone, rows } = piece.change
      if (size + gone.length + rows.length > mostRows) yield* flush
      const part = gone.length > 0 ? deleteSql(piece, parameters + 1) : upsertSql(piece, parameters + 1)
      parts.push(part)
      size += gone.length + rows.length
      parameters += part.values.length
    }
    parts.push(...ending(parameters + 1))
    yield* flush
  })
