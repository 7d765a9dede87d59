/**
 * The facts that corrections replace: what each said before, for a person who decides about them.
 */
import { type Fact, isPointer } from "@frist/domain/Event"
import { factAt } from "@frist/domain/plan/Lens"
import type { NewEvent, RecordedEvent, Source } from "@frist/domain/RecordedEvent"

/** A fact before a correction, and where it came from. */
interface CorrectedFact {
  readonly fact: Fact
  readonly source: Source | null
}

/** The facts that some events correct, by position. */
export type CorrectedFacts = ReadonlyMap<number, CorrectedFact>

/** Returns the facts that the events correct, as they stand in the log without those events. */
export const correctedFacts = (
  events: ReadonlyArray<Pick<NewEvent, "event">>,
  log: ReadonlyArray<RecordedEvent>
): CorrectedFacts => {
  const positions = new Set(events.flatMap(({ event }) => (event._tag === "Corrected" ? [event.position] : [])))
  const records = Map.groupBy(positions.size === 0 ? [] : log, about)
  const corrected = new Map<number, CorrectedFact>()
  for (const position of positions) {
    const own = records.get(position) ?? []
    const fact = factAt(own, position)
    const source = own.find((record) => record.position === position)?.source ?? null
    if (fact !== undefined) corrected.set(position, { fact, source })
  }
  return corrected
}

/** Returns the position that a record is about: a correction or removal is about the one it points at. */
const about = ({ event, position }: RecordedEvent) => (event !== null && isPointer(event) ? event.position : position)
