/**
 * What an edition changes in a plan. Rows are matched to activities, and every difference becomes a proposal that names
 * its table, row and cell. Nothing is guessed: an oddity becomes a finding that quotes its cell.
 */
import type { Command } from "@frist/domain/Command"
import type { Day } from "@frist/domain/Day"
import type { ActivityId } from "@frist/domain/Names"
import type { Provenance } from "@frist/domain/RecordedEvent"
import { isClosed } from "@frist/domain/Status"
import { ActivityIds } from "../matching/ActivityIds.ts"
import { type Edition, type EditionRow, type EditionTable, noCells } from "../Edition.ts"
import { laterEditions } from "./LaterEditions.ts"
import { matchRows, type RowChoices, type RowMatch } from "../matching/RowMatch.ts"
import type { Basis, Proposal } from "@frist/domain/Proposal"
import { readRowAddress, rowAddress } from "../reading/RowAddress.ts"
import { type ReadRow, proposeChanges, proposeFigures, proposeRegistration } from "./RowChanges.ts"
import { findings, leavingOut, vanished } from "./RowFindings.ts"
import { swedishHealthCare } from "../vocabulary/swedishHealthCare.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { type AddressedRow, readRows, soughtBy } from "./EditionRows.ts"
import { doubtsOn, placeOf, type RegisteredActivity, registrationsIn, rowsIn, titleIn } from "./WholeLog.ts"
import { type SeenRow, seenRow } from "../rules/Rule.ts"
import { rules } from "../rules/Rules.ts"

/**
 * `title` is the plan's, if it is new. `matches` are a person's choices, by the address of the row. Default
 * vocabulary: Swedish health care.
 */
interface ProposeOptions {
  readonly title: string
  readonly matches?: RowChoices
  readonly vocabulary?: Vocabulary | undefined
}

/** Proposals in the order of the rows, and what each row was matched to. */
interface EditionProposals {
  readonly proposals: ReadonlyArray<Proposal>
  readonly matches: ReadonlyArray<RowMatch>
}

/**
 * Proposes the changes of an edition, presented on `heldOn`, to the plan as of that day. Reads the whole log, because
 * the edition may also change what later editions recorded.
 */
