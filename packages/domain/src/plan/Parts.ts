/**
 * The parts of activities: one unit's share of a row each, and their parts.
 */
import type { ActivityId } from "../Names.ts"

/** The parts of each activity that has any, in the order of their registration. */
export type PartsOfActivities = ReadonlyMap<ActivityId, ReadonlyArray<ActivityId>>

/** Returns the parts of an activity, each before its own parts. Ends also where corrections made parts of each other. */
export const descendants = (parts: PartsOfActivities, whole: ActivityId): ReadonlyArray<ActivityId> => {
  const found = new Set<ActivityId>()
  const waiting = (parts.get(whole) ?? []).toReversed()
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part === whole || found.has(part)) continue
    found.add(part)
    waiting.push(...(parts.get(part) ?? []).toReversed())
  }
  return [...found]
}
