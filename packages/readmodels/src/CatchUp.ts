/**
 * Catches the read models of a plan up with its log. Affected rows are derived again and written with the new position in
 * one transaction.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import type { EventLog, EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { makeAdvance } from "./Advance.ts"
import { rowChanges } from "./DerivedRows.ts"
import { makePlanReader } from "./PlanReader.ts"
import { targetsOf, type TargetOptions, writesOf, writeWholePlan } from "./PlanWrites.ts"
import { type ParkedPlan, type PlanClaim, ReadModelStore, type StoredPosition } from "./ReadModelStore.ts"
import { isSameLeaf } from "./WentBack.ts"

/** The end of a catch-up. `held`: another worker holds the plan. `parked`: it is parked, with its reason in the store. */
export type CatchUpOutcome = "done" | "held" | "parked"

interface CatchUpOptions extends TargetOptions {
  /** Facts effective after this day do not count yet. */
  readonly today: Day
  /** Whether to wait for a worker that holds the plan. Default: no. */
  readonly waits?: boolean
}

/** Catches one plan up with its log. */
export type CatchUp = (plan: PlanId, options: CatchUpOptions) => Effect.Effect<CatchUpOutcome, EventLogError>

/** Attempts that ended with the process before the plan is parked. */
const mostAttempts = 5

/** The reason why a catch-up stopped. */
type Stop = Omit<ParkedPlan, "plan">

/**
 * Makes a catch-up that keeps the events of the plans it caught up last, at most `remembered` of them, so that only new
 * events are read.
 */
export const makeCatchUp = (remembered = 100_000): Effect.Effect<CatchUp, never, EventLog | ReadModelStore> =>
  Effect.gen(function* () {
    const store = yield* ReadModelStore
    const reader = yield* makePlanReader(remembered)
    const advance = makeAdvance(store, reader)

    const bringUp = Effect.fnUntraced(function* (plan: PlanId, claimed: PlanClaim, options: CatchUpOptions) {
      const targets = targetsOf(claimed, options)
      const derived = targets.flatMap(({ again, stored }) => (again || stored === null ? [] : [stored]))
      const { events, leaf, leafAt, unreadable } = yield* reader.read(
        plan,
        derived.map(({ position }) => position)
      )
      const stopped: Stop | null = unreadable && { why: "unreadable", ...unreadable }
      const days = targets.flatMap(({ again, stored }) => (again ? [] : (stored?.asOf ?? [])))
      const asOf = days.reduce((last, day) => (day > last ? day : last), options.today)
      const after: StoredPosition = { position: events.position, asOf, nextDay: events.nextDay(asOf), leaf }
      const lost = derived.find((stored) => stored.leaf !== null && !isSameLeaf(stored.leaf, leafAt(stored.position)))
      const ahead = lost ?? derived.find(({ position }) => position > events.position)
      if (ahead !== undefined) {
        const { position } = ahead
        const isGone = leafAt(position) === null
        const detail = `event ${position} is ${isGone ? "gone" : "another than the one of its rows"}`
        const wentBack: Stop = { why: "wentBack", position, detail }
        return isGone || lost !== undefined ? wentBack : stopped
      }
      const least = targets.reduce((least, { stored }) => Math.min(least, stored?.position ?? 0), events.position)
      if (events.removesAfter(least)) yield* claimed.purge
      // Tables at the same position are derived together: usually all of them.
      const groups = Map.groupBy(targets, ({ again, stored }) => (again ? "" : placeText(stored)))
      for (const group of groups.values()) {
        const before = group[0]?.stored ?? null
        // Rows from before a redaction cannot be derived from the remaining events.
        const again = (group[0]?.again ?? false) || (before !== null && events.removesAfter(before.position))
        const from = again ? null : before
        if (again) yield* Effect.forEach(group, (each) => claimed.clear(each.model, each.generation.version))
        if (from !== null && isSame(from, after)) continue
        const models = group.map(({ model }) => model)
        const writes =
          from === null
            ? yield* writeWholePlan(claimed, events, group, after)
            : writesOf(group, rowChanges(models, events, from, after), false)
        const of = group.map(({ generation }) => generation)
        yield* events.position === 0 && stopped === null ? claimed.forget(of) : claimed.save(of, after, writes)
      }
      if (stopped === null && events.position > 0 && targets.length === claimed.tables.length) {
        advance.left(plan, claimed.tables, after)
      }
      return stopped
    })

    return Effect.fnUntraced(function* (plan: PlanId, options: CatchUpOptions) {
      // A restarted process remembers no events, so only a process without remembered events counts its attempts.
      if (reader.known(plan) === undefined) yield* store.attempt(plan)
      else if (options.again === undefined && options.building === undefined) {
        // Rows that cannot be derived are met again under the claim, which parks the plan.
        const advanced = advance.to(plan, options.today).pipe(Effect.catchDefect(() => Effect.succeed(false)))
        if (yield* advanced) return "done"
      }
      const work = (claimed: PlanClaim): Effect.Effect<Stop | "parked" | null, EventLogError> => {
        // A rebuild takes what can be read of a plan to the new tables: else one plan would keep all others out of them.
        if (claimed.parked !== null && !(claimed.parked === "unreadable" && options.building !== undefined)) {
          return Effect.succeed("parked")
        }
        const detail = `${claimed.attempts - 1} attempts ended with their process`
        return claimed.attempts > mostAttempts
          ? Effect.succeed({ why: "killed", position: null, detail })
          : bringUp(plan, claimed, options)
      }
      const outcome = yield* store.claim(plan, options.waits ?? false, work).pipe(
        // Rows that cannot be derived park this plan and no other.
        Effect.catchDefect((defect) =>
          Effect.succeed(Option.some<Stop>({ why: "unreadable", position: null, detail: String(defect) }))
        )
      )
      if (Option.isNone(outcome)) return "held"
      if (outcome.value === "parked") return "parked"
      if (outcome.value !== null) {
        yield* store.park({ plan, ...outcome.value })
        return "parked"
      }
      return "done"
    })
  })

/** Tells positions apart that are derived from. */
const placeText = (stored: StoredPosition | null): string =>
  stored === null ? "none" : [stored.position, stored.asOf, stored.nextDay, stored.leaf !== null].join(" ")

const isSame = (a: StoredPosition, b: StoredPosition): boolean =>
  a.position === b.position && a.asOf === b.asOf && a.nextDay === b.nextDay && isSameLeaf(a.leaf, b.leaf)
