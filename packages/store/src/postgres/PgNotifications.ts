/**
 * News of growth between processes: LISTEN and NOTIFY. They get lost, so nobody relies on them: whoever waits also looks
 * by himself from time to time.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as PgConnection from "@effect/sql-pg/PgConnection"
import type { PlanId } from "@frist/domain/Names"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import * as Queue from "effect/Queue"
import * as Scope from "effect/Scope"
import { answeredWithin, typed } from "./PgErrors.ts"

/** Told of plans that may have grown; of null when it may be any. */
type Listener = (plan: PlanId | null) => void

export interface PgNotifications {
  /** Says that a plan has grown: soon, together with others, and without waiting for it. */
  readonly announce: (plan: PlanId) => Effect.Effect<void>
  /** Calls the listener for as long as the scope lasts. */
  readonly listen: (listener: Listener) => Effect.Effect<void, never, Scope.Scope>
}

/** What is announced within this time goes together. */
const announceEvery = "5 millis"
/** A server that is silently gone is found out after about this time. */
const keepAlive = "5 seconds"
/** What the server is asked here it answers at once, if at all. */
const answered = answeredWithin("10 seconds")
/** Before it is tried again: longer after each failure in a row. */
const pause = (failures: number) => Effect.sleep(Math.min(2000, 50 * 2 ** failures))

export const makePgNotifications = Effect.fnUntraced(function* (sql: PgClient) {
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
      : Effect.ignoreCause(answered(typed(sql.unsafe("select frist.announce($1)", [plans]).values)))
  })
  yield* Effect.addFinalizer(() => Effect.ignore(Effect.timeout(announceAll, "1 second")))
  yield* some.await.pipe(
    Effect.andThen(announceAll),
    Effect.andThen(Effect.sleep(announceEvery)),
    Effect.forever,
    Effect.forkIn(scope)
  )

  let failures = 0
  const hearUntilCut = Effect.gen(function* () {
    const { config } = sql
    // Listening ends after its connection: on a path that is dead nobody would answer an UNLISTEN.
    const listening = yield* Effect.acquireRelease(Scope.make(), Scope.close)
    // A connection of its own: one of the pool's would be missing there.
    const connection = yield* PgConnection.make({ ...config, keepAlive: config.keepAlive ?? keepAlive })
    const [row] = yield* answered(connection.queryValues("select frist.channels()"))
    const channels = Array.isArray(row?.[0]) ? row[0].map(String) : []
    const notifications = yield* Effect.forEach(channels, (channel) =>
      answered(Scope.provide(connection.listen(channel), listening))
    )
    failures = 0
    // What was said while nobody listened.
    tell(null)
    const hearOne = (heard: (typeof notifications)[number]) =>
      Effect.forever(Effect.map(Queue.take(heard), ({ payload }) => tell(payload as PlanId)))
    yield* Effect.forEach(notifications, hearOne, { concurrency: "unbounded", discard: true })
    // Who sees no plan is told of none.
    return yield* Effect.never
  }).pipe(Effect.scoped)
  const hear = hearUntilCut.pipe(
    Effect.tapCause((cause) => Effect.logDebug("news are interrupted", cause)),
    Effect.ignoreCause,
    Effect.andThen(Effect.suspend(() => pause(failures++))),
    Effect.forever
  )

  let heard = false
  const news: PgNotifications = {
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
