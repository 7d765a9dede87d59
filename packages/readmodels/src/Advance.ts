/**
 * Catches a plan up from where this process left its tables, without claiming it first: the changes are written if nobody
 * has changed the tables since.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import type { EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { rowChanges } from "./DerivedRows.ts"
import type { PlanEvents } from "./PlanEvents.ts"
import type { PlanReader } from "./PlanReader.ts"
import { targetsOf, writesOf } from "./PlanWrites.ts"
import type { PlanTable, ReadModelStore, StoredPosition } from "./ReadModelStore.ts"
import { isSameLeaf } from "./WentBack.ts"

/** The tables of a plan, each of them at this position. */
interface LeftTables {
  readonly tables: ReadonlyArray<PlanTable>
  readonly at: StoredPosition
}

/** Catching up without a claim. */
interface Advance {
  /** Remembers that each table of a plan was left at this position. */
  readonly left: (plan: PlanId, tables: ReadonlyArray<PlanTable>, at: StoredPosition) => void
  /** Catches a plan up. False where it takes a claim, and then nothing is written. */
  readonly to: (plan: PlanId, today: Day) => Effect.Effect<boolean, EventLogError>
}

/** Makes an advance of the plans whose events this reader remembers. */
export const makeAdvance = (store: ReadModelStore["Service"], reader: PlanReader): Advance => {
  // Forgotten with the events.
  const lefts = new WeakMap<PlanEvents, LeftTables>()
  const left: Advance["left"] = (plan, tables, at) => {
    const events = reader.known(plan)
    if (events !== undefined) lefts.set(events, { tables: tables.map((each) => ({ ...each, stored: at })), at })
  }
  const to: Advance["to"] = Effect.fnUntraced(function* (plan, today) {
    const known = reader.known(plan)
    const was = known && lefts.get(known)
    if (was === undefined) return false
    const { at, tables } = was
    const targets = targetsOf({ tables }, {})
    if (targets.length !== tables.length) return false
    const { events, leaf, leafAt, unreadable } = yield* reader.read(plan, [at.position])
    const asOf = today > at.asOf ? today : at.asOf
    const isNew = events.position > at.position || asOf > at.asOf
    const isSameLog = at.leaf !== null && isSameLeaf(at.leaf, leafAt(at.position))
    // What was removed is purged under a claim.
    if (!isNew || !isSameLog || unreadable !== null || events.removesAfter(at.position)) return false
    const after: StoredPosition = { position: events.position, asOf, nextDay: events.nextDay(asOf), leaf }
    const changes = rowChanges(
      targets.map(({ model }) => model),
      events,
      at,
      after
    )
    const of = tables.map(({ generation }) => generation)
    const written = yield* store.advance(plan, of, at, after, writesOf(targets, changes, false))
    if (written) left(plan, tables, after)
    else lefts.delete(events)
    return written
  })
  return { left, to }
}
