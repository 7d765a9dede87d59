/**
 * The server-sent events of a site: the version of the plan, at once and whenever it changes. What changed is read from
 * the pages, so that a reader who misses an event misses nothing.
 */
import { EventLog } from "@frist/store/EventLog"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import * as SubscriptionRef from "effect/SubscriptionRef"
import { takingNothing } from "./AskedDay.ts"
import type { ServedPlan } from "./ServedPlan.ts"
import type { Site } from "./Site.ts"

/** The version of a plan, and each that follows it. */
export type Versions = SubscriptionRef.SubscriptionRef<string>

/** Follows the log of a plan for as long as the scope is open. A log that cannot be read is tried again. */
export const followedVersions = Effect.fnUntraced(function* (
  served: ServedPlan,
  report: (cause: Cause.Cause<unknown>) => Effect.Effect<void>
) {
  const log = yield* EventLog
  const { history, version } = yield* served.now
  const versions = yield* SubscriptionRef.make(version)
  const renew = Effect.flatMap(served.now, (now) => SubscriptionRef.set(versions, now.version))
  const recorded = log.changes({ plan: served.plan, after: history.events.length }).pipe(
    // A batch of many events is one change.
    Stream.groupedWithin(10_000, "250 millis")
  )
  // Days pass too.
  yield* Stream.merge(recorded, Stream.tick("1 minute")).pipe(
    Stream.runForEach(() => renew),
    Effect.tapCause(report),
    Effect.retry(Schedule.spaced("10 seconds")),
    Effect.forkScoped
  )
  return versions
})

/** The maximum number of concurrent event streams. */
const mostReaders = 200

/** Returns the route of the events. */
export const eventRoutes = (versions: Versions, { texts }: Site, most = mostReaders) => {
  let readers = 0
  const lines = Stream.merge(
    Stream.map(Stream.changes(SubscriptionRef.changes(versions)), (version) => `data: ${version}\n\n`),
    // A comment now and then shows a proxy, and this server, whether anybody still listens.
    Stream.map(Stream.tick("20 seconds"), () => ": \n\n")
  ).pipe(
    // A slow reader gets the last version, not each that passed.
    Stream.buffer({ capacity: 2, strategy: "sliding" }),
    Stream.encodeText
  )
  const counted = Effect.acquireRelease(
    Effect.sync(() => void readers++),
    () => Effect.sync(() => void readers--)
  )
  const events = HttpRouter.add(
    "GET",
    "/events",
    Effect.sync(() =>
      readers >= most
        ? HttpServerResponse.text(`${texts.busy}\n`, { status: 503, headers: { "retry-after": "30" } })
        : HttpServerResponse.stream(Stream.unwrap(Effect.as(counted, lines)), {
            contentType: "text/event-stream",
            // So that a proxy passes each event on at once.
            headers: { "x-accel-buffering": "no" }
          })
    )
  )
  return Layer.provide(events, takingNothing(texts))
}
