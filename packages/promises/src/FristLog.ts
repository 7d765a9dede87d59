/**
 * The log as an object whose methods return promises of plain values.
 */
import { AsyncLocalStorage } from "node:async_hooks"
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { type Board, board } from "@frist/projections/Board"
import { type DeadlineHistory, deadlineHistory } from "@frist/projections/DeadlineHistory"
import { type Decisions, decisions } from "@frist/projections/Decisions"
import { History } from "@frist/projections/History"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import { FristError } from "./FristError.ts"
import { logsAt } from "./OpenedLog.ts"
import {
  type PlainRecordingContext,
  checkedActivityId,
  checkedPlanId,
  type PlainTimes,
  type RecordedPositions,
  recording,
  timesOf
} from "./PlainArguments.ts"
import type { PlainCommand } from "./PlainCommand.ts"
import type { OpenLogOptions, RunInTransaction, Transaction, TransactionRunner } from "./Transaction.ts"
import type { TransactionCalls } from "./TransactionCalls.ts"

/** Which events `FristLog.follow` yields; default: every event of every plan. */
export interface FollowOptions {
  /** The only plan to follow. */
  readonly plan?: string
  /** The last position already handled: of `plan` as a number, or of each plan by its id. */
  readonly after?: number | Readonly<Record<string, number>>
  /** Ends the iteration when aborted. */
  readonly signal?: AbortSignal
}

/** Which slips are returned; default: those of the whole plan. */
interface SlipScope {
  readonly activity?: string
  readonly area?: string
}

/** An open log. Views reject with code `unknown` for a plan that no event is of. Promises reject with a `FristError`, or with the error that a caller's own function threw. */
export interface FristLog extends AsyncDisposable {
  /** Decides the commands against the current plan and records the resulting events: all of them, or none. */
  record(context: PlainRecordingContext, ...commands: ReadonlyArray<PlainCommand>): Promise<RecordedPositions>
  /** Returns the board of a plan: the activities that are not closed. */
  board(plan: string, times: PlainTimes): Promise<Board>
  /**
   * Returns every move of a plan's deadlines, or those of one activity or area. An activity that has not moved has no
   * `moves`; one that no event is of is `unknown`.
   */
  slips(plan: string, times: PlainTimes, scope?: SlipScope): Promise<DeadlineHistory>
  /** Returns the requests for other dates, the decisions on them, and the moves that nobody decided. */
  decisions(plan: string, times: PlainTimes): Promise<Decisions>
  /** Returns every event of a plan in the order of positions. */
  events(plan: string): Promise<ReadonlyArray<RecordedEvent>>
  /** Returns the plans of the log, each with its number of events. */
  plans(): Promise<ReadonlyArray<{ readonly plan: string; readonly events: number }>>
  /** Yields each event once, also those recorded later, until the signal is aborted or the loop is left. */
  follow(options?: FollowOptions): AsyncIterable<RecordedEvent>
  /**
   * Runs work in one transaction and rolls back if it rejects, or if it ends before a call of it. Calls of the log itself
   * inside the work are part of the transaction; `transaction`, `follow` and `close` are rejected there. Requires
   * PostgreSQL, or `memory:` for tests, where `query` of the options answers the statements.
   */
  transaction<A>(work: (transaction: Transaction) => Promise<A>): Promise<A>
  /**
   * Waits for calls in progress, except `follow`, and closes files and connections. `await using` does the same at the end
   * of its block: there, write `return await`.
   */
  close(): Promise<void>
}

/** The options, unless they name a position without the plan that it is in. */
const checkedOptions = (options: FollowOptions): FollowOptions => {
  if (options.plan === undefined && typeof options.after === "number") {
    throw new FristError("invalid", "A position needs its plan: give `plan`, or `after` as positions by plan id.")
  }
  return options
}

const positionsOf = (after: FollowOptions["after"]): ReadonlyMap<PlanId, number> =>
  new Map(
    Object.entries(typeof after === "object" ? after : {}).map(([plan, position]) => [checkedPlanId(plan), position])
  )

/** Opens the log at an address: a file such as `frist.db`, `postgres://user@host/database`, or `memory:`. */
export const openLog = async (address: string, options: OpenLogOptions = {}): Promise<FristLog> => {
  const { layer, transaction } = await logsAt(address, options)
  const runtime = ManagedRuntime.make(layer)
  const context = await runtime.context().catch((error: unknown) => {
    throw FristError.of(error)
  })
  return logOf(runtime, context, transaction)
}

const closed = () => new FristError("closed", "The log is closed: open it again.")

/** A transaction whose function runs. */
interface OpenTransaction {
  readonly run: RunInTransaction
  readonly calls: TransactionCalls
}

