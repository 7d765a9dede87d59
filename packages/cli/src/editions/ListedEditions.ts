/**
 * The editions of a log, each with what has become of its cells.
 */
import { keptEditionsIn } from "@frist/domain/plan/KeptEditions"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { recordedEditions } from "@frist/editions/changes/corrections/LaterEditions"
import type { EditionsView } from "./EditionViews.ts"

/** An edition, and what has become of its cells. */
export type Listed = EditionsView["editions"][number]

/** Returns the editions of a log, by day. `stored` are the documents whose cells are there, by their SHA-256. */
export const listedEditions = (
  events: ReadonlyArray<RecordedEvent>,
  stored: ReadonlySet<string>
): ReadonlyArray<Listed> => {
  const known = keptEditionsIn(events)
  return recordedEditions(events).map(({ heldOn, source: { document, sha256 } }): Listed => {
    const state = known.get(sha256)
    const erasures = (state?.erasures ?? []).map(({ cells, decision }) => ({ decision, cells }))
    const cells: Listed["cells"] =
      state === undefined
        ? "notKept"
        : state.content === null
          ? "erased"
          : !stored.has(sha256)
            ? "missing"
            : erasures.length > 0
              ? "partlyErased"
              : "kept"
    return { document, heldOn, sha256, cells, erasures }
  })
}
