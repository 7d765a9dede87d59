/**
 * The effects of an edition on later editions that are already recorded. Each whose cells are kept is read again and
 * compared with the plan before it, and proposes, on its own day, what it would have proposed if the older edition had
 * come first.
 */
import { decideAll, provisionalRecords } from "@frist/domain/decisions/BatchDecision"
import type { Day } from "@frist/domain/Day"
import type { Fact } from "@frist/domain/Event"
import type { ActivityId } from "@frist/domain/Names"
import { type Plan, planAt } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import { type Basis, basisOf, type Proposal } from "@frist/domain/decisions/Proposal"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Equal from "effect/Equal"
import type { EditionTables } from "../../Edition.ts"
import { differences } from "./EditionComparison.ts"
import type { RecordedEdition } from "./RecordedEdition.ts"
import { comparing } from "../../Irregularity.ts"

type Log = ReadonlyArray<RecordedEvent>

/** A kept edition, read again. */
export interface EditionAgain {
  readonly edition: EditionTables
  /** The activities that its rows were matched to, by the keys of the rows; null for a row that was in doubt. */
  readonly decided: ReadonlyMap<string, ActivityId | null>
  /** Whether none of its cells is erased. */
  readonly isWhole: boolean
}

/** Returns the kept edition of a document, by its SHA-256; `undefined` if it is not kept. */
export type ReadAgain = (sha256: string) => EditionAgain | undefined

/** What an edition proposes to the plan of a basis, and what its rows are matched to. */
export type ProposeAgain = (
  again: EditionAgain,
  basis: Basis,
  heldOn: Day,
  log: Log
) => { readonly proposals: ReadonlyArray<Proposal>; readonly decided: EditionAgain["decided"] }

/** The older edition: its day, and its proposals to the plan of `basis`. */
interface OlderEdition {
  readonly proposals: ReadonlyArray<Proposal>
  readonly basis: Basis
  readonly heldOn: Day
  readonly readAgain: ReadAgain
  readonly proposeAgain: ProposeAgain
}

/** The proposals for later editions, and the later editions that could not be compared. */
interface LaterProposals {
  readonly proposals: ReadonlyArray<Proposal>
  readonly notCompared: ReadonlyArray<RecordedEdition>
}

/** Returns the proposals, each effective on a later edition's day, that follow from `proposals` of `heldOn`. */
export const laterEditions = ({ basis, heldOn, proposals, proposeAgain, readAgain }: OlderEdition): LaterProposals => {
  const editions = recordedEditions(basis.log).filter((edition) => edition.heldOn > heldOn)
  if (editions.length === 0) return { proposals: [], notCompared: [] }
  const { events } = decideAll(proposals, basis, heldOn)
  const touched = new Set(events.flatMap(({ activity }) => activity ?? []))
  const reason = `${proposals.find(({ source }) => source !== null)?.source?.document ?? ""} (${heldOn})`
  const notCompared: Array<RecordedEdition> = []
  let log: Log = [...basis.log, ...provisionalRecords(events, basis.log)]
  const consequences = editions.flatMap((edition) => {
    if (touched.size === 0) return []
    const again = readAgain(edition.source.sha256)
    if (again === undefined) {
      notCompared.push(edition)
      return []
    }
    const own = basisBefore(log, edition)
    const changed = changedAmong(touched, planAt(logBefore(basis.log, edition), { asOf: edition.heldOn }), own.plan)
    if (changed.size === 0) return []
    const { decided, proposals: now } = proposeAgain(again, own, edition.heldOn, log)
    const of = rootsIn(log)
    const known = knownIn(again, decided)
    const includes = (fact: Fact, activity: ActivityId | null): boolean =>
      activity !== null &&
      changed.has(of(activity)) &&
      (again.isWhole || known.has(of(activity))) &&
      (fact._tag !== "FindingRaised" || comparing.has(fact.code))
    const found = differences({ edition, basis: own, log, proposals: now, includes, reason, replaces: false })
    const { events, refused } = decideAll(found, basisOf(log, heldOn), heldOn)
    for (const { activity } of events) if (activity !== null) touched.add(activity)
    log = [...log, ...provisionalRecords(events, log)]
    const not = new Set(refused.map(({ proposal }) => proposal))
    return found.filter((each) => !not.has(each))
  })
  return { proposals: consequences, notCompared }
}

