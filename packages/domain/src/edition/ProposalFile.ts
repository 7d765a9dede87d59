/**
 * Proposals in a file of their own: what an edition would change, to be read, edited, and applied as one batch. A draft
 * is not an event: nothing of it is in the log before it is applied.
 */
import * as Schema from "effect/Schema"
import { Day } from "../Day.ts"
import { PlanId } from "../Names.ts"
import type { RecordedEvent } from "../RecordedEvent.ts"
import { Text } from "../Text.ts"
import { Match } from "./Matching.ts"
import { Proposal } from "./Proposal.ts"

/**
 * `basedOn` is the position of the last event known when the proposals were made. A proposal that is taken out is not
 * applied; one that is changed is applied as changed.
 */
export const ProposalFile = Schema.Struct({
  format: Schema.Literal("frist/proposals"),
  version: Schema.Literal(1),
  plan: PlanId,
  heldOn: Day,
  document: Text,
  sha256: Schema.String,
  basedOn: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  /** What each row was taken for, to read: what is doubtful is decided with `frist import --match`. */
  matches: Schema.Array(Match),
  proposals: Schema.Array(Proposal)
})
export type ProposalFile = typeof ProposalFile.Type

/** What was recorded after `basedOn` in anything that the proposals touch: the plan has moved on there. */
export const movedOn = (
  proposals: ReadonlyArray<Proposal>,
  log: ReadonlyArray<RecordedEvent>,
  basedOn: number
): ReadonlyArray<RecordedEvent> => {
  const activities = new Set<string>()
  const reviews = new Set<string>()
  let opens = false
  for (const { command } of proposals) {
    if (command._tag === "Correct") {
      const corrected = log.find(({ position }) => position === command.position)?.activity
      if (corrected != null) activities.add(corrected)
    }
    if ("activity" in command && command.activity !== null) activities.add(command.activity)
    if (command._tag === "RegisterActivity" && command.parent !== null) activities.add(command.parent)
    if (command._tag === "HoldReview") reviews.add(command.heldOn)
    if (command._tag === "OpenPlan") opens = true
  }
  return log.filter(({ activity, event, position, type }) => {
    if (position <= basedOn) return false
    if (activity !== null) return activities.has(activity)
    return (opens && type === "PlanOpened") || (event?._tag === "ReviewHeld" && reviews.has(event.heldOn))
  })
}
