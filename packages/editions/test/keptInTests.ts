/**
 * Keeps the editions of tests that have no store: each with the events that it recorded.
 */
import type { ActivityId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { Edition } from "../src/Edition.ts"
import type { EditionAgain, ReadAgain } from "../src/changes/corrections/LaterEditions.ts"

const kept = new WeakMap<RecordedEvent, EditionAgain>()

/** Keeps an edition with the events of a log that came from it. */
export const keepIn = (
  log: ReadonlyArray<RecordedEvent>,
  edition: Edition,
  decided: ReadonlyMap<string, ActivityId | null>
): void => {
  for (const record of log) {
    if (record.source?.sha256 === edition.sha256) kept.set(record, { edition, decided, isWhole: true })
  }
}

/** Returns the editions that are kept with the events of a log. */
export const readAgainIn = (log: ReadonlyArray<RecordedEvent>): ReadAgain => {
  const editions = new Map<string, EditionAgain>()
  for (const record of log) {
    const again = kept.get(record)
    if (again !== undefined) editions.set(again.edition.sha256, again)
  }
  return (sha256) => editions.get(sha256)
}
