/**
 * A plan that moves between logs: nothing is lost, doubled or out of order, and checkpoints of either place hold.
 */
import { describe, expect, it } from "@effect/vitest"
import type { Day } from "@frist/domain/Day"
import { ActivityId, Actor, BatchId, PlanId } from "@frist/domain/Names"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import { Conflict, EventLog } from "@frist/store/EventLog"
import { eventLogs } from "@frist/store/EventLogs"
import { EvidenceLog } from "@frist/store/EvidenceLog"
import type { LogServices } from "@frist/store/LogServices"
import { layer as memory } from "@frist/store/memory/MemoryEventLog"
import { relocatePlan } from "@frist/store/copy/Relocation"
import { record } from "@frist/store/Recording"
import { Refused } from "@frist/store/Refused"
import { sealPlan } from "@frist/store/evidence/PlanSeal"
import { isIntact } from "@frist/evidence/LogVerifier"
import { verifyPlan } from "@frist/store/evidence/PlanVerification"

const plan = PlanId.make("plan")
const other = PlanId.make("other")
const actor = Actor.make("Strategen")
const effectiveOn = "2024-01-01" as Day
const note = (text: string, activity: string): NewEvent => ({
  activity: ActivityId.make(activity),
  event: { _tag: "FollowUpNoted", text },
  effectiveOn,
  provenance: "stated",
  source: null
})
const places = ["a", "b", "c"]

/** Runs with three logs in memory, and the router of all, in which every plan begins at `a`. */
const withLogs = <A, E>(
  test: (
    at: (place: string) => Context.Context<LogServices>,
    all: EventLog["Service"],
    move: (to: string, from?: string) => Effect.Effect<void, unknown>
  ) => Effect.Effect<A, E>
) =>
  Effect.scoped(
    Effect.gen(function* () {
      const built = new Map<string, Context.Context<LogServices>>()
      for (const place of places) built.set(place, yield* Layer.build(Layer.fresh(memory)))
      const at = (place: string) => built.get(place) ?? (Context.empty() as never)
      const all = eventLogs(
        new Map([...built].map(([place, services]) => [place, Context.get(services, EventLog)])),
        () => "a"
      )
      const move = (to: string, from = "a") =>
        relocatePlan({ plan, to, actor, effectiveOn }, at(to)).pipe(Effect.provideContext(at(from)), Effect.asVoid)
      return yield* test(at, all, move)
    })
  )

const append = (log: EventLog["Service"], id: string, text: string, of = plan) =>
  log.append({
    plan: of,
    batch: BatchId.make(id),
    actor,
    events: [note(text, id.split("-")[0] ?? "x")],
    condition: { after: 0, activities: [ActivityId.make("nobody")] }
  })

/** Starts to collect the first events of a subscription. */
const seen = (changes: Stream.Stream<RecordedEvent, unknown>, count: number) =>
  Effect.forkChild(Stream.runCollect(Stream.take(changes, count)), { startImmediately: true })

const types = (events: ReadonlyArray<RecordedEvent>) => events.map(({ type }) => type)
const typesAt = (services: Context.Context<LogServices>) =>
  Effect.map(Context.get(services, EventLog).read(plan), types)

