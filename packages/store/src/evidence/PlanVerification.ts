/**
 * Whether a plan's log holds, and still is the one that checkpoints were taken of: what does not is named by position.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import { EventLog } from "../EventLog.ts"
import { EvidenceLog } from "../EvidenceLog.ts"
import { type StoredRow } from "@frist/evidence/StoredEvent"
import { verifier } from "@frist/evidence/Verifier"

/** How many events are read at a time. */
const pageSize = 4000

/** Hands every row of a plan to `take`, a page at a time, until there is none or it says that it has seen enough. */
export const eachRow = Effect.fnUntraced(function* (
  plan: PlanId,
  take: (row: StoredRow) => boolean,
  progress: (taken: number) => Effect.Effect<void> = () => Effect.void
) {
  const evidence = yield* EvidenceLog
  let after = 0
  for (let taken = 0; ;) {
    const page = yield* evidence.rows(plan, { after, limit: pageSize })
    for (const row of page) if (!take(row)) return
    const last = page.at(-1)?.record.position
    taken += page.length
    yield* progress(taken)
    if (page.length < pageSize || last === undefined || !(last > after)) return
    after = last
  }
})

/** One more than there are for each plan, so that what is missing at the end is found. */
const headOfPlan = (plan: PlanId) =>
  Effect.flatMap(EventLog, (log) =>
    Effect.map(log.plans, (plans) => plans.find((each) => each.plan === plan)?.events ?? 0)
  )

/**
 * Verifies the whole log, with the checkpoints that were kept and those given as the text of notes. Of the latter it is
 * said what is wrong too; `progress` is told how many events have been read.
 */
export const verifyPlan = Effect.fn("Verification.verifyPlan")(function* (
  plan: PlanId,
  given: ReadonlyArray<string> = [],
  progress?: (taken: number) => Effect.Effect<void>
) {
  const evidence = yield* EvidenceLog
  const verified = verifier(plan, yield* evidence.sealed(plan), given)
  const least = yield* headOfPlan(plan)
  yield* eachRow(plan, verified.take, progress)
  // Those that came since are no others; those that nobody counted are.
  return verified.end(least, verified.size() > least ? yield* headOfPlan(plan) : least)
})
