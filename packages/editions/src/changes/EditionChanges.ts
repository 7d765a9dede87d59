/**
 * Proposes the changes of an edition to a plan. Rows are matched to activities, and every difference becomes a proposal
 * that names its table, row and cell. Nothing is guessed: an oddity becomes a finding that quotes its cell.
 */
import type { Day } from "@frist/domain/Day"
import type { ActivityId } from "@frist/domain/Names"
import { descendants } from "@frist/domain/Parts"
import type { Activity, Plan } from "@frist/domain/Plan"
import { isClosed } from "@frist/domain/Status"
import { type ActivityNaming, namingFor } from "./ActivityNaming.ts"
import { type EditionRow, type EditionTables, type EditionTable } from "../Edition.ts"
import { emptiedDates, overwrites } from "./Forecasts.ts"
import { columnShown } from "../formats/columns/Headings.ts"
import { withRepeatedFindings, withSharedFindings } from "./FindingProportion.ts"
import { comparing, ofChanges } from "../Irregularity.ts"
import type { RecordedEdition } from "./EditionComparison.ts"
import { type EditionAgain, isRecorded, laterEditions, type ProposeAgain, type ReadAgain } from "./LaterEditions.ts"
import { chosenAgain, doubtfulAgain, matchKeys } from "./MatchKeys.ts"
import { rowKeys } from "../matching/RowKeys.ts"
import { milestoneLinks } from "./MilestoneLinks.ts"
import { mayBeAnother } from "./NamesOfSeveral.ts"
import { type KnownActivity, matchRows, type RowChoices, type RowMatch } from "../matching/RowMatch.ts"
import type { ColumnDecision } from "../ReadingOptions.ts"
import type { Basis, Proposal } from "@frist/domain/Proposal"
import { rowFigures } from "../reading/figures/Figures.ts"
import type { Parts } from "./RowDraft.ts"
import { proposeChanges, proposeFigures, proposeRegistration } from "./RowChanges.ts"
import { leavingOut, type Put, raise, raiseTableRemarks, vanished } from "./RowFindings.ts"
import { swedishHealthCare } from "../vocabulary/swedishHealthCare.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { candidatesSaid, doubtsOn } from "./Doubts.ts"
import { deadlineReadAnew } from "./DecidedDeadlines.ts"
import { distinctRows } from "./DistinctRows.ts"
import { type AddressedRow, properIds, readRows } from "./EditionRows.ts"
import { traitsOf } from "./RowTraits.ts"
import {
  deadlineCellsIn,
  type RegisteredActivity,
  registrationsIn,
  rowsIn,
  statedDatesIn,
  titleIn
} from "./WholeLog.ts"
import { type RowCounts, rowCounts } from "./RowCounts.ts"
import type { SeenRow } from "../rules/Rule.ts"
import { rules } from "../rules/Rules.ts"

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

/** What an edition is compared with, and what its proposals are made with. */
interface Draft {
  readonly edition: EditionTables
  readonly basis: Basis
  readonly heldOn: Day
  readonly vocabulary: Vocabulary
  /** Returns a function that adds proposals about a row, a table, or the whole edition. */
  readonly at: (table: EditionTable | null, row: EditionRow | null) => Put
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
  const draft: Draft = { edition, basis, heldOn, vocabulary, at }
  if (plan.title === null) at(null, null)({ _tag: "OpenPlan", title: titleIn(log) ?? options.title })
  at(null, null)({ _tag: "HoldReview", heldOn, title: null })
  for (const column of options.columns ?? []) {
    proposals.push({ command: { _tag: "DecideColumn", ...column }, provenance: "stated", source: null })
  }
  for (const table of edition.tables) {
    raiseTableRemarks(at(table, null), table)
  }

  const leaveOut = leavingOut()
  const rows = readRows(edition, at, leaveOut, { heldOn, vocabulary })
  const registrations = registrationsIn({ ...basis, log })
  const ownRows = rowsIn(log)
  const known = [...plan.activities.values(), ...registrations]
    .filter(({ id, parent }) => parent === null || ownRows.has(id))
    .map(knownActivity)
  const distinct = distinctRows(rows)
  const keys = matchKeys(rows)
  const choices = new Map([...chosenAgain(distinct, keys, options.decided), ...(options.matches ?? [])])
  const matches = matchRows(
    distinct.map(({ sought }) => sought),
    known,
    choices,
    vocabulary,
    {
      ...traitsOf(distinct, plan, registrations),
      mayBeAnother: mayBeAnother(plan, rows),
      wereInDoubt: doubtfulAgain(distinct, keys, options.whole === undefined ? options.decided : undefined)
    }
  )
  const matched = new Map(distinct.map((read, i) => [read, matches[i]]))
  const naming = namingFor({ ...basis, log }, known, matched, vocabulary)

