/**
 * The services of a log in memory, on what it holds.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as PubSub from "effect/PubSub"
import * as Result from "effect/Result"
import type * as Stream from "effect/Stream"
import { checkedBatch, checkedNote, checkedRange } from "../CheckedInput.ts"
import { erasedRecord, isRemoved, notRemoved } from "../evidence/Erasure.ts"
import { type Appended, type Batch, type Conflict, type KeptEdition, type ReadOptions } from "../EventLog.ts"
import type { CopiedNote } from "@frist/evidence/CopyFormat"
import { type StoredRecord } from "@frist/evidence/StoredEvent"
import { unerasable } from "../KeptContent.ts"
import { restoreRecords } from "../copy/Restoration.ts"
import type { BatchSpan } from "../evidence/RecordVerifier.ts"
import { subscriptionStream } from "../subscriptions/SubscriptionStream.ts"
import { observed } from "../observing/ObservedLog.ts"
import { decideAppend, restoreConflict } from "../AppendDecision.ts"

/** Copies the bytes, so that a reader cannot change the log. `slice` of a Buffer would share them. */
const copied = ({ bytes, digest, leaf, record, salt }: StoredRecord): StoredRecord => ({
  record,
  bytes: bytes && new Uint8Array(bytes),
  salt: salt && new Uint8Array(salt),
  digest: digest && new Uint8Array(digest),
  leaf: new Uint8Array(leaf)
})

/** What a log in memory holds. */
export interface MemoryContent {
  readonly plans: Map<PlanId, Array<StoredRecord>>
  readonly batches: Map<string, Appended>
  readonly notes: Map<PlanId, ReadonlyArray<string>>
  readonly editions: Map<PlanId, Map<string, KeptEdition>>
}

