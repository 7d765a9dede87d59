/**
 * Transactions: what the caller's function does with the database and the log is committed together, or not at all.
 */
import type { EventLog } from "@frist/store/EventLog"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { FristError } from "./FristError.ts"
import { type PlainRecordingContext, type RecordedPositions, recording } from "./PlainArguments.ts"
import type { PlainCommand } from "./PlainCommand.ts"
import { TransactionCalls } from "./TransactionCalls.ts"
import { checkStatement } from "./TransactionStatement.ts"

/** Rows, each with its columns by name. */
type Rows = ReadonlyArray<Record<string, unknown>>

/** The options of `openLog`. `query` is for `memory:`, `elsewhere` for any address, the others for PostgreSQL. */
export interface OpenLogOptions {
  /** Whether to create or migrate the tables first; default: false. */
  readonly migrate?: boolean
  /** The most connections to open; default: 10. */
  readonly connections?: number
  /** The most seconds that a standby may be behind when it is read; else the code is `stale`. Default: no limit. */
  readonly maxLag?: number
  /**
   * The addresses that plans may have moved to: they are read, recorded and followed there. Then there are no
   * transactions. Default: none.
   */
  readonly elsewhere?: ReadonlyArray<string>
  /** Answers the statements of transactions in memory, where no database does: for tests. Default: no rows. */
  readonly query?: (sql: string, parameters: ReadonlyArray<unknown>) => Rows | Promise<Rows>
}

/** A transaction on the database that holds the log: everything in it is committed, or nothing. */
export interface Transaction {
  /** Runs one statement, with parameters `$1`, `$2` …, and returns its rows; refuses one that would end the transaction. */
  query(sql: string, parameters?: ReadonlyArray<unknown>): Promise<Rows>
  /** Records as `FristLog.record` does. Call it last: the plan is locked from here to the commit. */
  record(context: PlainRecordingContext, ...commands: ReadonlyArray<PlainCommand>): Promise<RecordedPositions>
}

/** Runs an effect of the log within a transaction. */
export type RunInTransaction = <B, E>(effect: Effect.Effect<B, E, EventLog>) => Promise<B>

/** Runs work in a new transaction. An error that the work throws rolls back and is rethrown unchanged. */
export type TransactionRunner = <A>(
  context: Context.Context<EventLog>,
  work: (transaction: Transaction, run: RunInTransaction, calls: TransactionCalls) => Promise<A>
) => Promise<A>

/** What a database does for a transaction. */
interface TransactionDatabase {
  /** Runs an effect in a transaction, which is rolled back if the effect fails. */
  readonly within: <A, E>(effect: Effect.Effect<A, E, EventLog>) => Effect.Effect<A, unknown, EventLog>
  readonly query: (sql: string, parameters: ReadonlyArray<unknown>) => Effect.Effect<Rows, unknown>
}

/** Returns what runs transactions on a database. They roll back where a call was not awaited. */
export const runnerOn =
  (databaseOf: (context: Context.Context<EventLog>) => TransactionDatabase): TransactionRunner =>
  async (context, work) => {
    const { query, within } = databaseOf(context)
    const calls = new TransactionCalls()
    let thrown: { readonly error: unknown } | undefined
    const whole = Effect.gen(function* () {
      const inner = yield* Effect.context<EventLog>()
      const run: RunInTransaction = (effect) =>
        calls.start(() =>
          Effect.runPromiseWith(inner)(effect).catch((error: unknown) => {
            throw FristError.of(error)
          })
        )
      const ended = async () => {
        const own: Transaction = {
          query: (statement, parameters = []) =>
            run(
              Effect.andThen(
                Effect.try({ try: () => checkStatement(statement, parameters), catch: FristError.of }),
                Effect.suspend(() => query(statement, parameters))
              )
            ),
          record: (given, ...commands) => run(recording(given, commands))
        }
        const result = await work(own, run, calls)
        await calls.endDone()
        return result
      }
      return yield* Effect.tryPromise({
        try: ended,
        catch: (error) => {
          thrown = { error }
          return FristError.of(error)
        }
        // A statement in progress would run after the rollback otherwise.
      }).pipe(Effect.ensuring(Effect.promise(() => calls.end())))
    })
    return Effect.runPromiseWith(context)(within(whole)).catch((error: unknown) => {
      throw thrown === undefined ? FristError.of(error) : thrown.error
    })
  }
