/**
 * A thread with its own connection to a SQLite log, which waits for permission before every statement.
 */
import { BatchId, PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { StatementSync } from "node:sqlite"
import { parentPort, workerData } from "node:worker_threads"
import { activityNamed, batchOf, fromTo, note, wholeLog } from "../../src/contract/ContractFixture.ts"
import type { Answered } from "../../src/contract/ObservedHistory.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { recordsOf } from "../../src/BatchRecords.ts"

/** One call. Batches are numbered, so that several threads can send the same one. */
export type Call =
  | {
      readonly does: "append"
      readonly batch: number
      /** The position that the decision saw; `undefined`: the thread reads the plan first. */
      readonly after: number | undefined
      /** The activities that the decision looked at; none means the whole plan. */
      readonly about: ReadonlyArray<number>
    }
  | { readonly does: "read" }
  | { readonly does: "restore"; readonly batch: number }

export interface Calls {
  readonly filename: string
  readonly plan: string
  readonly batches: ReadonlyArray<string>
  readonly calls: ReadonlyArray<Call>
}

/** A message of a thread: that it is about to run a statement, or how its calls ended. */
export type Said =
  | { readonly statement: string }
  | { readonly answers: ReadonlyArray<Answered>; readonly reads: ReadonlyArray<ReadonlyArray<RecordedEvent>> }
  | { readonly failure: string }

const gate = new Int32Array(workerData as SharedArrayBuffer)
const say = (said: Said) => parentPort?.postMessage(said)
let isGated = false

const gated =
  <F extends (this: StatementSync, ...args: Array<never>) => unknown>(run: F) =>
  (statement: StatementSync, args: Parameters<F>): unknown => {
    if (isGated) {
      say({ statement: statement.sourceSQL })
      Atomics.wait(gate, 0, 0)
      Atomics.store(gate, 0, 0)
    }
    return Reflect.apply(run, statement, args)
  }

for (const name of ["run", "get", "all", "iterate"] as const) {
  const through = gated(StatementSync.prototype[name] as (this: StatementSync, ...args: Array<never>) => unknown)
  Object.defineProperty(StatementSync.prototype, name, {
    value(this: StatementSync, ...args: Array<never>) {
      return through(this, args)
    }
  })
}

/** A busy file is tried again at once: how long a pause takes is for the scheduler to say. */
const impatient = Effect.map(
  Clock.Clock,
  (clock) =>
    Object.create(clock, { sleep: { value: () => Effect.promise(() => new Promise(setImmediate)) } }) as Clock.Clock
)

const carryOut = Effect.fnUntraced(function* ({ batches, calls, plan: name }: Calls) {
  const log = yield* wholeLog
  const plan = PlanId.make(name)
  const answers: Array<Answered> = []
  const reads: Array<ReadonlyArray<RecordedEvent>> = []
  const batchAt = (nth: number) =>
    batchOf(
      plan,
      0,
      fromTo(1, 1 + (nth % 2)).map((at) => note(`${nth} ${at}`, activityNamed(`a${nth % 2}`))),
      { batch: BatchId.make(batches[nth] ?? "") }
    )
  yield* Effect.sync(() => (isGated = true))
  for (const call of calls) {
    if (call.does === "read") reads.push(yield* log.read(plan))
    else if (call.does === "append") {
      const after = call.after ?? (yield* log.read(plan)).length
      const condition = { after, activities: call.about.map((nth) => activityNamed(`a${nth}`)) }
      const batch = { ...batchAt(call.batch), condition }
      const answer = yield* Effect.catchTag(log.append(batch), "Conflict", ({ head }) => Effect.succeed({ head }))
      answers.push({ batch, answer })
    } else {
      const batch = batchAt(call.batch)
      const records = recordsOf(batch, 0, 1_700_000_000_000)
      const answer = yield* log.restore(plan, Stream.fromIterable(records)).pipe(
        Effect.map(({ size }) => ({ first: 1, last: size, recordedAt: 1_700_000_000_000, repeated: false })),
        Effect.catchTag("Conflict", ({ head }) => Effect.succeed({ head }))
      )
      answers.push({ batch, answer })
    }
  }
  return { answers, reads }
})

parentPort?.on("message", (calls: Calls) => {
  const run = Effect.gen(function* () {
    const clock = yield* impatient
    return yield* Effect.provide(carryOut(calls), layer({ filename: calls.filename })).pipe(
      Effect.provideService(Clock.Clock, clock)
    )
  })
  void Effect.runPromise(run)
    .finally(() => (isGated = false))
    .then(say, (error: unknown) => say({ failure: String(error) }))
})