/** The log of a content. `arrivals` notifies subscribers that some plan has grown; `writing` is around each change. */
interface MemoryAccess {
  readonly content: MemoryContent
  readonly arrivals: PubSub.PubSub<void>
  readonly writing: <A, E, R>(self: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
}

/** Returns the services of a log that holds the content. */
export const memoryLog = ({ arrivals, content: { batches, editions, notes, plans }, writing }: MemoryAccess) => {
  const records = (plan: PlanId, options?: ReadOptions) =>
    Effect.map(checkedRange(plan, options), ({ after, limit }) =>
      (plans.get(plan) ?? []).slice(after, limit === undefined ? undefined : after + limit).map(copied)
    )
  const read = (plan: PlanId, options?: ReadOptions) =>
    Effect.map(records(plan, options), (stored) => stored.map((each) => each.record))

  const leafAt = (plan: PlanId, position: number) => plans.get(plan)?.[position - 1]?.leaf ?? null
  const page = (plan: PlanId, after: number, limit: number) =>
    Effect.map(read(plan, { after, limit }), (events) => ({
      events,
      before: leafAt(plan, after),
      last: leafAt(plan, after + events.length)
    }))

  const keep = (plan: PlanId, { content, ...edition }: KeptEdition): void => {
    const own = editions.get(plan) ?? new Map<string, KeptEdition>()
    editions.set(
      plan,
      own.set(edition.sha256, { ...edition, ...own.get(edition.sha256), content: new Uint8Array(content) })
    )
  }

  const seal = (plan: PlanId, note: string): void => {
    const kept = notes.get(plan) ?? []
    if (kept.at(-1) !== note) notes.set(plan, [...kept, note])
  }

  const appendChecked = (batch: Batch, now: number) => {
    const log = plans.get(batch.plan) ?? []
    const key = `${batch.plan} ${batch.batch}`
    const last = log.at(-1)?.record
    const end = {
      head: log.length,
      recordedAt: last?.recordedAt ?? 0,
      lastType: last?.type,
      known: batches.get(key)
    }
    const decision = decideAppend(batch, end, now, (after) => log.slice(after).map((each) => each.record.activity))
    if (Result.isFailure(decision)) return Effect.fail(decision.failure)
    const { appended, records: added } = decision.success
    if (added.length === 0) return Effect.succeed(appended)
    for (const record of added) log.push(record)
    plans.set(batch.plan, log)
    batches.set(key, appended)
    for (const edition of batch.editions ?? []) keep(batch.plan, edition)
    return Effect.as(PubSub.publish(arrivals, undefined), appended)
  }

  const occupied = (plan: PlanId): Effect.Effect<void, Conflict> => {
    const conflict = restoreConflict(plan, plans.get(plan)?.length ?? 0)
    return conflict === undefined ? Effect.void : Effect.fail(conflict)
  }

  const restore = <E, R>(plan: PlanId, stored: Stream.Stream<StoredRecord | KeptEdition | CopiedNote, E, R>) =>
    Effect.gen(function* () {
      yield* occupied(plan)
      const log: Array<StoredRecord> = []
      const spans: Array<BatchSpan> = []
      const given: Array<KeptEdition | CopiedNote> = []
      const write = (page: ReadonlyArray<StoredRecord>, ended: ReadonlyArray<BatchSpan>) =>
        Effect.sync(() => {
          for (const each of page) log.push(copied(each))
          spans.push(...ended)
        })
      const { root, size } = yield* restoreRecords(plan, stored, write, (kept) =>
        Effect.sync(() => void given.push(kept))
      )
      const settle = Effect.suspend(() => {
        // Another append may have come while the stream was read. From here on, none can.
        if (plans.has(plan) || size === 0) return occupied(plan)
        plans.set(plan, log)
        for (const { batch, ...span } of spans) batches.set(`${plan} ${batch}`, { ...span, repeated: false })
        for (const each of given) {
          if ("note" in each) seal(plan, each.note)
          else keep(plan, each)
        }
        return PubSub.publish(arrivals, undefined)
      })
      yield* writing(Effect.uninterruptible(settle))
      return { size, root }
    })

  const erase = (plan: PlanId, positions: ReadonlyArray<number>) =>
    Effect.suspend(() => {
      const log = plans.get(plan) ?? []
      const wrong = positions.find((position) => !isRemoved(log, position))
      if (wrong !== undefined) return Effect.fail(notRemoved(plan, wrong))
      for (const position of positions) {
        const stored = log[position - 1]
        if (stored?.bytes != null && stored.salt !== null)
          log[position - 1] = erasedRecord(stored, stored.salt, stored.bytes)
      }
      return Effect.void
    })

  const eraseEdition = (plan: PlanId, sha256: string, content: Uint8Array | null) =>
    Effect.suspend(() => {
      const log = (plans.get(plan) ?? []).map(({ record }) => record)
      const fault = unerasable(plan, log, sha256, content)
      if (fault !== undefined) return Effect.fail(fault)
      const kept = editions.get(plan)
      const edition = kept?.get(sha256)
      if (content === null) kept?.delete(sha256)
      else if (edition !== undefined) keep(plan, { ...edition, content })
      return Effect.void
    })

  const plansNow = Effect.sync(() =>
    [...plans].map(([plan, log]) => ({ plan, events: log.length })).sort((a, b) => (a.plan < b.plan ? -1 : 1))
  )
  const head = (plan: PlanId) => Effect.sync(() => plans.get(plan)?.length ?? 0)
  const listen = () => Effect.map(PubSub.subscribe(arrivals), (grown) => Effect.as(PubSub.take(grown), null))

  return observed({
    log: {
      append: Effect.fnUntraced(function* (batch: Batch) {
        const valid = yield* checkedBatch(batch)
        const now = yield* Clock.currentTimeMillis
        // Whatever is recorded must also be published.
        return yield* writing(Effect.uninterruptible(Effect.suspend(() => appendChecked(valid, now))))
      }),
      read,
      editions: (plan) =>
        Effect.sync(() =>
          [...(editions.get(plan)?.values() ?? [])]
            .map(({ document, sha256 }) => ({ sha256, document }))
            .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
        ),
      edition: (plan, sha256) =>
        Effect.sync(() => {
          const content = editions.get(plan)?.get(sha256)?.content
          return content && new Uint8Array(content)
        }),
      page,
      plans: plansNow,
      leaves: (of) =>
        Effect.sync(() =>
          of.map(({ plan, position }) => {
            const leaf = leafAt(plan, position)
            return leaf && new Uint8Array(leaf)
          })
        ),
      changes: (subscription) => subscriptionStream({ read: page, plans: plansNow, head, listen }, subscription)
    },
    evidence: {
      records,
      rows: records,
      seal: (plan, note) => Effect.flatMap(checkedNote(note), () => writing(Effect.sync(() => seal(plan, note)))),
      sealed: (plan) => Effect.sync(() => notes.get(plan) ?? [])
    },
    administration: {
      restore,
      erase: (plan, positions) => writing(erase(plan, positions)),
      eraseEdition: (plan, sha256, content) => writing(eraseEdition(plan, sha256, content))
    }
  })
}
