/**
 * Records an edition in a plan's log, or computes what that would record. Needs only an `EventLog`.
 */
import type { Day } from "@frist/domain/Day"
import { ActivityId, type Actor, BatchId, type PlanId } from "@frist/domain/Names"
import { type Plan, planAt } from "@frist/domain/Plan"
import { basisOf } from "@frist/domain/Proposal"
import { decideAll } from "@frist/domain/BatchDecision"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { type Conflict, EventLog, type EventLogError } from "@frist/store/EventLog"
import { recordProposals, type Refused } from "@frist/store/Recording"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { hash } from "node:crypto"
import { propose } from "./changes/EditionChanges.ts"
import { titleOf } from "./DocumentName.ts"
import type { Edition } from "./Edition.ts"
import type { RowChoices, RowMatch } from "./matching/RowMatch.ts"
import type { ProposalFile } from "./ProposalFile.ts"
import { readRowAddress, rowAddress } from "./reading/RowAddress.ts"
import type { Vocabulary } from "./vocabulary/Vocabulary.ts"
import { recordedBatch } from "./RecordedBatch.ts"

/**
 * An edition and the review it was presented at. `title` is the plan's, if it is new; default: the document's name.
 * `matches` are a person's choices, by row address (`completed:12`). Default vocabulary: Swedish health care.
 */
interface PresentedEdition {
  readonly plan: PlanId
  readonly edition: Edition
  readonly heldOn: Day
  readonly title?: string | undefined
  readonly matches?: RowChoices | undefined
  readonly vocabulary?: Vocabulary | undefined
}

/** The changes that an edition made, or would make. */
export interface EditionOutcome {
  readonly plan: PlanId
  /** The plan as of the review's day, before the edition. */
  readonly before: Plan
  readonly events: ReadonlyArray<NewEvent>
  /** The match of each row; empty if the edition was recorded before. */
  readonly matches: ReadonlyArray<RowMatch>
  /** Whether the edition was recorded before, so that nothing was recorded now. */
  readonly repeated: boolean
  /** The number of omitted rows; findings of severity `error` name them. */
  readonly rowsLeftOut: number
  /** Another day on which the same document was presented; null if there is none. */
  readonly otherDay: Day | null
  /** The last review after `heldOn` in the log; null if there is none. */
  readonly laterReview: Day | null
}

/** A choice names a row that is not in the document. */
export class RowNotFound extends Schema.TaggedError<RowNotFound>()("RowNotFound", { row: Schema.String }) {
  override get message() {
    return `The document has no row ${this.row}. Count rows within their table, as in activities:7.`
  }
}

/** A choice names an activity that is not in the plan, is of another kind, or belongs to another row. */
export class ChoiceNotPossible extends Schema.TaggedError<ChoiceNotPossible>()("ChoiceNotPossible", {
  row: Schema.String,
  activity: ActivityId
}) {
  override get message() {
    return `Row ${this.row} cannot be ${this.activity}. Name an activity that no other row is matched to.`
  }
}

/** A choice says that a row is new, but an earlier edition has the same row as `activity`. */
export class RowNotNew extends Schema.TaggedError<RowNotNew>()("RowNotNew", {
  row: Schema.String,
  activity: ActivityId
}) {
  override get message() {
    return `Row ${this.row} is not new: it has the words of ${this.activity}. Leave out the choice.`
  }
}

/** The problem with a person's choice for a row. */
type ChoiceFault = RowNotFound | ChoiceNotPossible | RowNotNew

/**
 * Records what an edition changes as one batch, effective on the day of the review. The batch id comes from the
 * document's hash, the day and the choices, so that a repetition records nothing.
 */
export const importEdition = Effect.fn("EditionImport.importEdition")(function* (
  request: PresentedEdition & { readonly actor: Actor }
): Effect.fn.Return<EditionOutcome, ChoiceFault | Conflict | EventLogError | Refused, EventLog> {
  const { actor, edition, heldOn, plan, vocabulary } = request
  const matches = yield* addressed(request.matches)
  const { before, recorded } = yield* stateOf(request)
  const chosen = matches.size === 0 ? "" : `-${hash("sha256", JSON.stringify([...matches].sort()))}`
  const batch = BatchId.make(`edition-${edition.sha256}-${heldOn}${chosen}`)
  let matched: ReadonlyArray<RowMatch> = []
  const appended = yield* recordProposals({ plan, actor, effectiveOn: heldOn, batch }, (basis) =>
    Effect.gen(function* () {
      const proposed = propose(edition, basis, heldOn, { title: titled(request), matches, vocabulary })
      yield* checkChoices(matches, proposed.matches, basis.plan, heldOn)
      matched = proposed.matches
      return proposed.proposals
    })
  )
  const { events, repeated } = yield* recordedBatch(plan, appended)
  return outcome(request, { before, recorded, events, matches: repeated ? [] : matched, repeated })
})

