/**
 * `record`: what commands decide, when they are decided again, and what they look at.
 */
import { describe, expect, it } from "@effect/vitest"
import { Day } from "@frist/domain/Day"
import { readDate } from "@frist/domain/dates/DateReading"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { BatchId, Position } from "@frist/domain/Names"
import type { Command } from "@frist/domain/Command"
import type { Proposal } from "@frist/domain/decisions/Proposal"
import * as Effect from "effect/Effect"
import { activityNamed, actor, batchOf, newPlan, note } from "../src/contract/ContractFixture.ts"
import { type Batch, Conflict, EventLog } from "../src/EventLog.ts"
import { layer } from "../src/memory/MemoryEventLog.ts"
import { type RecordingContext, record, recordProposals } from "../src/Recording.ts"

const webb = activityNamed("webb")
const plan = newPlan()
const on = (month: number): RecordingContext => ({ plan, actor, effectiveOn: Day.of(2024, month, 1) })

const open: Command = { _tag: "OpenPlan", title: "Digital strategi" }
const say = (text: string): Command => ({ _tag: "NoteFollowUp", activity: webb, text })
const move = (to: Day): Command => ({
  _tag: "MoveDeadline",
  activity: webb,
  to: PlannedDate.exact(to),
  reason: null
})
const moveTo = (to: PlannedDate) => record(on(1), { _tag: "MoveDeadline", activity: webb, to, reason: null })
const register = (id: typeof webb, parent: typeof webb | null = null): Command => ({
  _tag: "RegisterActivity",
  activity: id,
  kind: "activity",
  parent,
  area: null,
  goal: "Boka på webben",
  actions: null,
  responsible: null,
  deadline: PlannedDate.exact(Day.of(2024, 12, 31))
})

const begun = record(on(1), open, register(webb))
const types = Effect.flatMap(EventLog, (log) => Effect.map(log.read(plan), (events) => events.map(({ type }) => type)))

/** Wraps a log so that `first` happens just before each append. */
const interrupted = <A, E, R>(
  first: (batch: Batch) => Effect.Effect<void, never, EventLog>,
  self: Effect.Effect<A, E, R>
) =>
  Effect.flatMap(EventLog, (log) =>
    Effect.provideService(
      self,
      EventLog,
      EventLog.of({
        ...log,
        append: (batch) => Effect.andThen(Effect.provideService(first(batch), EventLog, log), log.append(batch))
      })
    )
  )

const proposed = (...commands: ReadonlyArray<Command>): ReadonlyArray<Proposal> =>
  commands.map((command) => ({ command, provenance: "stated", source: null }))

