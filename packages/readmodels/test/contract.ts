/**
 * The contract of every adapter of read models.
 */
import { type EventLog, EventLog as Log } from "@frist/store/EventLog"
import { EvidenceLog } from "@frist/store/EvidenceLog"
import { LogAdministration } from "@frist/store/LogAdministration"
import * as MemoryEventLog from "@frist/store/memory/MemoryEventLog"
import { describe, expect, it } from "@effect/vitest"
import * as Arbitrary from "effect/Arbitrary"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import { Day } from "@frist/domain/Day"
import { type PlanId, Position } from "@frist/domain/Names"
import { history, Steps } from "../../domain/test/histories.ts"
import { long } from "../../store/test/sizes.ts"
import { makeCatchUp } from "../src/CatchUp.ts"
import { check } from "../src/ReadModelCheck.ts"
import { diagnoseReadModels } from "../src/ReadModelDiagnosis.ts"
import { inlineEventLog } from "../src/InlineProjection.ts"
import { project } from "../src/Projector.ts"
import { readModels } from "../src/ReadModels.ts"
import { rebuild, rebuildPlan } from "../src/Rebuild.ts"
import { ReadModelStore } from "../src/ReadModelStore.ts"
import { activities, beginning, event } from "./beginning.ts"
import { append, derivedDigests, keptDigests, newEvents, newPlan, today } from "./kept.ts"

/** Writes an event of an unknown type at the end of a plan, past the log. */
export type Poison = (plan: PlanId, position: number) => Promise<void>

