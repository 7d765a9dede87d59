/**
 * The kept editions of a plan, according to its log: what is kept of each document, and what was erased.
 */
import type { Event } from "../Event.ts"
import type { RecordedEvent } from "../RecordedEvent.ts"

/** What a log says about the kept cells of a document. */
interface KeptEditionState {
  /** The SHA-256 of what is kept, in hex; null where all was erased. */
  readonly content: string | null
  /** The decisions that erased cells, in order. */
  readonly erasures: ReadonlyArray<Extract<Event, { readonly _tag: "EditionErased" }>>
}

/** The kept editions by the SHA-256 of their documents, in hex. */
export type KeptEditions = ReadonlyMap<string, KeptEditionState>

/** Returns the kept editions of a log. Takes a plan's events in any order. */
export const keptEditionsIn = (log: ReadonlyArray<RecordedEvent>): KeptEditions => {
  const about = log.filter(({ type }) => type === "EditionKept" || type === "EditionErased")
  const editions = new Map<string, KeptEditionState>()
  for (const { event } of about.sort((a, b) => a.position - b.position)) {
    if (event?._tag !== "EditionKept" && event?._tag !== "EditionErased") continue
    const erasures = editions.get(event.sha256)?.erasures ?? []
    editions.set(event.sha256, {
      content: event.content,
      erasures: event._tag === "EditionKept" ? erasures : [...erasures, event]
    })
  }
  return editions
}
