/**
 * The examination of a log before anything is made from it: reports, copies, bundles and proofs all read through it.
 * Whatever `verifyPlan` finds in the log, it refuses.
 */
import type { PlanId } from "@frist/domain/Names"
import type { TreeHead } from "@frist/evidence/tree/MerkleTree"
import { EvidenceBroken, type Flaw, type StoredRecord } from "@frist/evidence/StoredEvent"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { EventLog, type EventLogError } from "../EventLog.ts"
import { EvidenceLog } from "../EvidenceLog.ts"
import { readAhead } from "../ReadAhead.ts"
import { recordVerifier } from "./RecordVerifier.ts"

/** Events per page, of which three may be in memory. Default of `examined`. */
const eventsPerPage = 2000

/** The most that the clock of a log may be ahead of ours, in milliseconds: a day. */
const tolerance = 86_400_000

/** The latest instant at which an event can have been recorded by now. */
export const latestInstant = Effect.map(Clock.currentTimeMillis, (now) => now + tolerance)

/** A log that holds: its tree, and the checkpoints that are kept with it, as notes. */
interface ExaminedLog extends TreeHead {
  readonly sealed: ReadonlyArray<string>
}

/** Returns the number of events of a plan. */
export const planHead = (plan: PlanId): Effect.Effect<number, EventLogError, EventLog> =>
  Effect.flatMap(EventLog, (log) =>
    Effect.map(log.plans, (plans) => plans.find((each) => each.plan === plan)?.events ?? 0)
  )

/**
 * Reads the log of a plan as it is at the start, verifies it, and hands each page to `take`. Fails at the first event
 * that does not hold, where the log has fewer or more events than its head says, and where a kept checkpoint does not
 * match; so what is made from it must be thrown away when it fails.
 */
export const examined = Effect.fnUntraced(function* <E = never, R = never>(
  plan: PlanId,
  take: (page: ReadonlyArray<StoredRecord>) => Effect.Effect<void, E, R>,
  pageSize = eventsPerPage
) {
  const evidence = yield* EvidenceLog
  const broken = (position: number, flaw: Flaw = "position") => new EvidenceBroken({ plan, position, flaw })
  const latest = yield* latestInstant
  // Read before the head: a checkpoint that is kept meanwhile covers later events.
  const sealed = yield* evidence.sealed(plan)
  const verifier = recordVerifier(plan, sealed)
  const read = yield* readAhead((after) => evidence.records(plan, { after, limit: pageSize }), pageSize)
  let head = yield* planHead(plan)
  let after = 0
  for (;;) {
    while (after < head) {
      const page = (yield* read(after)).slice(0, head - after)
      if (page.length === 0) return yield* broken(after + 1)
      const records: Array<StoredRecord> = []
      for (const each of page) {
        const { stored } = yield* Effect.fromResult(verifier.take(each))
        if (stored.record.recordedAt > latest) return yield* broken(stored.record.position, "ahead")
        records.push(stored)
      }
      after += page.length
      yield* take(records)
    }
    if (!verifier.awaitsDecision()) break
    // An event was erased while it was read. The decision to do so is a later event.
    const grown = yield* planHead(plan)
    if (grown === head) break
    head = grown
  }
  // Rows beyond the head belong to no append, unless events were appended meanwhile.
  const beyond = yield* evidence.rows(plan, { after: head, limit: 1 })
  if (beyond.length > 0 && (yield* planHead(plan)) <= head) return yield* broken(head + 1)
  const { head: tree } = yield* Effect.fromResult(verifier.end())
  return { ...tree, sealed } satisfies ExaminedLog
}, Effect.scoped)
