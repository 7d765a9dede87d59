/**
 * The kept editions of a plan, according to its log: what is kept of each document, and what was erased.
 */
import type { CommandOf } from "./Command.ts"
import { accept, type Decision, nothing, refuse } from "./DecisionResult.ts"
import type { DecisionState } from "./DecisionState.ts"
import type { Event } from "./Event.ts"
import type { RecordedEvent } from "./RecordedEvent.ts"

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

/** Decides whether other content of an edition is kept. What a decision has erased is not kept again. */
export const keep = ({ content, sha256 }: CommandOf<"KeepEdition">, { editions }: DecisionState): Decision => {
  const known = editions.get(sha256)
  return known !== undefined && (known.content === content || known.erasures.length > 0)
    ? nothing
    : accept(null, { _tag: "EditionKept", sha256, content })
}

/** Decides whether cells of a kept edition are erased. */
export const eraseEdition = (
  { cells, content, decision, sha256 }: CommandOf<"EraseEdition">,
  { editions }: DecisionState
): Decision => {
  const known = editions.get(sha256)
  if (known === undefined) return refuse({ _tag: "EditionNotKept", sha256 })
  const last = known.erasures.at(-1)
  if (known.content === content && last?.decision === decision) return nothing
  return known.content === null
    ? refuse({ _tag: "EditionAlreadyErased", sha256 })
    : accept(null, { _tag: "EditionErased", sha256, cells, content, decision })
}
