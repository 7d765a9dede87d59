/**
 * What the rows of one activity depend on beside its own events: its parts, what they wait for, and what a milestone stands
 * for. Counts every relation that any event has stated, also one that was corrected, so that no change is missed.
 */
import type { Event } from "@frist/domain/Event"
import type { ActivityId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"

/** The events of one activity that rows of others depend on. */
const related: ReadonlySet<string> = new Set<Event["_tag"]>([
  "ActivityRegistered",
  "DeadlineMoved",
  "BaselineApproved",
  "StatusChanged",
  "DependencyDeclared",
  "DependencyEnded",
  "MilestoneLinked"
])

type Ids = ReadonlySet<ActivityId>
const none: Ids = new Set()

/** The relations between the activities of a plan. Grows with its events. */
export class Relations {
  /** Parts and wholes, in both directions. */
  readonly #kin = new Map<ActivityId, Set<ActivityId>>()
  readonly #waitsFor = new Map<ActivityId, Set<ActivityId>>()
  readonly #waiting = new Map<ActivityId, Set<ActivityId>>()
  readonly #standsFor = new Map<ActivityId, Set<ActivityId>>()
  readonly #milestones = new Map<ActivityId, Set<ActivityId>>()

  /** Adds the relations that an event states. */
  add({ activity, event }: RecordedEvent): void {
    if (activity === null || event === null) return
    const fact = event._tag === "Corrected" ? event.replacement : event._tag === "Redacted" ? event.remains : event
    if (fact?._tag === "ActivityRegistered" && fact.parent !== null) {
      relate(this.#kin, activity, fact.parent)
      relate(this.#kin, fact.parent, activity)
    } else if (fact?._tag === "DependencyDeclared") {
      relate(this.#waitsFor, activity, fact.on)
      relate(this.#waiting, fact.on, activity)
    } else if (fact?._tag === "MilestoneLinked" && fact.to !== null) {
      relate(this.#standsFor, activity, fact.to)
      relate(this.#milestones, fact.to, activity)
    }
  }

  /** Returns whether rows of other activities may depend on an event of this type. */
  static isRelated(type: string): boolean {
    return related.has(type)
  }

  /** Returns the other activities whose events the rows of an activity depend on. */
  neededBy(id: ActivityId): Ids {
    if (this.#areNone()) return none
    const family = this.#family(id)
    const needed = new Set(family)
    for (const each of family) {
      for (const other of this.#waitsFor.get(each) ?? none) needed.add(other)
      for (const other of this.#standsFor.get(each) ?? none) for (const kin of this.#family(other)) needed.add(kin)
    }
    needed.delete(id)
    return needed
  }

  /** Returns the other activities whose rows depend on the events of an activity. */
  affectedBy(id: ActivityId): Ids {
    if (this.#areNone()) return none
    const affected = new Set<ActivityId>()
    const add = (each: ActivityId) => {
      for (const kin of this.#family(each)) affected.add(kin)
    }
    add(id)
    for (const each of this.#waiting.get(id) ?? none) add(each)
    for (const kin of this.#family(id)) for (const each of this.#milestones.get(kin) ?? none) add(each)
    affected.delete(id)
    return affected
  }

  #areNone(): boolean {
    return this.#kin.size + this.#waitsFor.size + this.#standsFor.size === 0
  }

  /** The activity with its whole and all parts, at any depth. */
  #family(id: ActivityId): Ids {
    const family = new Set([id])
    // The loop also visits what it adds.
    for (const each of family) for (const kin of this.#kin.get(each) ?? none) family.add(kin)
    return family
  }
}

const relate = (relations: Map<ActivityId, Set<ActivityId>>, from: ActivityId, to: ActivityId): void => {
  const known = relations.get(from)
  if (known === undefined) relations.set(from, new Set([to]))
  else known.add(to)
}
