/**
 * An edition as the log has it, and what it would record now.
 */
import type { Day } from "@frist/domain/Day"
import type { Fact } from "@frist/domain/Event"
import type { NewEvent, Source } from "@frist/domain/RecordedEvent"

/** A recorded edition: its day, its document, and the position of the first event that it recorded. */
export interface RecordedEdition {
  readonly heldOn: Day
  readonly source: Source
  readonly position: number
}

/** A fact that the edition would record now. */
export interface Wanted {
  readonly fact: Fact
  readonly event: NewEvent
}
