/**
 * An adapter for a store of documents. A plan is one document with its records and batches. An append replaces it, and
 * retries if another append was first.
 */
import type { BatchId, PlanId } from "@frist/domain"
import type { StoredRecord } from "@frist/evidence"
import {
  type Appended,
  type Batch,
  type Conflict,
  EventLogError,
  type EvidenceLog,
  type LogServices
} from "@frist/store"
import {
  checkedBatch,
  checkedNote,
  checkedRange,
  decideAppend,
  erasedRecord,
  isRemoved,
  notRemoved,
  observed,
  restoreConflict,
  restoreRecords,
  type SubscriptionSource,
  subscriptionStream,
  unerasable
} from "@frist/store/adapter"
import { Clock, type Context, Effect, Layer, Result } from "effect"
import { Shelf } from "./Shelf.ts"

interface PlanDocument {
  readonly records: ReadonlyArray<StoredRecord>
  readonly batches: ReadonlyMap<BatchId, Appended>
  /** Checkpoints that were kept. */
  readonly notes: ReadonlyArray<string>
  /** Kept editions, by the SHA-256 of their documents. */
  readonly editions: ReadonlyMap<string, KeptEdition>
}
const empty: PlanDocument = { records: [], batches: new Map(), notes: [], editions: new Map() }

type KeptEdition = NonNullable<Batch["editions"]>[number]

/** Returns what is kept with more: under the name that a document was first given. */
const withEditions = (
  kept: PlanDocument["editions"],
  added: ReadonlyArray<KeptEdition>
): ReadonlyMap<string, KeptEdition> =>
  new Map([
    ...kept,
    ...added.map((each) => {
      const { content, sha256 } = each
      return [sha256, { ...each, ...kept.get(sha256), content: Uint8Array.from(content) }] as const
    })
  ])

/** Asks the shelf, and translates its errors. */
const asked = <A>(ask: () => Promise<A>): Effect.Effect<A, EventLogError> =>
  Effect.tryPromise({ try: ask, catch: (error) => new EventLogError({ reason: "unreachable", detail: String(error) }) })

/** Returns the answer to a batch, and the document to put: none if the batch is a repetition or empty. */
const appendedTo = (
  before: PlanDocument,
  batch: Batch,
  now: number
): Result.Result<readonly [Appended, PlanDocument | undefined], Conflict> => {
  const { batches, records } = before
  const end = {
    head: records.length,
    recordedAt: records.at(-1)?.record.recordedAt ?? 0,
    lastType: records.at(-1)?.record.type,
    known: batches.get(batch.batch)
  }
  const changedAfter = (after: number) => records.slice(after).map(({ record }) => record.activity)
  return Result.map(decideAppend(batch, end, now, changedAfter), ({ appended, records: added }) => [
    appended,
    added.length === 0
      ? undefined
      : {
          ...before,
          records: [...records, ...added],
          batches: new Map(batches).set(batch.batch, appended),
          editions: withEditions(before.editions, batch.editions ?? [])
        }
  ])
}

/** Returns the document without the content of these events, all of which a decision must remove. */
const erasedIn = (
  before: PlanDocument,
  plan: PlanId,
  positions: ReadonlyArray<number>
): Result.Result<readonly [void, PlanDocument], EventLogError> => {
  const wrong = positions.find((position) => !isRemoved(before.records, position))
  if (wrong !== undefined) return Result.fail(notRemoved(plan, wrong))
  const records = before.records.map((stored) =>
    positions.includes(stored.record.position) && stored.salt !== null && stored.bytes !== null
      ? erasedRecord(stored, stored.salt, stored.bytes)
      : stored
  )
  return Result.succeed([undefined, { ...before, records }])
}

/** Returns the document with what a decision leaves of an edition. */
const editionErasedIn = (
  before: PlanDocument,
  plan: PlanId,
  sha256: string,
  content: Uint8Array | null
): Result.Result<readonly [void, PlanDocument], EventLogError> => {
  const log = before.records.map(({ record }) => record)
  const fault = unerasable(plan, log, sha256, content)
  if (fault !== undefined) return Result.fail(fault)
  const kept = before.editions.get(sha256)
  const others = new Map([...before.editions].filter(([key]) => key !== sha256))
  const editions =
    kept === undefined || content === null ? others : others.set(sha256, { ...kept, content: Uint8Array.from(content) })
  return Result.succeed([undefined, { ...before, editions }])
}

/** Copies the bytes, so that a reader cannot change the log. */
const copied = ({ bytes, digest, leaf, record, salt }: StoredRecord): StoredRecord => ({
  record,
  bytes: bytes && Uint8Array.from(bytes),
  salt: salt && Uint8Array.from(salt),
  digest: digest && Uint8Array.from(digest),
  leaf: Uint8Array.from(leaf)
})

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
          const put = replace(plan, (before): Result.Result<readonly [void, PlanDocument | undefined], Conflict> => {
            const conflict = restoreConflict(plan, before.records.length)
            return conflict === undefined
              ? Result.succeed([
                  undefined,
                  taken.length === 0 ? undefined : { ...before, records: taken, batches, editions }
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
            (edition) => Effect.sync(() => void editions.set(edition.sha256, edition))
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