describe("recording", () => {
  it.effect("commands that are recorded together make one batch", () =>
    Effect.gen(function* () {
      expect(yield* begun).toMatchObject({ first: 1, last: 2, repeated: false })
      expect(yield* types).toEqual(["PlanOpened", "ActivityRegistered"])
    }).pipe(Effect.provide(layer))
  )

  it.effect("a command that is already in effect records nothing", () =>
    Effect.gen(function* () {
      yield* begun
      expect(yield* begun).toMatchObject({ first: 3, last: 2 })
      expect(yield* types).toHaveLength(2)
    }).pipe(Effect.provide(layer))
  )

  it.effect("commands of which one is refused record nothing", () =>
    Effect.gen(function* () {
      yield* begun
      const refused = yield* Effect.flip(
        record(on(1), say("Pågår"), register(activityNamed("barn"), activityNamed("okand")))
      )
      expect(refused).toMatchObject({ _tag: "Refused", refusal: { _tag: "NoSuchActivity", activity: "okand" } })
      expect(yield* types).toHaveLength(2)
    }).pipe(Effect.provide(layer))
  )

  it.effect(
    "a command that is repeated with its batch id gets its first answer, although the plan now refuses it",
    () =>
      Effect.gen(function* () {
        yield* begun
        const context = { ...on(2), batch: BatchId.make("en-gang") }
        const commands = [
          move(Day.of(2025, 1, 1)),
          move(Day.of(2025, 2, 1)),
          { _tag: "ChangeStatus", activity: webb, to: { _tag: "Completed", on: null } }
        ] as const
        const first = yield* record(context, ...commands)
        expect(first).toMatchObject({ first: 3, last: 5, repeated: false })
        expect(yield* Effect.flip(record(on(2), ...commands))).toMatchObject({ _tag: "Refused" })
        expect(yield* record(context, ...commands)).toEqual({ ...first, repeated: true })
        expect(yield* types).toHaveLength(5)
      }).pipe(Effect.provide(layer))
  )

  it.effect("a command is decided again on the events that another caller recorded first", () =>
    Effect.gen(function* () {
      yield* begun
      let times = 0
      const first = () =>
        times++ === 0 ? Effect.asVoid(Effect.orDie(record(on(1), move(Day.of(2025, 3, 1))))) : Effect.void
      const seen: Array<string | undefined> = []
      yield* interrupted(
        first,
        recordProposals(on(1), ({ plan: current }) => {
          seen.push(current.activities.get(webb)?.deadline?.words)
          return Effect.succeed({ proposals: proposed(move(Day.of(2025, 6, 1))) })
        })
      )
      expect(seen).toEqual(["2024-12-31", "2025-03-01"])
      const log = yield* EventLog
      const events = yield* log.read(plan, { after: 2 })
      expect(events.map(({ event }) => event?._tag === "DeadlineMoved" && event.from?.words)).toEqual(seen)
    }).pipe(Effect.provide(layer))
  )

  it.effect("a command fails with the conflict when others are first twenty times", () =>
    Effect.gen(function* () {
      yield* begun
      const log = yield* EventLog
      let times = 0
      const first = () =>
        Effect.suspend(() => {
          times += 1
          return Effect.asVoid(Effect.orDie(log.append(batchOf(plan, times + 1, [note(`${times}`, webb)]))))
        })
      const lost = yield* Effect.flip(interrupted(first, record(on(1), say("Pågår"))))
      expect(lost).toEqual(new Conflict({ plan, after: 21, head: 22, activities: [webb] }))
      expect(times).toBe(20)
      expect(yield* types).toHaveLength(22)
    }).pipe(Effect.provide(layer))
  )

  const looked: ReadonlyArray<readonly [string, ReadonlyArray<Command>, ReadonlyArray<string>]> = [
    ["an activity looks at it", [say("Pågår")], ["webb"]],
    ["several looks at them", [say("Pågår"), register(activityNamed("annan"))], ["webb", "annan"]],
    ["a child looks at its parent too", [register(activityNamed("webb.del"), webb)], ["webb.del", "webb"]],
    [
      "the plan looks at all of it",
      [say("Pågår"), { _tag: "HoldReview", heldOn: Day.of(2024, 1, 1), title: null }],
      []
    ],
    [
      "a correction looks at the activity of what it corrects",
      [{ _tag: "Correct", position: Position.make(2), replacement: null, reason: "Fel" }],
      ["webb"]
    ],
    [
      "a removal of something in the plan itself looks at all of it",
      [{ _tag: "Redact", position: Position.make(1), decision: "Dnr 2024/17", whole: true }],
      []
    ]
  ]
  for (const [which, commands, activities] of looked) {
    it.effect(`a command about ${which}`, () =>
      Effect.gen(function* () {
        yield* begun
        const conditions: Array<Batch["condition"]> = []
        yield* interrupted(
          ({ condition }) => Effect.sync(() => void conditions.push(condition)),
          record(on(1), ...commands)
        )
        expect(conditions).toEqual([{ after: 2, activities }])
      }).pipe(Effect.provide(layer))
    )
  }

  it.effect("an unread date is refused with the sentence of the command line, unless it is meant unread", () =>
    Effect.gen(function* () {
      yield* begun
      for (const [words, sentence] of [
        ["bananer", "cannot be read as a date"],
        ["2025-02-30", "is not in the calendar"],
        ["", "cannot be read as a date"]
      ] as const) {
        const error = yield* Effect.flip(moveTo(readDate(words).date))
        expect(error).toMatchObject({ reason: "invalid", detail: expect.stringContaining(sentence) })
      }
      expect((yield* moveTo(PlannedDate.unread("bananer"))).last).toBe(3)
    }).pipe(Effect.provide(layer))
  )

  it.effect("a back-dated command is decided on the plan as it was on that day", () =>
    Effect.gen(function* () {
      yield* begun
      yield* record(on(6), move(Day.of(2025, 6, 1)))
      yield* record(on(3), move(Day.of(2025, 3, 1)))
      const log = yield* EventLog
      const [back] = yield* log.read(plan, { after: 3 })
      expect(back).toMatchObject({ effectiveOn: "2024-03-01", event: { from: { words: "2024-12-31" } } })
      const before = { ...on(1), effectiveOn: Day.of(2023, 12, 31) }
      const early = yield* Effect.flip(record(before, say("För tidigt")))
      expect(early).toMatchObject({ refusal: { _tag: "PlanNotOpened" } })
      const again = yield* Effect.flip(record(before, open, say("För tidigt")))
      expect(again).toMatchObject({ refusal: { _tag: "PlanAlreadyOpened" } })
    }).pipe(Effect.provide(layer))
  )
})
