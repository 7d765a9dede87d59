/**
 * What a view or a report says about content that decisions have removed.
 */
import type { RemovedEvent } from "@frist/projections/RemovedEvents"
import type { Phrases } from "./Phrases.ts"

/** Returns the sentence on how many events were removed and by which decisions; none where none were. */
export const removalSentences = (
  removed: ReadonlyArray<RemovedEvent>,
  { text: { report } }: Phrases
): ReadonlyArray<string> =>
  removed.length === 0
    ? []
    : [report.removed(removed.length, report.and([...new Set(removed.map(({ decision }) => decision))]))]
