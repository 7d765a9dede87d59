/**
 * Proposals in a file of their own: what an edition would change, to be read, edited, and applied as one batch. A draft
 * is not an event: nothing of it is in the log before it is applied.
 */
import * as Schema from "effect/Schema"
import { Day } from "@frist/domain/Day"
import { PlanId } from "@frist/domain/Names"
import { Text } from "@frist/domain/Text"
import { Match } from "./matching/RowMatch.ts"
import { Proposal } from "@frist/domain/Proposal"

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
