/**
 * The contract's laws of interleavings: concurrent calls whose fibers are resumed in an order that fast-check chooses.
 */
import { describe } from "@effect/vitest"
import type { BatchId, PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Scheduler from "effect/Scheduler"
import * as Stream from "effect/Stream"
import * as fc from "fast-check"
import type { Batch, EventLogError } from "../EventLog.ts"
import { activityNamed, batchOf, fromTo, type Law, type Log, newBatch, newPlan, note } from "./ContractFixture.ts"
import { type Answered, expectLawful } from "./ObservedHistory.ts"

/** One caller. Batches are numbered, so that several callers can send the same one. */
type Caller =
  | Appending
  | { readonly does: "read"; readonly times: number }
  | { readonly does: "subscribe"; readonly after: number; readonly toAll: boolean }

interface Appending {
  readonly does: "append"
  readonly batch: number
  /** The position that the decision saw; `undefined`: the caller reads the plan first. */
  readonly after: number | undefined
  /** The activities that the decision looked at; none means the whole plan. */
  readonly about: ReadonlyArray<number>
  /** After how many turns the call is interrupted. */
  readonly interruptAfter: number | undefined
  /** Whether the caller then reads the plan and sends the same batch again. */
  readonly again: boolean
}

const small = (max: number) => fc.integer({ min: 0, max })

/** Two to six callers; appends weigh most. */
const callers: fc.Arbitrary<ReadonlyArray<Caller>> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        does: fc.constant("append" as const),
        batch: small(2),
        after: fc.option(small(3), { nil: undefined, freq: 2 }),
        about: fc.subarray([0, 1]),
        interruptAfter: fc.option(small(60), { nil: undefined, freq: 2 }),
        again: fc.boolean()
      })
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant("read" as const), times: fc.integer({ min: 1, max: 3 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({ does: fc.constant("subscribe" as const), after: small(1), toAll: fc.boolean() })
    }
  ),
  { minLength: 2, maxLength: 6, size: "max" }
)

/** The events of a numbered batch: one or two, about an activity of the batch. */
const numberedBatch = (plan: PlanId, id: BatchId, nth: number): Batch =>
  batchOf(
    plan,
    0,
    fromTo(1, 1 + (nth % 2)).map((at) => note(`${nth} ${at}`, activityNamed(`a${nth % 2}`))),
    { batch: id }
  )

/**
 * Lets fast-check choose which fiber is resumed. A fiber yields after every operation that the runtime allows it to, so
 * code is atomic only where it is synchronous.
 */
class InterleavingScheduler implements Scheduler.Scheduler {
  readonly executionMode = "async"
  readonly #chosen: fc.Scheduler
  #isOver = false

  constructor(chosen: fc.Scheduler) {
    this.#chosen = chosen
  }

  shouldYield(fiber: Fiber.Fiber<unknown, unknown>): boolean {
    // Resuming takes two operations: with a lower limit no fiber would get anywhere.
    return !this.#isOver && fiber.currentOpCount > 2
  }

  makeDispatcher(): Scheduler.SchedulerDispatcher {
    return {
      // Fibers that outlive the test, such as those of a connection pool, go on without it.
      scheduleTask: (task) =>
        this.#isOver ? void setImmediate(task) : void this.#chosen.schedule(Promise.resolve()).then(task),
      flush: () => {}
    }
  }

