/**
 * The kept content of editions: its hash, and whether the log names it. The same for every adapter.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as crypto from "node:crypto"
import { EventLogError } from "./EventLog.ts"

/** Returns the SHA-256 of kept content, in hex, as events name it. */
export const contentHash = (content: Uint8Array): string => crypto.hash("sha256", content)

/** Returns the error of erasing what no decision erases. */
export const notErased = (plan: PlanId, sha256: string): EventLogError =>
  new EventLogError({ reason: "invalid", detail: `plan ${plan}, document ${sha256}: no recorded decision erases it` })

/**
 * Returns why a document cannot be erased to this content, or to nothing (null): `undefined` if the last event of the
 * log about the document is a decision that leaves just that.
 */
export const unerasable = (
  plan: PlanId,
  log: ReadonlyArray<RecordedEvent>,
  sha256: string,
  content: Uint8Array | null
): EventLogError | undefined => {
  const last = log.findLast(
    ({ event }) => (event?._tag === "EditionKept" || event?._tag === "EditionErased") && event.sha256 === sha256
  )?.event
  const left = content === null ? null : contentHash(content)
  return last?._tag === "EditionErased" && last.content === left ? undefined : notErased(plan, sha256)
}
