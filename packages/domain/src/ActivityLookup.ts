/**
 * Looks up an activity by its id, or by enough of it to be unique.
 */
import type { ActivityId } from "./Names.ts"
import { slug } from "./Slug.ts"

/**
 * Returns the activities that match: the one with that id, else those whose id begins with the words, else those with a
 * word in their id that begins so. Several results mean that the caller must ask.
 */
export const lookUp = (among: Iterable<ActivityId>, words: string): ReadonlyArray<ActivityId> => {
  const ids = [...among]
  const wanted = words
    .split(".")
    .map((part) => slug(part, 120))
    .filter((part) => part !== "")
    .join(".")
  if (wanted === "") return []
  const exact = ids.filter((id) => id === wanted)
  if (exact.length > 0) return exact
  const beginning = whole(ids.filter((id) => id.startsWith(wanted)))
  return beginning.length > 0
    ? beginning
    : whole(ids.filter((id) => `-${id}`.replaceAll(".", "-").includes(`-${wanted}`)))
}

/** Leaves out the parts of activities that match. */
const whole = (ids: ReadonlyArray<ActivityId>): ReadonlyArray<ActivityId> =>
  ids.filter((id) => !ids.some((other) => id.startsWith(`${other}.`)))
