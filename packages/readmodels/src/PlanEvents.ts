/**
 * The events of one plan, gathered by what they can matter to: so that what an event touches is known, and only that is
 * derived anew.
 */
import type { Day } from "@frist/domain/Day"
import type { ActivityId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"

/** An activity, or the plan itself. */
export type Subject = ActivityId | null

/** The position that a correction or removal points at. */
const pointsAt = ({ event }: RecordedEvent): number | null =>
  event?._tag === "Corrected" || event?._tag === "Redacted" ? event.position : null

/** Grows in the order of the log. What was handed out stays as it was. */
export class PlanEvents {
  readonly #all: Array<RecordedEvent> = []
  readonly #own = new Map<Subject, Array<RecordedEvent>>()
  /** Corrections and removals, by what they point at, which may come after them. */
  readonly #pointers = new Map<number, Array<RecordedEvent>>()
  readonly #byDay = new Map<Day, Array<RecordedEvent>>()

  /** The position of the last event here. */
  get position(): number {
    return this.#all.length
  }

  /** The last event here. */
  get last(): RecordedEvent | undefined {
    return this.#all.at(-1)
  }

  /** Whether something was removed by a decision that was recorded after a position. */
  removesAfter(position: number): boolean {
    return this.#all.slice(position).some(({ type }) => type === "Redacted")
  }

  /** Takes the next event of the log; one that is here already is passed over. */
  add(record: RecordedEvent): void {
    if (record.position !== this.#all.length + 1) {
      if (record.position <= this.#all.length) return
      throw new Error(`Event ${record.position} of plan ${record.plan} came before event ${this.#all.length + 1}.`)
    }
    this.#all.push(record)
    gather(this.#own, record.activity, record)
    gather(this.#byDay, record.effectiveOn, record)
    const at = pointsAt(record)
    if (at !== null) gather(this.#pointers, at, record)
  }

  /** Everything that has events of its own. */
  get subjects(): ReadonlySet<Subject> {
    return new Set(this.#own.keys())
  }

  /** Of the first `upTo` events, all that can matter to that activity or to the plan itself, in the order of the log. */
  slice(of: Subject, upTo: number = this.position): ReadonlyArray<RecordedEvent> {
    const found = new Set<RecordedEvent>()
    const waiting = [...(this.#own.get(of) ?? [])]
    if (of !== null) {
      // An edition says all that is odd, so what was found before it stands no longer.
      for (const record of this.#own.get(null) ?? []) if (this.#isForAll(record)) waiting.push(record)
    }
    for (let record = waiting.pop(); record !== undefined; record = waiting.pop()) {
      if (record.position > upTo || found.has(record)) continue
      found.add(record)
      waiting.push(...(this.#pointers.get(record.position) ?? []))
      const target = this.#targetOf(record)
      if (target !== undefined) waiting.push(target)
    }
    return [...found].sort((a, b) => a.position - b.position)
  }

  /**
   * What may be shown otherwise once the events after a position are known, and the day is another: for a fact may be
   * recorded ahead of the day that it is of.
   */
  touched(after: number, from: Day | null, to: Day): ReadonlySet<Subject> {
    const records = this.#all.slice(after)
    if (from !== null && from < to) {
      for (const [day, own] of this.#byDay) if (day > from && day <= to) records.push(...own)
    }
    const touched = new Set<Subject>()
    for (const record of records) {
      for (const each of this.#relatedTo(record)) {
        if (each.activity === null && (each !== record || this.#isForAll(each))) return this.subjects
        touched.add(each.activity)
      }
    }
    return touched
  }

  /** The next day on which something that is recorded already begins to count. */
  nextDay(after: Day): Day | null {
    let next: Day | null = null
    for (const day of this.#byDay.keys()) if (day > after && (next === null || day < next)) next = day
    return next
  }

  /** Whether an event of the plan itself can matter to activities: a review, or what points or is pointed at. */
  #isForAll(record: RecordedEvent): boolean {
    return record.type === "ReviewHeld" || pointsAt(record) !== null || this.#pointers.has(record.position)
  }

  #targetOf(record: RecordedEvent): RecordedEvent | undefined {
    const at = pointsAt(record)
    return at === null ? undefined : this.#all[at - 1]
  }

  /** The event, what it points at, and what points at it, however far. */
  #relatedTo(record: RecordedEvent): ReadonlySet<RecordedEvent> {
    const related = new Set<RecordedEvent>()
    const waiting = [record]
    for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
      if (related.has(each)) continue
      related.add(each)
      waiting.push(...(this.#pointers.get(each.position) ?? []))
      const target = this.#targetOf(each)
      if (target !== undefined) waiting.push(target)
    }
    return related
  }
}

const gather = <K>(groups: Map<K, Array<RecordedEvent>>, key: K, record: RecordedEvent): void => {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [record])
  else group.push(record)
}
