/**
 * Finding an activity by the words a person types: its id, or enough of it.
 */
import { type ActivityId, slug } from "./Names.ts"
import type { Plan } from "./Plan.ts"

/**
 * The activities that fit: the exact id alone if there is one, else those whose id begins with the words, else those
 * in whose id the words begin a word. One result is an answer; several are a question back.
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

/** Without the parts of activities that fit themselves. */
const whole = (ids: ReadonlyArray<ActivityId>): ReadonlyArray<ActivityId> =>
  ids.filter((id) => !ids.some((other) => id.startsWith(`${other}.`)))

/** The area, as written, that the words name; `undefined` where none does. */
export const areaNamed = (plan: Plan, words: string): string | undefined => {
  const areas = [...plan.activities.values()].flatMap((activity) => (activity.area === null ? [] : [activity.area]))
  const wanted = comparable(words)
  const spelled = slug(words, 10_000)
  return wanted === ""
    ? undefined
    : (areas.find((area) => comparable(area) === wanted) ??
        areas.find((area) => spelled !== "" && slug(area, 10_000) === spelled))
}

/** The letters and digits of a text, case, spaces and punctuation aside; a text that has none, as it stands. */
export const comparable = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ") || text.trim()