/** Computes what an edition would change, and the proposals for a file. Records nothing. */
export const proposeEdition = Effect.fn("EditionImport.proposeEdition")(function* (
  request: PresentedEdition
): Effect.fn.Return<EditionOutcome & { readonly file: ProposalFile }, ChoiceFault | EventLogError, EventLog> {
  const { edition, heldOn, plan, vocabulary } = request
  const choices = yield* addressed(request.matches)
  const recorded = yield* (yield* EventLog).read(plan)
  const basis = basisOf(recorded, heldOn)
  const before = basis.plan
  const { matches, proposals } = propose(edition, basis, heldOn, {
    title: titled(request),
    matches: choices,
    vocabulary
  })
  yield* checkChoices(choices, matches, before, heldOn)
  const { events } = decideAll(proposals, basis, heldOn)
  const { document, sha256 } = edition
  const file: ProposalFile = {
    format: "frist/proposals",
    version: 1,
    plan,
    heldOn,
    document,
    sha256,
    basedOn: recorded.length,
    matches,
    proposals
  }
  return { ...outcome(request, { before, recorded, events, matches, repeated: false }), file }
})

const titled = ({ edition, title }: PresentedEdition): string => title ?? titleOf(edition.document)

const stateOf = Effect.fnUntraced(function* ({ heldOn, plan }: PresentedEdition) {
  const recorded = yield* (yield* EventLog).read(plan)
  return { recorded, before: planAt(recorded, { asOf: heldOn }) }
})

/** Returns the choices by the row addresses that matches carry. */
const addressed = Effect.fnUntraced(function* (choices: RowChoices = new Map()) {
  const matches = new Map<string, ActivityId | "new">()
  for (const [row, chosen] of choices) {
    const address = readRowAddress(row)
    if (address === undefined) return yield* new RowNotFound({ row })
    matches.set(rowAddress(address), chosen)
  }
  return matches
})

/**
 * Fails unless every choice was followed: its row is in the document, and its activity in the plan and not another
 * row's. What this edition registered itself counts as new when it is imported again.
 */
const checkChoices = Effect.fnUntraced(function* (
  choices: RowChoices,
  matches: ReadonlyArray<RowMatch>,
  { activities }: Plan,
  heldOn: Day
) {
  for (const [row, chosen] of choices) {
    const match = matches.find((each) => each.row === row)
    if (match === undefined) return yield* new RowNotFound({ row })
    if (chosen !== "new" && match.activity !== chosen) return yield* new ChoiceNotPossible({ row, activity: chosen })
    const known = match.activity === null ? undefined : activities.get(match.activity)
    if (chosen === "new" && known !== undefined && known.registeredOn !== heldOn) {
      return yield* new RowNotNew({ row, activity: known.id })
    }
  }
})

const outcome = (
  { edition, heldOn, plan }: PresentedEdition,
  result: Pick<EditionOutcome, "before" | "events" | "matches" | "repeated"> & {
    readonly recorded: ReadonlyArray<RecordedEvent>
  }
): EditionOutcome => {
  const { before, events, matches, recorded, repeated } = result
  const reviews = recorded.filter(({ type }) => type === "ReviewHeld")
  const same = reviews.find(({ effectiveOn, source }) => source?.sha256 === edition.sha256 && effectiveOn !== heldOn)
  const later = reviews.map(({ effectiveOn }) => effectiveOn).filter((day) => day > heldOn)
  return {
    plan,
    before,
    events,
    matches,
    repeated,
    rowsLeftOut: leftOut(events),
    otherDay: same?.effectiveOn ?? null,
    laterReview: later.sort().at(-1) ?? null
  }
}

const leftOut = (events: ReadonlyArray<NewEvent>): number =>
  new Set(
    events.flatMap(({ event, source }) =>
      event._tag === "FindingRaised" && event.severity === "error" ? [JSON.stringify([source?.table, source?.row])] : []
    )
  ).size
