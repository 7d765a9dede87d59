/**
 * Transactions of a log in memory: what is recorded in one is seen by it alone until it has succeeded, and other writers
 * wait for it.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as PubSub from "effect/PubSub"
import * as Semaphore from "effect/Semaphore"
import type { LogServices } from "../LogServices.ts"
import { type MemoryContent, memoryLog } from "./MemoryLog.ts"

/** Runs an effect on the log of a transaction: if it fails, nothing that it recorded remains. */
export class MemoryTransactions extends Context.Service<
  MemoryTransactions,
  { readonly run: <A, E, R>(self: Effect.Effect<A, E, R>) => Effect.Effect<A, E, Exclude<R, LogServices>> }
>()("@frist/store/memory/MemoryTransactions") {}

const copyOf = ({ batches, editions, notes, plans }: MemoryContent): MemoryContent => ({
  plans: new Map([...plans].map(([plan, log]) => [plan, [...log]])),
  batches: new Map(batches),
  notes: new Map(notes),
  editions: new Map([...editions].map(([plan, own]) => [plan, new Map(own)]))
})

/** Puts what a transaction changed in place of what was there. */
const settle = (content: MemoryContent, changed: MemoryContent): void => {
  for (const key of ["plans", "batches", "notes", "editions"] as const) {
    const to: Map<unknown, unknown> = content[key]
    for (const [at, value] of changed[key]) to.set(at, value)
  }
}

/** Makes a new, empty log with its transactions. */
export const makeMemory: Effect.Effect<Context.Context<LogServices | MemoryTransactions>> = Effect.gen(function* () {
  const content: MemoryContent = { plans: new Map(), batches: new Map(), notes: new Map(), editions: new Map() }
  const arrivals = yield* PubSub.sliding<void>(1)
  const one = yield* Semaphore.make(1)
  const run = <A, E, R>(self: Effect.Effect<A, E, R>) =>
    one.withPermits(1)(
      Effect.gen(function* () {
        const changed = copyOf(content)
        const unheard = yield* PubSub.sliding<void>(1)
        const own = memoryLog({ content: changed, arrivals: unheard, writing: (effect) => effect })
        const done = yield* Effect.provideContext(self, own)
        settle(content, changed)
        yield* PubSub.publish(arrivals, undefined)
        return done
      })
    )
  const log = memoryLog({ content, arrivals, writing: one.withPermits(1) })
  return Context.add(log, MemoryTransactions, MemoryTransactions.of({ run }))
})
