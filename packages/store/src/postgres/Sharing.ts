/**
 * One call at a time for each plan: what comes while it is on its way waits, and goes together with the next.
 */
import type { PlanId } from "@frist/domain"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import { type Appended, type Batch, type Conflict, EventLogError } from "../EventLog.ts"

/** What a batch meets with, once a call went through. */
export type Answer = Result.Result<Appended, Conflict>

interface Waiting {
  readonly batch: Batch
  readonly outcome: Deferred.Deferred<Appended, Conflict | EventLogError>
}

/** A call takes whole batches up to this many events, and this many batches; one at least. */
const manyEvents = 2000
const manyBatches = 200

const takeGroup = (queue: Array<Waiting>): ReadonlyArray<Waiting> => {
  let events = 0
  let size = 0
  for (const { batch } of queue) {
    events += batch.events.length
    if (size > 0 && (events > manyEvents || size === manyBatches)) break
    size += 1
  }
  return queue.splice(0, size)
}

const closed = new EventLogError({ reason: "unreachable", detail: "the log was closed meanwhile" })

const refuse = (group: ReadonlyArray<Waiting>, error: EventLogError): void => {
  for (const { outcome } of group) Deferred.doneUnsafe(outcome, Exit.fail(error))
}

/**
 * Appends that share calls of `run`, which answers for each batch of a plan in their order. Where a call fails because of
 * what one of its batches holds, each is sent alone, so that only that one fails. An append that is interrupted before it
 * has left is not sent.
 */
export const sharing = Effect.fnUntraced(function* (
  run: (plan: PlanId, batches: ReadonlyArray<Batch>) => Effect.Effect<ReadonlyArray<Answer>, EventLogError>
): Effect.fn.Return<(batch: Batch) => Effect.Effect<Appended, Conflict | EventLogError>, never, Scope.Scope> {
  const scope = yield* Effect.scope
  const queues = new Map<PlanId, Array<Waiting>>()

  const send = (plan: PlanId, group: ReadonlyArray<Waiting>): Effect.Effect<void> =>
    run(
      plan,
      group.map((each) => each.batch)
    ).pipe(
      Effect.matchEffect({
        onFailure: (error) =>
          group.length > 1 && error.reason === "invalid"
            ? Effect.forEach(group, (each) => send(plan, [each]), { discard: true })
            : Effect.sync(() => refuse(group, error)),
        onSuccess: (answers) =>
          Effect.sync(() => {
            for (const [at, { outcome }] of group.entries()) {
              const answer = answers[at]
              if (answer !== undefined) {
                Deferred.doneUnsafe(
                  outcome,
                  answer._tag === "Success" ? Exit.succeed(answer.success) : Exit.fail(answer.failure)
                )
              }
            }
          })
      }),
      // Whatever ends it, nobody waits for ever: what is answered already stays answered.
      Effect.onExit((exit) => (Exit.isFailure(exit) ? Effect.sync(() => refuse(group, closed)) : Effect.void))
    )

  const drain = (plan: PlanId, queue: Array<Waiting>): Effect.Effect<void> =>
    Effect.gen(function* () {
      // The queue is taken away in the same breath as it is seen to be empty.
      for (;;) {
        if (queue.length === 0) return queues.delete(plan)
        yield* send(plan, takeGroup(queue))
      }
    }).pipe(
      Effect.onExit((exit) =>
        Effect.sync(() => {
          if (Exit.isSuccess(exit)) return
          queues.delete(plan)
          refuse(queue, closed)
        })
      ),
      Effect.asVoid
    )

  return Effect.fnUntraced(function* (batch: Batch) {
    const waiting: Waiting = { batch, outcome: Deferred.makeUnsafe() }
    const { plan } = batch
    const queue = queues.get(plan)
    if (queue === undefined) {
      const fresh = [waiting]
      queues.set(plan, fresh)
      yield* Effect.forkIn(drain(plan, fresh), scope, { startImmediately: true })
    } else queue.push(waiting)
    return yield* Effect.onInterrupt(Deferred.await(waiting.outcome), () =>
      Effect.sync(() => {
        const own = queues.get(plan)
        const at = own?.indexOf(waiting) ?? -1
        if (at >= 0) own?.splice(at, 1)
      })
    )
  })
})
