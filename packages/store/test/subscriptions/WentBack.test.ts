/**
 * A log that goes back ends its subscribers, with an error that names the event; a replica that is behind does not.
 */
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { Subscription } from "../../src/EventLog.ts"
import { subscriptionStream, type SubscriptionSource } from "../../src/subscriptions/SubscriptionStream.ts"

const plan = "strategi" as PlanId
const other = "annan" as PlanId

/** A log whose events are letters, and that can be replaced. */
const letters = () => {
  let logs = new Map<PlanId, string>()
  let isReplica = false
  const leafOf = (log: PlanId, position: number) => {
    const letter = logs.get(log)?.[position - 1]
    return letter === undefined ? null : Buffer.from(letter)
  }
  const source: SubscriptionSource = {
    read: (of, after, limit) =>
      Effect.sync(() => {
        const letters = (logs.get(of) ?? "").slice(after, after + limit)
        const events = [...letters].map((batch, at) => ({ plan: of, position: after + at + 1, batch }) as RecordedEvent)
        return { events, before: leafOf(of, after), last: leafOf(of, after + events.length) }
      }),
    plans: Effect.sync(() => [...logs].map(([each, log]) => ({ plan: each, events: log.length }))),
    head: (of) => Effect.sync(() => logs.get(of)?.length ?? 0),
    isReplica: Effect.sync(() => isReplica),
    listen: () => Effect.succeed(Effect.as(Effect.sleep(1), null))
  }
  const set = (...now: ReadonlyArray<readonly [PlanId, string]>) => void (logs = new Map(now))
  return { set, source, follows: (is: boolean) => void (isReplica = is) }
}

const following = (source: SubscriptionSource, from: Subscription) =>
  Effect.gen(function* () {
    const seen: Array<string> = []
    const fiber = yield* Effect.forkScoped(
      Stream.runForEach(subscriptionStream(source, from), ({ batch }) => Effect.sync(() => seen.push(batch)))
    )
    const until = (many: number) =>
      Effect.gen(function* () {
        while (seen.length < many) yield* Effect.sleep(1)
      })
    return { seen, until, end: Effect.timeout(Effect.flip(Fiber.join(fiber)), "5 seconds"), fiber }
  })

const all: Subscription = { after: new Map() }
const subscriptions: ReadonlyArray<readonly [string, Subscription]> = [
  ["of one plan", { plan, after: 0 }],
  ["of every plan", all]
]

it.live.each(subscriptions)("an event that is another than the one a subscriber %s read last ends it", ([, from]) =>
  Effect.gen(function* () {
    const { set, source } = letters()
    set([plan, "abcde"])
    const { end, seen, until } = yield* following(source, from)
    yield* until(5)
    set([plan, "abcXYZ"])
    expect(yield* end).toMatchObject({ reason: "wentBack", plan, position: 5 })
    expect(seen.join("")).toBe("abcde")
  }).pipe(Effect.scoped)
)

it.live.each(subscriptions)("an event that is gone ends a subscriber %s, though nothing is new", ([, from]) =>
  Effect.gen(function* () {
    const { set, source } = letters()
    set([plan, "abcde"])
    const { end, until } = yield* following(source, from)
    yield* until(5)
    set([plan, "abc"])
    const error = yield* end
    expect(error).toMatchObject({ reason: "wentBack", plan, position: 5 })
    expect(error.message).toMatch(/event 5 of plan strategi is gone/u)
  }).pipe(Effect.scoped)
)

it.live("a plan that is gone ends a subscriber of every plan", () =>
  Effect.gen(function* () {
    const { set, source } = letters()
    set([plan, "abc"], [other, "x"])
    const { end, until } = yield* following(source, all)
    yield* until(4)
    set([plan, "abc"])
    expect(yield* end).toMatchObject({ reason: "wentBack", plan: other, position: 1 })
  }).pipe(Effect.scoped)
)

it.live("a subscriber keeps the leaf of the event at the position where it begins", () =>
  Effect.gen(function* () {
    const { set, source } = letters()
    set([plan, "abc"])
    const { end, until } = yield* following(source, { plan, after: 2 })
    yield* until(1)
    set([plan, "aXYZ"])
    expect(yield* end).toMatchObject({ reason: "wentBack", plan, position: 3 })
  }).pipe(Effect.scoped)
)

it.live.each(subscriptions)("a replica that is behind does not end a subscriber %s", ([, from]) =>
  Effect.gen(function* () {
    const { follows, set, source } = letters()
    set([plan, "abcde"])
    const { end, fiber, seen, until } = yield* following(source, from)
    yield* until(5)
    follows(true)
    set([plan, "abc"])
    yield* Effect.sleep(30)
    expect(fiber.pollUnsafe()).toBe(undefined)
    set([plan, "abcdef"])
    yield* until(6)
    expect(seen.join("")).toBe("abcdef")
    set([plan, "abcdeXY"])
    expect(yield* end).toMatchObject({ reason: "wentBack", plan, position: 6 })
    expect(Exit.isFailure(yield* Fiber.await(fiber))).toBe(true)
  }).pipe(Effect.scoped)
)
