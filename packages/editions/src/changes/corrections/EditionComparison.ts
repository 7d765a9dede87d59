/**
 * Compares what a kept edition would record now with what it recorded. Pure.
 */
import { decideAll } from "@frist/domain/decisions/BatchDecision"
import { decide } from "@frist/domain/decisions/Decision"
import type { DecisionState } from "@frist/domain/decisions/DecisionState"
import { type Fact, isFact } from "@frist/domain/Event"
import { type Entry, lens } from "@frist/domain/plan/Lens"
import type { ActivityId } from "@frist/domain/Names"
import { evolve, draftOf, type Plan } from "@frist/domain/plan/Plan"
import type { Basis, Proposal } from "@frist/domain/decisions/Proposal"
import type { NewEvent, RecordedEvent, Source } from "@frist/domain/RecordedEvent"
import { isClosed, sameStatus } from "@frist/domain/Status"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import { commandFor } from "./FactCommand.ts"
import type { RecordedEdition, Wanted } from "./RecordedEdition.ts"
import { hasOtherDeadline, replacements } from "./ReplacedFacts.ts"
import { repeatedBy } from "./RepeatedFindings.ts"

/** What is compared. */
interface Compared {
  readonly edition: RecordedEdition
  /** The plan before the edition. */
  readonly basis: Basis
  /** The whole log. */
  readonly log: ReadonlyArray<RecordedEvent>
  /** What the edition proposes to it now. */
  readonly proposals: ReadonlyArray<Proposal>
  /** Whether a fact about an activity is compared, or one about the plan (null). */
  readonly includes: (fact: Fact, activity: ActivityId | null) => boolean
  /** Why an event is withdrawn or replaced. */
  readonly reason: string
  /** Whether an event that is read differently now is replaced by what it should have been; else it is withdrawn. */
  readonly replaces: boolean
}

/**
 * Returns proposals, effective on the day of the edition, by which what it recorded becomes what it would record now:
 * first those that withdraw or replace an event, then new ones.
 */
export const differences = (compared: Compared): ReadonlyArray<Proposal> => {
  const { basis, edition, includes, log, proposals, reason, replaces } = compared
  const { heldOn } = edition
  const { events } = decideAll(proposals, basis, heldOn)
  const wanted = events.flatMap((event): ReadonlyArray<Wanted> =>
    isFact(event.event) && !ofReview.has(event.event._tag) && includes(event.event, event.activity)
      ? [{ fact: event.event, event }]
      : []
  )
  const own = ownEvents(log, edition)
  const entries = lens(log, { asOf: heldOn }).filter(
    ({ fact, record }) => own.has(record) && !ofReview.has(fact._tag) && includes(fact, record.activity)
  )
  const repeats = repeatedBy(edition, log, own, includes)
  const { again, left, missing } = unpaired(
    entries,
    wanted.filter((each) => !repeats.has(each)),
    goneByHand(log, own)
  )
  const end = planAfter(basis.plan, events)
  const state = { ...basis, plan: end }
  const isWrong = (entry: Entry) => !isInEffect(entry, state) || (replaces && hasOtherDeadline(entry, missing))
  const withdrawn = [...left.filter((entry) => !isByHand(entry.corrected) && isWrong(entry)), ...again]
  const replaced = replaces ? replacements(withdrawn, missing) : new Map<Entry, Wanted>()
  const gone = withdrawn.map((entry): Proposal => ({
    command: {
      _tag: "Correct",
      position: entry.record.position,
      replacement: replaced.get(entry)?.fact ?? null,
      reason
    },
    provenance: "inferred",
    source: replaced.get(entry)?.event.source ?? { ...edition.source, table: null, row: null, column: null },
    effectiveOn: heldOn
  }))
  const taken = new Set(replaced.values())
  const added = missing.flatMap((each): ReadonlyArray<Proposal> => {
    const { activity, provenance, source } = each.event
    const command = taken.has(each) ? undefined : commandFor(each.fact, activity)
    // An activity that is registered exists, whatever its texts.
    const isThere = command?._tag === "RegisterActivity" && hasRegistration(entries, command.activity)
    return command === undefined || isThere ? [] : [{ command, provenance, source, effectiveOn: heldOn }]
  })
  return [...gone, ...repeats.without(wanted, reason), ...added]
}

/** Facts of the review itself, or of all its findings together: they are not compared. */
const ofReview: ReadonlySet<string> = new Set(["PlanOpened", "ReviewHeld", "FindingsRepeated", "ColumnDecided"])

/** Whether a person corrected an event: then it stays as it is. */
const isByHand = (correction: RecordedEvent | null): boolean => correction !== null && correction.source === null

/** Returns the events that came from the document on that day, also those that were withdrawn since. */
const ownEvents = (
  log: ReadonlyArray<RecordedEvent>,
  { heldOn, source: { sha256 } }: RecordedEdition
): ReadonlySet<RecordedEvent> =>
  new Set(log.filter(({ effectiveOn, source }) => effectiveOn === heldOn && source?.sha256 === sha256))

