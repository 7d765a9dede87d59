/**
 * A plan of read models in SQLite, held for the length of a transaction.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import type { EventLogError } from "@frist/store/EventLog"
import type * as Effect from "effect/Effect"
import type { DatabaseSync, SQLOutputValue } from "node:sqlite"
import type { ColumnValue, ModelColumn, ModelRow, ReadModel } from "../ReadModel.ts"
import type { Generation, ParkReason, PlanClaim, StoredPosition, TableWrite } from "../ReadModelStore.ts"
import { isSameLeaf, leafIn } from "../WentBack.ts"
import { generationsIn } from "./SqliteGenerations.ts"
import { tableOf } from "./SqliteTables.ts"

/** Runs against the file, and converts its errors. */
type Attempt = <A>(run: () => A) => Effect.Effect<A, EventLogError>

const stored = (value: ColumnValue): string | number | null => (typeof value === "boolean" ? Number(value) : value)
const readBack = ({ kind }: ModelColumn, value: SQLOutputValue | undefined): ColumnValue =>
  value === null || value === undefined ? null : kind === "boolean" ? value === 1 : (value as ColumnValue)

const writeTable = (db: DatabaseSync, plan: PlanId, { change, model, version }: TableWrite): void => {
  const table = tableOf(model, version)
  if (change.gone.length > 0) {
    const at = model.key.map((name) => model.columns.findIndex((column) => column.name === name))
    const gone = db.prepare(
      `delete from ${table} where plan = ? and ${model.key.map((name) => `${name} = ?`).join(" and ")}`
    )
    for (const row of change.gone) gone.run(plan, ...at.map((nth) => stored(row[nth] ?? null)))
  }
  if (change.rows.length > 0) {
    const put = db.prepare(`insert or replace into ${table} values (${model.columns.map(() => "?").join(", ")})`)
    for (const row of change.rows) put.run(...row.map(stored))
  }
}

const rowsOf = (db: DatabaseSync, plan: PlanId, model: ReadModel, version: number): ReadonlyArray<ModelRow> =>
  db
    .prepare(
      `select ${model.columns.map(({ name }) => name).join(", ")} from ${tableOf(model, version)}
       where plan = ? order by ${model.key.join(", ")}`
    )
    .all(plan)
    .map((row) => model.columns.map((column) => readBack(column, row[column.name])))

/** Returns whether these are all tables of the plan, each at this position, and no attempt is open nor the plan parked. */
export const isLeftAt = (
  { attempts, parked, tables }: PlanClaim,
  of: ReadonlyArray<Generation>,
  { asOf, leaf, nextDay, position }: StoredPosition
): boolean =>
  attempts === 0 &&
  parked === null &&
  tables.length === of.length &&
  tables.every(
    ({ generation, stored }, at) =>
      stored !== null &&
      generation.projection === of[at]?.projection &&
      generation.version === of[at].version &&
      generation.state === of[at].state &&
      stored.position === position &&
      stored.asOf === asOf &&
      stored.nextDay === nextDay &&
      isSameLeaf(stored.leaf, leaf)
  )

const endAttempt = (db: DatabaseSync, plan: PlanId): void => {
  db.prepare("update work set attempts = 0 where plan = ? and attempts > 0").run(plan)
}

/** Returns the claim of a plan in the open transaction. `purged` is called when the journal still holds redacted text. */
export const sqliteClaim = (db: DatabaseSync, attempt: Attempt, plan: PlanId, purged: () => void): PlanClaim => {
  const work = db.prepare("select attempts, parked from work where plan = ?").get(plan)
  const stored = db.prepare(
    "select position, as_of, next_day, leaf from checkpoint where plan = ? and projection = ? and version = ?"
  )
  return {
    attempts: Number(work?.["attempts"] ?? 0),
    parked: (work?.["parked"] ?? null) as ParkReason | null,
    tables: generationsIn(db)
      .filter(({ state }) => state !== "retired")
      .map((generation) => {
        const found = stored.get(plan, generation.projection, generation.version)
        return {
          generation,
          stored:
            found === undefined
              ? null
              : {
                  position: Number(found["position"]),
                  asOf: found["as_of"] as Day,
                  nextDay: found["next_day"] as Day | null,
                  leaf: leafIn(found["leaf"])
                }
        }
      }),
    write: (writings) =>
      attempt(() => {
        for (const writing of writings) writeTable(db, plan, writing)
      }),
    clear: (model, version) =>
      attempt(() => void db.prepare(`delete from ${tableOf(model, version)} where plan = ?`).run(plan)),
    purge: attempt(() => {
      for (const { projection, state, version } of generationsIn(db)) {
        if (state !== "retired") continue
        db.prepare(`delete from ${tableOf({ name: projection }, version)} where plan = ?`).run(plan)
      }
      purged()
    }),
    save: (of, { asOf, leaf, nextDay, position }, writings) =>
      attempt(() => {
        for (const writing of writings) writeTable(db, plan, writing)
        const put = db.prepare("insert or replace into checkpoint values (?, ?, ?, ?, ?, ?, ?)")
        for (const { projection, version } of of) put.run(plan, projection, version, position, asOf, nextDay, leaf)
        endAttempt(db, plan)
      }),
    forget: (of) =>
      attempt(() => {
        const gone = db.prepare("delete from checkpoint where plan = ? and projection = ? and version = ?")
        for (const { projection, version } of of) gone.run(plan, projection, version)
        endAttempt(db, plan)
      }),
    rows: (model, version) => attempt(() => rowsOf(db, plan, model, version))
  }
}
