/**
 * The events of one plan, grouped by the activities they can affect, so that only affected rows are derived again.
 */
import { isPointer } from "@frist/domain/Event"
import type { Day } from "@frist/domain/Day"
import type { ActivityId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { Relations } from "./Relations.ts"

/** An activity, or the plan itself. */
export type Subject = ActivityId | null

/** The position that a correction or removal points at. */
const pointsAt = ({ event }: RecordedEvent): number | null =>
  event !== null && isPointer(event) ? event.position : null

/** Holds the events of a plan and grows in the order of the log. Returned slices do not change. */
export class PlanEvents {
  readonly #all: Array<RecordedEvent> = []
  readonly #own = new Map<Subject, Array<RecordedEvent>>()
  /** Corrections and redactions by the position they point at, which may come after them. */
  readonly #pointers = new Map<number, Array<RecordedEvent>>()
  readonly #byDay = new Map<Day, Array<RecordedEvent>>()
  /** The events of the plan that can affect activities, until another is added. */
  #forAll: ReadonlyArray<RecordedEvent> | undefined
  readonly #relations = new Relations()

  /** The position of the last event. */
  get position(): number {
    return this.#all.length
  }

  /** Returns whether a redaction was recorded after a position. */
  removesAfter(position: number): boolean {
    return this.#all.slice(position).some(({ type }) => type === "Redacted")
  }

  /** Adds the next event of the log; ignores one that it has. */
  add(record: RecordedEvent): void {
    if (record.position !== this.#all.length + 1) {
      if (record.position <= this.#all.length) return
      throw new Error(
        `Event ${record.position} of plan ${record.plan} came before event ${this.#all.length + 1}. Add events in the order of the log.`
      )
    }
    this.#all.push(record)
    this.#forAll = undefined
    gather(this.#own, record.activity, record)
    gather(this.#byDay, record.effectiveOn, record)
    this.#relations.add(record)
    const at = pointsAt(record)
    if (at !== null) gather(this.#pointers, at, record)
  }

  /** The activities with events of their own, and null for the plan. */
  get subjects(): ReadonlySet<Subject> {
    return new Set(this.#own.keys())
  }

  /** Returns those of the first `upTo` events that can affect a subject, in the order of the log. */
  slice(of: Subject, upTo: number = this.position): ReadonlyArray<RecordedEvent> {
    let waiting = [...(this.#own.get(of) ?? [])]
    if (of !== null) {
      // An edition raises or repeats every open finding, so a review closes the findings before it.
      this.#forAll ??= (this.#own.get(null) ?? []).filter((record) => this.#isForAll(record))
      waiting = waiting.concat(this.#forAll)
      for (const other of this.#relations.neededBy(of)) {
        for (const record of this.#own.get(other) ?? []) if (Relations.isRelated(record.type)) waiting.push(record)
      }
    }
    if (this.#pointers.size === 0) return inOrder(waiting, upTo)
    const found = new Set<RecordedEvent>()
    for (let record = waiting.pop(); record !== undefined; record = waiting.pop()) {
      if (record.position > upTo || found.has(record)) continue
      found.add(record)
      waiting.push(...(this.#pointers.get(record.position) ?? []))
      const target = this.#targetOf(record)
      if (target !== undefined) waiting.push(target)
    }
    return inOrder([...found], upTo)
  }

  /**
   * Returns the subjects that may change with the events after a position, and with the day: a fact may take effect
   * after it was recorded.
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
        if (each.activity === null || !Relations.isRelated(each.type)) continue
        for (const other of this.#relations.affectedBy(each.activity)) touched.add(other)
      }
    }
    return touched
  }

  /** Returns the next day on which a recorded fact takes effect. */
  nextDay(after: Day): Day | null {
    let next: Day | null = null
    for (const day of this.#byDay.keys()) if (day > after && (next === null || day < next)) next = day
    return next
  }

  /** Whether an event of the plan can affect activities: a review, repeated findings, or what points or is pointed at. */
  #isForAll(record: RecordedEvent): boolean {
    return (
      record.type === "ReviewHeld" ||
      record.type === "FindingsRepeated" ||
      pointsAt(record) !== null ||
      this.#pointers.has(record.position)
    )
  }

  #targetOf(record: RecordedEvent): RecordedEvent | undefined {
    const at = pointsAt(record)
    return at === null ? undefined : this.#all[at - 1]
  }

  /** The event, the events it points at, and those that point at it, transitively. */
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

/** The first `upTo` events of those given, in the order of the log. */
const inOrder = (records: Array<RecordedEvent>, upTo: number): ReadonlyArray<RecordedEvent> => {
  records.sort((a, b) => a.position - b.position)
  while ((records.at(-1)?.position ?? 0) > upTo) records.pop()
  return records
}

const gather = <K>(groups: Map<K, Array<RecordedEvent>>, key: K, record: RecordedEvent): void => {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [record])
  else group.push(record)
}
