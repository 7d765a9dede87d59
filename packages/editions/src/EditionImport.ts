/**
 * Records an edition in a plan's log, or computes what that would record. Needs only an `EventLog`.
 */
import type { Day } from "@frist/domain/Day"
import { type Actor, BatchId, type PlanId } from "@frist/domain/Names"
import { headingKey } from "@frist/domain/plan/ColumnHeading"
import { type Plan, planAt } from "@frist/domain/plan/Plan"
import { keptEditionsIn } from "@frist/domain/plan/KeptEditions"
import { type Basis, basisOf, type Proposal } from "@frist/domain/decisions/Proposal"
import { decideAll } from "@frist/domain/decisions/BatchDecision"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { type Conflict, EventLog, type EventLogError } from "@frist/store/EventLog"
import { recordProposals } from "@frist/store/Recording"
import type { Refused } from "@frist/store/Refused"
import * as Effect from "effect/Effect"
import { hash } from "node:crypto"
import { type CorrectedFacts, correctedFacts } from "./changes/corrections/CorrectedFacts.ts"
import { type EditionProposals, propose, proposeAlone } from "./changes/EditionChanges.ts"
import type { RecordedEdition } from "./changes/corrections/RecordedEdition.ts"
import type { RowCounts } from "./changes/RowCounts.ts"
import { basisBefore, recordedEditions } from "./changes/corrections/LaterEditions.ts"
import { editionsFrom, type Keeping, keepingOf, readingAgain } from "./keeping/EditionKeeping.ts"
import { titleOf } from "./DocumentName.ts"
import type { Edition } from "./Edition.ts"
import { checkChoices, type ChoiceFault, choicesByRow } from "./matching/ChosenRows.ts"
import type { RowChoices, RowMatch } from "./matching/RowMatch.ts"
import type { ColumnDecision } from "./ReadingOptions.ts"
import type { ProposalFile } from "./ProposalFile.ts"
import type { Vocabulary } from "./vocabulary/Vocabulary.ts"
import { recordedBatch } from "./RecordedBatch.ts"

/**
 * An edition and the review it was presented at. `title` is the plan's, if it is new; default: the document's name.
 * `matches` are a person's choices, by row address (`completed:12`), and `columns` new decisions on headings, by which the
 * edition was read and that are recorded with it. Default vocabulary: Swedish health care.
 */
interface PresentedEdition {
  readonly plan: PlanId
  readonly edition: Edition
  readonly heldOn: Day
  readonly title?: string | undefined
  readonly matches?: RowChoices | undefined
  readonly columns?: ReadonlyArray<ColumnDecision> | undefined
  readonly vocabulary?: Vocabulary | undefined
}

/** The changes that an edition made, or would make. */
export interface EditionOutcome {
  readonly plan: PlanId
  /** The plan as of the review's day, before the edition. */
  readonly before: Plan
  readonly events: ReadonlyArray<NewEvent>
  /** The facts that the events correct, as they were before. */
  readonly corrected: CorrectedFacts
  /** The match of each row; empty if the edition was recorded before. */
  readonly matches: ReadonlyArray<RowMatch>
  /** The rows that were not left out, by what they report; null if the edition was recorded before. */
  readonly counts: RowCounts | null
  /** Whether the edition was recorded before, so that nothing was recorded now. */
  readonly repeated: boolean
  /** The number of omitted rows; findings of severity `error` name them. */
  readonly rowsLeftOut: number
  /** Another day on which the same document was presented; null if there is none. */
  readonly otherDay: Day | null
  /** The next review after `heldOn` in the log; null if there is none. */
  readonly laterReview: Day | null
  /**
   * Later editions that this one may change, and that could not be compared with it again, because their cells are not
   * kept, or are erased. They keep what they recorded.
   */
  readonly notCompared: ReadonlyArray<{ readonly document: string; readonly heldOn: Day }>
  /** Whether the cells were not kept before, and are now, although the edition was recorded before. */
  readonly cellsKept: boolean
}

/**
 * Records what an edition changes as one batch, effective on the day of the review, and keeps its cells. The batch id
 * comes from the document's hash, the day and the choices, so that a repetition records nothing; but it keeps the cells
 * of an edition that was recorded without them.
 */
export const importEdition = Effect.fn("EditionImport.importEdition")(function* (
  request: PresentedEdition & { readonly actor: Actor }
): Effect.fn.Return<EditionOutcome, ChoiceFault | Conflict | EventLogError | Refused, EventLog> {
  const { actor, edition, heldOn, plan, vocabulary } = request
  const matches = yield* choicesByRow(request.matches)
  const chosen = choicesHash(matches, request.columns)
  const batch = BatchId.make(`edition-${edition.sha256}-${heldOn}${chosen}`)
  let comparedWith: Basis | undefined
  let read: Pick<EditionProposals, "counts" | "matches" | "notCompared"> | undefined
  const appended = yield* recordProposals({ plan, actor, effectiveOn: heldOn, batch }, (basis) =>
    Effect.gen(function* () {
      comparedWith = basis
      const { keeping, proposed } = yield* proposedWith(request, basis, matches)
      yield* checkChoices(matches, proposed.matches, basis.plan, heldOn)
      // Without the proposals, which are not held while the batch is written.
      read = { counts: proposed.counts, matches: proposed.matches, notCompared: proposed.notCompared }
      return withKeeping(proposed.proposals, keeping)
    })
  )
  const { events, repeated } = recordedBatch(appended)
  const { log: recorded, plan: before } = comparedWith ?? (yield* stateOf(request))
  const cellsKept = repeated && (yield* keepCells(request, vocabulary))
  const { counts = null, matches: matched = [] } = repeated ? {} : (read ?? {})
  const notCompared = read?.notCompared ?? []
  return outcome(request, { before, recorded, events, matches: matched, counts, repeated, notCompared, cellsKept })
})

