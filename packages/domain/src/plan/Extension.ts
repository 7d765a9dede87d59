/**
 * The requests for another date, and what was decided on them.
 */
import type { Day } from "../Day.ts"
import type { Fact } from "../Event.ts"
import type { Position } from "../Names.ts"
import type { PlannedDate } from "../PlannedDate.ts"

type Requested = Extract<Fact, { _tag: "ExtensionRequested" }>
type Decided = Extract<Fact, { _tag: "ExtensionDecided" }>

/** A request for another date. `position` is that of its event. */
export interface Extension {
  readonly position: Position
  readonly requestedOn: Day
  readonly to: PlannedDate
  readonly reason: string | null
  /** The last decision on it; null while it is open. */
  readonly decided:
    | (Pick<Decided, "outcome" | "to" | "decision"> & { readonly on: Day; readonly position: Position })
    | null
}

interface Recorded {
  readonly effectiveOn: Day
  readonly position: Position
}

/** Returns the requests with a new one. */
export const withRequest = (
  extensions: ReadonlyArray<Extension>,
  { reason, to }: Requested,
  { effectiveOn, position }: Recorded
): ReadonlyArray<Extension> => [...extensions, { position, requestedOn: effectiveOn, to, reason, decided: null }]

/** Returns the requests with a decision on one. A decision on a request that was withdrawn changes nothing. */
export const withDecision = (
  extensions: ReadonlyArray<Extension>,
  { decision, outcome, request, to }: Decided,
  { effectiveOn, position }: Recorded
): ReadonlyArray<Extension> =>
  extensions.map((each) =>
    each.position === request ? { ...each, decided: { outcome, to, decision, on: effectiveOn, position } } : each
  )