const hasRegistration = (entries: ReadonlyArray<Entry>, activity: ActivityId): boolean =>
  entries.some(({ fact, record }) => fact._tag === "ActivityRegistered" && record.activity === activity)

/** Returns a fact without what depends on the facts before it, or on the day: earlier versions counted days in findings. */
const bare = (fact: Fact): object =>
  fact._tag === "FindingRaised" && (fact.code === "GreyZone" || fact.code === "InProgressThoughLate")
    ? { ...fact, words: fact.words.replace(/ \(\d{1,9} d\)$/u, "") }
    : "from" in fact
      ? { ...fact, from: null }
      : fact

const keyOf = (type: string, activity: ActivityId | null): string => `${type} ${activity ?? ""}`

interface Unpaired {
  readonly left: ReadonlyArray<Entry>
  readonly missing: ReadonlyArray<Wanted>
  /** Events that are wanted, but after others that are missing. */
  readonly again: ReadonlyArray<Entry>
}

/** Pairs what is wanted with what is recorded, and returns what is left of both. */
const unpaired = (
  entries: ReadonlyArray<Entry>,
  wanted: ReadonlyArray<Wanted>,
  gone: (wanted: Wanted) => boolean
): Unpaired => {
  const free = new Map<string, Array<Entry>>()
  for (const entry of entries) {
    const key = keyOf(entry.fact._tag, entry.record.activity)
    const same = free.get(key)
    if (same === undefined) free.set(key, [entry])
    else same.push(entry)
  }
  const paired = new Map<Wanted, Entry>()
  const missing: Array<Wanted> = []
  for (const each of wanted) {
    const same = free.get(keyOf(each.fact._tag, each.event.activity)) ?? []
    const at = same.findIndex(({ fact, record }) => says(each.fact, fact) || says(each.fact, record.event))
    const [entry] = at === -1 ? [] : same.splice(at, 1)
    if (entry !== undefined) paired.set(each, entry)
    else if (!gone(each)) missing.push(each)
  }
  // A closed activity changes no more: it is closed again, after what the day now begins with.
  const changed = new Map<ActivityId | null, number>()
  for (const each of missing) {
    const at = wanted.indexOf(each)
    const { activity } = each.event
    if (each.fact._tag !== "FindingRaised" && at < (changed.get(activity) ?? Infinity)) changed.set(activity, at)
  }
  const again: Array<Entry> = []
  for (const [each, entry] of paired) {
    const { activity } = each.event
    if (changed.size === 0 || !changed.has(activity)) continue
    const closes = each.fact._tag === "StatusChanged" && isClosed(each.fact.to)
    if (!closes || wanted.indexOf(each) < (changed.get(activity) ?? 0)) continue
    again.push(entry)
    missing.push(each)
  }
  const order = new Map(wanted.map((each, at) => [each, at]))
  return {
    left: [...free.values()].flat(),
    again,
    missing: missing.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  }
}

const says = (fact: Fact, other: RecordedEvent["event"]): boolean =>
  other !== null && isFact(other) && Equal.equals(bare(fact), bare(other))

const cellOf = (source: Source | null): string => JSON.stringify([source?.table, source?.row, source?.column])

/** Returns whether a wanted fact was recorded, and withdrawn by a person or erased. It is not recorded again. */
const goneByHand = (
  log: ReadonlyArray<RecordedEvent>,
  own: ReadonlySet<RecordedEvent>
): ((wanted: Wanted) => boolean) => {
  const withdrawn = new Set<number>()
  for (const { event, source } of log) {
    if (event?._tag === "Redacted") withdrawn.add(event.position)
    else if (event?._tag === "Corrected" && source === null && event.replacement === null) withdrawn.add(event.position)
  }
  const gone = Map.groupBy(
    [...own].filter(({ event, position }) => event === null || withdrawn.has(position)),
    ({ activity, type }) => keyOf(type, activity)
  )
  return ({ event, fact }) =>
    (gone.get(keyOf(fact._tag, event.activity)) ?? []).some((record) =>
      record.event === null ? cellOf(record.source) === cellOf(event.source) : says(fact, record.event)
    )
}

const planAfter = (plan: Plan, events: ReadonlyArray<NewEvent>): Plan => {
  const draft = draftOf(plan)
  for (const [at, { activity, effectiveOn, event, source }] of events.entries()) {
    const position = Number.MAX_SAFE_INTEGER - events.length + at
    if (isFact(event))
      evolve(draft, event, { activity, effectiveOn, source, position: position as RecordedEvent["position"] })
  }
  return draft
}

/** Whether the plan that the edition wants already says what an event says: then the event does no harm. */
const isInEffect = ({ fact, record: { activity, effectiveOn, source } }: Entry, state: DecisionState): boolean => {
  if (fact._tag === "StatusChanged") {
    const status = activity === null ? undefined : state.plan.activities.get(activity)?.status
    return status !== undefined && sameStatus(status, fact.to)
  }
  const command = commandFor(fact, activity)
  if (command === undefined) return true
  if (command._tag === "RegisterActivity") return state.plan.activities.has(command.activity)
  const decision = decide(command, state, { source, effectiveOn })
  return Result.isSuccess(decision) && decision.success.length === 0
}
