/**
 * How activities and dates are called in a sentence: an activity by its area, and where several share one by what tells
 * them apart; a date by its reading where that has a plain name, else by its own words.
 */
import type { Day } from "@frist/domain/Day"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { slug } from "@frist/domain/Names"
import type { ShownActivity } from "@frist/projections/View"
import { excerpt, type Spoken } from "./words/Spoken.ts"

type Known = Pick<ShownActivity, "activity" | "area" | "goal" | "kind" | "parent">

/** The names of these activities, by id. */
export const namesOf = (activities: ReadonlyArray<Known>): ReadonlyMap<string, string> => {
  const areas = Map.groupBy(
    activities.filter(({ parent }) => parent === null),
    ({ area }) => (area === null ? null : slug(area))
  )
  const byId = new Map(activities.map((each) => [each.activity as string, each]))
  const names = new Map<string, string>()
  const own = (each: Known): string => {
    const area = oneLine(each.area)
    const goal = oneLine(each.goal)
    if (each.kind === "milestone" || area === "") return excerpt(goal || area || each.activity, 90)
    const alone = (areas.get(slug(each.area ?? ""))?.length ?? 0) <= 1
    return excerpt(alone ? area : `${area}, ${apart(each) ?? excerpt(goal || each.activity, 70)}`, 120)
  }
  for (const each of activities) {
    // A part is called after its whole; nothing hinders a correction from making a ring of them, so one step only.
    const whole = each.parent === null ? undefined : byId.get(each.parent)
    names.set(each.activity, whole === undefined ? own(each) : `${own(whole)} – ${oneLine(each.goal) || each.activity}`)
  }
  return names
}

const oneLine = (text: string | null): string => (text ?? "").replace(/\s+/gu, " ").trim()

/** What an id says beyond the area, in the words that the goal has for it: `ögonmottagningen`. */
const apart = ({ activity, area, goal }: Known): string | undefined => {
  const start = `${slug(area ?? "")}-`
  if (!activity.startsWith(start)) return undefined
  const parts = activity.slice(start.length).split("-")
  const words = oneLine(goal).split(" ")
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
        .replace(/[.,;:]+$/u, "")
      return span.length > 70 ? undefined : lowered(span)
    }
  }
  return undefined
}

/** A word in the middle of a name begins small, unless it is written in capitals. */
const lowered = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words

/** `17 juni 2024`. */
export const dayWords = (day: Day, { text }: Spoken): string =>
  `${Number(day.slice(8))} ${text.report.months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

/** `juni 2024`. */
export const monthWords = (day: Day, { text }: Spoken): string =>
  `${text.report.months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

/** A date in a sentence: `december 2021` for `2021-12-`; words without a plain reading in quotes. */
export const spokenDate = (date: PlannedDate | null, spoken: Spoken): string => {
  if (date === null) return "–"
  const { report } = spoken.text
  const [, year = "", part, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(date.edtf ?? "") ?? []
  const code = Number(part)
  if (year !== "" && part === undefined) return year
  if (day !== undefined && date.earliest !== null) return dayWords(date.earliest, spoken)
  if (year !== "" && code >= 1 && code <= 12 && date.earliest !== null) return monthWords(date.earliest, spoken)
  if (year !== "" && code >= 21 && code <= 23) return `${report.seasons[code - 21]} ${year}`
  if (year !== "" && code >= 33 && code <= 36) return report.quarter(code - 32, year)
  return report.quoted(excerpt(date.words.replace(/\s*\n\s*/gu, "; "), 90))
}
