/**
 * The parts of a log that decisions about a position depend on, by position.
 */
import { type Event, isPointer } from "../Event.ts"
import type { ActivityId, Position } from "../Names.ts"
import type { RecordedEvent } from "../RecordedEvent.ts"
import { removes } from "./Removal.ts"

/** The event at a position: its type and activity, and what was decided about it. */
interface IndexedEvent {
  readonly type: string
  readonly activity: ActivityId | null
  /** The event; null where it is erased. */
  readonly event: Event | null
  /** The last correction of the event. */
  readonly correction: Extract<Event, { _tag: "Corrected" }> | null
  /** The decision on which the event was removed. */
  readonly removal: Extract<Event, { _tag: "Redacted" }> | null
}

/** The events of a log by their positions. */
export type LogIndex = ReadonlyMap<Position, IndexedEvent>

/** Returns the index of a plan's events, given in any order. */
export const indexOf = (log: ReadonlyArray<RecordedEvent>): LogIndex => {
  const index = new Map<Position, IndexedEvent>()
  const pointers: Array<RecordedEvent> = []
  for (const record of log) {
    const { activity, event, position, type } = record
    index.set(position, { type, activity, event, correction: null, removal: null })
    if (event !== null && isPointer(event)) pointers.push(record)
  }
  for (const { event, position } of pointers.sort((a, b) => a.position - b.position)) {
    if (event === null || !isPointer(event) || event.position >= position) continue
    const target = index.get(event.position)
    if (target === undefined) continue
    if (event._tag === "Corrected") index.set(event.position, { ...target, correction: event })
    else if (target.removal === null && removes({ position, event }, { ...target, position: event.position })) {
      index.set(event.position, { ...target, removal: event })
    }
  }
  return index
}
