/**
 * Verifies the log of a plan as it is stored, with its checkpoints, and names what does not hold by position.
 */
import type { PlanId } from "@frist/domain/Names"
import { type LogVerification, logVerifier } from "@frist/evidence/LogVerifier"
import type { StoredRow } from "@frist/evidence/StoredEvent"
import * as Effect from "effect/Effect"
import type { EventLog, EventLogError } from "../EventLog.ts"
import { EvidenceLog } from "../EvidenceLog.ts"
import { readAhead } from "../ReadAhead.ts"
import { planHead, latestInstant } from "./Examination.ts"

/** Events per page. */
const pageSize = 4000

/** Hands every stored row of a plan to `take`, page by page, until there are no more or `take` returns false. */
export const eachRow = Effect.fnUntraced(function* (
  plan: PlanId,
  take: (row: StoredRow) => boolean,
  progress: (taken: number) => Effect.Effect<void> = () => Effect.void
) {
  const evidence = yield* EvidenceLog
  const read = yield* readAhead((from) => evidence.rows(plan, { after: from, limit: pageSize }), pageSize)
  let after = 0
  for (let taken = 0; ;) {
    const page = yield* read(after)
    for (const row of page) if (!take(row)) return
    const last = page.at(-1)?.record.position
    taken += page.length
    yield* progress(taken)
    if (page.length < pageSize || last === undefined || !(last > after)) return
    after = last
  }
}, Effect.scoped)

/**
 * Verifies the whole log of a plan against the checkpoints kept with it and those `given` as the text of notes.
 * `progress` is called with the number of events read so far.
 */
export const verifyPlan = Effect.fn("PlanVerification.verifyPlan")(function* (
  plan: PlanId,
  given: ReadonlyArray<string> = [],
  progress?: (taken: number) => Effect.Effect<void>
): Effect.fn.Return<LogVerification, EventLogError, EventLog | EvidenceLog> {
  const evidence = yield* EvidenceLog
  const verifier = logVerifier(plan, yield* evidence.sealed(plan), given)
  // The head is read first: a missing last event would not be noticed otherwise.
  const least = yield* planHead(plan)
  const latest = yield* latestInstant
  let ahead: number | undefined
  const take = (row: StoredRow) => {
    verifier.take(row)
    if (row.record.recordedAt > latest) ahead ??= row.record.position
    return !verifier.hasStopped()
  }
  yield* eachRow(plan, take, progress)
  // Events appended meanwhile raise the head; rows beyond the head belong to no append.
  const ended = verifier.end(least, yield* planHead(plan))
  if (ahead === undefined) return ended
  return { ...ended, broken: [...ended.broken, { position: ahead, to: ahead, flaw: "ahead" }] }
})
