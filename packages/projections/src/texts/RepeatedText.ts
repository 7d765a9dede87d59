/**
 * Text that several events share, so that a redaction of one can name the others.
 */
import { isFact } from "@frist/domain/Event"
import type { Position } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"

/** The shortest line that counts. Shorter ones, such as dates, ids and names, recur by chance. */
const shortest = 12

/**
 * Returns the positions of other events that repeat a line of the events at these positions, in any field. A later
 * edition repeats some lines of a cell and not others, so lines are compared and not whole texts.
 */
export const positionsRepeating = (
  events: ReadonlyArray<RecordedEvent>,
  positions: ReadonlyArray<Position>
): ReadonlyArray<Position> => {
  const lines = linesIn(events, positions)
  return events
    .filter(
      ({ event, position }) =>
        !positions.includes(position) && (event === null || isFact(event) || event._tag === "Corrected")
    )
    .filter(({ event }) => textsIn(event).some((text) => lines.some((line) => text.includes(line))))
    .map(({ position }) => position)
}

/** Returns the lines of the events at these positions that are long enough to be compared. */
export const linesIn = (
  events: ReadonlyArray<RecordedEvent>,
  positions: ReadonlyArray<Position>
): ReadonlyArray<string> =>
  events.filter(({ position }) => positions.includes(position)).flatMap(({ event }) => textsIn(event).flatMap(linesOf))

const textsIn = (event: RecordedEvent["event"]): ReadonlyArray<string> =>
  event === null ? [] : textsOf({ ...event, _tag: "" })

const textsOf = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsOf)
      : []

const linesOf = (text: string): ReadonlyArray<string> =>
  text
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter(({ length }) => length >= shortest)
