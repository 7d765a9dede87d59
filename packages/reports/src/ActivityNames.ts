/**
 * The names of activities in a sentence: the area, and where several activities share one, also what tells them apart.
 */
import { slug } from "@frist/domain/text/Slug"
import type { ShownActivity } from "@frist/projections/View"
import { excerpt } from "./words/Spoken.ts"

type Known = Pick<ShownActivity, "actions" | "activity" | "area" | "goal" | "kind" | "parent">

/** Returns the names of the activities by their ids. A name is unique only as far as the activities differ. */
export const namesOf = (activities: ReadonlyArray<Known>): ReadonlyMap<string, string> => {
  const areas = Map.groupBy(
    activities.filter(({ parent }) => parent === null),
    ({ area }) => (area === null ? null : slug(area))
  )
  const goals = Map.groupBy(activities, goalKey)
  const hasSharedGoal = (each: Known): boolean => each.parent === null && (goals.get(goalKey(each))?.length ?? 0) > 1
  const isInGoals = (each: Known): boolean => each.kind === "activity" && oneLine(each.area) === ""
  /** Whether the goals group rows without an area. A goal with a single row is a group too. */
  const doGoalsGroup = activities.some((each) => isInGoals(each) && oneLine(each.goal) !== "" && hasSharedGoal(each))
  /** The goal; the actions where there is none, or where several activities have it. */
  const aimOf = (each: Known): string => {
    const isShared = hasSharedGoal(each) || (doGoalsGroup && each.parent === null && isInGoals(each))
    return (isShared ? oneLine(each.actions) : "") || oneLine(each.goal) || oneLine(each.actions)
  }
  const byId = new Map(activities.map((each) => [each.activity as string, each]))
  const names = new Map<string, string>()
  const own = (each: Known): string => {
    const area = oneLine(each.area)
    const aim = aimOf(each)
    if (each.kind === "milestone" || area === "") return excerpt(aim || area || each.activity, 90)
    const alone = (areas.get(slug(each.area ?? ""))?.length ?? 0) <= 1
    return excerpt(alone ? area : `${area}, ${apart(each, aim) ?? excerpt(aim || each.activity, 70)}`, 120)
  }
  for (const each of activities) {
    // Only one step up: a correction can make parts each other's wholes.
    const whole = each.parent === null ? undefined : byId.get(each.parent)
    names.set(each.activity, whole === undefined ? own(each) : `${own(whole)} – ${oneLine(each.goal) || each.activity}`)
  }
  return names
}

const goalKey = ({ area, goal, parent }: Known): string => JSON.stringify([parent, area, goal])

const oneLine = (text: string | null): string => (text ?? "").replace(/\s+/gu, " ").trim()

/** The part of an id after its area, in the words of the goal or the actions: `ögonmottagningen`. */
const apart = ({ activity, area }: Known, aim: string): string | undefined => {
  const start = `${slug(area ?? "")}-`
  if (!activity.startsWith(start)) return undefined
  const parts = activity.slice(start.length).split("-")
  const words = aim.split(" ")
  let next = 0
  let first = -1
  for (const [at, word] of words.entries()) {
    const own = slug(word)
      .split("-")
      .filter((part) => part !== "")
    if (own.length === 0 || !own.every((part, i) => part === parts[next + i])) continue
    if (first === -1) first = at
    next += own.length
    if (next === parts.length) {
      const span = words
        .slice(first, at + 1)
        .join(" ")
        .replace(/(?<![.,;:])[.,;:]+$/u, "")
      return span.length > 70 ? undefined : lowered(span)
    }
  }
  return undefined
}

/** Lowers the first letter for the middle of a name, unless the word is in capitals. */
const lowered = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words
