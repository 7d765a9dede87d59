/**
 * Restores a plan into a SQLite file, in one transaction on a separate connection. Other appends wait, and are no part
 * of it.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import { RecordRows } from "../batches/RecordRows.ts"
import { restoreRecords } from "../copy/Restoration.ts"
import { restoreConflict } from "../AppendDecision.ts"
import type { CopiedNote } from "@frist/evidence/CopyFormat"
import { type StoredRecord } from "@frist/evidence/StoredEvent"
import { openFile, type OpenOptions, retryWhileBusy, sqliteError } from "./SqliteFile.ts"
import type { KeptEdition } from "../EventLog.ts"
import type { BatchSpan } from "../evidence/RecordVerifier.ts"
import { insertRow, keepEdition, statements } from "./SqliteRows.ts"

/** Returns `LogAdministration.restore` for a file. */
export const sqliteRestore =
  (options: OpenOptions) =>
  <E, R>(plan: PlanId, records: Stream.Stream<StoredRecord | KeptEdition | CopiedNote, E, R>) =>
    Effect.scoped(
      Effect.gen(function* () {
        const now = <A>(run: () => A) =>
          Effect.try({ try: run, catch: (error) => sqliteError(options.filename, error) })
        // Closing rolls back whatever was not committed.
        const db = yield* openFile({ ...options, create: false })
        const sql = yield* retryWhileBusy(options)(now(() => statements(db)))
        yield* retryWhileBusy(options)(now(() => sql.begin.run()))
        const head = Number((yield* now(() => sql.head.get(plan)))?.["last"] ?? 0)
        const conflict = restoreConflict(plan, head)
        if (conflict !== undefined) return yield* conflict
        const grouping = new RecordRows()
        let last = 0
        const write = (page: ReadonlyArray<StoredRecord>, ended: ReadonlyArray<BatchSpan>) =>
          now(() => {
            const rows = page.map((record) => grouping.add(record))
            last = page.at(-1)?.record.position ?? last
            // The last batch has ended too: what follows may need its events.
            if (ended.at(-1)?.last === last) rows.push(grouping.end())
            for (const row of rows) if (row !== undefined) insertRow(sql, row)
          })
        const taken = yield* restoreRecords(plan, records, write, (kept) =>
          now(() => ("note" in kept ? sql.seal.run(plan, kept.note) : keepEdition(sql, plan, kept)))
        )
        if (taken.size > 0) yield* now(() => sql.commit.run())
        return { size: taken.size, root: taken.root }
      })
    )
