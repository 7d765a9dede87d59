import type { PlanId } from "@frist/domain"
import { EventLog } from "@frist/store"
import { Effect, Stream } from "effect"

/** The place of a subscriber, as it stores it: the position of its last event, and the leaf there. */
interface Place {
  readonly after: number
  readonly leaf: Uint8Array
}

/** Handles the events after a place, and stores the place after each. Ends with `wentBack` where the leaf is another now. */
export const handled = (plan: PlanId, place: Place | undefined, store: (place: Place) => void) =>
  Effect.flatMap(EventLog, (log) =>
    Stream.runForEach(log.changes({ plan, after: 0, ...place }), ({ position }) =>
      Effect.map(log.leaves([{ plan, position }]), ([leaf]) => {
        if (leaf != null) store({ after: position, leaf })
      })
    )
  )
