/**
 * A log that is opened by its address and spoken to with promises.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { type Board, board } from "@frist/projections/Board"
import { type DeadlineHistory, deadlineHistory } from "@frist/projections/DeadlineHistory"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import { FristError } from "./FristError.ts"
import { layerAt } from "./Opening.ts"
import { type PlainRecordingContext, planOf, type Recorded, recording, type Times, timesOf } from "./PlainArguments.ts"
import type { PlainCommand } from "./PlainCommand.ts"
import type { OpenOptions, Transacting, Transaction } from "./Transactions.ts"

export type { PlainRecordingContext, Recorded, Times } from "./PlainArguments.ts"
export type { OpenOptions, Transaction } from "./Transactions.ts"

/** One plan after a position, or every plan, each after its own; from the beginning without. */
export interface FollowOptions {
  readonly plan?: string
  readonly after?: number | Readonly<Record<string, number>>
  /** Ends the following. */
  readonly signal?: AbortSignal
}

/** Every promise is rejected with a `FristError`, or with what a caller's own function threw. */
export interface FristLog extends AsyncDisposable {
  /** Decides the commands against the plan as it stands and records what they make happen: all of it, or nothing. */
  record(context: PlainRecordingContext, ...commands: ReadonlyArray<PlainCommand>): Promise<Recorded>
  /** What is still to be done in a plan. */
  board(plan: string, times: Times): Promise<Board>
  /** Every move of the plan's deadlines, or of one activity or area. */
  slips(
    plan: string,
    times: Times,
    scope?: { readonly activity?: string; readonly area?: string }
  ): Promise<DeadlineHistory>
  /** Every event of a plan, in the order of positions. */
  events(plan: string): Promise<ReadonlyArray<RecordedEvent>>
  /** The plans of the log, and how many events each has. */
  plans(): Promise<ReadonlyArray<{ readonly plan: string; readonly events: number }>>
  /** Each event once, those to come included: it ends when the signal does, or when the loop is left. */
  follow(options?: FollowOptions): AsyncIterable<RecordedEvent>
  /** Does the work in one transaction, on PostgreSQL: rolled back if the work is rejected. */
  transaction<A>(work: (transaction: Transaction) => Promise<A>): Promise<A>
  /**
   * Waits for what is under way, following aside, and closes files and connections. `await using` closes when the block is
   * left: there, write `return await`.
   */
  close(): Promise<void>
}

const checkpointsOf = (after: FollowOptions["after"]): ReadonlyMap<PlanId, number> =>
  new Map(Object.entries(typeof after === "object" ? after : {}).map(([plan, position]) => [planOf(plan), position]))

/** Opens the log at `frist.db`, `postgres://user@host/database` or `memory:`; rejected where there is none to open. */
export const openLog = async (address: string, options: OpenOptions = {}): Promise<FristLog> => {
  const { layer, transaction } = await layerAt(address, options)
  const runtime = ManagedRuntime.make(layer)
  const context = await runtime.context().catch((error: unknown) => {
    throw FristError.of(error)
  })
  return logOf(runtime, context, transaction)
}

const closed = () => new FristError("closed", "The log is closed: open it again.")

const events = (plan: string) => Effect.suspend(() => Effect.flatMap(EventLog, (log) => log.read(planOf(plan))))

const logOf = (
  runtime: ManagedRuntime.ManagedRuntime<EventLog, EventLogError>,
  context: Context.Context<EventLog>,
  transacting: Transacting | undefined
): FristLog => {
  const underWay = new Set<Promise<unknown>>()
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
    held(() =>
      runtime.runPromise(effect).catch((error: unknown) => {
        throw FristError.of(error)
      })
    )
  const close = async () => {
    isClosed = true
    await Promise.allSettled(underWay)
    await runtime.dispose()
  }
  return {
    record: (context, ...commands) => run(recording(context, commands)),
    board: (plan, times) => run(Effect.map(events(plan), (log) => board(log, timesOf(times)))),
    slips: (plan, times, scope = {}) =>
      run(Effect.map(events(plan), (log) => deadlineHistory(log, timesOf(times), scope))),
    events: (plan) => run(events(plan)),
    plans: () => run(Effect.flatMap(EventLog, (log) => log.plans)),
    follow: (options = {}) => followed(context, options, () => isClosed),
    transaction: (work) =>
      transacting === undefined
        ? Promise.reject(new FristError("invalid", "A transaction of one's own needs a log on PostgreSQL."))
        : held(() => transacting(context, work)),
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
          ? { after: checkpointsOf(after) }
          : { plan: planOf(plan), after: typeof after === "number" ? after : (after?.[plan] ?? 0) }
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
