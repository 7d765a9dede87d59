/**
 * A log that counts its reads: by the lens, which reads every event, and by a fold, which reads the text of every note.
 */
import { lens } from "@frist/domain/plan/Lens"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"

/** The number of reads of the log so far. `lenses` and `folds` are averages: 1 if all of it was read once. */
interface CountedLog {
  readonly log: ReadonlyArray<RecordedEvent>
  readonly lenses: () => number
  readonly folds: () => number
}

/** The log with counters in place of `event` and of the text of notes. At least one note is needed to count folds. */
export const countedLog = (events: ReadonlyArray<RecordedEvent>, knownAt?: number): CountedLog => {
  let [looks, notes] = [0, 0]
  const log = events.map((record): RecordedEvent => {
    const { event } = record
    const counted =
      event?._tag === "FollowUpNoted"
        ? Object.defineProperty({ ...event }, "text", { enumerable: true, get: () => ((notes += 1), event.text) })
        : event
    return Object.defineProperty({ ...record }, "event", { enumerable: true, get: () => ((looks += 1), counted) })
  })
  const entries = lens(log, { knownAt })
  const looksOfOneLens = looks
  const read = entries.filter(({ fact }) => fact._tag === "FollowUpNoted").length
  looks = 0
  return { log, lenses: () => looks / looksOfOneLens, folds: () => notes / read }
}