/** Returns the error of a call that would wait for its own transaction. */
const withinTransaction = (call: string) =>
  new FristError("invalid", `${call}() was called inside a transaction, which it would wait for: call it outside.`)

const events = (plan: string) => Effect.suspend(() => Effect.flatMap(EventLog, (log) => log.read(checkedPlanId(plan))))

/** Reads the history of a plan; fails with code `unknown` where it has no event. */
const history = (plan: string, times: PlainTimes) =>
  Effect.flatMap(events(plan), (read) =>
    read.length === 0
      ? Effect.fail(new FristError("unknown", `There is no plan "${plan}" in the log: check its id, or open it first.`))
      : Effect.sync(() => History.of(read, timesOf(times)))
  )

/** Returns the slips within a scope; fails with code `unknown` where no event is of its activity. */
const slipsOf = (read: History, scope: SlipScope) => {
  const activity = scope.activity === undefined ? undefined : checkedActivityId(scope.activity)
  return activity === undefined || read.events.some((record) => record.activity === activity)
    ? Effect.succeed(deadlineHistory(read, scope))
    : Effect.fail(
        new FristError("unknown", `There is no activity "${activity}" in the plan: check its id, or register it first.`)
      )
}

const logOf = (
  runtime: ManagedRuntime.ManagedRuntime<EventLog, EventLogError>,
  context: Context.Context<EventLog>,
  runner: TransactionRunner | undefined
): FristLog => {
  const underWay = new Set<Promise<unknown>>()
  const current = new AsyncLocalStorage<OpenTransaction>()
  /** The transaction whose function this call is made in, while that has not ended. */
  const open = (): OpenTransaction | undefined => {
    const found = current.getStore()
    return found === undefined || found.calls.isOver ? undefined : found
  }
  let isClosed = false
  const held = <A>(start: () => Promise<A>): Promise<A> => {
    if (isClosed) return Promise.reject(closed())
    const promise = start()
    underWay.add(promise)
    const done = () => underWay.delete(promise)
    promise.then(done, done)
    return promise
  }
  const run = <A, E>(effect: Effect.Effect<A, E, EventLog>): Promise<A> =>
    open()?.run(effect) ??
    held(() =>
      runtime.runPromise(effect).catch((error: unknown) => {
        throw FristError.of(error)
      })
    )
  const transacted = <A>(run: TransactionRunner, work: (transaction: Transaction) => Promise<A>): Promise<A> =>
    held(() => run(context, (transaction, run, calls) => current.run({ run, calls }, () => work(transaction))))
  const close = async () => {
    if (open() !== undefined) throw withinTransaction("close")
    isClosed = true
    await Promise.allSettled(underWay)
    await runtime.dispose()
  }
  return {
    record: (context, ...commands) => run(recording(context, commands)),
    board: (plan, times) => run(Effect.map(history(plan, times), board)),
    slips: (plan, times, scope = {}) => run(Effect.flatMap(history(plan, times), (read) => slipsOf(read, scope))),
    decisions: (plan, times) => run(Effect.map(history(plan, times), decisions)),
    events: (plan) => run(events(plan)),
    plans: () => run(Effect.flatMap(EventLog, (log) => log.plans)),
    follow: (options = {}) => {
      if (open() !== undefined) throw withinTransaction("follow")
      return followed(context, checkedOptions(options), () => isClosed)
    },
    transaction: (work) => {
      if (open() !== undefined) return Promise.reject(withinTransaction("transaction"))
      return runner === undefined
        ? Promise.reject(
            new FristError(
              "invalid",
              "transaction() requires a log on PostgreSQL: open one, or call record() with a batch."
            )
          )
        : transacted(runner, work)
    },
    close,
    [Symbol.asyncDispose]: close
  }
}

async function* followed(
  context: Context.Context<EventLog>,
  { after, plan, signal }: FollowOptions,
  isClosed: () => boolean
) {
  if (isClosed()) throw closed()
  const changes = Stream.unwrap(
    Effect.map(EventLog, (log) =>
      log.changes(
        plan === undefined
          ? { after: positionsOf(after) }
          : { plan: checkedPlanId(plan), after: typeof after === "number" ? after : (after?.[plan] ?? 0) }
      )
    )
  )
  const aborted = Effect.callback<void>((resume) => {
    const end = () => resume(Effect.void)
    if (signal?.aborted === true) end()
    signal?.addEventListener("abort", end, { once: true })
    return Effect.sync(() => signal?.removeEventListener("abort", end))
  })
  try {
    yield* Stream.toAsyncIterableWith(Stream.interruptWhen(changes, aborted), context)
  } catch (error) {
    throw FristError.of(error)
  }
}
