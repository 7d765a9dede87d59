/**
 * Proposals in a file: what an edition would change, to be read, edited, and applied as one batch. Proposals are not
 * events: the log has none of them until they are applied.
 */
import type { Command } from "@frist/domain/Command"
import { Day } from "@frist/domain/Day"
import { type Actor, BatchId, PlanId } from "@frist/domain/Names"
import { type Plan, planAt } from "@frist/domain/plan/Plan"
import { Proposal } from "@frist/domain/decisions/Proposal"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { Text } from "@frist/domain/text/Text"
import { type Conflict, EventLog, type EventLogError } from "@frist/store/EventLog"
import { applyProposals, type MovedOn } from "@frist/store/Recording"
import type { Refused } from "@frist/store/Refused"
import { contentHash } from "@frist/store/KeptContent"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { hash } from "node:crypto"
import { type CorrectedFacts, correctedFacts } from "./changes/corrections/CorrectedFacts.ts"
import { readKept } from "./keeping/KeptFormat.ts"
import { RowMatch } from "./matching/RowMatch.ts"
import { recordedBatch } from "./RecordedBatch.ts"

/**
 * The contents of a proposal file. `basedOn` is the position of the last event known when the proposals were made. A
 * removed proposal is not applied; an edited one is applied as edited.
 */
export const ProposalFile = Schema.Struct({
  format: Schema.Literal("frist/proposals"),
  version: Schema.Literal(1),
  plan: PlanId,
  heldOn: Day,
  document: Text,
  sha256: Schema.String,
  basedOn: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  /** The match of each row, for the reader: a person chooses for a doubtful row with `frist import --match`. */
  matches: Schema.Array(RowMatch),
  proposals: Schema.Array(Proposal),
  /** The cells of the document, to be kept, in base64. They are not for editing: `KeepEdition` names their SHA-256. */
  cells: Schema.optionalKey(Schema.String)
})
export type ProposalFile = typeof ProposalFile.Type

/** A proposal holds a review on another day than the file's. */
export class ReviewDayDiffers extends Schema.TaggedError<ReviewDayDiffers>()("ReviewDayDiffers", { heldOn: Day }) {
  override get message() {
    return `The file names two review dates. Keep ${this.heldOn}, or make the proposals again.`
  }
}

/** Fails if a proposal holds a review on another day than the file's. */
export const checkReviewDay = ({ heldOn, proposals }: ProposalFile): Effect.Effect<void, ReviewDayDiffers> =>
  proposals.some(({ command }) => command._tag === "HoldReview" && command.heldOn !== heldOn)
    ? Effect.fail(new ReviewDayDiffers({ heldOn }))
    : Effect.void

/**
 * Records the proposals of a file as one batch, or nothing if the plan has changed in what they touch. The batch id is
 * the hash of `bytes`, the unchanged file, so that a repetition records nothing.
 */
export const applyProposalFile = Effect.fn("ProposalFile.applyProposalFile")(function* (
  file: ProposalFile,
  { actor, bytes }: { readonly actor: Actor; readonly bytes: Uint8Array }
): Effect.fn.Return<
  {
    readonly plan: PlanId
    readonly before: Plan
    readonly events: ReadonlyArray<NewEvent>
    /** The facts that the events correct, as they were before. */
    readonly corrected: CorrectedFacts
    readonly repeated: boolean
  },
  ReviewDayDiffers | MovedOn | Conflict | EventLogError | Refused,
  EventLog
> {
  yield* checkReviewDay(file)
  const { basedOn, document, heldOn, plan, sha256 } = file
  const content = Buffer.from(file.cells ?? "", "base64")
  const isInFormat = Result.isSuccess(readKept(content))
  const isKept = (command: Command) =>
    command._tag === "KeepEdition" &&
    command.sha256 === sha256 &&
    command.content === contentHash(content) &&
    isInFormat
  // Nothing is said to be kept that is not in the file, or that nobody can read again.
  const proposals = file.proposals.filter(({ command }) => command._tag !== "KeepEdition" || isKept(command))
  const editions = proposals.some(({ command }) => isKept(command)) ? [{ sha256, document, content }] : []
  const log = yield* (yield* EventLog).read(plan)
  const batch = BatchId.make(`proposals-${hash("sha256", bytes)}`)
  const appended = yield* applyProposals({ plan, actor, effectiveOn: heldOn, batch }, proposals, basedOn, editions)
  const recorded = recordedBatch(appended)
  const corrected = correctedFacts(recorded.events, log)
  return { plan, before: planAt(log, { asOf: heldOn }), corrected, ...recorded }
})
