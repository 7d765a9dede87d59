/**
 * Proposes the changes of an edition to a plan. Rows are matched to activities, and every difference becomes a proposal
 * that names its table, row and cell. Nothing is guessed: an oddity becomes a finding that quotes its cell.
 */
import type { Day } from "@frist/domain/Day"
import type { ActivityId } from "@frist/domain/Names"
import type { Basis, Proposal } from "@frist/domain/decisions/Proposal"
import type { EditionTables } from "../Edition.ts"
import { comparing, ofChanges } from "../Irregularity.ts"
import type { RowChoices, RowMatch } from "../matching/RowMatch.ts"
import type { ColumnDecision } from "../ReadingOptions.ts"
import { swedishHealthCare } from "../vocabulary/swedishHealthCare.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { RecordedEdition } from "./corrections/RecordedEdition.ts"
import { addingTo, type EditionDraft } from "./EditionDraft.ts"
import { proposeRuleFindings, proposeVanished } from "./findings/EditionFindings.ts"
import { readRows } from "./activities/EditionRows.ts"
import { withRepeatedFindings, withSharedFindings } from "./findings/FindingProportion.ts"
import {
  type EditionAgain,
  isRecorded,
  laterEditions,
  type ProposeAgain,
  type ReadAgain
} from "./corrections/LaterEditions.ts"
import { matchedRows } from "./activities/MatchedRows.ts"
import { proposeLinks } from "./rows/MilestoneLinks.ts"
import { type RowCounts, rowCounts } from "./RowCounts.ts"
import { leavingOut, raiseTableRemarks } from "./findings/RowFindings.ts"
import { proposeRows } from "./rows/RowProposals.ts"
import { titleIn } from "./WholeLog.ts"

/**
 * `title` is the plan's, if it is new. `matches` are a person's choices, by row address as `choicesByRow` gives them. Default
 * vocabulary: Swedish health care.
 */
interface ProposeOptions {
  readonly title: string
  /** What a person decided that headings mean, to be recorded with the edition. */
  readonly columns?: ReadonlyArray<ColumnDecision> | undefined
  readonly matches?: RowChoices
  readonly vocabulary?: Vocabulary | undefined
  /** Reads this edition or a later one again; default: none is kept. */
  readonly readAgain?: ReadAgain
}

/** Proposals in the order of the rows, and what each row was matched to. */
export interface EditionProposals {
  readonly proposals: ReadonlyArray<Proposal>
  readonly matches: ReadonlyArray<RowMatch>
  /** The activities that the rows were matched to, by the keys of the rows; null for a row in doubt. */
  readonly decided: ReadonlyMap<string, ActivityId | null>
  /** The rows that were not left out. */
  readonly counts: RowCounts
  /** Later editions that were not compared again, because their cells are not kept. */
  readonly notCompared: ReadonlyArray<RecordedEdition>
}

/**
 * Proposes the changes of an edition, presented on `heldOn`, to the plan as of that day. Reads the whole log, because
 * the edition may also change what later editions recorded.
 */
export const propose = (
  edition: EditionTables,
  basis: Basis,
  heldOn: Day,
  options: ProposeOptions
): EditionProposals => {
  const { readAgain = () => undefined, vocabulary } = options
  // Its own registrations change what its rows are like: imported again, they are what they were.
  const decided = isRecorded(basis.log, heldOn, edition.sha256) ? readAgain(edition.sha256)?.decided : undefined
  const own = proposeAlone(edition, basis, heldOn, { ...options, decided })
  const proposeAgain: ProposeAgain = ({ decided, edition }, ownBasis, day, whole) =>
    proposeAlone(edition, ownBasis, day, { ...options, matches: new Map(), vocabulary, decided, whole })
  const later = laterEditions({ proposals: own.proposals, basis, heldOn, readAgain, proposeAgain })
  return { ...own, proposals: [...own.proposals, ...later.proposals], notCompared: later.notCompared }
}

/**
 * `decided` is what the rows of an edition that was recorded before were matched to; a person's choices precede it. `whole` is
 * the whole log, where an edition is read again and the basis has only a part.
 */
interface ProposeAloneOptions extends ProposeOptions {
  readonly decided?: EditionAgain["decided"] | undefined
  readonly whole?: Basis["log"]
}

/** What an edition proposes, without its effects on later ones. */
type OwnProposals = Omit<EditionProposals, "notCompared">

/** Proposes the changes of an edition to the plan as of its day, without its effects on later editions. */
export const proposeAlone = (
  edition: EditionTables,
  basis: Basis,
  heldOn: Day,
  options: ProposeAloneOptions
): OwnProposals => {
  const { plan } = basis
  const { vocabulary = swedishHealthCare } = options
  const log = options.whole ?? basis.log
  const proposals: Array<Proposal> = []
  const at = addingTo(proposals, edition)
  const draft: EditionDraft = { edition, basis, heldOn, vocabulary, at }
  if (plan.title === null) at(null, null)({ _tag: "OpenPlan", title: titleIn(log) ?? options.title })
  at(null, null)({ _tag: "HoldReview", heldOn, title: null })
  for (const column of options.columns ?? []) {
    proposals.push({ command: { _tag: "DecideColumn", ...column }, provenance: "stated", source: null })
  }
  for (const table of edition.tables) {
    raiseTableRemarks(at(table, null), table)
  }

  const { decided, matches, present, seen } = proposeOwnRows(draft, log, options)
  proposeVanished(draft, present)
  proposeRuleFindings(draft, seen, proposeLinks(draft, seen))
  // Read again, an edition says each finding that compares: those that it repeated are among what it recorded.
  const raisedAgain = options.whole === undefined ? ofChanges : comparing
  const own = withRepeatedFindings(withSharedFindings(proposals), plan, heldOn, raisedAgain)
  return { proposals: own, matches, decided, counts: rowCounts(seen) }
}

/** Matches rows, and proposes what they change. What only that needs is not held while the rules look at them. */
const proposeOwnRows = (draft: EditionDraft, log: Basis["log"], options: ProposeAloneOptions) => {
  const { at, basis, edition, heldOn, vocabulary } = draft
  const { plan } = basis
  const leaveOut = leavingOut()
  const matching = matchedRows(
    readRows(edition, at, leaveOut, { heldOn, vocabulary }),
    { plan, log },
    {
      choices: options.matches ?? new Map(),
      decided: options.decided,
      keepsDoubts: options.whole === undefined,
      vocabulary
    }
  )
  const { activityOf, present, seen } = proposeRows(draft, {
    ...matching,
    leaveOut,
    decided: { log, plan, columns: options.columns ?? [] }
  })
  const { keys, matched } = matching
  const decided = new Map([...matched.keys()].map((read) => [keys.get(read) ?? "", activityOf.get(read) ?? null]))
  return { decided, matches: [...matched.values()], present, seen }
}
