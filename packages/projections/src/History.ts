/**
 * The history of one plan, read once: its facts through the lens, the plan they give, and the entries of each activity.
 * Every view selects from it.
 */
import type { Day } from "@frist/domain/Day"
import { entriesBy, type Entry, lens, type Times } from "@frist/domain/plan/Lens"
import { draftOf, emptyPlan, evolve, type Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { type Removals, removalsIn } from "@frist/domain/plan/Removal"
import { isClosed } from "@frist/domain/Status"
import { type Move, movesIn, type Moves } from "./moves/DeadlineMove.ts"
import { reportedBy, withLinkedStatuses } from "./rows/Links.ts"
import { type MoveTally, tallyOf, tallyWithParts } from "./moves/MoveTally.ts"
import { type AddedText, newSentences } from "./texts/Quotation.ts"
import { type RemovedEvent, removedEvents } from "./RemovedEvents.ts"
import { shownOrder } from "./rows/PartOrder.ts"
import { Waits } from "./moves/Waits.ts"

/** The times of a view. `today` decides what is late; `asOf` and `knownAt` are those of the lens. */
export interface ViewTimes extends Times {
  readonly today: Day
}

/** The plan at the end of the previous review. */
interface PreviousReview {
  readonly heldOn: Day
  readonly plan: Plan
}

interface Folded {
  readonly plan: Plan
  readonly previous: PreviousReview | null
  readonly entries: ReadonlyMap<string, ReadonlyArray<Entry>>
  /** What documents added to follow-ups, by the position of the note. */
  readonly added: ReadonlyMap<number, AddedText>
}

const none: ReadonlyArray<Entry> = []

/** A plan's events at given times, read once for any number of views. Immutable. */
export class History {
  /** Every event of the plan, as handed in. */
  readonly events: ReadonlyArray<RecordedEvent>
  readonly times: ViewTimes
  /** The facts in effect at these times, by day and then by position. */
  readonly entries: ReadonlyArray<Entry>
  /** The facts of all days. */
  readonly #ofEveryDay: ReadonlyArray<Entry>
  readonly #removals: Removals
  #folded: Folded | undefined
  #waits: Waits | undefined
  #removed: ReadonlyArray<RemovedEvent> | undefined
  #tallies: ReadonlyMap<string, MoveTally> | undefined
  readonly #moves = new Map<string, Moves>()

  private constructor(
    events: ReadonlyArray<RecordedEvent>,
    removals: Removals,
    ofEveryDay: ReadonlyArray<Entry>,
    times: ViewTimes
  ) {
    this.events = events
    this.#removals = removals
    this.times = times
    this.#ofEveryDay = ofEveryDay
    this.entries = entriesBy(ofEveryDay, times.asOf)
  }

  /** Returns the history of these events at these times. Takes all events of one plan, in any order. */
  static of(events: ReadonlyArray<RecordedEvent>, times: ViewTimes): History {
    const removals = removalsIn(events)
    return new History(events, removals, lens(events, { knownAt: times.knownAt }, removals), times)
  }

  /** Returns the same history as of another day, with the same `knownAt`. Does not read the events again. */
  at({ asOf, today }: { readonly asOf: Day; readonly today: Day }): History {
    return new History(this.events, this.#removals, this.#ofEveryDay, { ...this.times, asOf, today })
  }

  /** The plan that the entries give, in which a milestone has the status of the activity that it stands for. */
  get plan(): Plan {
    return this.#fold().plan
  }

  /** The last review before the day of the history, and the plan by the end of it; null if there was none. */
  get previousReview(): PreviousReview | null {
    return this.#fold().previous
  }

  /** The entries of one activity, from its registration on; empty if none is registered by then. */
  entriesOf(activity: string): ReadonlyArray<Entry> {
    return this.#fold().entries.get(activity) ?? none
  }

  /** The moves of an activity's deadline and its approved baselines, in the order in which they took effect. */
  movesOf(activity: string): ReadonlyArray<Move> {
    return this.#movesOf(activity).moves
  }

  /** Whether the deadline of an activity measures something else than its goal by the end of a day; default: now. */
  isUnlike(activity: string, endOf?: Day): boolean {
    return this.#movesOf(activity).isUnlike(endOf === undefined ? undefined : { endOf })
  }

  /** Whether the deadline of an activity measures the same thing as its baseline. */
  isBaselineAlike(activity: string): boolean {
    return this.#movesOf(activity).isBaselineAlike
  }

  /** The number of moves of the activity, and its net slip: from its parts where its own is unknown. */
  tallyOf(activity: Activity): MoveTally {
    this.#tallies ??= this.#tally()
    return this.#tallies.get(activity.id) ?? this.#ownTally(activity)
  }

  /** What each activity waits for, on any day. */
  get waits(): Waits {
    this.#waits ??= new Waits(this.plan, (activity) => this.entriesOf(activity))
    return this.#waits
  }

  /** The events of these times whose content decisions have removed, in the order of the log. */
  get removed(): ReadonlyArray<RemovedEvent> {
    this.#removed ??= removedEvents(this.events, this.#removals, this.times)
    return this.#removed
  }

  /** The day on which the activity was last reported closed, after having been open; null while it is open. */
  closedOn(activity: string): Day | null {
    const { activities } = this.plan
    const found = (activities as ReadonlyMap<string, Activity>).get(activity)
    return closedOn(this.entriesOf(found === undefined ? activity : reportedBy(found, this.plan).id))
  }

  #movesOf(activity: string): Moves {
    const known = this.#moves.get(activity)
    if (known !== undefined) return known
    const { added } = this.#fold()
    const newIn = (position: number): ReadonlyArray<string> => {
      const text = added.get(position)
      return text === undefined ? [] : newSentences(text)
    }
    const moves = movesIn(this.entriesOf(activity), { waits: this.waits, newIn })
    this.#moves.set(activity, moves)
    return moves
  }

  #ownTally(activity: Activity): MoveTally {
    return tallyOf(activity, this.#movesOf(activity.id))
  }

  /** Tallies every activity, parts before their whole. */
  #tally(): ReadonlyMap<string, MoveTally> {
    const { activities, parts } = this.plan
    const tallies = new Map<string, MoveTally>()
    for (const whole of shownOrder([...activities.values()]).toReversed()) {
      const own = this.#ownTally(whole)
      const tallied = (parts.get(whole.id) ?? []).flatMap((id) => {
        const [part, tally] = [activities.get(id), tallies.get(id)]
        return part === undefined || tally === undefined ? [] : [{ part, tally }]
      })
      tallies.set(whole.id, tallied.length === 0 ? own : tallyWithParts(whole, own, tallied))
    }
    return tallies
  }

  /** Folds the entries into the plan, and into the plan as of the previous review. */
  #fold(): Folded {
    this.#folded ??= fold(this.entries, reviewBefore(this.entries, this.times.asOf ?? this.times.today))
    return this.#folded
  }
}