describe("a plan that moves", () => {
  it.live("a relocated log has every event of the old one, its closing event and its arrival", () =>
    withLogs((at, all, move) =>
      Effect.gen(function* () {
        yield* append(all, "x-1", "one")
        yield* move("b")
        expect(yield* typesAt(at("a"))).toEqual(["FollowUpNoted", "PlanMoved"])
        expect(yield* typesAt(at("b"))).toEqual(["FollowUpNoted", "PlanMoved", "PlanArrived"])
        yield* append(all, "x-2", "two")
        expect(yield* typesAt(at("b"))).toHaveLength(4)
        expect(yield* all.read(plan)).toHaveLength(4)
        expect(yield* all.plans).toEqual([{ plan, events: 4 }])
        expect(yield* append(all, "x-1", "one")).toMatchObject({ first: 1, repeated: true })
      })
    )
  )

  it.live("checkpoints from before and after the move hold at the new place, and the old place still verifies", () =>
    withLogs((at, all, move) =>
      Effect.gen(function* () {
        yield* append(all, "x-1", "one")
        const before = yield* Effect.provideContext(sealPlan(plan), at("a"))
        yield* move("b")
        const after = yield* Effect.provideContext(sealPlan(plan), at("a"))
        expect([before.size, after.size]).toEqual([1, 2])
        yield* append(all, "x-2", "two")
        const notes = yield* Context.get(at("b"), EvidenceLog).sealed(plan)
        expect(notes).toHaveLength(1)
        yield* Context.get(at("b"), EvidenceLog).seal(plan, after.note)
        for (const place of ["a", "b"]) {
          expect(isIntact(yield* Effect.provideContext(verifyPlan(plan), at(place)))).toBe(true)
        }
      })
    )
  )

  it.live(
    "a closing event with another root than that of the events before it does not verify, and moves nothing",
    () =>
      withLogs((at, all, move) =>
        Effect.gen(function* () {
          yield* append(all, "x-1", "one")
          const closing = { _tag: "PlanMoved", to: "b", root: "0f".repeat(32) } as const
          yield* Context.get(at("a"), EventLog).append({
            plan,
            batch: BatchId.make("closing"),
            actor,
            events: [{ activity: null, event: closing, effectiveOn, provenance: "stated", source: null }],
            condition: { after: 1, activities: [] }
          })
          const { broken } = yield* Effect.provideContext(verifyPlan(plan), at("a"))
          expect(broken).toEqual([{ position: 2, to: 2, flaw: "root" }])
          expect(yield* Effect.flip(move("b"))).toMatchObject({ _tag: "EvidenceBroken", position: 2, flaw: "root" })
          expect(yield* Context.get(at("b"), EventLog).plans).toEqual([])
        })
      )
  )

  it.live("a plan that has arrived is followed from its first event without the logs that it left", () =>
    withLogs((at, all, move) =>
      Effect.gen(function* () {
        yield* append(all, "x-1", "one")
        yield* move("b")
        yield* move("c", "b")
        const alone = eventLogs(new Map([["c", Context.get(at("c"), EventLog)]]), () => "c")
        yield* append(alone, "x-2", "two")
        const events = yield* Stream.runCollect(Stream.take(alone.changes({ plan, after: 0 }), 6))
        const moves = ["PlanMoved", "PlanArrived"]
        expect(types(events)).toEqual(["FollowUpNoted", ...moves, ...moves, "FollowUpNoted"])
        expect(yield* alone.read(plan, { after: 1, limit: 1 })).toHaveLength(1)
      })
    )
  )

  it.live("a relocation that was cut off at any step is taken up by the same call", () =>
    withLogs((at, all, move) =>
      Effect.gen(function* () {
        yield* append(all, "x-1", "one")
        yield* move("b")
        yield* move("b")
        yield* move("b")
        expect(yield* typesAt(at("b"))).toEqual(["FollowUpNoted", "PlanMoved", "PlanArrived"])
        expect(yield* Effect.flip(move("c"))).toEqual(new Refused({ refusal: { _tag: "PlanMoved", to: "b" } }))
      })
    )
  )

  it.live("a relocation to a place that has such a plan is refused, and closes nothing", () =>
    withLogs((at, all, move) =>
      Effect.gen(function* () {
        yield* append(all, "x-1", "one")
        yield* append(Context.get(at("b"), EventLog), "y-1", "another")
        expect(yield* Effect.flip(move("b"))).toBeInstanceOf(Conflict)
        yield* append(all, "x-2", "two")
        expect(yield* typesAt(at("a"))).toEqual(["FollowUpNoted", "FollowUpNoted"])
      })
    )
  )

  it.live("on its way, a plan can be read, and commands are refused with the place", () =>
    withLogs((at, all) =>
      Effect.gen(function* () {
        const context = { plan, actor, effectiveOn }
        const recorded = record(context, { _tag: "OpenPlan", title: "Plan" })
        yield* Effect.provideService(recorded, EventLog, all)
        const closing = { _tag: "PlanMoved", to: "b", root: "0f".repeat(32) } as const
        yield* Context.get(at("a"), EventLog).append({
          plan,
          batch: BatchId.make("closing"),
          actor,
          events: [{ activity: null, event: closing, effectiveOn, provenance: "stated", source: null }],
          condition: { after: 1, activities: [] }
        })
        expect(types(yield* all.read(plan))).toEqual(["PlanOpened", "PlanMoved"])
        expect(yield* Effect.flip(Effect.provideService(recorded, EventLog, all))).toEqual(
          new Refused({ refusal: { _tag: "PlanMoved", to: "b" } })
        )
        expect(yield* Effect.flip(append(all, "x-1", "one"))).toBeInstanceOf(Conflict)
      })
    )
  )

  it.live("subscribers of a plan and of all plans go on at each new place, and miss and repeat nothing", () =>
    withLogs((at, all, move) =>
      Effect.gen(function* () {
        const total = 16 * 20 + 4
        const one = yield* seen(all.changes({ plan, after: 0 }), total)
        const every = yield* seen(all.changes({ after: new Map() }), total + 1)
        yield* append(all, "z-0", "elsewhere", other)
        const writing = Effect.forEach(
          Array.from({ length: 16 }, (_, writer) => writer),
          (writer) =>
            Effect.forEach(
              Array.from({ length: 20 }, (_, nth) => nth),
              (nth) =>
                Effect.retry(append(all, `w${writer}-${nth}`, `${writer} ${nth}`), {
                  schedule: Schedule.spaced("1 millis"),
                  times: 10_000
                })
            ),
          { concurrency: "unbounded", discard: true }
        )
        const moving = Effect.andThen(move("b"), Effect.andThen(Effect.sleep("20 millis"), move("c", "b")))
        yield* Effect.all([writing, moving], { concurrency: "unbounded", discard: true })
        const [of, ofAll] = [yield* Fiber.join(one), yield* Fiber.join(every)]
        const upTo = Array.from({ length: total }, (_, at) => at + 1)
        expect(of.map(({ position }) => position)).toEqual(upTo)
        expect(ofAll.filter((each) => each.plan === plan).map(({ position }) => position)).toEqual(upTo)
        const read = yield* Context.get(at("c"), EventLog).read(plan)
        expect(new Set(read.map(({ batch }) => batch)).size).toBe(total)
        expect(yield* Stream.runCollect(Stream.take(all.changes({ plan, after: total - 1 }), 1))).toHaveLength(1)
      })
    )
  )
})
