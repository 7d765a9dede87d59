/**
 * The contract of `ReadModelStore.advance`, for every adapter.
 */
import { ActivityId, type PlanId, Position } from "@frist/domain/Names"
import { type EventLog, EventLog as Log } from "@frist/store/EventLog"
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { makeCatchUp } from "../src/CatchUp.ts"
import { project } from "../src/Projector.ts"
import { boardModel } from "../src/models/BoardModel.ts"
import { rebuild } from "../src/Rebuild.ts"
import { ReadModelStore, type StoredPosition, type TableWrite } from "../src/ReadModelStore.ts"
import { beginning, event } from "./beginning.ts"
import { append, derivedDigests, keptDigests, newPlan, today } from "./kept.ts"

const note = event(ActivityId.make("a"), { _tag: "FollowUpNoted", text: "Ny" })

/** The tables of a plan, the place that they share, and a change of a row of the board. */
const leftOf = Effect.fnUntraced(function* (plan: PlanId) {
  const store = yield* ReadModelStore
  const found = yield* store.claim(plan, true, ({ rows, tables }) =>
    Effect.gen(function* () {
      const board = tables.find(({ generation }) => generation.projection === "board") ?? fail()
      const at = boardModel.columns.findIndex(({ name }) => name === "note")
      const [row = fail()] = yield* rows(boardModel, board.generation.version)
      const change = { gone: [], rows: [row.with(at, "Ändrad")] }
      const write: TableWrite = { model: boardModel, version: board.generation.version, change, fresh: false }
      return { of: tables.map(({ generation }) => generation), from: tables[0]?.stored ?? fail(), write }
    })
  )
  return Option.getOrThrow(found)
})

/** Writes that change to a later position. */
export const advanced = Effect.fnUntraced(function* (
  plan: PlanId,
  { of, write, from }: Effect.Success<ReturnType<typeof leftOf>>,
  actual: StoredPosition = from
) {
  const to = { ...from, position: from.position + 1 }
  return yield* (yield* ReadModelStore).advance(plan, of, actual, to, [write])
})

/** A plan whose tables were caught up, and what was left. */
export const caughtUp = Effect.gen(function* () {
  const plan = newPlan()
  yield* append(plan, beginning)
  yield* project({ today: Effect.succeed(today), plan })
  return { plan, left: yield* leftOf(plan), before: yield* keptDigests(plan) }
})

/** What happened to the tables since they were left. */
const others: ReadonlyArray<
  readonly [string, (plan: PlanId) => Effect.Effect<unknown, unknown, EventLog | ReadModelStore>]
> = [
  ["it is parked", (plan) => Effect.flatMap(ReadModelStore, (store) => store.park({ plan, ...killed }))],
  ["an attempt is open", (plan) => Effect.flatMap(ReadModelStore, (store) => store.attempt(plan))],
  ["a table is being built", () => Effect.flatMap(ReadModelStore, (store) => store.begin(boardModel))],
  ["its tables were swapped", () => rebuild({ models: [boardModel], today })],
  [
    "another worker caught it up",
    (plan) => Effect.andThen(append(plan, [note]), project({ today: Effect.succeed(today), plan }))
  ]
]
const killed = { why: "killed", position: null, detail: "5 attempts" } as const

export const advancing = (name: string, layer: () => Layer.Layer<EventLog | ReadModelStore, unknown>) => {
  describe(`a plan ${name}`, () => {
    it.live("is advanced from where its tables were left", () =>
      Effect.gen(function* () {
        const { before, left, plan } = yield* caughtUp
        expect(yield* advanced(plan, left)).toBe(true)
        const now = yield* keptDigests(plan)
        expect(now["board"]).not.toBe(before["board"])
        expect({ ...now, board: before["board"] }).toEqual(before)
        expect((yield* leftOf(plan)).from).toEqual({ ...left.from, position: left.from.position + 1 })
      }).pipe(Effect.provide(layer()))
    )

    it.live.each(others)("is not advanced where %s: then nothing is written", ([, other]) =>
      Effect.gen(function* () {
        const { left, plan } = yield* caughtUp
        yield* other(plan)
        const before = yield* keptDigests(plan)
        expect(yield* advanced(plan, left)).toBe(false)
        expect(yield* keptDigests(plan)).toEqual(before)
        yield* (yield* ReadModelStore).drop
      }).pipe(Effect.provide(layer()))
    )

    it.live.each(["position", "asOf", "nextDay", "leaf"] as const)("is not advanced from another %s", (part) =>
      Effect.gen(function* () {
        const { before, left, plan } = yield* caughtUp
        const other = { position: 2, asOf: "2024-01-01", nextDay: "2031-01-01", leaf: new Uint8Array(32) }[part]
        expect(yield* advanced(plan, left, { ...left.from, [part]: other } as StoredPosition)).toBe(false)
        expect(yield* keptDigests(plan)).toEqual(before)
      }).pipe(Effect.provide(layer()))
    )

    it.live("is parked where rows cannot be derived of a new event, and its worker goes on", () =>
      Effect.gen(function* () {
        const log = yield* Log
        let isBroken = false
        const breaking = Log.of({
          ...log,
          page: (plan, after, limit) =>
            Effect.map(log.page(plan, isBroken ? 0 : after, limit), (page) => ({
              ...page,
              events: page.events.map((record) => (isBroken ? { ...record, position: Position.make(99) } : record))
            }))
        })
        const plan = newPlan()
        yield* append(plan, beginning)
        const warm = yield* Effect.provideService(makeCatchUp(), Log, breaking)
        expect(yield* warm(plan, { today })).toBe("done")
        isBroken = true
        expect(yield* warm(plan, { today })).toBe("parked")
        yield* (yield* ReadModelStore).release(plan)
      }).pipe(Effect.provide(layer()))
    )

    it.live("is caught up without a claim where nobody else wrote its rows, and otherwise with one", () =>
      Effect.gen(function* () {
        const store = yield* ReadModelStore
        const log = yield* Log
        let claims = 0
        const counting = ReadModelStore.of({
          ...store,
          claim: (plan, waits, work) => Effect.suspend(() => ((claims += 1), store.claim(plan, waits, work)))
        })
        const plan = newPlan()
        const warm = yield* Effect.provideService(makeCatchUp(), ReadModelStore, counting)
        const follows = Effect.fnUntraced(function* () {
          yield* append(plan, [note])
          claims = 0
          expect(yield* warm(plan, { today })).toBe("done")
          const recorded = yield* log.read(plan)
          expect(yield* keptDigests(plan)).toEqual(derivedDigests(recorded, { position: recorded.length, asOf: today }))
          return claims
        })
        yield* append(plan, beginning)
        expect([yield* follows(), yield* follows(), yield* follows()]).toEqual([1, 0, 0])
        yield* append(plan, [note])
        yield* project({ today: Effect.succeed(today), plan })
        expect([yield* follows(), yield* follows()]).toEqual([1, 0])
      }).pipe(Effect.provide(layer()))
    )
  })
}

const fail = (): never => {
  throw new Error("Missing test data.")
}
