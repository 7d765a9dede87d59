/**
 * Looks up an activity by its id, or by enough of it to be unique.
 */
import type { ActivityId } from "../Names.ts"
import { slug } from "../text/Slug.ts"

/**
 * Returns the activities that match: the one with that id, else those whose id begins with the words, else those with a
 * word in their id that begins so. Several results mean that the caller must ask. With `word`, for what is recorded, a
 * beginning is not enough: the first word is a whole word of the id, of two letters or more.
 */
export const lookUp = (
  among: Iterable<ActivityId>,
  words: string,
  unit: "beginning" | "word" = "beginning"
): ReadonlyArray<ActivityId> => {
  const ids = [...among]
  const wanted = words
    .split(".")
    .map((part) => slug(part, 120))
    .filter((part) => part !== "")
    .join(".")
  if (wanted === "") return []
  const exact = ids.filter((id) => id === wanted)
  if (exact.length > 0) return exact
  if (unit === "word") {
    const having = whole(ids.filter((id) => wanted.length > 1 && spread(id).includes(spread(wanted))))
    // After a whole word, another may be begun: `webbtidbokning-ogon`.
    const isBegun = /^[^-.]{2,}[-.]/u.test(wanted)
    return having.length > 0 || !isBegun ? having : whole(ids.filter((id) => spread(id).includes(begun(wanted))))
  }
  const beginning = whole(ids.filter((id) => id.startsWith(wanted)))
  return beginning.length > 0
    ? beginning
    : whole(ids.filter((id) => `-${id}`.replaceAll(".", "-").includes(`-${wanted}`)))
}

const spread = (id: string): string => `-${id.replaceAll(".", "-")}-`

const begun = (words: string): string => spread(words).slice(0, -1)

/** Leaves out the parts of activities that match. */
const whole = (ids: ReadonlyArray<ActivityId>): ReadonlyArray<ActivityId> =>
  ids.filter((id) => !ids.some((other) => id.startsWith(`${other}.`)))