const keyOf = (heldOn: Day, sha256: string): string => `${heldOn} ${sha256}`

/**
 * Returns the activities of rows that are what they were. Where cells are erased, of other activities nothing is known:
 * their rows may be there.
 */
export const knownIn = ({ decided }: EditionAgain, now: EditionAgain["decided"]): ReadonlySet<ActivityId> =>
  new Set([...now].flatMap(([key, activity]) => (activity !== null && decided.get(key) === activity ? [activity] : [])))

/** Returns the editions that a log has recorded, by day and then by the first event that each recorded. */
export const recordedEditions = (log: Log): ReadonlyArray<RecordedEdition> => {
  const editions = new Map<string, RecordedEdition>()
  const held = new Set<string>()
  for (const { effectiveOn, source, type } of log) {
    if (source !== null && (type === "ReviewHeld" || type === "EditionKept"))
      held.add(keyOf(effectiveOn, source.sha256))
  }
  for (const { effectiveOn, position, source } of log) {
    const key = source === null ? "" : keyOf(effectiveOn, source.sha256)
    if (source === null || !held.has(key) || editions.has(key)) continue
    editions.set(key, { heldOn: effectiveOn, source: { ...source, table: null, row: null, column: null }, position })
  }
  return [...editions.values()].sort((a, b) =>
    a.heldOn === b.heldOn ? a.position - b.position : a.heldOn < b.heldOn ? -1 : 1
  )
}

/** Whether an edition of a day is recorded. */
export const isRecorded = (log: Log, heldOn: Day, sha256: string): boolean =>
  log.some(({ effectiveOn, source }) => effectiveOn === heldOn && source?.sha256 === sha256)

/** Returns a log without what was true of an edition's day from its first event on. */
const logBefore = (log: Log, { heldOn, position }: RecordedEdition): Log =>
  log.filter(
    (record) =>
      record.effectiveOn !== heldOn ||
      record.position < position ||
      record.type === "Corrected" ||
      record.type === "Redacted"
  )

/** Returns the basis on which an edition was compared: the plan of its day without what it recorded. */
export const basisBefore = (log: Log, edition: RecordedEdition): Basis => {
  const before = logBefore(log, edition)
  return basisOf(before, edition.heldOn)
}

/** Returns a function from an activity to the one whose row it is in: itself, or that of which it is a part. */
export const rootsIn = (log: Log): ((activity: ActivityId) => ActivityId) => {
  const parents = new Map<ActivityId, ActivityId>()
  for (const { activity, event } of log) {
    if (event?._tag === "ActivityRegistered" && activity !== null && event.parent !== null)
      parents.set(activity, event.parent)
  }
  return (activity) => parents.get(activity) ?? activity
}

/** Returns the activities, with the rows that they are in, that are other than they were before. */
const changedAmong = (touched: ReadonlySet<ActivityId>, was: Plan, now: Plan): ReadonlySet<ActivityId> => {
  const changed = new Set<ActivityId>()
  for (const id of touched) {
    const [before, after] = [was.activities.get(id), now.activities.get(id)]
    const isSame = before !== undefined && after !== undefined && Equal.equals(bare(before), bare(after))
    if (!isSame) changed.add((after ?? before)?.parent ?? id)
  }
  // A milestone that repeats the status of its activity has none of its own.
  for (const { id, link } of now.activities.values()) if (link?.to != null && changed.has(link.to)) changed.add(id)
  return changed
}

/** The fields of an activity on which the changes of a row depend. */
const bare = (activity: Activity) => ({
  area: activity.area,
  goal: activity.goal,
  actions: activity.actions,
  responsible: activity.responsible,
  original: activity.original,
  baseline: activity.baseline,
  deadline: activity.deadline,
  status: activity.status,
  cell: activity.cell,
  fromDocument: activity.fromDocument,
  link: activity.link?.to ?? null
})
