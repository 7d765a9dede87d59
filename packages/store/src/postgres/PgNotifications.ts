/**
 * Notifications of new events between processes, with LISTEN and NOTIFY. They can get lost, so subscribers also poll.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as PgConnection from "@effect/sql-pg/PgConnection"
import { PlanId } from "@frist/domain/Names"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import * as Queue from "effect/Queue"
import * as Schema from "effect/Schema"
import * as Scope from "effect/Scope"
import { answeredWithin, typed } from "./PgErrors.ts"

/** Called with a plan that may have grown, or with null if any may have. */
type Listener = (plan: PlanId | null) => void

/** Announcing new events, and listening for them. */
export interface PgNotifications {
  /** Announces shortly, together with others, that a plan has grown. Does not wait. */
  readonly announce: (plan: PlanId) => void
  /** Calls the listener until the scope ends. */
  readonly listen: (listener: Listener) => Effect.Effect<void, never, Scope.Scope>
}

const isPlanId = Schema.is(PlanId)

/** A notification is a commit, which nobody waits for: if the server crashes, subscribers poll. */
const announcing = "select set_config('synchronous_commit', 'off', true), frist.announce($1)"
/** Announcements within this time are sent together. */
const announceEvery = "5 millis"
/** After about this time, a server that has disappeared is noticed. */
const keepAlive = "5 seconds"
/** The server answers these statements at once, if at all. */
const answered = answeredWithin("10 seconds")
/** The pause before reconnecting grows with each failure in a row. */
const pause = (failures: number) => Effect.sleep(Math.min(2000, 50 * 2 ** failures))

/** Creates the notifications of a client. They share one more connection, until the scope ends. */
export const makePgNotifications = Effect.fnUntraced(function* (sql: PgClient) {
  const scope = yield* Effect.scope
  const listeners = new Set<Listener>()
  const publish: Listener = (plan) => {
    for (const listener of listeners) listener(plan)
  }

  const grown = new Set<PlanId>()
  const some = Latch.makeUnsafe()
  /** Sends all announcements. Subscribers find what cannot be announced by polling. */
  const announceAll = Effect.suspend(() => {
    const plans = [...grown]
    grown.clear()
    some.closeUnsafe()
    return plans.length === 0
      ? Effect.void
      : Effect.ignoreCause(answered(typed(sql.unsafe(announcing, [plans]).values)))
  })
  yield* Effect.addFinalizer(() => Effect.ignore(Effect.timeout(announceAll, "1 second")))
  yield* some.await.pipe(
    Effect.andThen(announceAll),
    Effect.andThen(Effect.sleep(announceEvery)),
    Effect.forever,
    Effect.forkIn(scope)
  )

  let failures = 0
  const listenUntilCut = Effect.gen(function* () {
    const { config } = sql
    // Listening must end after its connection: on a dead connection nobody would answer an UNLISTEN.
    const listening = yield* Effect.acquireRelease(Scope.make(), Scope.close)
    // A separate connection: the pool would miss one of its own.
    const connection = yield* PgConnection.make({ ...config, keepAlive: config.keepAlive ?? keepAlive })
    const [row] = yield* answered(connection.queryValues("select frist.channels()"))
    const channels = Array.isArray(row?.[0]) ? row[0].map(String) : []
    const notifications = yield* Effect.forEach(channels, (channel) =>
      answered(Scope.provide(connection.listen(channel), listening))
    )
    failures = 0
    // Events may have been announced while nobody listened.
    publish(null)
    // Anyone who may connect can notify, with any text.
    const publishAll = (queue: (typeof notifications)[number]) =>
      Effect.forever(Effect.map(Queue.take(queue), ({ payload }) => publish(isPlanId(payload) ? payload : null)))
    yield* Effect.forEach(notifications, publishAll, { concurrency: "unbounded", discard: true })
    // A login that sees no plan has no channel.
    return yield* Effect.never
  }).pipe(Effect.scoped)
  const keepListening = listenUntilCut.pipe(
    Effect.tapCause((cause) => Effect.logDebug("notifications are interrupted", cause)),
    Effect.ignoreCause,
    Effect.andThen(Effect.suspend(() => pause(failures++))),
    Effect.forever
  )

  let isListening = false
  const service: PgNotifications = {
    announce: (plan) => {
      grown.add(plan)
      some.openUnsafe()
    },
    listen: (listener) =>
      Effect.gen(function* () {
        yield* Effect.acquireRelease(
          Effect.sync(() => listeners.add(listener)),
          () => Effect.sync(() => listeners.delete(listener))
        )
        // A pooler would leave the listening on a connection of others, and pass nothing on.
        if (!isListening && sql.config.prepare !== false) {
          isListening = true
          yield* Effect.forkIn(keepListening, scope)
        }
      })
  }
  return service
})

/** The time that a subscriber waits for a notification before it polls. */
export const defaultPollInterval = Duration.seconds(1)
