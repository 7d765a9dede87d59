/**
 * The shared flags, interpreted: the database and the plan, the times, the format, the language and the actor.
 */
import { Day } from "@frist/domain/Day"
import { Actor, PlanId } from "@frist/domain/Names"
import type { ViewTimes } from "@frist/projections/History"
import type { DatabaseAddress } from "@frist/store/DatabaseAddress"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { userInfo } from "node:os"
import { isLanguage } from "./AskedLanguage.ts"
import { optionalDay, optionalSeconds } from "./arguments/ArgumentValues.ts"
import { databaseOf } from "./database/Database.ts"
import { wrongUsage } from "./failures/Failure.ts"
import { frist, viewFormats } from "./RootCommand.ts"
import { type CommandPhrases, commandPhrases } from "./texts/CommandPhrases.ts"

type ViewFormat = (typeof viewFormats)[number]
type Flags = Effect.Success<typeof frist>

/** The interpreted flags of a command. */
export interface Session {
  readonly database: DatabaseAddress
  readonly plan: Option.Option<PlanId>
  readonly times: ViewTimes
  /** The most seconds that a standby may be behind; undefined: any. */
  readonly maxLag: number | undefined
  readonly format: ViewFormat
  readonly phrase: CommandPhrases
  readonly actor: Actor
  /** The current day by the clock. */
  readonly today: Day
}

/** Interprets the shared flags; fails with wrong usage if one of them is invalid. */
export const readSession = Effect.gen(function* () {
  const flags = yield* frist
  const format = viewFormats.find((each) => each === flags.format)
  if (format === undefined) {
    const { errors } = commandPhrases(isLanguage(flags.lang) ? flags.lang : "sv").text
    return yield* wrongUsage(errors.onlyReport(flags.format))
  }
  return yield* sessionOf(flags, format)
})

/** Interprets the given flags, with a format for views that may differ from that of the flags. */
export const sessionOf = Effect.fnUntraced(function* (flags: Flags, format: ViewFormat) {
  const phrase = commandPhrases(isLanguage(flags.lang) ? flags.lang : "sv")
  if (!isLanguage(flags.lang)) return yield* wrongUsage(phrase.text.errors.notALanguage(flags.lang))
  const { errors } = phrase.text
  const database = databaseOf(flags.db)
  if (Result.isFailure(database)) return yield* wrongUsage(errors.address[database.failure])
  const now = localDay(yield* Clock.currentTimeMillis)
  const given = yield* optionalDay(flags.asOf, phrase)
  const today = (yield* optionalDay(flags.today, phrase)) ?? given ?? now
  // Facts of a later day are shown only when --as-of asks for them.
  const asOf = given ?? today
  const knownAt = Option.isNone(flags.knownAt) ? undefined : instant(flags.knownAt.value)
  if (knownAt === null) {
    return yield* wrongUsage(errors.notAnInstant(Option.getOrElse(flags.knownAt, () => "")))
  }
  const maxLag = yield* optionalSeconds(flags.maxLag, phrase)
  const plan = Option.isNone(flags.plan) ? Option.none<PlanId>() : Schema.decodeOption(PlanId)(flags.plan.value)
  if (Option.isSome(flags.plan) && Option.isNone(plan)) return yield* wrongUsage(errors.notAnId(flags.plan.value))
  const name = Option.getOrElse(flags.actor, userName)
  const actor = Schema.decodeOption(Actor)(name)
  if (Option.isNone(actor)) return yield* wrongUsage(errors.notAnActor(name.slice(0, 40)))
  const result: Session = {
    database: database.success,
    plan,
    times: { asOf, knownAt, today },
    format,
    maxLag,
    phrase,
    actor: actor.value,
    today: now
  }
  return result
})

/** Returns the calendar day of an instant in the time zone of this process. */
export const localDay = (milliseconds: number): Day => {
  const here = new Date(milliseconds)
  return Day.of(here.getFullYear(), here.getMonth() + 1, here.getDate())
}

const userName = (): string => {
  try {
    return userInfo().username
  } catch {
    return "okänd"
  }
}

/**
 * Returns the last millisecond of a day in UTC, or of an instant with a zone: of its second, or of its minute, where it
 * gives no smaller part. Returns null for other text.
 */
const instant = (words: string): number | null => {
  const day = Day.parse(words)
  if (day !== undefined) return (Day.toNumber(day) + 1) * 86_400_000 - 1
  const found = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/u.exec(words)
  if (found === null) return null
  const milliseconds = Date.parse(words.replace(" ", "T"))
  const whole = found[1] === undefined ? 60_000 : found[2] === undefined ? 1000 : 1
  return Number.isNaN(milliseconds) || Day.parse(words.slice(0, 10)) === undefined ? null : milliseconds + whole - 1
}
