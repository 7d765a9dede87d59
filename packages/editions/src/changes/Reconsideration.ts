/**
 * Compares a recorded edition again after an older one was imported: what its rows now propose, and which of its events
 * would not have been recorded.
 */
import * as Equal from "effect/Equal"
import type { Day } from "@frist/domain/Day"
import { type Entry, lens } from "@frist/domain/Lens"
import type { ActivityId } from "@frist/domain/Names"
import type { Activity, Plan } from "@frist/domain/Plan"
import { sameFinding } from "@frist/domain/Finding"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { RecordedEvent, Source } from "@frist/domain/RecordedEvent"
import { isClosed, sameStatus } from "@frist/domain/Status"
import type { ActivityIds } from "../matching/ActivityIds.ts"
import { type Cells, noCells } from "../Edition.ts"
import type { Proposal } from "@frist/domain/Proposal"
import { comparing } from "./Irregularity.ts"
import { proposeChanges } from "./RowChanges.ts"
import { type Put, raise, vanished } from "./RowFindings.ts"
import { type SeenRow, seenRow } from "../rules/Rule.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { rules } from "../rules/Rules.ts"
import { type EditionEffect, reconstructRow } from "./ReconstructedRow.ts"

/**
 * An edition, and the plan before it and at the end of its day: as known then (`was`, `after`) and now (`now`, `end`).
 */
interface Reconsidered {
  readonly heldOn: Day
  readonly source: Source
  readonly log: ReadonlyArray<RecordedEvent>
  readonly was: Plan
  readonly now: Plan
  readonly after: Plan
  readonly end: Plan
}

/** The older edition. `headings` are its headings, `reason` is why events are withdrawn. */
interface Older {
  readonly ids: ActivityIds
  readonly headings: Cells
  readonly reason: string
  readonly vocabulary: Vocabulary
}

const comparingRules = rules.filter(({ code }) => comparing.has(code))

/** One activity of the edition: the events it recorded, what it proposes now, and how it proposes. */
interface Held {
  readonly entries: ReadonlyArray<Entry>
  readonly proposals: Array<Proposal>
  readonly put: Put
}

/** Returns what the edition proposes differently about the touched activities: first withdrawals, then additions. */
export const reconsider = (
  edition: Reconsidered,
  touched: ReadonlySet<ActivityId>,
  { headings, ids, reason, vocabulary }: Older
): ReadonlyArray<Proposal> => {
  const { after, end, heldOn, now, source, was } = edition
  const effectOn = effectsOf(edition)
  const partsNow = Map.groupBy(now.activities.values(), ({ parent }) => parent)
  const partsAfter = Map.groupBy(after.activities.values(), ({ parent }) => parent)
  const held = new Map<ActivityId, Held>()
  const seen: Array<SeenRow> = []
  for (const activity of now.activities.values()) {
    const { id } = activity
    if (activity.parent !== null) continue
    const current = partsNow.get(id) ?? []
    const whole = [activity, ...current]
    if (!whole.some((each) => touched.has(each.id) && !unchanged(was.activities.get(each.id), each))) continue
    const parts = (partsAfter.get(id) ?? []).map(effectOn)
    const there = after.activities.get(id)
    const row = there === undefined ? undefined : effectOn(there)
    const entries = [...(row?.entries ?? []), ...parts.flatMap((part) => part.entries)]
    const from = entries.find(({ record }) => record.source?.row != null)?.record.source ?? source
    const proposals: Array<Proposal> = []
    const putFrom =
      (source: Source): Put =>
      (command, provenance = "stated", column = null) => {
        proposals.push({ command, provenance, source: { ...source, column }, effectiveOn: heldOn })
      }
    const put = putFrom(from)
    held.set(id, { entries, proposals, put })
    if (row === undefined || !hadRow(row)) {
      if (activity.fromDocument && !isClosed(activity.status)) {
        raise({ put: putFrom(source), table: null, activity: id }, vanished(heldOn))
      }
      continue
    }
    const { reading, status } = reconstructRow(row, parts, vocabulary)
    const kind = activity.kind === "milestone" ? "timeline" : "activities"
    const table = { name: from.table ?? "", kind, headings, columns: [], rows: [], remarks: [] } as const
    const read = {
      table,
      row: { number: from.row ?? 0, cells: { ...noCells, status }, days: {}, revisions: [], unknown: [], remarks: [] },
      kind,
      reading
    } as const
    const later = parts.map((part) => part.after).filter((part) => !now.activities.has(part.id))
    proposeChanges(activity, { read, parts: { current, later }, ids, put })
    seen.push(seenRow({ ...read, activity: id, before: activity }, vocabulary))
  }
  for (const { code, look } of comparingRules) {
    for (const { column, on, words } of look({ rows: seen, heldOn, plan: now, vocabulary })) {
      const put = held.get(on.activity)?.put ?? (() => undefined)
      raise({ put, table: on.table, activity: on.activity }, { code, column, words })
    }
  }
  const withdrawn: Array<Proposal> = []
  for (const { entries, proposals } of held.values()) {
    for (const { record } of entries.filter((entry) => !confirmed(entry, proposals, now, end))) {
      const command = { _tag: "Correct", position: record.position, replacement: null, reason } as const
      withdrawn.push({ command, provenance: "inferred", source, effectiveOn: heldOn })
    }
  }
  // An activity registered that day exists, whatever its texts.
  const isThere = ({ command }: Proposal) => command._tag === "RegisterActivity" && end.activities.has(command.activity)
  return [...withdrawn, ...[...held.values()].flatMap(({ proposals }) => proposals.filter((each) => !isThere(each)))]
}

