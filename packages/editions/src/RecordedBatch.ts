/**
 * The events of one batch, as an import reports them.
 */
import type { NewEvent } from "@frist/domain/RecordedEvent"
import type { RecordedProposals } from "@frist/store/Recording"

/**
 * Returns the events that were recorded, without `EditionKept`; none if they repeated an earlier batch, or
 * there were none.
 */
export const recordedBatch = ({
  events,
  first,
  last,
  repeated
}: RecordedProposals): { readonly events: ReadonlyArray<NewEvent>; readonly repeated: boolean } => ({
  events: events.filter(({ event }) => event._tag !== "EditionKept"),
  repeated: repeated || last < first
})