  const partsOf = partsNamedIn(plan, registrations, matches)
  const { activityOf, present, seen } = proposeRows(draft, {
    ...naming,
    rows,
    matched,
    partsOf,
    leaveOut,
    decided: { log, plan, columns: options.columns ?? [] }
  })
  proposeVanished(draft, present)
  proposeRuleFindings(draft, seen, proposeLinks(draft, seen))
  const decided = new Map(distinct.map((read) => [keys.get(read) ?? "", activityOf.get(read) ?? null]))
  // Read again, an edition says each finding that compares: those that it repeated are among what it recorded.
  const raisedAgain = options.whole === undefined ? ofChanges : comparing
  const own = withRepeatedFindings(withSharedFindings(proposals), plan, heldOn, raisedAgain)
  return { proposals: own, matches, decided, counts: rowCounts(seen) }
}

/** Returns a function that adds proposals, each with its place in the edition. */
const addingTo =
  (proposals: Array<Proposal>, { document, sha256 }: EditionTables): Draft["at"] =>
  (table, row) =>
  (command, provenance = "stated", column = null) => {
    proposals.push({
      command,
      provenance,
      source: { document, sha256, table: table?.name ?? null, row: row?.number ?? null, column }
    })
  }

interface MatchedRows extends ActivityNaming {
  readonly rows: ReadonlyArray<AddressedRow>
  /** The match of each row that does not repeat another. */
  readonly matched: ReadonlyMap<AddressedRow, RowMatch | undefined>
  readonly partsOf: (id: ActivityId) => Parts
  readonly leaveOut: ReturnType<typeof leavingOut>
  /** The log, and the decisions on headings that come with the edition. */
  readonly decided: Parameters<typeof deadlineReadAnew>[0]
}

/** The activities that rows are, or may be, and the rows as rules see them. */
interface ProposedRows {
  readonly present: ReadonlySet<ActivityId>
  readonly seen: ReadonlyArray<SeenRow>
  readonly activityOf: ReadonlyMap<AddressedRow, ActivityId>
}

/** Proposes what each row changes. Leaves out rows that repeat another, and rows that are doubtful. */
const proposeRows = (
  { at, basis, edition, heldOn, vocabulary }: Draft,
  { decided, idFor, ids, leaveOut, matched, partsOf, rows }: MatchedRows
): ProposedRows => {
  const doubtsOf = doubtsOn(edition, basis)
  const proper = properIds(rows)
  const headings = new Set(edition.tables.flatMap((table) => table.headings.deadline ?? []))
  const isDeadline = (heading: string) => headings.has(heading) || columnShown(heading, vocabulary) === "deadline"
  const lastCells = deadlineCellsIn(basis.log, heldOn, isDeadline)
  const isAnew = deadlineReadAnew(decided, (heading) => columnShown(heading, vocabulary) === "deadline")
  const stated = statedDatesIn(basis.log, heldOn, isDeadline)
  const present = new Set<ActivityId>()
  const seen: Array<SeenRow> = []
  const activityOf = new Map<AddressedRow, ActivityId>()
  const overwritten: Array<readonly [EditionTable, string]> = []
  for (const read of rows) {
    const put = at(read.table, read.row)
    const match = matched.get(read)
    if (match === undefined) {
      leaveOut({ ...read, put }, "RowTwice")
      continue
    }
    if (match.how === "doubtful") {
      for (const { activity } of match.candidates) present.add(activity)
      // Imported again, the edition has asked already: the row may still be what it might be then.
      const asked = doubtsOf(read.table, read.row).filter((doubt) => doubt.heldOn === heldOn)
      for (const activity of asked.flatMap(({ candidates }) => candidates)) present.add(activity)
      if (asked.length === 0) leaveOut({ ...read, put }, "MatchDoubtful", candidatesSaid(match))
      continue
    }
    const id = match.activity ?? idFor(read.sought)
    present.add(id)
    activityOf.set(read, id)
    const before = basis.plan.activities.get(id) ?? null
    const documentId = documentIdOf(read, before, id, proper.has(read.sought))
    const last = lastCells.get(id) ?? before?.original ?? null
    const isReadAnew = isAnew(read.table, id)
    const standsFor = before?.link?.to == null ? undefined : basis.plan.activities.get(before.link.to)
    const row = { read, documentId, last, isReadAnew, standsFor, parts: partsOf(id), ids, vocabulary, put }
    if (before === null) proposeRegistration(id, row)
    else {
      overwritten.push(...overwrites({ ...read, last, isReadAnew }, before))
      proposeChanges(before, row)
      for (const each of emptiedDates(read, stated.get(id) ?? {}, vocabulary)) {
        raise({ put, table: read.table, activity: id }, each)
      }
    }
    const figures = rowFigures(read, before, vocabulary)
    proposeFigures(id, before, row, figures)
    for (const { position } of doubtsOf(read.table, read.row)) {
      put({ _tag: "Correct", position, replacement: null, reason: `${match.row} = ${id}` })
    }
    seen.push({ ...read, activity: id, before, figures })
  }
  for (const [table, [first = "", ...others]] of tables(overwritten)) {
    const words = others.length === 0 ? first : `${first} … ×${others.length + 1}`
    raise({ put: at(table, null), table, activity: null }, { code: "OnlyDateOverwritten", column: "deadline", words })
  }
  return { activityOf, present, seen }
}