/** Finds the events that the edition recorded about an activity, in the log as it was known. */
const effectsOf = ({ heldOn, log, source, was }: Reconsidered) => {
  const said = Map.groupBy(
    lens(log, { asOf: heldOn }).filter(
      ({ record }) => record.effectiveOn === heldOn && record.source?.sha256 === source.sha256
    ),
    ({ record }) => record.activity
  )
  return (activity: Activity): EditionEffect => ({
    entries: said.get(activity.id) ?? [],
    before: was.activities.get(activity.id),
    after: activity
  })
}

/** Returns true if the edition had a row of the activity: it registered the activity, or knew it and did not miss it. */
const hadRow = ({ after, before, entries }: EditionEffect): boolean =>
  entries.some(({ fact }) => fact._tag === "ActivityRegistered") ||
  (before !== undefined &&
    (after.fromDocument || entries.length > 0) &&
    !entries.some(({ fact }) => fact._tag === "FindingRaised" && fact.code === "RowVanished"))

/** Whether the activity before the edition is the same now as when the older edition was unknown. */
const unchanged = (was: Activity | undefined, now: Activity): boolean =>
  was !== undefined && Equal.equals(bare(was), bare(now))

const bare = ({
  actions,
  area,
  baseline,
  deadline,
  cell,
  fromDocument,
  goal,
  original,
  responsible,
  status
}: Activity) => ({
  area,
  goal,
  actions,
  responsible,
  original,
  baseline,
  deadline,
  status,
  cell,
  fromDocument
})

/** Whether an event would have been recorded if the older edition had been known. Notes and texts always would. */
const confirmed = (
  { fact, record: { activity: id } }: Entry,
  proposals: ReadonlyArray<Proposal>,
  now: Plan,
  end: Plan
): boolean => {
  const activity = id === null ? undefined : now.activities.get(id)
  const commands = proposals.flatMap(({ command }) =>
    "activity" in command && command.activity === id ? [command] : []
  )
  if (fact._tag === "DeadlineMoved") {
    return (
      PlannedDate.same(activity?.deadline ?? null, fact.to) ||
      commands.some((command) => command._tag === "MoveDeadline" && PlannedDate.same(command.to, fact.to))
    )
  }
  if (fact._tag === "FindingRaised") {
    return (
      !comparing.has(fact.code) ||
      commands.some((command) => command._tag === "RaiseFinding" && sameFinding(command, fact))
    )
  }
  if (fact._tag !== "StatusChanged") return true
  // A closed activity does not move: it is closed again, after the move that the day now begins with.
  const stood = (id === null ? undefined : end.activities.get(id))?.deadline ?? null
  const moves = commands.some((command) => command._tag === "MoveDeadline" && !PlannedDate.same(command.to, stood))
  if (moves && isClosed(fact.to)) return false
  return (
    (activity !== undefined && sameStatus(activity.status, fact.to)) ||
    commands.some(
      (command) =>
        (command._tag === "ChangeStatus" && sameStatus(command.to, fact.to)) ||
        (command._tag === "ReopenActivity" && fact.to._tag === "InProgress")
    )
  )
}
