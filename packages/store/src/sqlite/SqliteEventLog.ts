/**
 * The log in one SQLite file, shared by any number of processes on one machine. It uses a write-ahead log, synced at
 * each commit, and one writer at a time.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import { checkedNote, checkedRange } from "../CheckedInput.ts"
import type { EventLogError, ReadOptions } from "../EventLog.ts"
import { subscriptionStream } from "../subscriptions/SubscriptionStream.ts"
import type { LogServices } from "../LogServices.ts"
import { observed } from "../observing/ObservedLog.ts"
import { isOutOfRange, openFile, type OpenOptions, retryWhileBusy, sqliteError } from "./SqliteFile.ts"
import { sqliteAppending } from "./SqliteAppending.ts"
import { sqliteErase, sqliteEraseEdition } from "./SqliteErasure.ts"
import { sqliteRestore } from "./SqliteRestoration.ts"
import { columnsFrom, statements } from "./SqliteRows.ts"
import { eventsIn, recordsIn } from "../batches/RowDecoder.ts"
import { storedRows } from "../batches/StoredRows.ts"

/** A file sends no notifications, so subscribers poll every plan. */
const looksAgain = Effect.as(Effect.sleep("25 millis"), null)

const make = Effect.fnUntraced(function* (options: OpenOptions) {
  const db = yield* openFile(options)
  const patient = retryWhileBusy(options)
  /** Readers wait too: nobody gets in while another process recovers or closes the file. */
  const attempt = <A>(run: () => A): Effect.Effect<A, EventLogError> =>
    patient(Effect.try({ try: run, catch: (error) => sqliteError(options.filename, error) }))
  const sql = yield* attempt(() => statements(db))

  const append = sqliteAppending({ db, sql, attempt })

  const records = Effect.fnUntraced(function* (plan: PlanId, readOptions?: ReadOptions) {
    const { after, limit = Infinity } = yield* checkedRange(plan, readOptions)
    return yield* Effect.fromResult(
      yield* attempt(() => recordsIn(columnsFrom(sql.read, plan, after + 1), plan, after, limit))
    )
  })
  const read = Effect.fnUntraced(function* (plan: PlanId, readOptions?: ReadOptions) {
    const { after, limit = Infinity } = yield* checkedRange(plan, readOptions)
    return yield* Effect.fromResult(
      yield* attempt(() => eventsIn(columnsFrom(sql.events, plan, after + 1), plan, after, limit))
    )
  })
  const leafAt = (plan: PlanId, position: number): Uint8Array | null => {
    const leaf = sql.leaf.get(plan, position)?.["leaf"]
    return leaf instanceof Uint8Array ? leaf : null
  }
  const page = (plan: PlanId, after: number, limit: number) =>
    Effect.flatMap(
      attempt(() =>
        Result.map(eventsIn(columnsFrom(sql.events, plan, after + 1), plan, after, limit), (events) => ({
          events,
          before: leafAt(plan, after),
          last: leafAt(plan, after + events.length)
        }))
      ),
      Effect.fromResult
    )
  const rows = Effect.fnUntraced(function* (plan: PlanId, readOptions?: ReadOptions) {
    const { after, limit = Infinity } = yield* checkedRange(plan, readOptions)
    const all = (statement: typeof sql.stored) => storedRows(columnsFrom(statement, plan, after + 1), after, limit)
    return yield* attempt(() => {
      try {
        return all(sql.stored)
      } catch (error) {
        if (isOutOfRange(error)) return all(sql.wide)
        throw error
      }
    })
  })

  const plans = attempt(() =>
    sql.plans.all().map((row) => ({ plan: row["plan"] as PlanId, events: Number(row["head"]) }))
  )

  const editions = (plan: PlanId) =>
    attempt(() =>
      sql.editions.all(plan).map(({ document, sha256 }) => ({ sha256: String(sha256), document: String(document) }))
    )
  const edition = (plan: PlanId, sha256: string) =>
    attempt(() => {
      const content = sql.edition.get(plan, sha256)?.["content"]
      return content instanceof Uint8Array ? content : undefined
    })

  const head = (plan: PlanId) => attempt(() => Number(sql.head.get(plan)?.["last"] ?? 0))

  return observed({
    isCounted: true,
    log: {
      append,
      read,
      page,
      editions,
      edition,
      plans,
      leaves: (of) => attempt(() => of.map(({ plan, position }) => leafAt(plan, position))),
      changes: (subscription) =>
        subscriptionStream({ read: page, plans, head, listen: () => Effect.succeed(looksAgain) }, subscription)
    },
    evidence: {
      records,
      rows,
      seal: (plan, note) =>
        Effect.flatMap(checkedNote(note), () => Effect.asVoid(attempt(() => sql.seal.run(plan, note)))),
      sealed: (plan) => attempt(() => sql.notes.all(plan).map((row) => String(row["note"])))
    },
    administration: {
      restore: sqliteRestore(options),
      erase: sqliteErase(options),
      eraseEdition: sqliteEraseEdition(options)
    }
  })
})

/**
 * Returns the log in a SQLite file, which is created if it is missing. The file is closed with the scope of the layer.
 */
export const layer = (options: OpenOptions): Layer.Layer<LogServices, EventLogError> =>
  Layer.effectContext(make(options))
