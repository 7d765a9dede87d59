/**
 * Worker threads that derive the rows of plans for a rebuild. Each has its own connections and a bounded heap. Deriving
 * keeps a thread busy, while the server waits.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import { EventLogError } from "@frist/store/EventLog"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Queue from "effect/Queue"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { Worker } from "node:worker_threads"
import type { CatchUpOutcome } from "../CatchUp.ts"

/** A plan for a worker to derive. */
export interface RebuildRequest {
  readonly plan: PlanId
  readonly today: Day
  /** The read models under rebuild. */
  readonly building: ReadonlyArray<string>
}

/** An error of the log as a message between threads. */
export const ErrorMessage = Schema.toCodecJson(EventLogError)

/** The answer of a worker that did not crash. */
export type RebuildAnswer = { readonly outcome: CatchUpOutcome } | { readonly error: typeof ErrorMessage.Encoded }

/** Megabytes of heap per thread: enough for a plan of some 50,000 events, and for young objects to die young. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 64 }

/** Beside this file and with its extension: as source, built, or bundled. */
const file = new URL(`RebuildWorker${/\.\w+$/u.exec(import.meta.url)?.[0] ?? ".js"}`, import.meta.url)

const crashed = "crashed"

/**
 * Makes a pool of `count` threads on the log at `url`. Threads start when first needed and end with the scope. Returns a
 * function that derives one plan: null if its thread crashed, which is replaced; the caller then derives the plan.
 */
export const rebuildWorkerPool = (
  url: Redacted.Redacted,
  count: number
): Effect.Effect<
  (request: RebuildRequest) => Effect.Effect<CatchUpOutcome | null, EventLogError>,
  never,
  Scope.Scope
> =>
  Effect.gen(function* () {
    const threads = new Set<Worker>()
    const free = yield* Queue.unbounded<Worker | null>()
    for (let n = 0; n < count; n++) yield* Queue.offer(free, null)
    yield* Effect.addFinalizer(() => Effect.promise(() => Promise.all([...threads].map((each) => each.terminate()))))

    const waiting = new Map<Worker, Deferred.Deferred<RebuildAnswer | typeof crashed>>()
    const answer = (thread: Worker, given: RebuildAnswer | typeof crashed) => {
      const deferred = waiting.get(thread)
      if (deferred !== undefined) Deferred.doneUnsafe(deferred, Effect.succeed(given))
    }
    const start = (): Worker => {
      const thread = new Worker(file, { workerData: Redacted.value(url), resourceLimits })
      const ended = () => {
        threads.delete(thread)
        answer(thread, crashed)
      }
      threads.add(thread)
      return thread
        .on("message", (given: RebuildAnswer) => answer(thread, given))
        .on("error", ended)
        .on("exit", ended)
    }
    const ask = Effect.fnUntraced(function* (thread: Worker, request: RebuildRequest) {
      const deferred = yield* Deferred.make<RebuildAnswer | typeof crashed>()
      waiting.set(thread, deferred)
      thread.postMessage(request)
      const given = yield* Deferred.await(deferred)
      if (given === crashed) return null
      if ("outcome" in given) return given.outcome
      return yield* Effect.fail(Schema.decodeSync(ErrorMessage)(given.error))
    })

    return (request) =>
      Effect.acquireUseRelease(
        Effect.map(Queue.take(free), (thread) => thread ?? start()),
        (thread) => ask(thread, request),
        (thread) => Queue.offer(free, threads.has(thread) ? thread : null)
      )
  })
