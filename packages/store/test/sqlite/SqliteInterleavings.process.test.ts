/**
 * Three threads with a connection each to one SQLite file, whose statements fast-check puts in any order.
 */
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { Worker } from "node:worker_threads"
import { fromTo, newBatch, newPlan } from "../../src/contract/ContractFixture.ts"
import { expectLawful } from "../../src/contract/ObservedHistory.ts"
import { expectHolds } from "../../src/contract/InterleavingContract.ts"
import { EventLog } from "../../src/EventLog.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { newFile } from "../TemporaryFile.ts"
import { long } from "../sizes.ts"
import type { Call, Calls, Said } from "./gatedCaller.ts"

const threadCount = 3

/** A thread that runs its calls statement by statement. */
class Thread {
  readonly #gate = new Int32Array(new SharedArrayBuffer(4))
  readonly #worker = new Worker(new URL("gatedCaller.ts", import.meta.url), { workerData: this.#gate.buffer })

  /** The next message: the statement before which it waits, or how its calls ended. */
  #next(): Promise<Said> {
    return new Promise((resolve, reject) => {
      this.#worker.once("message", (said: Said) => {
        this.#worker.off("error", reject)
        resolve(said)
      })
      this.#worker.once("error", reject)
    })
  }

  begin(calls: Calls): Promise<Said> {
    const said = this.#next()
    this.#worker.postMessage(calls)
    return said
  }

  goOn(): Promise<Said> {
    const said = this.#next()
    Atomics.store(this.#gate, 0, 1)
    Atomics.notify(this.#gate, 0)
    return said
  }

  end(): Promise<number> {
    return this.#worker.terminate()
  }
}

const call: fc.Arbitrary<Call> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("append" as const),
      batch: fc.integer({ min: 0, max: 2 }),
      after: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined, freq: 2 }),
      about: fc.subarray([0, 1])
    })
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("read" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("restore" as const), batch: fc.integer({ min: 0, max: 2 }) })
  }
)
const programs = fc.array(fc.array(call, { minLength: 1, maxLength: 3, size: "max" }), {
  minLength: 2,
  maxLength: threadCount,
  size: "max"
})

/** Runs a program in each thread, one statement at a time, and checks what they observed. */
const observe = (threads: ReadonlyArray<Thread>, chosen: fc.Scheduler, all: ReadonlyArray<ReadonlyArray<Call>>) =>
  Effect.gen(function* () {
    const filename = yield* newFile
    const plan = newPlan()
    const batches = fromTo(0, 2).map(newBatch)
    const ends: Array<Said> = []
    const follow = (thread: Thread, said: Said): void => {
      if (!("statement" in said)) return void ends.push(said)
      void chosen.schedule(Promise.resolve(), said.statement, undefined, async (act) => {
        await act()
        follow(thread, await thread.goOn())
      })
    }
    // The tables are made before the threads meet.
    yield* Effect.provide(Effect.asVoid(EventLog), layer({ filename }))
    yield* Effect.promise(async () => {
      const begun = all.flatMap((calls, nth) => {
        const thread = threads[nth]
        return thread === undefined ? [] : [{ thread, said: thread.begin({ filename, plan, batches, calls }) }]
      })
      for (const { said, thread } of begun) follow(thread, await said)
      while (ends.length < begun.length) await chosen.waitNext(1)
    })
    expect(ends.flatMap((end) => ("failure" in end ? [end.failure] : []))).toEqual([])
    const events = yield* Effect.flatMap(EventLog, (log) => log.read(plan)).pipe(Effect.provide(layer({ filename })))
    expectLawful({
      events,
      answers: ends.flatMap((end) => ("answers" in end ? end.answers : [])),
      reads: ends.flatMap((end) => ("reads" in end ? [end.reads] : [])),
      received: []
    })
  }).pipe(Effect.scoped)

it.live(
  "threads on one SQLite file obey the laws of the log, whatever the order of their statements",
  () =>
    Effect.gen(function* () {
      const threads = yield* Effect.acquireRelease(
        Effect.sync(() => fromTo(1, threadCount).map(() => new Thread())),
        (all) => Effect.promise(() => Promise.all(all.map((each) => each.end())))
      )
      const property = fc.asyncProperty(fc.scheduler(), programs, (chosen, all) =>
        Effect.runPromise(observe(threads, chosen, all))
      )
      yield* Effect.promise(() => expectHolds(property, long ? 3000 : 60, ([, all]) => all))
    }),
  3_600_000
)