export const contract = (
  name: string,
  layer: () => Layer.Layer<EventLog | ReadModelStore, unknown>,
  poison: Poison,
  spoil: (statement: string) => Promise<void>,
  /** Whether the storage contains a text. */
  holds: (text: string) => Promise<boolean>
) => {
  describe(`read models ${name}`, () => {
    it.live(
      "equal the log after every append of a random history, in pieces of any size and as days pass",
      () =>
        Effect.gen(function* () {
          const log = yield* Log
          const samples = yield* Arbitrary.sampleEffect(Steps, { count: long ? 12 : 5, size: 30, seed: 7 })
          for (const [nth, steps] of samples.entries()) {
            const plan = newPlan()
            const events = newEvents(history(steps, false))
            // One catch-up that remembers events, and a new one for each piece.
            const warm = yield* makeCatchUp()
            for (let from = 0, round = 0; from < events.length; round++) {
              const size = 1 + ((nth + round * 7) % 9)
              yield* append(plan, events.slice(from, from + size))
              from += size
              const catchUp = round % 3 === 0 ? yield* makeCatchUp(0) : warm
              const on = Day.fromNumber(18_262 + 80 * round)
              expect(yield* catchUp(plan, { today: on })).toBe("done")
              const recorded = yield* log.read(plan)
              expect(yield* keptDigests(plan)).toEqual(
                derivedDigests(recorded, { position: recorded.length, asOf: on })
              )
            }
          }
        }).pipe(Effect.provide(layer())),
      60_000
    )

    it.live("are caught up on the day when a fact recorded in advance takes effect", () =>
      Effect.gen(function* () {
        const log = yield* Log
        const plan = newPlan()
        const samples = yield* Arbitrary.sampleEffect(Steps, { count: 1, size: 30, seed: 12 })
        yield* append(plan, newEvents(history(samples[0] ?? [], false)))
        const recorded = yield* log.read(plan)
        const days = [...new Set(recorded.map(({ effectiveOn }) => effectiveOn))].sort()
        expect(days.length).toBeGreaterThan(5)
        for (const day of days) {
          yield* project({ today: Effect.succeed(day), plan })
          expect(yield* keptDigests(plan)).toEqual(derivedDigests(recorded, { position: recorded.length, asOf: day }))
        }
      }).pipe(Effect.provide(layer()))
    )

    it.live(
      "are checked: a changed or deleted row is reported with its column and events, and a rebuild restores it",
      () =>
        Effect.gen(function* () {
          const plan = newPlan()
          const samples = yield* Arbitrary.sampleEffect(Steps, { count: 1, size: 30, seed: 13 })
          yield* append(plan, newEvents(history(samples[0] ?? [], true)))
          yield* project({ today: Effect.succeed(today), plan })
          const found = Effect.map(check(plan), (tables) =>
            tables.flatMap(({ difference, projection }) => (difference === null ? [] : [{ projection, ...difference }]))
          )
          expect(yield* found).toEqual([])
          const versions = new Map(
            (yield* (yield* ReadModelStore).generations).flatMap(({ projection, state, version }) =>
              state === "serving" ? [[projection, version]] : []
            )
          )
          const table = (name: string) => `${name}_v${versions.get(name)}`
          yield* Effect.promise(() =>
            spoil(`update ${table("activity_history")} set actor = 'Nobody' where plan = '${plan}' and position = 2`)
          )
          yield* Effect.promise(() => spoil(`delete from ${table("finding")} where plan = '${plan}'`))
          const [changed, gone] = yield* found
          expect(changed).toMatchObject({
            projection: "activity_history",
            what: "differs",
            key: [2],
            column: "actor",
            stored: "Nobody",
            derived: "Strategen"
          })
          expect(changed?.events).toContain(2)
          expect(gone).toMatchObject({ projection: "finding", what: "missing" })
          expect(yield* rebuildPlan(plan, { models: readModels, today })).toMatchObject({ outcome: "done" })
          expect(yield* found).toEqual([])
          yield* Effect.promise(() =>
            spoil(`update ${table("activity_history")} set position = 1000 where plan = '${plan}' and position = 2`)
          )
          expect(yield* found).toMatchObject([{ what: "missing", key: [2] }])
        }).pipe(Effect.provide(layer()))
    )

    it.live("do not change when a catch-up finds nothing new", () =>
      Effect.gen(function* () {
        const plan = newPlan()
        const samples = yield* Arbitrary.sampleEffect(Steps, { count: 1, size: 30, seed: 11 })
        yield* append(plan, newEvents(history(samples[0] ?? [], true)))
        const catchUp = yield* makeCatchUp()
        expect(yield* catchUp(plan, { today })).toBe("done")
        const before = yield* keptDigests(plan)
        expect(yield* catchUp(plan, { today })).toBe("done")
        expect(yield* keptDigests(plan)).toEqual(before)
      }).pipe(Effect.provide(layer()))
    )

    it.live("are caught up when an append returns, where the projection is inline", () =>
      Effect.gen(function* () {
        const log = yield* inlineEventLog({ today: Effect.succeed(today) })
        const plan = newPlan()
        const samples = yield* Arbitrary.sampleEffect(Steps, { count: 1, size: 20, seed: 4 })
        for (const event of newEvents(history(samples[0] ?? [], false))) {
          yield* append(plan, [event]).pipe(Effect.provideService(Log, log))
          const recorded = yield* log.read(plan)
          expect(yield* keptDigests(plan)).toEqual(derivedDigests(recorded, { position: recorded.length, asOf: today }))
        }
      }).pipe(Effect.provide(layer()))
    )

    it.live("hold no redacted text, in serving and in retired tables", () =>
      Effect.gen(function* () {
        const secret = `Hemligt ${crypto.randomUUID()}`
        const plan = newPlan()
        const [activity = fail()] = activities
        const text = { _tag: "FollowUpNoted", text: secret } as const
        yield* append(plan, [...beginning, event(activity, text)])
        yield* project({ today: Effect.succeed(today), plan })
        expect(yield* rebuild({ models: readModels, today })).toMatchObject({ outcome: "done" })
        expect(yield* Effect.promise(() => holds(secret))).toBe(true)
        yield* append(plan, [event(activity, { _tag: "Redacted", position: Position.make(4), decision: "Dnr 1" })])
        yield* project({ today: Effect.succeed(today), plan })
        expect(yield* Effect.promise(() => holds(secret))).toBe(false)
        yield* (yield* ReadModelStore).drop
      }).pipe(Effect.provide(layer()))
    )

    it.live("are not swapped for a table that lacks a plan", () =>
      Effect.gen(function* () {
        const store = yield* ReadModelStore
        const [model] = readModels
        if (model === undefined) return
        const { version } = yield* store.begin(model)
        expect(yield* store.swap(model, version, [])).toBe(false)
        expect((yield* store.drop).map((each) => [each.projection, each.version])).toEqual([[model.name, version]])
      }).pipe(Effect.provide(layer()))
    )

    it.live.each([
      ["as long, with another last event", 3, 2],
      ["shorter", 3, 0],
      ["shorter, with another last event", 2, 1],
      ["longer", 4, 5]
    ] as const)("of a log that went back are parked with the event, and rebuilt: now it is %s", ([, kept, more]) =>
      Effect.gen(function* () {
        const store = yield* ReadModelStore
        const plan = newPlan()
        const [before, after] = yield* twoLogs(plan, kept, more)
        const options = { today: Effect.succeed(today), plan }
        expect(yield* inLog(before, project(options))).toEqual({ done: 1, parked: 0 })
        const shown = yield* keptDigests(plan)
        const parked = [{ plan, why: "wentBack", position: 5, detail: expect.stringContaining("event 5 is") }]
        for (const again of [1, 2]) {
          expect(yield* inLog(after, project(options)), String(again)).toEqual({ done: 0, parked: 1 })
          expect((yield* store.parked).filter((each) => each.plan === plan)).toEqual(parked)
        }
        expect(yield* keptDigests(plan)).toEqual(shown)
        expect(yield* inLog(after, diagnoseReadModels(today))).toContainEqual({
          code: "projectionsWentBack",
          detail: expect.stringContaining(`${plan}: 5`)
        })
        expect(yield* inLog(after, rebuildPlan(plan, { models: readModels, today }))).toMatchObject({ outcome: "done" })
        expect((yield* store.parked).filter((each) => each.plan === plan)).toEqual([])
        const now = yield* after.read(plan)
        expect(yield* keptDigests(plan)).toEqual(derivedDigests(now, { position: now.length, asOf: today }))
        expect(yield* inLog(after, project(options))).toEqual({ done: 0, parked: 0 })
      }).pipe(Effect.provide(layer()))
    )

    it.live("of a log that went back are noticed by a worker that had read it, with the next event at the latest", () =>
      Effect.gen(function* () {
        const plan = newPlan()
        const [before, after] = yield* twoLogs(plan, 3, 3)
        let log = before
        const changing = Log.of({
          ...before,
          page: (of, after, limit) => Effect.suspend(() => log.page(of, after, limit)),
          leaves: (of) => Effect.suspend(() => log.leaves(of))
        })
        const catchUp = yield* inLog(changing, makeCatchUp())
        expect(yield* catchUp(plan, { today })).toBe("done")
        log = after
        expect(yield* catchUp(plan, { today })).toBe("parked")
        expect(yield* inLog(after, rebuildPlan(plan, { models: readModels, today }))).toMatchObject({ outcome: "done" })
        // What it remembers of the other log is not used.
        expect(yield* catchUp(plan, { today, again: () => true })).toBe("done")
        const now = yield* after.read(plan)
        expect(yield* keptDigests(plan)).toEqual(derivedDigests(now, { position: now.length, asOf: today }))
      }).pipe(Effect.provide(layer()))
    )

    it.live("of a log that was restored as it was follow it", () =>
      Effect.gen(function* () {
        const plan = newPlan()
        const [before, after] = yield* twoLogs(plan, 5, 1)
        const options = { today: Effect.succeed(today), plan }
        expect(yield* inLog(before, project(options))).toEqual({ done: 1, parked: 0 })
        expect(yield* inLog(after, project(options))).toEqual({ done: 1, parked: 0 })
      }).pipe(Effect.provide(layer()))
    )

    it.live("of a plan that the log lost are removed by a rebuild", () =>
      Effect.gen(function* () {
        const store = yield* ReadModelStore
        const plan = newPlan()
        const [before, after] = yield* twoLogs(plan, 0, 0)
        const options = { today: Effect.succeed(today), plan }
        expect(yield* inLog(before, project(options))).toEqual({ done: 1, parked: 0 })
        expect(yield* inLog(after, project(options))).toEqual({ done: 0, parked: 1 })
        expect(yield* inLog(after, rebuildPlan(plan, { models: readModels, today }))).toMatchObject({ outcome: "done" })
        expect((yield* store.parked).filter((each) => each.plan === plan)).toEqual([])
        expect((yield* store.places).filter((each) => each.plan === plan)).toEqual([])
        expect(yield* inLog(after, project(options))).toEqual({ done: 0, parked: 0 })
        expect(yield* keptDigests(plan)).toEqual(derivedDigests([], { position: 0, asOf: today }))
        // Nothing of it is left that would keep a rebuild of all plans from being swapped in.
        expect(yield* rebuild({ models: readModels, today })).toMatchObject({ outcome: "done" })
      }).pipe(Effect.provide(layer()))
    )

    it.live("of a plan with an unreadable event stop before it, and those of other plans go on", () =>
      Effect.gen(function* () {
        const store = yield* ReadModelStore
        const log = yield* Log
        const [ill, well] = [newPlan(), newPlan()]
        const samples = yield* Arbitrary.sampleEffect(Steps, { count: 2, size: 30, seed: 5 })
        const events = newEvents(history(samples[0] ?? [], true))
        yield* append(ill, events)
        yield* append(well, newEvents(history(samples[1] ?? [], true)))
        yield* Effect.promise(() => poison(ill, events.length + 1))
        const { parked } = yield* project({ today: Effect.succeed(today) })
        expect(parked).toBe(1)
        expect(yield* store.parked).toEqual([
          {
            plan: ill,
            why: "unreadable",
            position: events.length + 1,
            detail: expect.stringContaining("FromTheFuture")
          }
        ])
        const before = yield* log.read(ill, { limit: events.length })
        expect(yield* keptDigests(ill)).toEqual(derivedDigests(before, { position: before.length, asOf: today }))
        yield* append(well, [events[0] ?? fail()])
        yield* project({ today: Effect.succeed(today) })
        const grown = yield* log.read(well)
        expect(yield* keptDigests(well)).toEqual(derivedDigests(grown, { position: grown.length, asOf: today }))
        expect((yield* diagnoseReadModels(today)).map(({ code }) => code)).toEqual(["projectionParked"])
        // A rebuild takes along what can be read of it, and everything of the others.
        const serving = Effect.map(store.generations, (all) => all.filter(({ state }) => state === "serving"))
        const served = yield* serving
        expect(yield* rebuild({ models: readModels, today })).toMatchObject({ outcome: "done", parked: [ill] })
        expect((yield* serving).every(({ version }, at) => version > (served[at]?.version ?? 0))).toBe(true)
        expect(yield* keptDigests(ill)).toEqual(derivedDigests(before, { position: before.length, asOf: today }))
        expect(yield* keptDigests(well)).toEqual(derivedDigests(grown, { position: grown.length, asOf: today }))
        expect((yield* store.parked).map(({ plan }) => plan)).toEqual([ill])
        // The parked plan does not keep another that is stuck out of the new tables.
        yield* store.park({ plan: well, why: "killed", position: null, detail: "" })
        expect((yield* rebuild({ models: readModels, today })).outcome).toBe("done")
        yield* store.release(ill)
        yield* store.release(well)
      }).pipe(Effect.provide(layer()))
    )

    it.live("of a plan whose attempts are killed keep their rows in a rebuild, which goes on with other plans", () =>
      Effect.gen(function* () {
        const store = yield* ReadModelStore
        const log = yield* Log
        const [stuck, well] = [newPlan(), newPlan()]
        const samples = yield* Arbitrary.sampleEffect(Steps, { count: 2, size: 30, seed: 6 })
        for (const [at, plan] of [stuck, well].entries()) {
          yield* append(plan, newEvents(history(samples[at] ?? [], true)))
          yield* project({ today: Effect.succeed(today), plan })
        }
        const before = yield* log.read(stuck)
        for (const plan of [stuck, well])
          yield* append(plan, [event(activities[0] ?? fail(), { _tag: "FollowUpNoted", text: "Ny" })])
        yield* store.park({ plan: stuck, why: "killed", position: null, detail: "5 attempts" })
        const serving = Effect.map(store.generations, (all) => all.filter(({ state }) => state === "serving"))
        const served = yield* serving
        const { outcome, parked } = yield* Effect.map(rebuild({ models: readModels, today }), (result) => ({
          parked: [],
          ...result
        }))
        expect({ outcome, parked: parked.filter((plan) => plan === stuck || plan === well) }).toEqual({
          outcome: "done",
          parked: [stuck]
        })
        expect((yield* serving).every(({ version }, at) => version > (served[at]?.version ?? 0))).toBe(true)
        expect(yield* keptDigests(stuck)).toEqual(derivedDigests(before, { position: before.length, asOf: today }))
        const grown = yield* log.read(well)
        expect(yield* keptDigests(well)).toEqual(derivedDigests(grown, { position: grown.length, asOf: today }))
        expect(yield* rebuildPlan(stuck, { models: readModels, today })).toEqual({ outcome: "parked", plans: [stuck] })
        // By its name it is tried again, and goes on from its old rows.
        expect(yield* project({ today: Effect.succeed(today), plan: stuck })).toEqual({ done: 1, parked: 0 })
        const all = yield* log.read(stuck)
        expect(yield* keptDigests(stuck)).toEqual(derivedDigests(all, { position: all.length, asOf: today }))
      }).pipe(Effect.provide(layer()))
    )

    it.live(
      "of a plan whose attempts are killed are left out of tables with other columns, until it is tried again",
      () =>
        Effect.gen(function* () {
          const store = yield* ReadModelStore
          const log = yield* Log
          const plan = newPlan()
          yield* append(plan, beginning)
          yield* project({ today: Effect.succeed(today), plan })
          yield* Effect.promise(() =>
            spoil("update projection set shape = 0 where projection = 'board' and state = 'serving'")
          )
          yield* store.park({ plan, why: "killed", position: null, detail: "5 attempts" })
          const board = readModels.filter(({ name }) => name === "board")
          expect(yield* rebuild({ models: board, today })).toMatchObject({ outcome: "done" })
          const places = Effect.map(store.generations, (all) =>
            Effect.forEach(
              all.filter(({ projection, state }) => projection === "board" && state === "serving"),
              (each) => Effect.map(store.plansIn(each), (plans) => plans.has(plan))
            )
          ).pipe(Effect.flatten)
          expect(yield* places).toEqual([false])
          expect(yield* project({ today: Effect.succeed(today), plan })).toEqual({ done: 1, parked: 0 })
          expect(yield* places).toEqual([true])
          const all = yield* log.read(plan)
          expect(yield* keptDigests(plan)).toEqual(derivedDigests(all, { position: all.length, asOf: today }))
        }).pipe(Effect.provide(layer()))
    )

    it.live("of a log that went back and was restored are rebuilt with all others", () =>
      Effect.gen(function* () {
        const store = yield* ReadModelStore
        const plan = newPlan()
        yield* append(plan, beginning)
        yield* project({ today: Effect.succeed(today), plan })
        yield* store.park({ plan, why: "wentBack", position: 3, detail: "event 3 is gone" })
        expect(yield* rebuild({ models: readModels, today })).toMatchObject({ outcome: "done" })
        expect((yield* store.parked).filter((each) => each.plan === plan)).toEqual([])
      }).pipe(Effect.provide(layer()))
    )
  })
}

/** Two logs of a plan: one of five events, and one that has only so many of them, and then others. */
const twoLogs = Effect.fnUntraced(function* (plan: PlanId, kept: number, more: number) {
  const logs = yield* Effect.forEach([1, 2], () => Effect.scoped(Layer.build(Layer.fresh(MemoryEventLog.layer))))
  const [before, after] = logs.map((log) => Context.get(log, Log))
  if (before === undefined || after === undefined || logs[1] === undefined || logs[0] === undefined) return fail()
  const [activity = fail()] = activities
  const note = (text: string) => event(activity, { _tag: "FollowUpNoted", text })
  for (const each of [...beginning, note("a"), note("b")]) yield* inLog(before, append(plan, [each]))
  const records = yield* Context.get(logs[0], EvidenceLog).records(plan, { limit: kept })
  yield* Context.get(logs[1], LogAdministration).restore(plan, Stream.fromIterable(records))
  for (let nth = 0; nth < more; nth += 1) yield* inLog(after, append(plan, [note(`other ${nth}`)]))
  return [before, after] as const
})

const inLog = <A, E, R>(log: Log["Service"], self: Effect.Effect<A, E, R>) => Effect.provideService(self, Log, log)

const fail = (): never => {
  throw new Error("Missing test data.")
}
