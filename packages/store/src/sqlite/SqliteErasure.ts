/**
 * Erases redacted content from a SQLite file: from the row, from unused pages, and from the write-ahead log. It
 * rewrites the file, so it has a separate connection.
 */
import { type PlanId, Position } from "@frist/domain/Names"
import { removes } from "@frist/domain/plan/Removal"
import * as Effect from "effect/Effect"
import { erasedColumns } from "../batches/ErasedColumns.ts"
import { notRemoved } from "../evidence/Erasure.ts"
import { eventIn } from "../EventDecoder.ts"
import { EventLogError } from "../EventLog.ts"
import { contentHash, notErased } from "../KeptContent.ts"
import { openFile, type OpenOptions, retryWhileBusy, sqliteError } from "./SqliteFile.ts"
import { columnsFrom, statements } from "./SqliteRows.ts"
import { unfinishedErasure } from "./SqliteSchema.ts"

/**
 * Runs an erasure in one transaction, and then rewrites the file. Until that is done, the file itself says that it is
 * not: the next erasure, of anything, completes it.
 */
const erasing = (
  options: OpenOptions,
  plan: PlanId,
  removed: string,
  change: (sql: ReturnType<typeof statements>) => void
): Effect.Effect<void, EventLogError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const db = yield* openFile({ ...options, create: false })
      const attempt = <A>(run: () => A) =>
        retryWhileBusy(options)(Effect.try({ try: run, catch: (error) => sqliteError(options.filename, error) }))
      // If it stops before the file is rewritten, at least the row has been overwritten.
      yield* attempt(() => db.exec("pragma secure_delete = on"))
      const sql = yield* attempt(() => statements(db))
      yield* attempt(() => {
        if (db.isTransaction) sql.rollback.run()
        sql.begin.run()
        change(sql)
        db.exec(unfinishedErasure.replace("table", "table if not exists"))
        db.prepare("insert into unfinished_erasure values (?, ?)").run(plan, removed)
        sql.commit.run()
      })
      // Pages that were split or freed earlier may still contain the text, so the file is rewritten.
      yield* attempt(() => db.exec("vacuum"))
      yield* attempt(() => {
        // A reader of the old state keeps it in the write-ahead log.
        if (db.prepare("pragma wal_checkpoint(truncate)").get()?.["busy"] !== 0) {
          throw new EventLogError({
            reason: "timedOut",
            detail: "another process still reads what was erased",
            file: options.filename
          })
        }
      })
      yield* attempt(() => db.exec("drop table if exists unfinished_erasure"))
    })
  )

/** Returns `LogAdministration.erase` for a file. */
export const sqliteErase =
  (options: OpenOptions) =>
  (plan: PlanId, positions: ReadonlyArray<number>): Effect.Effect<void, EventLogError> =>
    erasing(options, plan, positions.join(", "), (sql) => {
      const decisions = sql.removals.all(plan).map(({ position, said }) => ({
        position: Position.make(Number(position)),
        event: eventIn(String(said)) ?? null
      }))
      for (const position of positions) {
        const [row] = columnsFrom(sql.read, plan, position)
        const erased = row && erasedColumns(row, position)
        if (row === undefined || erased === undefined) throw notRemoved(plan, position)
        const was = erased === "erased" ? { event: null, type: "" } : { ...erased, event: eventIn(erased.said) ?? null }
        const target = { ...was, position: Position.make(position) }
        if (!decisions.some((each) => removes(each, target))) throw notRemoved(plan, position)
        if (erased === "erased") continue
        sql.erase.run(`$[${erased.at}][0]`, erased.content, erased.salt, plan, Number(row.first))
      }
    })

/** Returns `LogAdministration.eraseEdition` for a file. */
export const sqliteEraseEdition =
  (options: OpenOptions) =>
  (plan: PlanId, sha256: string, content: Uint8Array | null): Effect.Effect<void, EventLogError> =>
    erasing(options, plan, sha256.slice(0, 12), (sql) => {
      const digest = content === null ? null : contentHash(content)
      const last = sql.aboutEdition.get(plan, sha256)
      if (last?.["type"] !== "EditionErased" || last["named"] !== digest) throw notErased(plan, sha256)
      sql.eraseEdition.run(digest, content, plan, sha256)
    })
