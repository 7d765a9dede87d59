/**
 * News of growth between processes: LISTEN and NOTIFY. They get lost, so nobody relies on them: whoever waits also looks
 * by himself from time to time.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as PgConnection from "@effect/sql-pg/PgConnection"
import type { PlanId } from "@frist/domain"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import * as Queue from "effect/Queue"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import { typed } from "./PgErrors.ts"

/** Told of plans that may have grown; of null when it may be any. */
type Listener = (plan: PlanId | null) => void

export interface PgNews {
  /** Says that a plan has grown: soon, together with others, and without waiting for it. */
  readonly announce: (plan: PlanId) => Effect.Effect<void>
  /** Calls the listener for as long as the scope lasts. */
  readonly listen: (listener: Listener) => Effect.Effect<void, never, Scope.Scope>
}

/** What is announced within this time goes together. */
const announceEvery = "5 millis"
/** A server that is silently gone is found out after about this time. */
const keepAlive = "5 seconds"
const reconnect = Schedule.min([Schedule.exponential("50 millis"), Schedule.spaced("2 seconds")])

export const makePgNews = Effect.fnUntraced(function* (sql: PgClient) {
  const scope = yield* Effect.scope
  const listeners = new Set<Listener>()
  const tell: Listener = (plan) => {
    for (const listener of listeners) listener(plan)
  }

  const grown = new Set<PlanId>()
  const some = Latch.makeUnsafe()
  /** What cannot be announced is found by those who look. */
  const announceAll = Effect.suspend(() => {
    const plans = [...grown]
    grown.clear()
    some.closeUnsafe()
    return plans.length === 0
      ? Effect.void
      : Effect.ignore(typed(sql.unsafe("select frist.announce($1)", [plans]).values))
  })
  yield* Effect.addFinalizer(() => Effect.ignore(Effect.timeout(announceAll, "1 second")))
  yield* some.await.pipe(
    Effect.andThen(announceAll),
    Effect.andThen(Effect.sleep(announceEvery)),
    Effect.forever,
    Effect.forkIn(scope)
  )

  const hear = Effect.gen(function* () {
    const { config } = sql
    // A connection of its own: one of the pool's would be missing there.
    const connection = yield* PgConnection.make({ ...config, keepAlive: config.keepAlive ?? keepAlive })
    const [[channel]] = (yield* connection.queryValues("select frist.channel()")) as [[string]]
    const notifications = yield* connection.listen(channel)
    // What was said while nobody listened.
    tell(null)
    return yield* Effect.forever(Effect.map(Queue.take(notifications), ({ payload }) => tell(payload as PlanId)))
  }).pipe(
    Effect.scoped,
    Effect.tapError((error) => Effect.logDebug("news are interrupted", error)),
    Effect.retry(reconnect),
    Effect.ignore
  )

  let heard = false
  const news: PgNews = {
    announce: (plan) =>
      Effect.sync(() => {
        grown.add(plan)
        some.openUnsafe()
      }),
    listen: (listener) =>
      Effect.gen(function* () {
        yield* Effect.acquireRelease(
          Effect.sync(() => listeners.add(listener)),
          () => Effect.sync(() => listeners.delete(listener))
        )
        if (!heard) {
          heard = true
          yield* Effect.forkIn(hear, scope)
        }
      })
  }
  return news
})

/** How long a follower waits for news before it looks by itself. */
export const defaultPollInterval = Duration.seconds(1)
