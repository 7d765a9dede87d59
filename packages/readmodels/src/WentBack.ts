/**
 * Compares read models with a log that may have gone back: one that lacks the last event that their rows derive from, or
 * has another in its place. After a failover to a standby that was behind, or a restored backup.
 */
import type { PlanId } from "@frist/domain/Names"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { ReadModelStore } from "./ReadModelStore.ts"

/** Returns the leaf in a stored value, or null. */
export const leafIn = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null)

/** Returns whether two leaves are of the same event. */
export const isSameLeaf = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : Buffer.compare(a, b) === 0

/** A plan, and the last event that its rows derive from, which the log lacks. */
interface LostPlace {
  readonly plan: PlanId
  readonly position: number
}

/** Returns the plans whose rows derive from events that the log does not have, and of which it cannot be known. */
export const comparedPlaces: Effect.Effect<
  { readonly lost: ReadonlyArray<LostPlace>; readonly unknown: ReadonlySet<PlanId> },
  EventLogError,
  EventLog | ReadModelStore
> = Effect.gen(function* () {
  // Read before the log: an event recorded in between is not missed.
  const places = yield* (yield* ReadModelStore).places
  const leaves = yield* (yield* EventLog).leaves(places)
  const lost = new Map<PlanId, LostPlace>()
  const unknown = new Set<PlanId>()
  for (const [at, { leaf, plan, position }] of places.entries()) {
    const found = leaves[at] ?? null
    // Earlier versions kept no leaf; but what is gone was there.
    if (leaf === null && found !== null) unknown.add(plan)
    else if (!isSameLeaf(leaf, found) || found === null) lost.set(plan, { plan, position })
  }
  return { lost: [...lost.values()], unknown }
})
