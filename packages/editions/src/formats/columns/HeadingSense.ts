/**
 * What a heading means by itself, before the other headings of its table are looked at. A closed grammar: a combination
 * of words that is not here means nothing.
 */
import { slug } from "@frist/domain/text/Slug"
import type { HeadingRole } from "../../vocabulary/headings/HeadingLanguage.ts"
import { oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { cannotBeHeading, rolesOf } from "./HeadingWords.ts"

/**
 * A meaning. Of dates: `due` can only be a deadline; `time` is one if nothing better stands beside it, `date` if nothing
 * at all does; `current` is the deadline, or the revised one beside the original; `revisedBeside` is revised only beside
 * a deadline; `completion` and `delivery` may be planned or reached; `completedIfDated` is a date of completion if it holds dates, and
 * `timeIfDated` a time if it does: a planned time may be in hours.
 * Of texts: `subject` and `description` name a row if nothing else does. `other` is known, and not read.
 */
export type Meaning =
  | "actionText"
  | "actions"
  | "area"
  | "completed"
  | "completedIfDated"
  | "completion"
  | "current"
  | "date"
  | "delivery"
  | "description"
  | "due"
  | "followUp"
  | "goal"
  | "id"
  | "name"
  | "original"
  | "other"
  | "responsible"
  | "revised"
  | "revisedBeside"
  | "status"
  | "subject"
  | "table"
  | "time"
  | "timeIfDated"

/**
 * A meaning; whether the heading says it in so many words, whether it explains itself further (`Tid (månad)`), and whether
 * it is about one period of several.
 */
export interface HeadingSense {
  readonly meaning: Meaning
  readonly isPlain: boolean
  readonly isExplained: boolean
  readonly isOfPeriod: boolean
}

type Roles = ReadonlySet<HeadingRole>
type Rule = (roles: Roles, order: ReadonlyArray<HeadingRole>) => Meaning | null

const within = (roles: Roles, ...allowed: ReadonlyArray<HeadingRole>): boolean => {
  for (const role of roles) if (!allowed.includes(role)) return false
  return true
}

/** A thing that is not read, whatever is said of it: its date, its description, its number. */
const ofOther: Rule = (roles) =>
  roles.has("other") &&
  within(
    roles,
    "other",
    ...(["dated", "time", "text", "id", "name", "period", "start", "planned", "actual", "original"] as const),
    ...(["agreed", "completion", "done", "end", "current", "revised", "unit", "comment", "issue", "delivery"] as const)
  )
    ? "other"
    : null

const ofStart: Rule = (roles) =>
  roles.has("start") &&
  within(
    roles,
    ...(["start", "dated", "time", "planned", "actual", "agreed", "original"] as const),
    ...(["revised", "current", "period", "action", "delivery", "name"] as const)
  )
    ? "other"
    : null

const ofStatus: Rule = (roles) => {
  if (!roles.has("status") && !roles.has("colour")) return null
  if (within(roles, "status", "colour", "action", "name", "period", "current")) return "status"
  if (within(roles, "status", "comment", "text", "current", "period", "action")) return "followUp"
  return within(roles, "status", "dated", "time") ? "other" : null
}

const ofTexts: Rule = (roles) => {
  if (roles.has("responsible")) {
    return within(roles, "responsible", "action", "issue", "unit", "name") ? "responsible" : null
  }
  if (roles.has("id")) return within(roles, "id", "action", "issue", "name") ? "id" : null
  if (roles.has("comment")) {
    if (within(roles, "comment", "action", "period", "current", "text")) return "followUp"
    return within(roles, "comment", "dated", "time", "period", "planned", "current") ? "other" : null
  }
  if (roles.has("action")) {
    if (within(roles, "action", "name", "issue", "period", "planned", "agreed", "current")) return "actions"
    return within(roles, "action", "text") ? "actionText" : null
  }
  if (roles.has("goal")) return within(roles, "goal", "name") ? "goal" : null
  if (roles.has("area")) return within(roles, "area", "name") ? "area" : null
  if (roles.has("issue")) return within(roles, "issue", "name", "text") ? "subject" : null
  if (roles.has("name")) return within(roles, "name") ? "name" : within(roles, "name", "text") ? "subject" : null
  if (roles.has("text")) return within(roles, "text") ? "description" : null
  if (roles.has("unit")) return within(roles, "unit", "name") ? "other" : null
  return roles.has("table") && within(roles, "table") ? "table" : null
}

/** What a date may be of, besides a deadline itself. */
const events = ["end", "completion", "delivery"] as const
const someOf = (roles: Roles, wanted: ReadonlyArray<HeadingRole>): boolean => wanted.some((role) => roles.has(role))

/** What distinguishes one date from another: at most one of these, save that a revised date may be planned too. */
const modifiers = ["original", "revised", "forecast", "revision", "updated", "current", "actual", "done"] as const

const ofDates: Rule = (all, order) => {
  const roles = new Set(all)
  // The date of a milestone is when it is due; the date of an action alone may be when it was decided.
  if (someOf(all, ["due", "dated", "time", ...events])) roles.delete("name")
  if (
    someOf(all, ["due", ...events, "planned", "original", "revised", "done"]) &&
    someOf(all, ["due", "dated", ...events])
  )
    roles.delete("action")
  const isNumbered = roles.delete("period")
  if (!within(roles, "due", "time", "dated", "planned", "agreed", ...events, ...modifiers)) return null
  const telling = modifiers.filter((each) => roles.has(each))
  if (telling.length > 1) return null
  const [modifier] = telling
  if (isNumbered && modifier !== "revised" && modifier !== "revision" && modifier !== "forecast") return null
  const isPlanned = roles.has("planned") || roles.has("agreed")
  /** Whether the words speak of a deadline without the modifier. */
  const isDeadline =
    roles.has("due") ||
    roles.has("end") ||
    (roles.has("time") && !isPlanned) ||
    (roles.has("planned") && roles.has("dated")) ||
    roles.has("completion") ||
    (roles.has("delivery") && (roles.has("dated") || isPlanned))
  const isDateAlone = within(roles, "dated", ...modifiers) && roles.has("dated")
  switch (modifier) {
    case "done":
      if (isPlanned || someOf(roles, ["due", "time"])) return null
      return roles.has("dated") || someOf(roles, events) ? "completed" : "completedIfDated"
    case "actual":
      if (isPlanned || someOf(roles, ["due", "time"])) return null
      return someOf(roles, events) ? "completed" : roles.has("dated") ? "completion" : null
    case "original":
      return isDeadline || isDateAlone ? "original" : null
    case "current":
      return isDeadline ? "current" : null
    case "updated":
      return isDeadline && !within(roles, "time", "updated") ? "revised" : null
    case "revised":
      if (isDeadline) return "revised"
      return isDateAlone && order.indexOf("revised") < order.indexOf("dated") ? "revisedBeside" : null
    case "forecast":
      return isDeadline ? "revised" : within(roles, "forecast", "dated") ? "revisedBeside" : null
    case "revision":
      return isDeadline ? "revised" : isNumbered && within(roles, "revision", "dated") ? "revisedBeside" : null
  }
  return plainDate(roles, isPlanned)
}

const plainDate = (roles: Roles, isPlanned: boolean): Meaning | null => {
  if (roles.has("due") || roles.has("end"))
    return within(roles, "due", "end", "dated", "time", "planned", "agreed", ...events) ? "due" : null
  // A date of delivery that is neither planned nor reached may be either.
  if (roles.has("delivery")) return !roles.has("dated") ? null : isPlanned ? "due" : "delivery"
  if (roles.has("completion")) return isPlanned ? "due" : "completion"
  if (roles.has("time"))
    return roles.has("agreed") ? null : isPlanned ? "timeIfDated" : roles.has("dated") ? "date" : "time"
  if (roles.has("dated")) return roles.has("planned") ? "due" : roles.has("agreed") ? null : "date"
  return null
}

const rules: ReadonlyArray<Rule> = [ofOther, ofStart, ofStatus, ofDates, ofTexts]

const ofRoles = (order: ReadonlyArray<HeadingRole>): HeadingSense | null => {
  const roles = new Set(order.filter((role) => role !== "harmless"))
  if (roles.size === 0) return null
  for (const rule of rules) {
    const meaning = rule(roles, order)
    if (meaning !== null) {
      return {
        meaning,
        // The number of an action distinguishes rows better than any other code.
        isPlain: (roles.size === 1 && !roles.has("colour")) || (meaning === "id" && roles.has("action")),
        isExplained: order.includes("harmless"),
        isOfPeriod: roles.has("period")
      }
    }
  }
  return null
}

const meanings = {
  actions: "actions",
  area: "area",
  completedOn: "completed",
  deadline: "due",
  followUp: "followUp",
  goal: "goal",
  id: "id",
  newDeadline: "revised",
  responsible: "responsible",
  status: "status",
  table: "table"
} as const

/** The headings that a vocabulary names whole, which go before the languages. */
const wholeOf = oncePer(({ headings: { columns } }: Vocabulary) => {
  const whole = new Map<string, Meaning>()
  for (const column of Object.keys(meanings) as ReadonlyArray<keyof typeof meanings>) {
    for (const word of columns[column]) whole.set(word, meanings[column])
  }
  return whole
})

/** Senses of short texts that occur again and again in a file, such as status words. Bounded. */
const remembered = oncePer(() => new Map<string, HeadingSense | null>())
const maxRemembered = 4000

/** Returns what a heading means by itself, as it is printed; null if it is not known. */
export const senseOf = (heading: string, vocabulary: Vocabulary): HeadingSense | null => {
  const { size } = wholeOf(vocabulary)
  if (heading.length > 120 || (size === 0 && cannotBeHeading(heading, vocabulary))) return null
  const known = remembered(vocabulary)
  const sense = known.get(heading)
  if (sense !== undefined) return sense
  const found = read(heading, vocabulary)
  if (known.size >= maxRemembered) known.clear()
  known.set(heading, found)
  return found
}

const read = (heading: string, vocabulary: Vocabulary): HeadingSense | null => {
  const whole = wholeOf(vocabulary)
  const meaning = whole.size === 0 ? undefined : whole.get(slug(heading))
  if (meaning !== undefined) return { meaning, isPlain: true, isExplained: false, isOfPeriod: false }
  const roles = rolesOf(heading, vocabulary)
  return roles === null ? null : ofRoles(roles)
}
