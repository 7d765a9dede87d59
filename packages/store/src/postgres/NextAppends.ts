/**
 * Appends what goes right after the known ends of plans, across all plans of a process: one call on its way, and what
 * comes meanwhile goes in the next. Everything else, and whatever the call leaves, is appended `otherwise`.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"
import type * as Fiber from "effect/Fiber"
import { type Appended, type Batch, type Conflict, EventLogError } from "../EventLog.ts"
import { chunksOf, type NextBatch } from "./PgAppends.ts"
import { holdsAfter, holdsAt, type PlanHeads, touchedIn } from "./PlanHeads.ts"

type Answer = Effect.Effect<Appended, Conflict | EventLogError>

interface Waiting {
  readonly batch: Batch
  readonly resume: (answer: Answer) => void
  /** The fiber that appends it otherwise. */
  fiber?: Fiber.Fiber<Appended, Conflict | EventLogError>
}

type Recorded = ReadonlyMap<PlanId, number>

/** What the appends of a process share. */
interface NextAppendsOptions {
  readonly heads: PlanHeads
  /** Records batches right after the rows that they name: of each plan all or none. Answers when each was recorded. */
  readonly send: (group: ReadonlyArray<NextBatch>) => Effect.Effect<Recorded, EventLogError>
  readonly otherwise: (batch: Batch) => Answer
  /** Called with the batches that a call has recorded. */
  readonly recorded: (batches: ReadonlyArray<Batch>) => void
  /** The milliseconds after which a call without an answer is given up. */
  readonly within: number
}

/**
 * The most events and the most batches in a call. It has at least one batch. With more events, nobody would make ready
 * the next call while this one is executed.
 */
const manyEvents = 800
const manyBatches = 200

const closed = new EventLogError({ reason: "unreachable", detail: "the log was closed before the append was answered" })

/** Returns the first position of the last row of a batch that ends at `last`. */
const lastRow = (batch: Batch, last: number): number => last + 1 - (chunksOf(batch).at(-1)?.size ?? 1)

