/**
 * An adapter for a store of documents. A plan is one document: an append replaces it, and retries if another append was
 * first.
 */
import type { BatchId, PlanId } from "@frist/domain"
import type { StoredRecord } from "@frist/evidence"
import { type Appended, type Conflict, EventLogError, type EvidenceLog, type LogServices } from "@frist/store"
import {
  checkedBatch,
  checkedNote,
  checkedRange,
  observed,
  restoreConflict,
  restoreRecords,
  type SubscriptionSource,
  subscriptionStream
} from "@frist/store/adapter"
import { Clock, type Context, Effect, Layer, Result } from "effect"
import {
  appendedTo,
  copied,
  editionErasedIn,
  empty,
  erasedIn,
  type KeptEdition,
  type PlanDocument
} from "./PlanDocument.ts"
import { Shelf } from "./Shelf.ts"

/** Asks the shelf, and translates its errors. */
const asked = <A>(ask: () => Promise<A>): Effect.Effect<A, EventLogError> =>
  Effect.tryPromise({ try: ask, catch: (error) => new EventLogError({ reason: "unreachable", detail: String(error) }) })

const make = (shelf: Shelf<PlanDocument>): Context.Context<LogServices> => {
  const documentOf = (plan: PlanId) =>
    Effect.map(
      asked(() => shelf.get(plan)),
      (found) => found ?? { version: 0, value: empty }
    )

  /** Puts the document that `change` returns, if any. Retries if another caller was first. */
  const replace = <A, E>(
    plan: PlanId,
    change: (before: PlanDocument, now: number) => Result.Result<readonly [A, PlanDocument | undefined], E>
  ): Effect.Effect<A, E | EventLogError> =>
    Effect.gen(function* () {
      const { value, version } = yield* documentOf(plan)
      const now = yield* Clock.currentTimeMillis
      const [answer, after] = yield* Effect.fromResult(change(value, now))
      if (after === undefined || (yield* asked(() => shelf.put(plan, after, version)))) return answer
      return yield* replace(plan, change)
    })

  const records: EvidenceLog["Service"]["records"] = (plan, options) =>
    Effect.gen(function* () {
      const { after, limit } = yield* checkedRange(plan, options)
      const { value } = yield* documentOf(plan)
      return value.records.slice(after, limit === undefined ? undefined : after + limit).map(copied)
    })

  const plans = Effect.suspend(() =>
    Effect.forEach(shelf.names() as ReadonlyArray<PlanId>, (plan) =>
      Effect.map(documentOf(plan), ({ value }) => ({ plan, events: value.records.length }))
    ).pipe(Effect.map((all) => all.filter(({ events }) => events > 0)))
  )

  const page: SubscriptionSource["read"] = (plan, after, limit) =>
    Effect.map(documentOf(plan), ({ value }) => {
      const records = value.records.slice(after, after + limit)
      const leafAt = (position: number) => value.records.map(copied)[position - 1]?.leaf ?? null
      return {
        events: records.map(({ record }) => record),
        before: leafAt(after),
        last: leafAt(after + records.length)
      }
    })

  const source: SubscriptionSource = {
    read: page,
    plans,
    head: (plan) => Effect.map(documentOf(plan), ({ value }) => value.records.length),
    // A shelf sends no notifications, so subscriptions poll.
    listen: () => Effect.succeed(Effect.as(Effect.sleep("10 millis"), null))
  }

  return observed({
    log: {
      append: (given) =>
        Effect.flatMap(checkedBatch(given), (batch) =>
          replace(batch.plan, (before, now) => appendedTo(before, batch, now))
        ),
      read: (plan, options) => Effect.map(records(plan, options), (all) => all.map(({ record }) => record)),
      page,
      editions: (plan) =>
        Effect.map(documentOf(plan), ({ value }) =>
          [...value.editions.values()]
            .map(({ document, sha256 }) => ({ sha256, document }))
            .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
        ),
      edition: (plan, sha256) =>
        Effect.map(documentOf(plan), ({ value }) => {
          const kept = value.editions.get(sha256)
          return kept && Uint8Array.from(kept.content)
        }),
      plans,
      leaves: (of) =>
        Effect.forEach(of, ({ plan, position }) =>
          Effect.map(documentOf(plan), ({ value }) => value.records.map(copied)[position - 1]?.leaf ?? null)
        ),
      changes: (from) => subscriptionStream(source, from)
    },
    evidence: {
      records,
      rows: records,
      seal: (plan, note) =>
        Effect.andThen(
          checkedNote(note),
          replace(plan, (before) =>
            Result.succeed([
              undefined,
              before.notes.at(-1) === note ? undefined : { ...before, notes: [...before.notes, note] }
            ])
          )
        ),
      sealed: (plan) => Effect.map(documentOf(plan), ({ value }) => value.notes)
    },
    administration: {
      restore: (plan, stored) =>
        Effect.gen(function* () {
          const taken: Array<StoredRecord> = []
          const batches = new Map<BatchId, Appended>()
          const editions = new Map<string, KeptEdition>()
          const notes: Array<string> = []
          const put = replace(plan, (before): Result.Result<readonly [void, PlanDocument | undefined], Conflict> => {
            const conflict = restoreConflict(plan, before.records.length)
            return conflict === undefined
              ? Result.succeed([
                  undefined,
                  taken.length === 0 ? undefined : { ...before, records: taken, batches, editions, notes }
                ])
              : Result.fail(conflict)
          })
          // Refused before anything is read, and again if another caller wrote meanwhile.
          yield* put
          const { root, size } = yield* restoreRecords(
            plan,
            stored,
            (page, ended) =>
              Effect.sync(() => {
                taken.push(...page.map(copied))
                for (const { batch, ...span } of ended) batches.set(batch, { ...span, repeated: false })
              }),
            (kept) => Effect.sync(() => void ("note" in kept ? notes.push(kept.note) : editions.set(kept.sha256, kept)))
          )
          if (size > 0) yield* put
          return { size, root }
        }),
      erase: (plan, positions) => replace(plan, (before) => erasedIn(before, plan, positions)),
      eraseEdition: (plan, sha256, content) => replace(plan, (before) => editionErasedIn(before, plan, sha256, content))
    }
  })
}

/** Returns the log on a shelf, which other processes may share. */
export const layer = (shelf = new Shelf<PlanDocument>()): Layer.Layer<LogServices> =>
  Layer.effectContext(Effect.sync(() => make(shelf)))
