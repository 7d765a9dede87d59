/**
 * Looks up an activity by its id, or by enough of it to be unique.
 */
import { type ActivityId, slug } from "./Names.ts"
import type { Plan } from "./Plan.ts"

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

/** Returns the area, as written, that the words name; `undefined` where none does. */
export const areaNamed = (plan: Plan, words: string): string | undefined => {
  const areas = [...plan.activities.values()].flatMap((activity) => (activity.area === null ? [] : [activity.area]))
  const wanted = comparable(words)
  const spelled = slug(words, 10_000)
  return wanted === ""
    ? undefined
    : (areas.find((area) => comparable(area) === wanted) ??
        areas.find((area) => spelled !== "" && slug(area, 10_000) === spelled))
}

/** Returns a text for comparison: its letters and digits in lower case, or the text itself where it has none. */
export const comparable = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ") || text.trim()