/** Returns an append that shares calls. An append that is interrupted before it is sent is not sent. */
export const nextAppends = Effect.fnUntraced(function* (options: NextAppendsOptions) {
  const { heads } = options
  const runFork = Effect.runForkWith(yield* Effect.context())
  let waiting: Array<Waiting> = []
  /** Appends of each plan that are on their way otherwise. */
  const elsewhere = new Map<PlanId, number>()
  let call: { readonly fiber: Fiber.Fiber<unknown, unknown>; readonly since: number } | undefined
  let isBusy = false
  let isClosed = false
  let watchdog: NodeJS.Timeout | undefined

  yield* Effect.addFinalizer(() =>
    Effect.sync(() => {
      isClosed = true
      clearTimeout(watchdog)
      for (const each of waiting.splice(0)) each.resume(Effect.fail(closed))
      call?.fiber.interruptUnsafe()
    })
  )

  const appendOtherwise = (each: Waiting): void => {
    const { batch } = each
    elsewhere.set(batch.plan, (elsewhere.get(batch.plan) ?? 0) + 1)
    const fiber = runFork(options.otherwise(batch))
    each.fiber = fiber
    fiber.addObserver((exit) => {
      const left = (elsewhere.get(batch.plan) ?? 1) - 1
      if (left > 0) elsewhere.set(batch.plan, left)
      else {
        elsewhere.delete(batch.plan)
        setImmediate(() => (isBusy ? undefined : pump()))
      }
      if (exit._tag === "Success" && !exit.value.repeated && exit.value.last >= exit.value.first) {
        const { first, last } = exit.value
        heads.recorded(batch, first, last, lastRow(batch, last))
        options.recorded([batch])
      }
      each.resume(exit)
    })
  }

  /**
   * Takes the batches of the next call out of those that wait, and appends otherwise what cannot go there. The batches of
   * a plan go one way at a time: whoever comes meanwhile finds its end known afterwards.
   */
  const takeGroup = (): ReadonlyArray<NextBatch & { readonly each: Waiting }> => {
    const group: Array<NextBatch & { readonly each: Waiting }> = []
    const touched = new Map<PlanId, { readonly by: Set<string | null>; readonly batches: Set<string> }>()
    const left: Array<Waiting> = []
    const others: Array<Waiting> = []
    const goOtherwise = new Set<PlanId>()
    let events = 0
    for (const each of waiting) {
      const { batch } = each
      const { condition, plan } = batch
      const head = heads.of(plan)
      const inCall = touched.get(plan)
      const size = batch.events.length
      const isNext =
        head !== undefined &&
        size > 0 &&
        batch.editions === undefined &&
        holdsAt(condition, head) &&
        (inCall === undefined || holdsAfter(condition, inCall.by))
      if (head !== undefined && head.shared > 0) {
        head.shared -= 1
        others.push(each)
      } else if (elsewhere.has(plan) || inCall?.batches.has(batch.batch) === true) left.push(each)
      else if (!isNext) {
        if (inCall !== undefined) left.push(each)
        else {
          goOtherwise.add(plan)
          others.push(each)
        }
      } else if (
        goOtherwise.has(plan) ||
        (group.length > 0 && (group.length >= manyBatches || events + size > manyEvents))
      ) {
        left.push(each)
      } else {
        const own = inCall ?? { by: new Set(), batches: new Set() }
        for (const activity of touchedIn(batch)) own.by.add(activity)
        own.batches.add(batch.batch)
        touched.set(plan, own)
        group.push({ batch, row: head.row, after: head.last, each })
        events += size
      }
    }
    waiting = left
    for (const each of others) appendOtherwise(each)
    return group
  }

  /** Notes the answer to a call, and returns what tells its appends. */
  const answersOf = (
    group: ReadonlyArray<NextBatch & { readonly each: Waiting }>,
    exit: Exit.Exit<Recorded, EventLogError>
  ): ReadonlyArray<() => void> => {
    const recorded: Array<Batch> = []
    const answers: Array<() => void> = []
    const ends = new Map<PlanId, number>()
    for (const { after, batch, each } of group) {
      const { plan } = batch
      const recordedAt = exit._tag === "Success" ? exit.value.get(plan) : undefined
      if (recordedAt === undefined) {
        heads.overtaken(plan)
        if (isClosed) answers.push(() => each.resume(Effect.fail(closed)))
        else appendOtherwise(each)
        continue
      }
      const first = (ends.get(plan) ?? after) + 1
      const last = first + batch.events.length - 1
      ends.set(plan, last)
      heads.recorded(batch, first, last, lastRow(batch, last))
      recorded.push(batch)
      const appended = { first, last, recordedAt, repeated: false }
      answers.push(() => each.resume(Effect.succeed(appended)))
    }
    if (recorded.length > 0) options.recorded(recorded)
    return answers
  }

  const fillsCall = (): boolean =>
    waiting.reduce((events, { batch }) => events + batch.events.length, 0) >= manyEvents / 2

  /** Gives up a call that has had no answer in time. One timer for all calls, which keeps no process alive. */
  const watchIn = (milliseconds: number): void => {
    watchdog = setTimeout(() => {
      watchdog = undefined
      if (call === undefined) return
      const left = call.since + options.within - performance.now()
      if (left <= 0) call.fiber.interruptUnsafe()
      else watchIn(left)
    }, milliseconds).unref()
  }

  const pump = (): void => {
    isBusy = false
    const group = takeGroup()
    if (group.length === 0) return
    isBusy = true
    const fiber = runFork(Effect.suspend(() => options.send(group)))
    call = { fiber, since: performance.now() }
    if (watchdog === undefined) watchIn(options.within)
    fiber.addObserver((exit) => {
      call = undefined
      const answers = answersOf(group, exit)
      // Whoever is answered may append again first, and share the next call. One that is full already is executed
      // meanwhile.
      if (fillsCall()) {
        pump()
        for (const answer of answers) answer()
      } else {
        for (const answer of answers) answer()
        setImmediate(pump)
      }
    })
  }

  return (batch: Batch): Answer =>
    Effect.callback((resume) => {
      if (isClosed) return resume(Effect.fail(closed))
      const each: Waiting = { batch, resume }
      waiting.push(each)
      if (!isBusy) pump()
      return Effect.sync(() => {
        const at = waiting.indexOf(each)
        if (at >= 0) waiting.splice(at, 1)
        each.fiber?.interruptUnsafe()
      })
    })
})
