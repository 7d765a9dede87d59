/**
 * The history of one plan, read once: its facts through the lens, the plan they give, and the entries of each activity.
 * Every view selects from it.
 */
import type { Day } from "@frist/domain/Day"
import { entriesBy, type Entry, lens, type Times } from "@frist/domain/Lens"
import { type Activity, draftOf, emptyPlan, evolve, type Plan } from "@frist/domain/Plan"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { isClosed } from "@frist/domain/Status"
import { type Move, movesIn, type MoveTally, tallyOf } from "./DeadlineMove.ts"

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
  #folded: Folded | undefined
  readonly #moves = new Map<string, ReadonlyArray<Move>>()

  private constructor(events: ReadonlyArray<RecordedEvent>, ofEveryDay: ReadonlyArray<Entry>, times: ViewTimes) {
    this.events = events
    this.times = times
    this.#ofEveryDay = ofEveryDay
    this.entries = entriesBy(ofEveryDay, times.asOf)
  }

  /** Returns the history of these events at these times. Takes all events of one plan, in any order. */
  static of(events: ReadonlyArray<RecordedEvent>, times: ViewTimes): History {
    return new History(events, lens(events, { knownAt: times.knownAt }), times)
  }

  /** Returns the same history as of another day, with the same `knownAt`. Does not read the events again. */
  at({ asOf, today }: { readonly asOf: Day; readonly today: Day }): History {
    return new History(this.events, this.#ofEveryDay, { ...this.times, asOf, today })
  }

  /** The plan that the entries give. */
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
    const known = this.#moves.get(activity)
    if (known !== undefined) return known
    const moves = movesIn(this.entriesOf(activity))
    this.#moves.set(activity, moves)
    return moves
  }

  /** The number of moves of the activity, and its net slip. */
  tallyOf(activity: Activity): MoveTally {
    return tallyOf(activity, this.movesOf(activity.id))
  }

  /** The day on which the activity was last reported closed, after having been open; null while it is open. */
  closedOn(activity: string): Day | null {
    return closedOn(this.entriesOf(activity))
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
  let previous: PreviousReview | null = null
  const isPast = ({ record }: Entry) => heldOn !== null && previous === null && record.effectiveOn > heldOn
  for (const entry of entries) {
    const { fact, record } = entry
    if (heldOn !== null && isPast(entry)) previous = { heldOn, plan: draftOf(plan) }
    evolve(plan, fact, record)
    if (record.activity === null) continue
    const group = own.get(record.activity)
    if (group !== undefined) group.push(entry)
    else if (fact._tag === "ActivityRegistered") own.set(record.activity, [entry])
  }
  if (heldOn !== null) previous ??= { heldOn, plan: draftOf(plan) }
  return { plan, previous, entries: own }
}

const closedOn = (entries: ReadonlyArray<Entry>): Day | null => {
  let day: Day | null = null
  for (const { fact, record } of entries) {
    if (fact._tag === "StatusChanged") day = isClosed(fact.to) ? (day ?? record.effectiveOn) : null
  }
  return day
}
