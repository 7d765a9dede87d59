/**
 * Proposes what each row of an edition changes, and leaves out rows that repeat another or are in doubt.
 */
import type { ActivityId } from "@frist/domain/Names"
import type { Activity } from "@frist/domain/plan/Activity"
import type { EditionTable } from "../../Edition.ts"
import { columnShown } from "../../formats/columns/Headings.ts"
import { rowFigures } from "../../reading/figures/Figures.ts"
import type { SeenRow } from "../../rules/Rule.ts"
import { deadlineReadAnew } from "./DecidedDeadlines.ts"
import { candidatesSaid, doubtsOn } from "../activities/Doubts.ts"
import type { EditionDraft } from "../EditionDraft.ts"
import { type AddressedRow, properIds } from "../activities/EditionRows.ts"
import { emptiedDates, overwrites } from "./Forecasts.ts"
import type { MatchedRows } from "../activities/MatchedRows.ts"
import { proposeChanges, proposeFigures, proposeRegistration } from "./RowChanges.ts"
import { type leavingOut, raise } from "../findings/RowFindings.ts"
import { deadlineCellsIn, statedDatesIn } from "../WholeLog.ts"

interface RowsToPropose extends MatchedRows {
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
export const proposeRows = (
  draft: EditionDraft,
  { decided, idFor, ids, leaveOut, matched, partsOf, rows }: RowsToPropose
): ProposedRows => {
  const { at, basis, edition, heldOn, vocabulary } = draft
  const doubtsOf = doubtsOn(edition, basis)
  const proper = properIds(rows)
  const dates = datesBefore(draft, decided)
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
    const last = dates.lastCells.get(id) ?? before?.original ?? null
    const isReadAnew = dates.isAnew(read.table, id)
    const standsFor = before?.link?.to == null ? undefined : basis.plan.activities.get(before.link.to)
    const row = { read, documentId, last, isReadAnew, standsFor, parts: partsOf(id), ids, vocabulary, put }
    if (before === null) proposeRegistration(id, row)
    else {
      overwritten.push(...overwrites({ ...read, last, isReadAnew }, before))
      proposeChanges(before, row)
      for (const each of emptiedDates(read, dates.stated.get(id) ?? {}, vocabulary)) {
        raise({ put, table: read.table, activity: id }, each)
      }
    }
    const figures = rowFigures(read, before, vocabulary)
    proposeFigures(id, before, row, figures)
    for (const { position } of doubtsOf(read.table, read.row)) {
      put({ _tag: "Correct", position, replacement: null, reason: `${match.row} = ${id}` })
    }
    const { kind, reading, table } = read
    seen.push({ table, row: read.row, kind, reading, activity: id, before, figures })
  }
  raiseOverwritten(draft, overwritten)
  return { activityOf, present, seen }
}

/** Returns what documents said of the dates of each activity before the day, and whether its deadline is read anew. */
const datesBefore = ({ basis, edition, heldOn, vocabulary }: EditionDraft, decided: RowsToPropose["decided"]) => {
  const headings = new Set(edition.tables.flatMap((table) => table.headings.deadline ?? []))
  const isShown = (heading: string) => columnShown(heading, vocabulary) === "deadline"
  const isDeadline = (heading: string) => headings.has(heading) || isShown(heading)
  return {
    lastCells: deadlineCellsIn(basis.log, heldOn, isDeadline),
    stated: statedDatesIn(basis.log, heldOn, isDeadline),
    isAnew: deadlineReadAnew(decided, isShown)
  }
}

/** Raises one finding about each table whose only dates were overwritten, with the words of the first. */
const raiseOverwritten = (
  { at }: EditionDraft,
  overwritten: ReadonlyArray<readonly [table: EditionTable, words: string]>
): void => {
  for (const [table, [[, first] = [table, ""], ...others]] of Map.groupBy(overwritten, ([table]) => table)) {
    const words = others.length === 0 ? first : `${first} … ×${others.length + 1}`
    raise({ put: at(table, null), table, activity: null }, { code: "OnlyDateOverwritten", column: "deadline", words })
  }
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
