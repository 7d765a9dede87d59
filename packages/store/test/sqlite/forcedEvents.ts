/**
 * Changes events of a SQLite log by force, an event a row: without triggers, and with rows made of what is left.
 */
import type { StoredRow } from "@frist/evidence/StoredEvent"
import { DatabaseSync } from "node:sqlite"
import { RecordRows } from "../../src/batches/RecordRows.ts"
import { insertRow, insertSql } from "../../src/sqlite/SqliteRows.ts"

type Cells = Readonly<Record<string, unknown>>

/** Drops every trigger. */
export const dropTriggers = (db: DatabaseSync): void => {
  for (const { name } of db.prepare("select name from sqlite_schema where type = 'trigger'").all()) {
    db.exec(`drop trigger ${name}`)
  }
}

const storedIn = (cells: Cells): StoredRow => ({
  record: {
    plan: cells["plan"],
    position: Number(cells["position"]),
    activity: cells["activity"],
    type: cells["type"],
    effectiveOn: cells["effective_on"],
    recordedAt: Number(cells["recorded_at"]),
    actor: cells["actor"],
    batch: cells["batch"],
    provenance: cells["provenance"],
    source:
      cells["source_document"] === null && cells["source_sha256"] === null
        ? null
        : {
            document: cells["source_document"],
            sha256: cells["source_sha256"],
            table: cells["source_table"],
            row: cells["source_row"] === null ? null : Number(cells["source_row"]),
            column: cells["source_column"]
          }
  } as unknown as StoredRow["record"],
  bytes: cells["content"] as Uint8Array | null,
  salt: cells["salt"] as Uint8Array | null,
  digest: cells["digest"] as Uint8Array | null,
  leaf: cells["leaf"] as Uint8Array
})

/** Replaces every row by rows of these events, in this order. A batch that is in several places has several chunks. */
export const putEvents = (db: DatabaseSync, events: ReadonlyArray<Cells>): void => {
  const grouping = new RecordRows()
  const rows = [...events.map((each) => grouping.add(storedIn(each))), grouping.end()]
  const chunks = new Map<string, number>()
  const insert = db.prepare(insertSql)
  db.exec("delete from main.batch")
  for (const row of rows) {
    if (row === undefined) continue
    const key = `${row.plan} ${row.batch}`
    const chunk = chunks.get(key) ?? 0
    chunks.set(key, chunk + 1)
    insertRow({ insert }, { ...row, chunk })
  }
}

/** Runs statements on a table `event` with an event a row, and makes the log of what is left. Leaves no trigger. */
export const forceEvents = (filename: string, statements: string): void => {
  const db = new DatabaseSync(filename)
  try {
    dropTriggers(db)
    db.exec(`create temp table event as select * from main.event; ${statements}`)
    putEvents(db, db.prepare("select * from temp.event order by plan, position").all())
  } finally {
    db.close()
  }
}
