/**
 * The kept content of editions: its hash, and whether the log names it. The same for every adapter.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { keptEditionsIn } from "@frist/domain/KeptEditions"
import { hash } from "node:crypto"
import { EventLogError } from "./EventLog.ts"

/** Returns the SHA-256 of kept content, in hex, as events name it. */
export const contentHash = (content: Uint8Array): string => hash("sha256", content)

/** Returns whether the last event about a document is a decision that leaves this content of it; null for nothing. */
export const isErasedTo = (log: ReadonlyArray<RecordedEvent>, sha256: string, content: Uint8Array | null): boolean => {
  const about = log.filter(
    ({ event }) => (event?._tag === "EditionKept" || event?._tag === "EditionErased") && event.sha256 === sha256
  )
  return (
    about.at(-1)?.type === "EditionErased" &&
    keptEditionsIn(about).get(sha256)?.content === (content === null ? null : contentHash(content))
  )
}

/** Returns the error of erasing what no decision erases. */
export const notErased = (plan: PlanId, sha256: string): EventLogError =>
  new EventLogError({ reason: "invalid", detail: `plan ${plan}, document ${sha256}: no recorded decision erases it` })
