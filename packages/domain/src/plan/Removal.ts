/**
 * What remains of a removed event: a fact of its type, with words that name the decision in place of what was removed. So
 * every view counts it as what it was.
 */
import * as Equal from "effect/Equal"
import { type Event, type Fact, isFact } from "../Event.ts"
import type { Position } from "../Names.ts"
import { PlannedDate } from "../PlannedDate.ts"
import type { RecordHeader } from "../RecordedEvent.ts"
import { notStated, type Status } from "../Status.ts"

/** A decision to remove the event at a position. */
type Redacted = Extract<Event, { _tag: "Redacted" }>
type Decided = Pick<Redacted, "decision" | "position">

/** Returns the beginning of the first line of a decision: words in place of a text must not be long. */
const reference = (decision: string): string => (decision.trim().split(/[\r\n]/u)[0] ?? "").slice(0, 100).toWellFormed()

/** Returns the words in place of removed content. They name the position, so that two removed dates are never the same. */
const wordsOf = ({ decision, position }: Decided): string => `[${reference(decision)} #${position}]`

/** Returns whether these words are in place of removed ones. A document may say the same, but hardly does. */
export const isInPlace = (words: string): boolean => words.length < 130 && /^\[.* #\d{1,16}\]$/su.test(words)

/** Types that hold no text apart from what they decide or name: they are removed whole, or not at all. */
const onlyWhole: ReadonlySet<string> = new Set([
  "PlanOpened",
  "ActivityRegistered",
  "BaselineApproved",
  "ExtensionDecided",
  "ColumnDecided"
])

/** Returns whether a removal of texts alone would leave the fact as it is, or make it unrecognisable. */
export const needsWhole = (fact: Fact, decided: Decided): boolean =>
  onlyWhole.has(fact._tag) || Equal.equals(remainsOf(fact, decided, false), fact)

/**
 * Returns the fact without its texts, and with `whole` also without its dates, values and the decision in it. Kinds, outcomes
 * and what other events refer to are kept. Null where nothing can be left: it counts as removed.
 */
export const remainsOf = (fact: Fact, decided: Decided, whole: boolean): Fact | null => {
  const words = wordsOf(decided)
  const text = (given: string | null): string | null => (given === null ? null : words)
  const sureDate = (given: PlannedDate): PlannedDate =>
    whole || given.edtf === null ? PlannedDate.unread(words) : given
  const date = (given: PlannedDate | null): PlannedDate | null => (given === null ? null : sureDate(given))
  const status = (given: Status): Status =>
    given._tag === "Completed"
      ? { ...given, on: date(given.on) }
      : given._tag === "Discontinued"
        ? { ...given, reason: words }
        : given
  switch (fact._tag) {
    case "PlanOpened":
      return { ...fact, title: words }
    case "ReviewHeld":
      return { ...fact, title: text(fact.title) }
    case "ActivityRegistered": {
      const { _tag, actions, area, deadline, goal, kind, parent, responsible } = fact
      const texts = { area: text(area), goal: text(goal), actions: text(actions), responsible: text(responsible) }
      return { _tag, kind, parent, ...texts, deadline: date(deadline) }
    }
    case "ActivityReworded":
      return { _tag: fact._tag, area: text(fact.area), goal: text(fact.goal), actions: text(fact.actions) }
    case "ResponsibleChanged":
      return { ...fact, from: text(fact.from), to: text(fact.to) }
    case "DeadlineMoved":
      return { ...fact, from: date(fact.from), to: sureDate(fact.to), reason: text(fact.reason) }
    case "BaselineApproved":
      return { ...fact, from: date(fact.from), to: sureDate(fact.to), decision: words }
    case "ExtensionRequested":
      return { ...fact, to: sureDate(fact.to), reason: text(fact.reason) }
    case "ExtensionDecided":
      return { ...fact, to: date(fact.to), decision: words }
    case "DependencyDeclared":
      return { ...fact, words: text(fact.words) }
    case "DependencyEnded":
      return { ...fact, reason: text(fact.reason) }
    case "StatusChanged":
      return { ...fact, from: status(fact.from), to: status(fact.to) }
    case "FollowUpNoted":
      return { ...fact, text: words }
    case "TargetSet":
      return { ...fact, words, ...(whole ? { value: null, unit: null } : {}) }
    case "MeasurementRecorded":
      return whole ? null : { ...fact, words }
    case "FindingRaised":
      // A waiver finds its finding by these words.
      return { ...fact, words: `[${reference(decided.decision)}]` }
    case "FindingWaived":
      return { ...fact, words: `[${reference(decided.decision)}]`, reason: words }
    case "ColumnDecided":
      return null
    case "MilestoneLinked":
    case "FindingsRepeated":
      return fact
  }
}

/** Returns whether a removal of the whole would have left less than this decision did. */
export const leavesMore = ({ remains, ...decided }: Redacted): boolean =>
  remains != null && !Equal.equals(remainsOf(remains, decided, true), remains)

/**
 * Returns what remains of an event that an earlier version removed, which kept its type and day only. Null for a type of
 * which that says too little.
 */
export const standIn = ({ effectiveOn, type }: RecordHeader, decided: Decided): Fact | null => {
  const words = wordsOf(decided)
  const to = PlannedDate.unread(words)
  switch (type as Fact["_tag"]) {
    case "PlanOpened":
      return { _tag: "PlanOpened", title: words }
    case "ReviewHeld":
      return { _tag: "ReviewHeld", heldOn: effectiveOn, title: words }
    case "ActivityRegistered": {
      const texts = { area: words, goal: words, actions: null, responsible: null }
      return { _tag: "ActivityRegistered", kind: "activity", parent: null, ...texts, deadline: to }
    }
    case "ActivityReworded":
      return { _tag: "ActivityReworded", area: words, goal: words, actions: words }
    case "ResponsibleChanged":
      return { _tag: "ResponsibleChanged", from: null, to: words }
    case "DeadlineMoved":
      return { _tag: "DeadlineMoved", from: null, to, reason: words }
    case "BaselineApproved":
      return { _tag: "BaselineApproved", from: null, to, decision: words }
    case "ExtensionRequested":
      return { _tag: "ExtensionRequested", to, reason: words }
    case "StatusChanged":
      return { _tag: "StatusChanged", from: notStated, to: notStated }
    case "FollowUpNoted":
      return { _tag: "FollowUpNoted", text: words }
    default:
      return null
  }
}

/**
 * Returns whether a decision says no more of the event that it removes than the event says: what remains of it is what
 * either form of removal leaves. Earlier versions recorded nothing about what remains.
 */
const isFaithful = (decided: Redacted, event: Event): boolean => {
  const { corrects, remains } = decided
  if (remains === undefined) return corrects === undefined
  if (corrects !== (event._tag === "Corrected" ? event.position : undefined)) return false
  const fact = event._tag === "Corrected" ? event.replacement : isFact(event) ? event : null
  if (fact === null) return remains === null
  return [false, true].some((whole) => Equal.equals(remainsOf(fact, decided, whole), remains))
}

/**
 * Returns whether an event decides the removal of another. It comes later, and says nothing of the other that this does
 * not say. Nobody can know that of an event that is erased, so erasing compares them first.
 */
export const removes = (
  by: Pick<RecordHeader, "position"> & { readonly event: Event | null },
  target: Pick<RecordHeader, "position" | "type"> & { readonly event: Event | null }
): boolean =>
  by.event?._tag === "Redacted" &&
  by.event.position === target.position &&
  by.position > target.position &&
  target.type !== "Redacted" &&
  (target.event === null || isFaithful(by.event, target.event))

/** The decision that removed an event, and where it is recorded. */
export interface Removal {
  readonly decided: Redacted
  readonly recordedAt: number
  readonly by: Position
}

/** The removals in a log, by the position they remove. */
export type Removals = ReadonlyMap<Position, Removal>

type Recorded = Pick<RecordHeader, "position" | "recordedAt" | "type"> & { readonly event: Event | null }

/**
 * Returns the removals in a log: of several of one position, the first. Where those of an erased event disagree about what
 * remains, nothing of it is believed. Takes a plan's events in any order.
 */
export const removalsIn = (log: ReadonlyArray<Recorded>): Removals => {
  const removals = new Map<Position, Removal>()
  const decisions = Map.groupBy(
    log.flatMap(({ event, position, recordedAt }) =>
      event?._tag === "Redacted" ? [{ event, position, recordedAt }] : []
    ),
    ({ event }) => event.position
  )
  if (decisions.size === 0) return removals
  for (const target of log) {
    const valid = decisions.get(target.position)?.filter((by) => removes(by, target)) ?? []
    valid.sort((a, b) => a.position - b.position)
    const [first] = valid
    if (first === undefined) continue
    const said = valid.flatMap(({ event }) => (event.remains === undefined ? [] : [event]))
    const left = said.every(({ corrects, remains }) =>
      Equal.equals([corrects, remains], [said[0]?.corrects, said[0]?.remains])
    )
      ? said[0]
      : undefined
    const { _tag, decision, position } = first.event
    const decided = left === undefined ? { _tag, position, decision } : { ...left, decision }
    removals.set(target.position, { decided, recordedAt: first.recordedAt, by: first.position })
  }
  return removals
}