const reviewBefore = (entries: ReadonlyArray<Entry>, day: Day): Day | null => {
  let last: Day | null = null
  for (const { fact, record } of entries) {
    if (fact._tag !== "ReviewHeld" || record.activity !== null || fact.heldOn >= day) continue
    if (last === null || fact.heldOn > last) last = fact.heldOn
  }
  return last
}

const fold = (entries: ReadonlyArray<Entry>, heldOn: Day | null): Folded => {
  const plan = draftOf(emptyPlan)
  const own = new Map<string, Array<Entry>>()
  const added = new Map<number, AddedText>()
  let previous: PreviousReview | null = null
  const isPast = ({ record }: Entry) => heldOn !== null && previous === null && record.effectiveOn > heldOn
  for (const entry of entries) {
    const { fact, record } = entry
    if (heldOn !== null && isPast(entry)) previous = { heldOn, plan: withLinkedStatuses(draftOf(plan)) }
    const before = record.activity === null ? undefined : plan.activities.get(record.activity)
    evolve(plan, fact, record)
    if (record.activity === null) continue
    if (fact._tag === "FollowUpNoted" && record.source !== null && before !== undefined) {
      const { notes } = plan.activities.get(record.activity) ?? before
      const text = notes.at(-1)
      if (text !== undefined && notes !== before.notes) added.set(record.position, { text, before: before.notes })
    }
    const group = own.get(record.activity)
    if (group !== undefined) group.push(entry)
    else if (fact._tag === "ActivityRegistered") own.set(record.activity, [entry])
  }
  if (heldOn !== null) previous ??= { heldOn, plan: withLinkedStatuses(draftOf(plan)) }
  return { plan: withLinkedStatuses(plan), previous, entries: own, added }
}

const closedOn = (entries: ReadonlyArray<Entry>): Day | null => {
  let day: Day | null = null
  for (const { fact, record } of entries) {
    if (fact._tag === "StatusChanged") day = isClosed(fact.to) ? (day ?? record.effectiveOn) : null
  }
  return day
}
