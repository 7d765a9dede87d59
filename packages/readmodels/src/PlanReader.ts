/**
 * Reads the events of plans for a catch-up, with the leaves at the positions that their rows have. Keeps the events of the
 * plans read last, so that only new events are read.
 */
import type { PlanId } from "@frist/domain/Names"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import { readAhead } from "@frist/store/ReadAhead"
import * as Effect from "effect/Effect"
import type * as Result from "effect/Result"
import { PlanEvents } from "./PlanEvents.ts"
import { isSameLeaf } from "./WentBack.ts"

/** Events read at a time. */
const pageSize = 5000

/** The events of a plan that were read, and the leaf of the last of them. */
interface KnownEvents {
  readonly events: PlanEvents
  readonly leaf: Uint8Array | null
}

/** A page of the log, as long as its events. */
type ReadPage = Effect.Success<ReturnType<EventLog["Service"]["page"]>> & { readonly length: number }

/** An event that cannot be read. */
interface UnreadableEvent {
  readonly position: number | null
  readonly detail: string
}

/** The events of a plan up to the present end of its log, or to one that cannot be read. */
interface ReadPlan extends KnownEvents {
  /** Returns the leaf at one of the positions that were asked about; null where there is no event. */
  readonly leafAt: (position: number) => Uint8Array | null
  readonly unreadable: UnreadableEvent | null
}

/** Reads the events of plans. */
export interface PlanReader {
  /** The events of a plan that it remembers. */
  readonly known: (plan: PlanId) => PlanEvents | undefined
  /** Reads the new events of a plan, and the leaves at these positions. */
  readonly read: (plan: PlanId, positions: ReadonlyArray<number>) => Effect.Effect<ReadPlan, EventLogError>
}

/**
 * Makes a reader that keeps at most `remembered` events. It reads the new events of a plan, and the leaves at some
 * positions. All events are read again where the log is another than the one of the known events, which may have been
 * read in a transaction that was rolled back, or before the log went back.
 */
export const makePlanReader = (remembered: number): Effect.Effect<PlanReader, never, EventLog> =>
  Effect.gen(function* () {
    const log = yield* EventLog
    const known = new Map<PlanId, KnownEvents>()

    const remember = (plan: PlanId, read: KnownEvents) => {
      known.delete(plan)
      known.set(plan, read)
      let total = 0
      for (const { events } of known.values()) total += events.position
      for (const [oldest, { events }] of known) {
        if (total <= remembered) break
        known.delete(oldest)
        total -= events.position
      }
    }

    const pageOf = (plan: PlanId, after: number, limit: number): Effect.Effect<ReadPage, EventLogError> =>
      Effect.map(log.page(plan, after, limit), (page) => ({ ...page, length: page.events.length }))

    /** Reads the new events. An unreadable event ends it; the events before it are kept. */
    const readNew = Effect.fnUntraced(function* (plan: PlanId) {
      const readPage = yield* readAhead((after) => pageOf(plan, after, pageSize), pageSize)
      const events = known.get(plan)?.events ?? new PlanEvents()
      const leaves = new Map<number, Uint8Array | null>([[0, null]])
      const begun = events.position
      let limit = pageSize
      let unreadable: UnreadableEvent | null = null
      for (;;) {
        const after: number = events.position
        const page: Result.Result<ReadPage, EventLogError> = yield* Effect.result(
          unreadable === null ? readPage(after) : pageOf(plan, after, limit)
        )
        if (page._tag === "Failure") {
          const error: EventLogError = page.failure
          if (error.reason !== "corrupt") return yield* error
          const position: number | null = error.position ?? null
          unreadable = { position, detail: error.detail }
          if (position === null || position <= after + 1 || limit <= position - after - 1) break
          limit = position - after - 1
          continue
        }
        const { before, events: found, last } = page.success
        leaves.set(after, before)
        for (const record of found) events.add(record)
        leaves.set(events.position, last)
        if (unreadable !== null || found.length < limit) break
      }
      return { begun, events, leaves, unreadable }
    }, Effect.scoped)

    const read = Effect.fnUntraced(function* (
      plan: PlanId,
      positions: ReadonlyArray<number>
    ): Effect.fn.Return<ReadPlan, EventLogError> {
      const held = known.get(plan)
      const { begun, events, leaves, unreadable } = yield* readNew(plan)
      // The pages have the leaves where they begin and end: usually all of them.
      const others = [...new Set([begun, ...positions, events.position])].filter((position) => !leaves.has(position))
      const found = others.length === 0 ? [] : yield* log.leaves(others.map((position) => ({ plan, position })))
      for (const [at, position] of others.entries()) leaves.set(position, found[at] ?? null)
      const leafAt = (position: number) => leaves.get(position) ?? null
      if (held !== undefined && !isSameLeaf(held.leaf, leafAt(begun))) {
        known.delete(plan)
        return yield* read(plan, positions)
      }
      const now = { events, leaf: leafAt(events.position) }
      remember(plan, now)
      return { ...now, leafAt, unreadable }
    })

    return { known: (plan) => known.get(plan)?.events, read }
  })
