/**
 * A command that a document proposes, with the row and cell it comes from. Proposals are not events: they become
 * events when they are decided, all of them in one batch.
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Command } from "../Command.ts"
import type { Day } from "../Day.ts"
import { decide } from "../Decision.ts"
import type { Fact } from "../Event.ts"
import * as Plan from "../Plan.ts"
import { type NewEvent, Provenance, Source } from "../RecordedEvent.ts"
import type { Refusal } from "../Refusal.ts"

export const Proposal = Schema.Struct({
  command: Command,
  provenance: Provenance,
  source: Schema.NullOr(Source)
})
export type Proposal = typeof Proposal.Type

/** A proposal that the plan forbids, and the fact that forbids it. */
export interface Refused {
  readonly proposal: Proposal
  readonly refusal: Refusal
}

/**
 * Decides proposals one after the other, each against the plan as those before it leave it, all effective on one day.
 * What is already in effect gives no event.
 */
export const decideAll = (
  proposals: ReadonlyArray<Proposal>,
  plan: Plan.Plan,
  effectiveOn: Day
): { readonly events: ReadonlyArray<NewEvent>; readonly refused: ReadonlyArray<Refused> } => {
  const standing = Plan.draft(plan)
  const events: Array<NewEvent> = []
  const refused: Array<Refused> = []
  let position = plan.log.length
  for (const proposal of proposals) {
    const decision = decide(proposal.command, standing)
    if (Result.isFailure(decision)) {
      refused.push({ proposal, refusal: decision.failure })
      continue
    }
    for (const { activity, event } of decision.success) {
      const { provenance, source } = proposal
      events.push({ activity, event, effectiveOn, provenance, source })
      position += 1
      if (isFact(event)) {
        Plan.evolve(standing, event, { activity, effectiveOn, source, position: position as Plan.Recorded["position"] })
      }
    }
  }
  return { events, refused }
}

const isFact = (event: NewEvent["event"]): event is Fact => event._tag !== "Corrected" && event._tag !== "Redacted"
