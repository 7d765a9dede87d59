/**
 * Remembers the ends of plans as this process has seen them, and what its last appends touched. Only a hint: the
 * database refuses what goes after a row that is not the last.
 */
import type { PlanId } from "@frist/domain/Names"
import type { Batch, Condition } from "../EventLog.ts"

interface Recorded {
  readonly last: number
  readonly touched: ReadonlySet<string | null>
}

/** The end of a plan, and every append after position `since`. */
interface PlanHead {
  /** The first position of the last row, which is its key. */
  row: number
  last: number
  since: number
  recent: Array<Recorded>
  /** So many of the next appends leave the plan to others, who append to it as well. */
  shared: number
}

const mostPlans = 1000
const mostRecent = 256
/** So many appends give way after one that somebody else was ahead of. */
const giveWay = 16

const touched = Symbol("touched")

/** A checked batch, which carries the activities that it is about. */
interface TouchedOnce extends Batch {
  [touched]?: ReadonlySet<string | null>
}

/** Returns the activities that a checked batch is about. They are read once. */
export const touchedIn = (batch: TouchedOnce): ReadonlySet<string | null> => {
  if (batch[touched] !== undefined) return batch[touched]
  const activities = new Set<string | null>()
  for (const { activity } of batch.events) activities.add(activity)
  return (batch[touched] = activities)
}

/** Whether a decision looked at one of these activities. */
const looksAt = ({ activities }: Condition, touched: ReadonlySet<string | null>): boolean =>
  activities.some((each) => touched.has(each))

/** Whether a condition still holds after events that touched these activities. One without activities never does. */
export const holdsAfter = (condition: Condition, touched: ReadonlySet<string | null>): boolean =>
  condition.activities.length > 0 && !looksAt(condition, touched)

/** Whether a condition holds at the end of a plan, as far as is known. */
export const holdsAt = (condition: Condition, head: PlanHead): boolean => {
  if (condition.after === head.last) return true
  if (condition.after > head.last || condition.after < head.since || condition.activities.length === 0) return false
  for (let at = head.recent.length - 1; at >= 0; at -= 1) {
    const each = head.recent[at]
    if (each === undefined || each.last <= condition.after) return true
    if (looksAt(condition, each.touched)) return false
  }
  return true
}

/** The ends of the plans that were used last. */
export class PlanHeads {
  private readonly plans = new Map<PlanId, PlanHead>()

  /** Returns the known end of a plan. */
  of(plan: PlanId): PlanHead | undefined {
    return this.plans.get(plan)
  }

  /** Notes that a batch was recorded from `first` to `last`, in rows of which the last begins at `row`. */
  recorded(batch: Batch, first: number, last: number, row: number): void {
    const { plan } = batch
    const known = this.plans.get(plan)
    const each = { last, touched: touchedIn(batch) }
    if (known?.last !== first - 1) {
      if (known !== undefined && known.last >= last) return
      this.put(plan, { row, last, since: first - 1, recent: [each], shared: known?.shared ?? 0 })
      return
    }
    known.row = row
    known.last = last
    known.recent.push(each)
    if (known.recent.length > 2 * mostRecent) {
      known.since = known.recent[mostRecent - 1]?.last ?? last
      known.recent = known.recent.slice(mostRecent)
    }
  }

  /** Notes that the last row of a plan is from `row` to `last`. */
  seen(plan: PlanId, row: number, last: number): void {
    const known = this.plans.get(plan)
    if (known !== undefined && known.last >= last) return
    this.put(plan, { row, last, since: last, recent: [], shared: known?.shared ?? 0 })
  }

  /** Notes that somebody else has appended to a plan. */
  overtaken(plan: PlanId): void {
    const known = this.plans.get(plan)
    if (known !== undefined) known.shared = giveWay
  }

  private put(plan: PlanId, head: PlanHead): void {
    this.plans.delete(plan)
    this.plans.set(plan, head)
    for (const oldest of this.plans.keys()) {
      if (this.plans.size <= mostPlans) break
      this.plans.delete(oldest)
    }
  }
}
