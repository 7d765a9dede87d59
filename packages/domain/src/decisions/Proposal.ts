/**
 * Proposals: commands that a document gives, with the row and cell they come from. They become events when they are
 * decided, all in one batch.
 */
import * as Schema from "effect/Schema"
import { Command } from "../Command.ts"
import { Day } from "../Day.ts"
import { type DecisionState, decisionStateAt } from "./DecisionState.ts"
import { Provenance, type RecordedEvent, Source } from "../RecordedEvent.ts"
import type { Refusal } from "../Refusal.ts"

/** A proposed command. `effectiveOn` is the day that it is true of; default: the day of the edition. */
export const Proposal = Schema.Struct({
  command: Command,
  provenance: Provenance,
  source: Schema.NullOr(Source),
  effectiveOn: Schema.optionalKey(Schema.NullOr(Day))
})
export type Proposal = typeof Proposal.Type

/** A proposal that the plan refuses, and why. */
export interface RefusedProposal {
  readonly proposal: Proposal
  readonly refusal: Refusal
}

/** The basis of proposals and of their decisions: the state of a plan on one day, and its whole log. */
export interface Basis extends DecisionState {
  readonly log: ReadonlyArray<RecordedEvent>
}

/** Returns the basis of a log as of a day. */
export const basisOf = (log: ReadonlyArray<RecordedEvent>, asOf: Day): Basis => ({
  ...decisionStateAt(log, { asOf }),
  log
})
