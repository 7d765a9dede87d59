/**
 * The state that a command is decided against: the plan of one day, and the facts of other days that a decision depends
 * on.
 */
import type { Day } from "../Day.ts"
import { type KeptEditions, keptEditionsIn } from "../plan/KeptEditions.ts"
import { entriesBy, type Entry, lens, type Times } from "../plan/Lens.ts"
import { indexOf, type LogIndex } from "../plan/LogIndex.ts"
import type { ActivityId } from "../Names.ts"
import { type Plan, planOfEntries } from "../plan/Plan.ts"
import type { RecordedEvent } from "../RecordedEvent.ts"

/**
 * Facts of days after the plan's: its title, the activities registered later, each with its first day, and what activities
 * are declared to wait for.
 */
interface Later {
  readonly title: string | null
  readonly registered: ReadonlyMap<ActivityId, Day>
  readonly waits: ReadonlyArray<readonly [activity: ActivityId, on: ActivityId]>
}

/** The plan of one day, with what a decision about it needs from the whole log. */
export interface DecisionState {
  readonly plan: Plan
  readonly later: Later
  /** The events that corrections, removals and waivers refer to, of every day. */
  readonly index: LogIndex
  /** The editions whose cells are kept, whatever their day. */
  readonly editions: KeptEditions
  /** The place at which the plan goes on, if its log is closed. */
  readonly movedTo: string | null
}

/** Returns what commands are decided against at these times. Takes a plan's events in any order. */
export const decisionStateAt = (log: ReadonlyArray<RecordedEvent>, { asOf, knownAt }: Times = {}): DecisionState => {
  const entries = lens(log, { knownAt })
  const past = entriesBy(entries, asOf)
  return {
    plan: planOfEntries(past),
    later: laterOf(entries.slice(past.length)),
    index: indexOf(log),
    editions: keptEditionsIn(log),
    movedTo: movedToIn(log)
  }
}

/** Returns the place to which a log was moved, if that is its last event. Takes a plan's events in any order. */
const movedToIn = (log: ReadonlyArray<RecordedEvent>): string | null => {
  let last = log[0]
  for (const record of log) if (last !== undefined && record.position > last.position) last = record
  return last?.event?._tag === "PlanMoved" ? last.event.to : null
}

const laterOf = (entries: ReadonlyArray<Entry>): Later => {
  let title: string | null = null
  const registrations = new Map<ActivityId, Day>()
  const waits: Array<readonly [ActivityId, ActivityId]> = []
  for (const { fact, record } of entries) {
    if (fact._tag === "PlanOpened") title ??= fact.title
    if (fact._tag === "DependencyDeclared" && record.activity !== null) waits.push([record.activity, fact.on])
    if (fact._tag === "ActivityRegistered" && record.activity !== null && !registrations.has(record.activity)) {
      registrations.set(record.activity, record.effectiveOn)
    }
  }
  return { title, registered: registrations, waits }
}
