/**
 * The values of arguments and flags: days, dates, positions, texts and activities, from the words given.
 */
import { lookUp } from "@frist/domain/plan/ActivityLookup"
import { comparable } from "@frist/domain/text/ComparableText"
import { Day } from "@frist/domain/Day"
import { readDate } from "@frist/domain/dates/DateReading"
import { givenDate } from "@frist/domain/dates/GivenDate"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import { slug } from "@frist/domain/text/Slug"
import { type ActivityId, Position } from "@frist/domain/Names"
import * as Text from "@frist/domain/text/Text"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { refused, wrongUsage } from "../failures/Failure.ts"
import { type NameOf, namesIn } from "../terminal/ActivityName.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"

/** Reads a day, `YYYY-MM-DD`; wrong usage for a day that is not in the calendar. */
export const dayArgument = (words: string, phrase: CommandPhrases) => {
  const { errors } = phrase.text
  const day = Day.parse(words.trim())
  if (day !== undefined) return Effect.succeed(day)
  const isImpossible = readDate(words).oddities.includes("DateImpossible")
  return Effect.fail(wrongUsage(isImpossible ? errors.oddDate.DateImpossible(words) : errors.notADay(words)))
}

/** Reads a day if it is given. */
export const optionalDay = (words: Option.Option<string>, phrase: CommandPhrases) =>
  Option.isNone(words) ? Effect.succeed(undefined) : dayArgument(words.value, phrase)

const secondsIn: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }

/** Reads a length of time such as `30s`, `5m` or `2h` as seconds, if it is given. */
export const optionalSeconds = (words: Option.Option<string>, { text: { errors } }: CommandPhrases) => {
  if (Option.isNone(words)) return Effect.succeed(undefined)
  const [, many = "", unit = ""] = /^(\d{1,6})([smh])$/u.exec(words.value.trim()) ?? []
  return many === ""
    ? Effect.fail(wrongUsage(errors.notATime(words.value)))
    : Effect.succeed(Number(many) * (secondsIn[unit] ?? 1))
}

/** Reads a planned date in any words that can be read whole; wrong usage for others: no part of them is kept. */
export const dateArgument = (words: string, { text: { errors } }: CommandPhrases) =>
  Effect.mapError(Effect.fromResult(givenDate(words, errors)), wrongUsage)

/** Reads an event number: digits only, without a leading zero. */
export const positionIn = (words: string): Option.Option<Position> =>
  /^[1-9]\d{0,14}$/u.test(words.trim()) ? Schema.decodeOption(Position)(Number(words)) : Option.none()

/** Reads an event number; wrong usage for other words. */
export const positionArgument = (words: string, { text: { errors } }: CommandPhrases) => {
  const position = positionIn(words)
  return Option.isNone(position) ? Effect.fail(wrongUsage(errors.notAPosition(words))) : Effect.succeed(position.value)
}

/** Returns the text unchanged; wrong usage if it is blank or cannot be stored. */
export const storable = (text: string, { text: { errors } }: CommandPhrases) => {
  const fault = text.trim() === "" ? "empty" : Text.fault(text)
  return fault === undefined ? Effect.succeed(text) : Effect.fail(wrongUsage(errors.notText[fault]))
}

/** Returns a text that can be stored, or null if none is given. */
export const storableOption = (text: Option.Option<string>, phrase: CommandPhrases) =>
  Option.isNone(text) ? Effect.succeed(null) : storable(text.value, phrase)

/** The activities to choose from, and the events of every time. */
interface Asked {
  readonly plan: Pick<Plan, "activities">
  readonly events?: ReadonlyArray<Pick<RecordedEvent, "activity">>
}

/**
 * Returns the one activity that the words match; refused if none or several do. For views: its name as a view shows it, or a
 * beginning of its id. Default for `ids`: those of the plan.
 */
export const activityArgument = (
  words: string,
  { events = [], plan }: Asked,
  phrase: CommandPhrases,
  ids: Iterable<ActivityId> = plan.activities.keys()
) => {
  const [all, nameOf] = [[...ids], namesIn(plan)]
  const byName = all.filter((id) => comparable(nameOf(id)) === comparable(words))
  const found = all.some((id) => id === words) || byName.length === 0 ? lookUp(all, words) : byName
  // One that is in the log, and not in the plan of the day that is asked for.
  const isLater = found.length === 0 && lookUp([...idsIn(events)], words).length > 0
  return onlyOne(words, named(found, nameOf), phrase, isLater ? "noActivityThen" : "noActivity")
}

const idsIn = (events: ReadonlyArray<Pick<RecordedEvent, "activity">>): ReadonlySet<ActivityId> =>
  new Set(events.flatMap(({ activity }) => activity ?? []))

/** An activity that may be meant. */
interface Candidate {
  readonly id: ActivityId
  readonly name: string
}

const named = (ids: ReadonlyArray<ActivityId>, nameOf: NameOf): ReadonlyArray<Candidate> =>
  ids.map((id) => ({ id, name: nameOf(id) }))

/** Lists activities as they may be typed, each with its name. */
const listed = (candidates: ReadonlyArray<Candidate>): string =>
  candidates
    .slice(0, 12)
    .map(({ id, name }) => (name === id ? id : `${id} (${name})`))
    .join(", ")

/**
 * Returns the one activity that a command changes: its id, whole words of it, or whole words of its name; refused if
 * none or several have them. A mistyped letter must not hit another row for ever.
 */
export const changedActivity = (words: string, activities: Iterable<Activity>, phrase: CommandPhrases) => {
  const all = [...activities]
  const ids = all.map(({ id }) => id)
  const byId = lookUp(ids, words, "word")
  const nameOf = namesIn({ activities: new Map(all.map((each) => [each.id, each])) })
  const byName = ids.filter((id) => comparable(nameOf(id)) === comparable(words))
  const worded = byName.length > 0 ? byName : all.filter((each) => hasInName(each, words)).map(({ id }) => id)
  const found = byId.length > 0 ? byId : worded
  const begun = found.length > 0 ? [] : lookUp(ids, words)
  return begun.length > 0
    ? Effect.fail(refused(phrase.text.errors.notAWholeWord(words, listed(named(begun, nameOf)))))
    : onlyOne(words, named(found, nameOf), phrase)
}

const hasInName = ({ actions, area, goal, parent }: Activity, words: string): boolean => {
  const wanted = slug(words, 500)
  const name = `-${slug(goal ?? actions ?? area ?? "", 500)}-`
  return parent === null && wanted.length > 1 && name.includes(`-${wanted}-`)
}

const onlyOne = (
  words: string,
  found: ReadonlyArray<Candidate>,
  { text }: CommandPhrases,
  none: "noActivity" | "noActivityThen" = "noActivity"
) => {
  const only = found[0]
  return only === undefined
    ? Effect.fail(refused(text.errors[none](words)))
    : found.length > 1
      ? Effect.fail(refused(text.errors.ambiguous(words, listed(found))))
      : Effect.succeed(only.id)
}
