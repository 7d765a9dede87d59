/**
 * Verifies that what is kept of editions is what the log names.
 */
import { keptEditionsIn } from "@frist/domain/plan/KeptEditions"
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { NamedEditions } from "@frist/evidence/LogVerifier"
import * as Effect from "effect/Effect"
import { EventLog, type EventLogError } from "../EventLog.ts"
import { contentHash } from "../KeptContent.ts"

/** The findings on kept editions, by the SHA-256 of their documents. */
export interface KeptVerification {
  /** Those of which what the log names is kept. */
  readonly kept: ReadonlyArray<string>
  /** Those of which a decision has erased cells, or all. */
  readonly erased: ReadonlyArray<string>
  /** Those of which nothing is kept, although the log names it. */
  readonly missing: ReadonlyArray<string>
  /** Those of which other cells are kept than the log names. */
  readonly altered: ReadonlyArray<string>
  /** Those whose erasure is decided and not carried out. */
  readonly undone: ReadonlyArray<string>
}

/** Compares what is kept of each edition with what the log names last. */
export const verifyKept = Effect.fn("KeptVerification.verifyKept")(function* (
  plan: PlanId,
  named: NamedEditions
): Effect.fn.Return<KeptVerification, EventLogError, EventLog> {
  const log = yield* EventLog
  const found = { kept: [], erased: [], missing: [], altered: [], undone: [] } as {
    [K in keyof KeptVerification]: Array<string>
  }
  for (const [sha256, { content: name, isErased }] of named) {
    const content = yield* log.edition(plan, sha256)
    const holds = content !== undefined && contentHash(content) === name
    if (isErased) found.erased.push(sha256)
    if (holds) found.kept.push(sha256)
    else if (content !== undefined) found[isErased ? "undone" : "altered"].push(sha256)
    else if (name !== null) found.missing.push(sha256)
  }
  return found
})

/** Events in memory at a time. */
const pageSize = 500

/** Returns what the events of a plan say is kept. Holds only those events, and one page, in memory. */
export const namedEditions = Effect.fn("KeptVerification.namedEditions")(function* (
  plan: PlanId
): Effect.fn.Return<NamedEditions, EventLogError, EventLog> {
  const log = yield* EventLog
  const about: Array<RecordedEvent> = []
  for (let after = 0, size = pageSize; size === pageSize; after += pageSize) {
    const page = yield* log.read(plan, { after, limit: pageSize })
    size = page.length
    about.push(...page.filter(({ type }) => type === "EditionKept" || type === "EditionErased"))
  }
  return new Map(
    [...keptEditionsIn(about)].map(([sha256, { content, erasures }]) => [
      sha256,
      { content, isErased: erasures.length > 0 }
    ])
  )
})