  /** Resumes fibers one by one until `main` is done. */
  async run<A>(main: Promise<A>): Promise<A> {
    const done = main.finally(() => (this.#isOver = true)).catch(() => {})
    while (!this.#isOver) {
      if (this.#chosen.count() > 0) await this.#chosen.waitNext(1)
      else await new Promise((resume) => setTimeout(resume))
    }
    await done
    await this.#chosen.waitIdle()
    return main
  }
}

const turns = (count: number) => Effect.forEach(fromTo(1, count), () => Effect.yieldNow, { discard: true })

/** Runs the callers on a plan, and checks what they observed. */
const observe = Effect.fnUntraced(function* (log: Log, plan: PlanId, all: ReadonlyArray<Caller>) {
  const ids = fromTo(0, 2).map(newBatch)
  const closing = newBatch()
  const answers: Array<Answered> = []
  const reads: Array<ReadonlyArray<ReadonlyArray<RecordedEvent>>> = []
  const received: Array<{ readonly after: number; readonly events: ReadonlyArray<RecordedEvent> }> = []
  const known = new Map((yield* log.plans).map((each) => [each.plan, each.events] as const))

  const append = Effect.fnUntraced(function* ({ about, after, again, batch: nth, interruptAfter }: Appending) {
    const batch = numberedBatch(plan, ids[nth] ?? closing, nth)
    const send = Effect.fnUntraced(function* (seen: number, turnsLeft: number | undefined) {
      const condition = { after: seen, activities: about.map((each) => activityNamed(`a${each}`)) }
      const sent = { ...batch, condition }
      const call = log.append(sent).pipe(
        Effect.catchTag("Conflict", ({ head }) => Effect.succeed({ head })),
        Effect.tap((answer) => Effect.sync(() => answers.push({ batch: sent, answer })))
      )
      if (turnsLeft === undefined) return yield* Effect.asVoid(call)
      const fiber = yield* Effect.forkChild(call)
      yield* turns(turnsLeft)
      yield* Fiber.interrupt(fiber)
      if (!answers.some((each) => each.batch === sent)) answers.push({ batch: sent, answer: "interrupted" })
    })
    const head = Effect.map(log.read(plan), ({ length }) => length)
    yield* send(after ?? (yield* head), interruptAfter)
    if (again) yield* send(yield* head, undefined)
  })

  const read = Effect.fnUntraced(function* (times: number) {
    const seen: Array<ReadonlyArray<RecordedEvent>> = []
    for (const _ of fromTo(1, times)) seen.push(yield* log.read(plan))
    reads.push(seen)
  })

  const subscribe = Effect.fnUntraced(function* (after: number, toAll: boolean) {
    const changes = toAll ? log.changes({ after: new Map(known).set(plan, after) }) : log.changes({ plan, after })
    const events: Array<RecordedEvent> = []
    received.push({ after, events })
    yield* changes.pipe(
      Stream.filter((event) => event.plan === plan),
      Stream.tap((event) => Effect.sync(() => events.push(event))),
      Stream.takeUntil((event) => event.batch === closing),
      Stream.runDrain
    )
  })

  const run = (caller: Caller): Effect.Effect<void, EventLogError> =>
    caller.does === "append"
      ? append(caller)
      : caller.does === "read"
        ? read(caller.times)
        : subscribe(caller.after, caller.toAll)
  const [subscribers, others] = Array.from(all).reduce<readonly [Array<Caller>, Array<Caller>]>(
    (parts, caller) => {
      parts[caller.does === "subscribe" ? 0 : 1].push(caller)
      return parts
    },
    [[], []]
  )
  /**
   * Waits until every subscriber has the whole plan. Only then appends the last event, so that they do not depend on
   * its notification.
   */
  const close = Effect.gen(function* () {
    const { length } = yield* log.read(plan)
    const isBehind = () => received.some(({ after, events }) => events.length < length - after)
    yield* Effect.sleep("1 millis").pipe(
      Effect.repeat({ while: isBehind }),
      Effect.timeoutOrElse({
        duration: "5 seconds",
        orElse: () => Effect.die(new Error("a subscriber waits in vain for an event that is recorded"))
      })
    )
    yield* log.append(batchOf(plan, length, [note("the end")], { batch: closing }))
  }).pipe(
    // An interrupted append may still be under way on a server, and be recorded first.
    Effect.retry({ while: (error) => error._tag === "Conflict" }),
    Effect.orDie
  )
  yield* log.append(batchOf(plan, 0, [note("the beginning")]))
  yield* Effect.all(
    [
      Effect.forEach(subscribers, run, { concurrency: "unbounded" }),
      Effect.andThen(Effect.forEach(others, run, { concurrency: "unbounded" }), close)
    ],
    { concurrency: "unbounded" }
  )
  const events = yield* log.read(plan)
  // It may also be recorded last, when no subscriber receives any more.
  const end = events.findIndex(({ batch }) => batch === closing) + 1
  expectLawful({ events: events.slice(0, end), answers, reads, received })
})

export const interleavingLaws = (law: Law, runs: number): void => {
  describe("interleavings", () => {
    law(
      "concurrent appends, reads, subscriptions and interruptions obey the laws of the log in any interleaving",
      (log) =>
        Effect.gen(function* () {
          const services = yield* Effect.context<never>()
          const property = fc.asyncProperty(fc.scheduler(), callers, (chosen, all) => {
            const scheduler = new InterleavingScheduler(chosen)
            const run = observe(log, newPlan(), all).pipe(Effect.provideService(Scheduler.Scheduler, scheduler))
            return scheduler.run(Effect.runPromiseWith(services)(run))
          })
          yield* Effect.promise(() => expectHolds(property, runs, ([, all]) => all))
        })
    )
  })
}

/** Fails with the shortest example found, without the thousands of turns that the scheduler reports. */
export const expectHolds = async <Ts>(
  property: fc.IAsyncProperty<Ts>,
  runs: number,
  shown: (example: Ts) => unknown
): Promise<void> => {
  const { counterexample, counterexamplePath, errorInstance, failed, numRuns, seed } = await fc.check(property, {
    numRuns: runs,
    endOnFailure: runs < 1000
  })
  if (!failed) return
  const example = counterexample === null ? "" : fc.stringify(shown(counterexample))
  throw new Error(`run ${numRuns} fails with { seed: ${seed}, path: "${counterexamplePath}" }: ${example}`, {
    cause: errorInstance
  })
}