export const propose = (edition: Edition, basis: Basis, heldOn: Day, options: ProposeOptions): EditionProposals => {
  const { log, plan } = basis
  const { matches, title, vocabulary = swedishHealthCare } = options
  const proposals: Array<Proposal> = []
  const at =
    (table: EditionTable | null, row: EditionRow | null) =>
    (command: Command, provenance: Provenance = "stated", column: string | null = null) => {
      const { document, sha256 } = edition
      proposals.push({
        command,
        provenance,
        source: { document, sha256, table: table?.name ?? null, row: row?.number ?? null, column }
      })
    }
  const whole = at(null, null)
  const registrations = registrationsIn(basis)
  if (plan.title === null) whole({ _tag: "OpenPlan", title: titleIn(log) ?? title })
  whole({ _tag: "HoldReview", heldOn, title: null })

  for (const table of edition.tables) table.remarks.forEach(findings(at(table, null), table)(null))
  const leaveOut = leavingOut()
  const rows = readRows(edition, at, leaveOut, vocabulary)
  const keys = new Set<string>()
  const once = rows.filter(({ key }) => keys.size < keys.add(key).size)
  const activities = [...plan.activities.values()]
  const ownRows = rowsIn(log)
  const known = [...activities, ...registrations].filter(({ id, parent }) => parent === null || ownRows.has(id))
  const found = matchRows(once.map(soughtBy), known, canonical(matches), vocabulary)
  const matched = new Map(once.map((read, i) => [read, found[i]]))
  const naming = namingOf(basis, known, matched, vocabulary)

  // A part with its own row is updated by that row, not by its parent's.
  const rowed = new Set(found.map(({ activity }) => activity))
  const standing = Map.groupBy(
    activities.filter(({ id }) => !rowed.has(id)),
    ({ parent }) => parent
  )
  const later = Map.groupBy(registrations, ({ parent }) => parent)
  const partsOf = (id: ActivityId) => ({ standing: standing.get(id) ?? [], later: later.get(id) ?? [] })
  const doubts = doubtsOn(edition, basis)
  const spared = new Set<ActivityId>()
  const taken: Array<SeenRow> = []
  for (const read of rows) {
    const put = at(read.table, read.row)
    const find = findings(put, read.table)
    const match = matched.get(read)
    if (match === undefined) {
      leaveOut(read, "RowTwice", find)
      continue
    }
    if (match.how === "doubtful") {
      for (const { activity } of match.candidates) spared.add(activity)
      leaveOut(read, "MatchDoubtful", find, doubt(match))
      continue
    }
    const { area, goal, actions } = read.reading
    const name = goal ?? actions
    const id = match.activity ?? (read.kind === "timeline" ? naming.idFor(null, name) : naming.idFor(area, name))
    spared.add(id)
    const existing = plan.activities.get(id)
    const own = { ...read, row: keepingId(read, match.activity) }
    if (existing === undefined) proposeRegistration(own, id, partsOf(id), naming, put, find)
    else proposeChanges(own, existing, partsOf(id), naming, put, find)
    proposeFigures(own, id, existing ?? null, put, vocabulary)
    for (const position of doubts.get(placeOf(read.table.name, read.row.number)) ?? []) {
      put({ _tag: "Correct", position, replacement: null, reason: `${match.row} = ${id}` })
    }
    taken.push(seenRow({ ...read, activity: id, before: existing ?? null }, vocabulary))
  }
  for (const { fromDocument, id, parent, status } of activities) {
    if (parent === null && fromDocument && !spared.has(id) && !isClosed(status)) {
      findings(whole, null)(id)(vanished(heldOn))
    }
  }
  for (const { code, look } of rules) {
    for (const { column, on, words } of look({ rows: taken, heldOn, plan, vocabulary })) {
      findings(at(on.table, on.row), on.table)(on.activity)({ code, column, words })
    }
  }
  const headings = edition.tables.find(({ kind }) => kind === "activities")?.headings ?? edition.tables[0]?.headings
  return {
    proposals: [...proposals, ...laterEditions(proposals, basis, heldOn, naming, headings ?? noCells, vocabulary)],
    matches: found
  }
}

const canonical = (choices: RowChoices = new Map()): RowChoices =>
  new Map(
    [...choices].flatMap(([words, chosen]) => {
      const address = readRowAddress(words)
      return address === undefined ? [] : [[rowAddress(address), chosen] as const]
    })
  )

const namingOf = (
  { log, plan }: Basis,
  known: ReadonlyArray<RegisteredActivity>,
  matched: ReadonlyMap<AddressedRow, RowMatch | undefined>,
  { naming: words }: Vocabulary
): ActivityIds => {
  const naming = new ActivityIds([...plan.activities.keys(), ...log.flatMap(({ activity }) => activity ?? [])], words)
  for (const { actions, area, goal, kind } of known) if (kind === "activity") naming.expect(area, goal ?? actions)
  for (const [{ kind, reading }, match] of matched) {
    if (kind !== "timeline" && match?.how === "new") naming.expect(reading.area, reading.goal ?? reading.actions)
  }
  return naming
}

/** Lists the candidates of a doubtful row; precedes its words. */
const doubt = ({ candidates, row }: RowMatch): string =>
  `${row} ~ ${candidates.map(({ activity, score }) => `${activity} ${score.toFixed(2)}`).join(", ")} | `

/** Moves an id that belongs to no activity to the unknown cells. */
const keepingId = ({ row, table }: ReadRow, activity: ActivityId | null): EditionRow => {
  const { id } = row.cells
  return id === null || id.trim() === "" || id.trim() === activity
    ? row
    : {
        ...row,
        cells: { ...row.cells, id: null },
        unknown: [...row.unknown, { heading: table.headings.id ?? "id", words: id }]
      }
}
