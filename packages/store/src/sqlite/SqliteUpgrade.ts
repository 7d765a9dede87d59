/**
 * Brings the tables of an earlier version, which had a row an event, to those of this one. Positions, times, exact bytes,
 * salts and leaves stay as they are. A log that was changed by force is not converted: nothing may hide that.
 */
import type { PlanId } from "@frist/domain/Names"
import type { StoredRow } from "@frist/evidence/StoredEvent"
import type { DatabaseSync } from "node:sqlite"
import { hashBytes } from "../batches/BatchRow.ts"
import { RecordRows } from "../batches/RecordRows.ts"
import { damagedEvent } from "../EventDecoder.ts"
import { batchTables, editionTable, triggers } from "./SqliteSchema.ts"
import { insertRow, insertSql } from "./SqliteRows.ts"

/** The columns of an event in the earlier versions. */
const columns = `plan, position, activity, type, effective_on, recorded_at, actor, batch, provenance,
  source_document, source_sha256, source_table, source_row, source_column, content, salt, digest, leaf`

/** Whether tables of this version can be upgraded. */
export const isUpgradable = (version: number): boolean => version === 1 || version === 2

/** Upgrades the tables of a version in the open transaction. */
export const upgradeTables = (db: DatabaseSync, version: number): void => {
  const made = "select type, name from sqlite_schema where type in ('trigger', 'index') and sql is not null"
  for (const { name, type } of db.prepare(made).all()) db.exec(`drop ${type} "${name}"`)
  for (const table of ["plan", "batch", "event"]) db.exec(`alter table ${table} rename to earlier_${table}`)
  db.exec(`${batchTables}${version === 1 ? editionTable : ""}`)
  convertEvents(db)
  refuseOtherHeads(db)
  db.exec("drop table earlier_plan; drop table earlier_batch; drop table earlier_event")
  db.exec(triggers)
}

const convertEvents = (db: DatabaseSync): void => {
  const insert = db.prepare(insertSql)
  const grouping = new RecordRows()
  let [plan, next] = ["", 1]
  for (const row of db.prepare(`select ${columns} from earlier_event order by plan, position`).iterate()) {
    const stored = storedIn(row)
    const { record } = stored
    if (record.plan !== plan) [plan, next] = [record.plan, 1]
    if (record.position !== next || !isWhole(stored)) throw damagedEvent(record.plan, next, notConverted)
    next += 1
    const ended = grouping.add(stored)
    if (ended !== undefined) insertRow({ insert }, ended)
  }
  const last = grouping.end()
  if (last !== undefined) insertRow({ insert }, last)
}

/** Converts an event of the earlier tables. */
const storedIn = (row: Readonly<Record<string, unknown>>): StoredRow => ({
  record: {
    plan: row["plan"],
    position: row["position"],
    activity: row["activity"],
    type: row["type"],
    effectiveOn: row["effective_on"],
    recordedAt: row["recorded_at"],
    actor: row["actor"],
    batch: row["batch"],
    provenance: row["provenance"],
    source:
      row["source_sha256"] === null
        ? null
        : {
            document: row["source_document"],
            sha256: row["source_sha256"],
            table: row["source_table"],
            row: row["source_row"],
            column: row["source_column"]
          }
  } as StoredRow["record"],
  bytes: row["content"] as Uint8Array | null,
  salt: row["salt"] as Uint8Array | null,
  digest: row["digest"] as Uint8Array | null,
  leaf: row["leaf"] as Uint8Array
})

/** Whether a row of the new tables has a place for everything that an event is. */
const isWhole = ({ bytes, digest, leaf, salt }: StoredRow): boolean =>
  leaf.length === hashBytes &&
  (bytes === null ? salt === null && digest?.length === hashBytes : salt?.length === hashBytes && digest === null)

/** What the earlier tables said beside the events, and the new ones derive from them. */
const others = `
  select plan, head as position from (select plan, head, recorded_at from earlier_plan except select * from plan)
  union all select plan, head from (select * from plan except select plan, head, recorded_at from earlier_plan)
  union all select plan, last from (
    select plan, batch, first, last, recorded_at from earlier_batch
    except select plan, batch, min(first), max(last), recorded_at from batch group by plan, batch
  )
  limit 1`

const refuseOtherHeads = (db: DatabaseSync): void => {
  const wrong = db.prepare(others).get()
  if (wrong !== undefined) throw damagedEvent(wrong["plan"] as PlanId, Number(wrong["position"]), notConverted)
}

const notConverted = "it was changed by force, so the file is not upgraded"