/** Computes what an edition would change, and the proposals for a file. Records nothing. */
export const proposeEdition = Effect.fn("EditionImport.proposeEdition")(function* (
  request: PresentedEdition
): Effect.fn.Return<EditionOutcome & { readonly file: ProposalFile }, ChoiceFault | EventLogError, EventLog> {
  const { edition, heldOn, plan } = request
  const choices = yield* choicesByRow(request.matches)
  const recorded = yield* (yield* EventLog).read(plan)
  const basis = basisOf(recorded, heldOn)
  const before = basis.plan
  const { keeping, proposed } = yield* proposedWith(request, basis, choices)
  const { counts, matches, notCompared, proposals } = proposed
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
    proposals: withKeeping(proposals, keeping).proposals,
    ...(keeping === undefined ? {} : { cells: Buffer.from(keeping.edition.content).toString("base64") })
  }
  const result = { before, recorded, events, matches, counts, repeated: false, notCompared, cellsKept: false }
  return { ...outcome(request, result), file }
})

/** Proposes an edition to a plan, with the editions of later days that are kept, and says what is to be kept of it. */
const proposedWith = Effect.fnUntraced(function* (request: PresentedEdition, basis: Basis, matches: RowChoices) {
  const { edition, heldOn, plan, vocabulary } = request
  const readAgain = yield* readingAgain(plan, editionsFrom(basis.log, heldOn, edition.sha256), {
    vocabulary,
    columns: new Map(request.columns?.map(({ column, heading }) => [headingKey(heading), column]))
  })
  const proposed = propose(edition, basis, heldOn, {
    title: titled(request),
    matches,
    columns: request.columns,
    vocabulary,
    readAgain
  })
  return { proposed, keeping: yield* keepingOf(plan, edition, proposed.decided, basis.log) }
})

/** Returns what distinguishes a batch with these choices from that of the same edition with others. */
const choicesHash = (matches: RowChoices, columns: ReadonlyArray<ColumnDecision> = []): string =>
  matches.size === 0 && columns.length === 0
    ? ""
    : `-${hash("sha256", JSON.stringify([...[...matches].sort(), ...columns.map(({ column, heading }) => [heading, column])]))}`

const withKeeping = (proposals: ReadonlyArray<Proposal>, keeping: Keeping | undefined) =>
  keeping === undefined ? { proposals } : { proposals: [...proposals, keeping.proposal], editions: [keeping.edition] }

/** Keeps the cells of an edition that was recorded before, if they are not kept. Returns whether they are kept now. */
const keepCells = Effect.fnUntraced(function* (
  { actor, edition, heldOn, plan }: PresentedEdition & { readonly actor: Actor },
  vocabulary: Vocabulary | undefined
) {
  let isNew = false
  yield* recordProposals({ plan, actor, effectiveOn: heldOn }, ({ log }) =>
    Effect.gen(function* () {
      const stored = keptEditionsIn(log).has(edition.sha256)
        ? yield* (yield* EventLog).edition(plan, edition.sha256)
        : undefined
      const own = recordedEditions(log).find((each) => each.heldOn === heldOn && each.source.sha256 === edition.sha256)
      if (stored !== undefined || own === undefined) return { proposals: [] }
      const options = { title: "-", vocabulary, whole: log }
      const { decided } = proposeAlone(edition, basisBefore(log, own), heldOn, options)
      const keeping = yield* keepingOf(plan, edition, decided, log)
      isNew = keeping !== undefined
      return withKeeping([], keeping)
    })
  )
  return isNew
})

const titled = ({ edition, title }: PresentedEdition): string => title ?? titleOf(edition.document)

const stateOf = Effect.fnUntraced(function* ({ heldOn, plan }: PresentedEdition) {
  const recorded = yield* (yield* EventLog).read(plan)
  return { log: recorded, plan: planAt(recorded, { asOf: heldOn }) }
})

const outcome = (
  { edition, heldOn, plan }: PresentedEdition,
  result: Pick<EditionOutcome, "before" | "cellsKept" | "counts" | "events" | "matches" | "repeated"> & {
    readonly recorded: ReadonlyArray<RecordedEvent>
    readonly notCompared: ReadonlyArray<RecordedEdition>
  }
): EditionOutcome => {
  const { before, cellsKept, counts, events, matches, notCompared, recorded, repeated } = result
  const reviews = recorded.filter(({ type }) => type === "ReviewHeld")
  const same = reviews.find(({ effectiveOn, source }) => source?.sha256 === edition.sha256 && effectiveOn !== heldOn)
  const later = reviews.map(({ effectiveOn }) => effectiveOn).filter((day) => day > heldOn)
  return {
    plan,
    before,
    events,
    corrected: correctedFacts(events, recorded),
    matches,
    counts,
    repeated,
    rowsLeftOut: leftOut(events),
    otherDay: same?.effectiveOn ?? null,
    laterReview: later.sort()[0] ?? null,
    notCompared: notCompared.map(({ heldOn: day, source: { document } }) => ({ document, heldOn: day })),
    cellsKept
  }
}

/** Counts the rows that errors name; an error about a whole table names none. */
const leftOut = (events: ReadonlyArray<NewEvent>): number =>
  new Set(
    events.flatMap(({ event, source }) =>
      event._tag === "FindingRaised" && event.severity === "error" && source?.row != null
        ? [JSON.stringify([source.table, source.row])]
        : []
    )
  ).size
