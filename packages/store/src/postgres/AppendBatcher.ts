/**
 * Commits concurrent appends together. Appends that arrive while calls are running wait, and share the next call: one
 * round trip and one commit. Each still has its own answer.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import { type Appended, type Batch, type Conflict, EventLogError } from "../EventLog.ts"

/** The answer to one batch of a call. `alone` asks for the batch to be sent again in a call without other plans. */
export type AppendAnswer = Result.Result<Appended, Conflict> | "alone"

interface Waiting {
  readonly batch: Batch
  readonly outcome: Deferred.Deferred<Appended, Conflict | EventLogError>
  alone: boolean
}

/** The most calls that run at once. */
const calls = 2
/** The most events and the most batches in a call. It has at least one batch. */
const manyEvents = 2000
const manyBatches = 200

const closed = new EventLogError({ reason: "unreachable", detail: "the log was closed before the append was sent" })

const refuse = (group: ReadonlyArray<Waiting>, exit: Exit.Exit<never, EventLogError>): void => {
  for (const { outcome } of group) Deferred.doneUnsafe(outcome, exit)
}

/** Takes the batches of the next call out of `waiting`, grouped by plan. Plans with a running call are left. */
const takeGroup = (waiting: Array<Waiting>, inFlight: ReadonlySet<PlanId>): ReadonlyArray<Waiting> => {
  const group = new Map<PlanId, Array<Waiting>>()
  let events = 0
  let batches = 0
  const left: Array<Waiting> = []
  let only: PlanId | undefined
  for (const each of waiting) {
    const { batch } = each
    const fits = batches === 0 || (batches < manyBatches && events + batch.events.length <= manyEvents)
    const goes = only === undefined ? !each.alone || batches === 0 : batch.plan === only
    if (!fits || !goes || inFlight.has(batch.plan)) {
      left.push(each)
      continue
    }
    if (each.alone) only = batch.plan
    const ofPlan = group.get(batch.plan)
    if (ofPlan === undefined) group.set(batch.plan, [each])
    else ofPlan.push(each)
    events += batch.events.length
    batches += 1
  }
  waiting.splice(0, waiting.length, ...left)
  return [...group.values()].flat()
}

/**
 * Returns an append that shares calls of `run`, which answers its batches in order. If a call fails because of the
 * content of one batch, each is sent alone, so that only that one fails. An append that is interrupted before it is
 * sent is not sent.
 */
export const appendBatcher = Effect.fnUntraced(function* (
  run: (batches: ReadonlyArray<Batch>) => Effect.Effect<ReadonlyArray<AppendAnswer>, EventLogError>
): Effect.fn.Return<(batch: Batch) => Effect.Effect<Appended, Conflict | EventLogError>, never, Scope.Scope> {
  const scope = yield* Effect.scope
  const waiting: Array<Waiting> = []
  const inFlight = new Set<PlanId>()
  let free = calls
  let isClosed = false
  yield* Effect.addFinalizer(() =>
    Effect.sync(() => {
      isClosed = true
      refuse(waiting.splice(0), Exit.fail(closed))
    })
  )

  const send = (group: ReadonlyArray<Waiting>): Effect.Effect<void> =>
    run(group.map((each) => each.batch)).pipe(
      Effect.matchEffect({
        onFailure: (error) =>
          group.length > 1 && (error.reason === "invalid" || error.reason === "refused")
            ? Effect.forEach(group, (each) => send([each]), { discard: true })
            : Effect.sync(() => refuse(group, Exit.fail(error))),
        onSuccess: (answers) =>
          Effect.sync(() => {
            for (const [at, each] of group.entries()) {
              const answer = answers[at]
              if (answer === "alone") {
                each.alone = true
                waiting.unshift(each)
              } else if (answer !== undefined) {
                const exit = answer._tag === "Success" ? Exit.succeed(answer.success) : Exit.fail(answer.failure)
                Deferred.doneUnsafe(each.outcome, exit)
              }
            }
          })
      }),
      // However the call ends, every append must be answered. Earlier answers are kept.
      Effect.onExit((exit) =>
        Effect.sync(() => {
          if (Exit.isFailure(exit))
            refuse(group, Exit.hasInterrupts(exit) ? Exit.fail(closed) : Exit.failCause(exit.cause))
        })
      )
    )

  /** Sends the next call, and when it returns, whatever has arrived meanwhile. */
  const pump: Effect.Effect<void> = Effect.suspend(() => {
    if (free === 0) return Effect.void
    const group = takeGroup(waiting, inFlight)
    if (group.length === 0) return Effect.void
    free -= 1
    for (const { batch } of group) inFlight.add(batch.plan)
    return Effect.andThen(
      Effect.exit(send(group)),
      Effect.suspend(() => {
        free += 1
        for (const { batch } of group) inFlight.delete(batch.plan)
        return pump
      })
    )
  })

  return Effect.fnUntraced(function* (batch: Batch) {
    const each: Waiting = { batch, outcome: Deferred.makeUnsafe(), alone: false }
    if (isClosed) return yield* closed
    waiting.push(each)
    if (free > 0 && !inFlight.has(batch.plan)) yield* Effect.forkIn(pump, scope, { startImmediately: true })
    return yield* Effect.onInterrupt(Deferred.await(each.outcome), () =>
      Effect.sync(() => {
        const at = waiting.indexOf(each)
        if (at >= 0) waiting.splice(at, 1)
      })
    )
  })
})
