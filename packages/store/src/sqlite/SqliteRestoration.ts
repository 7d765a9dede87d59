/**
 * Restores a plan into a SQLite file, in one transaction on a separate connection. Other appends wait, and are no part
 * of it.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import { restoreRecords } from "../copy/Restoration.ts"
import { restoreConflict } from "../AppendDecision.ts"
import { type StoredRecord } from "@frist/evidence/StoredEvent"
import { openFile, type OpenOptions, retryWhileBusy, sqliteError } from "./SqliteFile.ts"
import type { KeptEdition } from "../EventLog.ts"
import type { BatchSpan } from "../evidence/RecordVerifier.ts"
import { insertRecord, keepEdition, statements } from "./SqliteRows.ts"

/** Returns `LogAdministration.restore` for a file. */
export const sqliteRestore =
  (options: OpenOptions) =>
  <E, R>(plan: PlanId, records: Stream.Stream<StoredRecord | KeptEdition, E, R>) =>
    Effect.scoped(
      Effect.gen(function* () {
        const now = <A>(run: () => A) =>
          Effect.try({ try: run, catch: (error) => sqliteError(options.filename, error) })
        // Closing rolls back whatever was not committed.
        const db = yield* openFile({ ...options, create: false })
        const sql = yield* retryWhileBusy(options)(now(() => statements(db)))
        yield* retryWhileBusy(options)(now(() => sql.begin.run()))
        const head = Number((yield* now(() => sql.head.get(plan)))?.["head"] ?? 0)
        const conflict = restoreConflict(plan, head)
        if (conflict !== undefined) return yield* conflict
        const write = (page: ReadonlyArray<StoredRecord>, batches: ReadonlyArray<BatchSpan>) =>
          now(() => {
            for (const record of page) insertRecord(sql, record)
            for (const { batch, first, last, recordedAt } of batches) {
              sql.remember.run(plan, batch, first, last, recordedAt)
            }
          })
        const taken = yield* restoreRecords(plan, records, write, (edition) =>
          now(() => keepEdition(sql, plan, edition))
        )
        if (taken.size > 0) {
          yield* now(() => {
            sql.start.run(plan, taken.size, taken.recordedAt)
            sql.commit.run()
          })
        }
        return { size: taken.size, root: taken.root }
      })
    )