/** Groups what tables say by table. */
const tables = (
  all: ReadonlyArray<readonly [EditionTable, string]>
): ReadonlyMap<EditionTable, ReadonlyArray<string>> =>
  new Map(
    Array.from(
      Map.groupBy(all, ([table]) => table),
      ([table, own]) => [table, own.map(([, words]) => words)]
    )
  )

/** Raises a finding about each open activity that had a row in an earlier edition, and is not present in this one. */
const proposeVanished = ({ at, basis, heldOn }: Draft, present: ReadonlySet<ActivityId>): void => {
  for (const { fromDocument, id, parent, status } of basis.plan.activities.values()) {
    if (parent === null && fromDocument && !present.has(id) && !isClosed(status)) {
      raise({ put: at(null, null), table: null, activity: id }, vanished(heldOn))
    }
  }
}

/**
 * Links milestones to the activities that their words name, and returns the activity of each linked one. A link that a
 * person has made or ended stays as it is.
 */
const proposeLinks = (
  { at, basis: { plan }, vocabulary }: Draft,
  seen: ReadonlyArray<SeenRow>
): ReadonlyMap<ActivityId, ActivityId> => {
  const links = new Map<ActivityId, ActivityId>()
  for (const { id, link } of plan.activities.values()) if (link?.to != null) links.set(id, link.to)
  for (const { row, to } of milestoneLinks(seen, vocabulary)) {
    if (row.before?.link != null) continue
    links.set(row.activity, to)
    at(row.table, row.row)({ _tag: "LinkMilestone", activity: row.activity, to }, "inferred")
  }
  return links
}

/** Raises the findings of every rule, in the order of the rules. */
const proposeRuleFindings = (
  { at, basis: { plan }, edition, heldOn, vocabulary }: Draft,
  rows: ReadonlyArray<SeenRow>,
  links: ReadonlyMap<ActivityId, ActivityId>
): void => {
  const { texts } = edition
  for (const { code, look } of rules) {
    for (const { column, of = "row", on, words } of look({ rows, texts, heldOn, plan, links, vocabulary })) {
      const table = of === "edition" ? null : on.table
      const [row, activity] = of === "row" ? [on.row, on.activity] : [null, null]
      raise({ put: at(table, row), table: on.table, activity }, { code, column, words })
    }
  }
}

/** Returns a function from an activity to its parts, of any depth. A part with its own row is updated by that row instead. */
const partsNamedIn = (
  plan: Plan,
  registrations: ReadonlyArray<RegisteredActivity>,
  matches: ReadonlyArray<RowMatch>
): ((id: ActivityId) => Parts) => {
  const withRow = new Set(matches.map(({ activity }) => activity))
  const current = Map.groupBy(
    [...plan.activities.values()].filter(({ id }) => !withRow.has(id)),
    ({ parent }) => parent
  )
  const later = Map.groupBy(registrations, ({ parent }) => parent)
  const parts = new Map<ActivityId, ReadonlyArray<ActivityId>>()
  for (const [whole, own] of current)
    if (whole !== null)
      parts.set(
        whole,
        own.map(({ id }) => id)
      )
  return (id) => {
    const whole = [id, ...descendants(parts, id)]
    return {
      current: whole.flatMap((each) => current.get(each) ?? []),
      later: whole.flatMap((each) => later.get(each) ?? [])
    }
  }
}

const knownActivity = (activity: RegisteredActivity): KnownActivity => {
  const { actions, area, documentId, goal, id, kind } = activity
  return { id, kind, area, goal, actions, documentId, keys: rowKeys(kind, activity) }
}

/**
 * Returns the id that a document gives a row, if it is to be recorded: with a new activity, and later if it identifies
 * the activity. The activity's own id is not recorded.
 */
const documentIdOf = (
  { row: { cells } }: AddressedRow,
  before: Activity | null,
  activity: ActivityId,
  isProper: boolean
): string | undefined => {
  const id = cells.id?.trim() ?? ""
  return id === "" || id === activity || (before !== null && !isProper) ? undefined : id
}
