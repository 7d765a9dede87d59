/**
 * Transactions of a log in memory, for tests: records are committed or rolled back together, and the caller answers the
 * statements.
 */
import type { EventLog } from "@frist/store/EventLog"
import { MemoryTransactions } from "@frist/store/memory/MemoryTransactions"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { FristError } from "./FristError.ts"
import { type OpenLogOptions, runnerOn, type TransactionRunner } from "./Transaction.ts"

/** Returns what runs transactions of a log in memory. */
export const memoryTransaction = ({ query = () => [] }: OpenLogOptions): TransactionRunner =>
  runnerOn((context) => {
    const transactions = Context.getUnsafe(
      context as Context.Context<EventLog | MemoryTransactions>,
      MemoryTransactions
    )
    return {
      within: (effect) => transactions.run(effect),
      query: (statement, parameters) =>
        Effect.tryPromise({ try: async () => query(statement, parameters), catch: FristError.of })
    }
  })
