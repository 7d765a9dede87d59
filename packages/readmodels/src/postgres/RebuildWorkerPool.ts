/**
 * Threads that derive the rows of plans for whoever rebuilds, each with connections and a bounded memory of its own: one
 * thread is kept busy by one plan, while the server waits.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import { EventLogError } from "@frist/store/EventLog"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Queue from "effect/Queue"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { Worker } from "node:worker_threads"
import type { Outcome } from "../CatchUp.ts"

/** What a thread is asked. */
export interface Asked {
  readonly plan: PlanId
  readonly today: Day
  /** Which read models are being built. */
  readonly building: ReadonlyArray<string>
}

/** What it answers, where it did not fail. */
export type Answered =
  | { readonly outcome: Outcome }
  | { readonly reason: EventLogError["reason"]; readonly detail: string }

/** A plan that does not fit is left to whoever asked: null. */
export type Ask = (asked: Asked) => Effect.Effect<Outcome | null, EventLogError>

/** Megabytes of the heap of a thread: enough for a plan of some 50,000 events. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 }

/** Beside this file, and of its kind: as it was written, built, or bundled. */
const file = new URL(`RebuildWorker${/\.\w+$/u.exec(import.meta.url)?.[0] ?? ".js"}`, import.meta.url)

/** So many threads at that address, started when they are first needed, which end with the scope. */
export const rebuildWorkerPool = (url: Redacted.Redacted, count: number): Effect.Effect<Ask, never, Scope.Scope> =>
  Effect.gen(function* () {
    const threads = new Set<Worker>()
    const free = yield* Queue.unbounded<Worker | null>()
    for (let n = 0; n < count; n++) yield* Queue.offer(free, null)
    yield* Effect.addFinalizer(() => Effect.promise(() => Promise.all([...threads].map((each) => each.terminate()))))

    /** What each thread is at. */
    const asking = new Map<Worker, Deferred.Deferred<Answered | null>>()
    const answered = (thread: Worker, answer: Answered | null) => {
      const deferred = asking.get(thread)
      if (deferred !== undefined) Deferred.doneUnsafe(deferred, Effect.succeed(answer))
    }
    const start = (): Worker => {
      const thread = new Worker(file, { workerData: Redacted.value(url), resourceLimits })
      const ended = () => {
        threads.delete(thread)
        answered(thread, null)
      }
      threads.add(thread)
      return thread
        .on("message", (answer: Answered) => answered(thread, answer))
        .on("error", ended)
        .on("exit", ended)
    }
    const answerOf = Effect.fnUntraced(function* (thread: Worker, asked: Asked) {
      const answer = yield* Deferred.make<Answered | null>()
      asking.set(thread, answer)
      thread.postMessage(asked)
      return yield* Deferred.await(answer)
    })

    return (asked) =>
      Effect.acquireUseRelease(
        Effect.map(Queue.take(free), (thread) => thread ?? start()),
        (thread) =>
          Effect.flatMap(answerOf(thread, asked), (answer) =>
            answer === null
              ? Effect.succeed(null)
              : "outcome" in answer
                ? Effect.succeed(answer.outcome)
                : Effect.fail(new EventLogError(answer))
          ),
        (thread) => Queue.offer(free, threads.has(thread) ? thread : null)
      )
  })
