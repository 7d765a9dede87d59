/**
 * What each activity waited for on a day, and the date that this had then. A declaration also explains earlier moves, since
 * people often declare late; the end of one keeps the past as it was. Parts wait for what their whole waits for, and a
 * milestone for what the activity waits for that it stands for.
 */
import type { Day } from "@frist/domain/Day"
import type { Entry } from "@frist/domain/plan/Lens"
import type { Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { type DaySpan, latestOf, spanOf } from "./SlipShares.ts"

/** A value from a day on. */
interface Since<A> {
  readonly on: Day
  readonly value: A
}

/** A dependency as declared and ended, in order. */
interface Declared {
  readonly activity: string
  readonly facts: ReadonlyArray<Since<boolean>>
}

type Activities = ReadonlyMap<string, Pick<Activity, "kind" | "link" | "parent">>

const none: ReadonlyArray<Declared> = []
const nobody: ReadonlyArray<string> = []
/** The date of what has none. */
const anyDay = spanOf(null)

/** An index of what activities wait for. Each activity is read once, when it is first asked for. */
export class Waits {
  readonly #activities: Activities
  readonly #entriesOf: (activity: string) => ReadonlyArray<Entry>
  readonly #declared = new Map<string, ReadonlyArray<Declared>>()
  readonly #dates = new Map<string, ReadonlyArray<Since<DaySpan>>>()

  constructor({ activities }: Plan, entriesOf: (activity: string) => ReadonlyArray<Entry>) {
    this.#activities = activities
    this.#entriesOf = entriesOf
  }

  /** Returns the activities that an activity waits for by the end of a day, or of all days where it is null. */
  waitsFor(activity: string, on: Day | null): ReadonlyArray<string> {
    const declared = this.#declaredOf(activity)
    if (declared.length === 0) return nobody
    const waiting = declared.filter(({ facts }) => isWaiting(facts, on))
    return [...new Set(waiting.map((each) => each.activity))].filter((each) => each !== activity)
  }

  /** Returns the latest date of these activities as it stood by the end of a day: its completion where it was completed. */
  latest(activities: ReadonlyArray<string>, on: Day): DaySpan {
    return latestOf(activities.map((activity) => valueOn(this.#datesOf(activity), on) ?? anyDay))
  }

  /** The dependencies of an activity and of those above it. A stack, since parts are nested to any depth. */
  #declaredOf(activity: string): ReadonlyArray<Declared> {
    const unread: Array<string> = []
    const seen = new Set<string>()
    let at: string | null = activity
    while (at !== null && !this.#declared.has(at) && !seen.has(at)) {
      seen.add(at)
      unread.push(at)
      at = above(this.#activities.get(at))
    }
    let inherited = (at === null ? undefined : this.#declared.get(at)) ?? none
    for (const each of unread.toReversed()) {
      const own = declaredIn(this.#entriesOf(each))
      inherited = own.length === 0 ? inherited : [...own, ...inherited]
      this.#declared.set(each, inherited)
    }
    return inherited
  }

  #datesOf(activity: string): ReadonlyArray<Since<DaySpan>> {
    const known = this.#dates.get(activity)
    if (known !== undefined) return known
    const dates = datesIn(this.#entriesOf(activity))
    this.#dates.set(activity, dates)
    return dates
  }
}

/** The activity whose dependencies are also those of another: its whole, or the one that a milestone stands for. */
const above = (activity: Pick<Activity, "kind" | "link" | "parent"> | undefined): string | null =>
  activity === undefined
    ? null
    : (activity.parent ?? (activity.kind === "milestone" ? (activity.link?.to ?? null) : null))

/** A dependency holds until its first end, and again from each declaration to the next end. */
const isWaiting = (facts: ReadonlyArray<Since<boolean>>, on: Day | null): boolean =>
  (on === null ? facts.at(-1)?.value : valueOn(facts, on)) ?? facts[0]?.value ?? false

/** The value by the end of a day, of values in the order of their days. */
const valueOn = <A>(values: ReadonlyArray<Since<A>>, day: Day): A | undefined => {
  let [from, to] = [0, values.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const each = values[middle]
    if (each !== undefined && each.on <= day) from = middle + 1
    else to = middle
  }
  return values[from - 1]?.value
}

const declaredIn = (entries: ReadonlyArray<Entry>): ReadonlyArray<Declared> => {
  const found = new Map<string, Array<Since<boolean>>>()
  for (const { fact, record } of entries) {
    if (fact._tag !== "DependencyDeclared" && fact._tag !== "DependencyEnded") continue
    const isDeclared = fact._tag === "DependencyDeclared"
    const facts = found.get(fact.on)
    // Corrections may leave an end without a declaration.
    if (facts !== undefined) facts.push({ on: record.effectiveOn, value: isDeclared })
    else if (isDeclared) found.set(fact.on, [{ on: record.effectiveOn, value: true }])
  }
  return [...found].map(([activity, facts]) => ({ activity, facts }))
}

const datesIn = (entries: ReadonlyArray<Entry>): ReadonlyArray<Since<DaySpan>> => {
  const dates: Array<Since<DaySpan>> = []
  let deadline: PlannedDate | null = null
  let completed: PlannedDate | null = null
  for (const [at, { fact, record }] of entries.entries()) {
    if (at === 0 && fact._tag === "ActivityRegistered") deadline = fact.deadline
    else if (fact._tag === "DeadlineMoved") deadline = fact.to
    else if (fact._tag === "StatusChanged") completed = fact.to._tag === "Completed" ? fact.to.on : null
    else continue
    const isRead = completed !== null && completed.edtf !== null
    dates.push({ on: record.effectiveOn, value: spanOf(isRead ? completed : deadline) })
  }
  return dates
}
