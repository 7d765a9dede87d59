/**
 * The shared flags, understood: which database and plan, which times, which language; and what to say when they are
 * not what they should be.
 */
import { Day } from "@frist/domain/Day"
import * as Plan from "@frist/domain/Plan"
import { type ActivityId, Actor, PlanId } from "@frist/domain/Names"
import { lookUp } from "@frist/domain/ActivityLookup"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { read as readDate } from "@frist/domain/dates/DateReading"
import type { Language } from "@frist/reports/words/Spoken"
import { commandPhrases, type CommandPhrases } from "./texts/CommandPhrases.ts"
import { UnreadableDocument } from "@frist/editions/UnreadableDocument"
import { History, type ViewTimes } from "@frist/projections/History"
import { type DatabaseAddress, withoutPasswords } from "@frist/store/DatabaseAddress"
import { Conflict, EventLog, EventLogError } from "@frist/store/EventLog"
import type { LogServices } from "@frist/store/LogServices"
import { Refused } from "@frist/store/Recording"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { statSync } from "node:fs"
import { userInfo } from "node:os"
import { databaseOf } from "./database/Database.ts"
import { Failure, refused, wrongUsage } from "./Failure.ts"
import { frist, viewFormats } from "./Frist.ts"
import { storageFailure } from "./database/StorageFailure.ts"

type ViewFormat = (typeof viewFormats)[number]
type Flags = Effect.Success<typeof frist>

/** Everything a command needs to know about how it was called. */
export interface Session {
  readonly database: DatabaseAddress
  readonly plan: Option.Option<PlanId>
  readonly times: ViewTimes
  readonly format: ViewFormat
  readonly phrase: CommandPhrases
  readonly actor: Actor
  /** The day of the clock. */
  readonly today: Day
}

/** Reads the shared flags; fails with one sentence where one is not usable. */
export const session = Effect.gen(function* () {
  const flags = yield* frist
  const format = viewFormats.find((each) => each === flags.format)
  if (format === undefined) {
    const { errors } = commandPhrases(isLanguage(flags.lang) ? flags.lang : "sv").text
    return yield* wrongUsage(errors.onlyReport(flags.format))
  }
  return yield* sessionOf(flags, format)
})

/** The session of these flags, printing in that format. */
export const sessionOf = Effect.fnUntraced(function* (flags: Flags, format: ViewFormat) {
  const phrase = commandPhrases(isLanguage(flags.lang) ? flags.lang : "sv")
  if (!isLanguage(flags.lang)) return yield* wrongUsage(phrase.text.errors.notALanguage(flags.lang))
  const { errors } = phrase.text
  const database = databaseOf(flags.db)
  if (database === undefined) return yield* wrongUsage(errors.notAnAddress(withoutPasswords(flags.db)))
  const now = localDay(yield* Clock.currentTimeMillis)
  const given = yield* optionalDay(flags.asOf, phrase)
  const today = (yield* optionalDay(flags.today, phrase)) ?? given ?? now
  // What lies ahead of today has not happened yet: it is shown where it is asked for.
  const asOf = given ?? today
  const knownAt = Option.isNone(flags.knownAt) ? undefined : instant(flags.knownAt.value)
  if (knownAt === null) {
    return yield* wrongUsage(errors.notAnInstant(Option.getOrElse(flags.knownAt, () => "")))
  }
  const plan = Option.isNone(flags.plan) ? Option.none<PlanId>() : Schema.decodeOption(PlanId)(flags.plan.value)
  if (Option.isSome(flags.plan) && Option.isNone(plan)) return yield* wrongUsage(errors.notAnId(flags.plan.value))
  const name = Option.getOrElse(flags.actor, userName)
  const actor = Schema.decodeOption(Actor)(name)
  if (Option.isNone(actor)) return yield* wrongUsage(errors.notAnActor(name.slice(0, 40)))
  const result: Session = {
    database,
    plan,
    times: { asOf, knownAt, today },
    format,
    phrase,
    actor: actor.value,
    today: now
  }
  return result
})

const isLanguage = (words: string): words is Language => words === "sv" || words === "en"

/** The calendar day of the place where the command is typed. */
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

/** A day on the command line; one that never was is wrong usage. */
export const dayArgument = (words: string, phrase: CommandPhrases) => {
  const day = Day.parse(words.trim())
  return day === undefined ? Effect.fail(wrongUsage(phrase.text.errors.notADay(words))) : Effect.succeed(day)
}

export const optionalDay = (words: Option.Option<string>, phrase: CommandPhrases) =>
  Option.isNone(words) ? Effect.succeed(undefined) : dayArgument(words.value, phrase)

/** A planned date on the command line: any words that can be read; words that cannot are wrong usage. */
export const dateArgument = (words: string, phrase: CommandPhrases) => {
  const { date } = readDate(words)
  return date.edtf === null ? Effect.fail(wrongUsage(phrase.text.errors.notADate(words))) : Effect.succeed(date)
}

/** The last millisecond of a day in UTC, or the last of an instant with its zone (its second, or minute, where that is all it gives); null for neither. */
const instant = (words: string): number | null => {
  const day = Day.parse(words)
  if (day !== undefined) return (Day.toNumber(day) + 1) * 86_400_000 - 1
  const found = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/u.exec(words)
  if (found === null) return null
  const milliseconds = Date.parse(words.replace(" ", "T"))
  const whole = found[1] === undefined ? 60_000 : found[2] === undefined ? 1000 : 1
  return Number.isNaN(milliseconds) || Day.parse(words.slice(0, 10)) === undefined ? null : milliseconds + whole - 1
}

/** Runs with the session's log open; the driver is loaded only now. `create` makes a file where it is missing. */
export const withLog = <A, E, R>(own: Session, create: boolean, self: Effect.Effect<A, E, R>) =>
  withLayer(
    own,
    create,
    Effect.promise(() => layerOf(own.database, create)),
    self
  )

const layerOf = async (
  database: DatabaseAddress,
  create: boolean
): Promise<Layer.Layer<LogServices, EventLogError>> => {
  if (database.kind === "file") {
    const { layer } = await import("@frist/store/sqlite/SqliteEventLog")
    return layer({ filename: database.name, create })
  }
  const { layer } = await import("./database/Server.ts")
  return layer({ url: database.url, connections: 2 })
}

/** Runs with the session's log open, and where there is no file with an empty log: nothing is stored. */
export const withLogIfAny = <A, E, R>(own: Session, self: Effect.Effect<A, E, R>) =>
  isThere(own.database)
    ? withLog(own, false, self)
    : withLayer(
        own,
        false,
        Effect.map(
          Effect.promise(() => import("@frist/store/memory/MemoryEventLog")),
          ({ layer }) => layer
        ),
        self
      )

/** Whether there is a file, or something that cannot be seen: then opening it says what is wrong. */
const isThere = (database: DatabaseAddress): boolean => {
  if (database.kind === "server") return true
  try {
    return statSync(database.name, { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}

const withLayer = <A, E, R>(
  { database, phrase }: Session,
  create: boolean,
  layer: Effect.Effect<Layer.Layer<LogServices, EventLogError>>,
  self: Effect.Effect<A, E, R>
): Effect.Effect<A, Failure | Exclude<E, EventLogError | Conflict | Refused>, Exclude<R, LogServices>> =>
  Effect.provide(self, Layer.unwrap(layer)).pipe(
    Effect.mapError((error) => {
      if (error instanceof EventLogError)
        return storageFailure(database, create ? "writing" : "reading", error, phrase.text)
      if (error instanceof Conflict) return refused(phrase.text.errors.conflict)
      if (error instanceof Refused) return refused(refusalSentence(error.refusal, phrase))
      return error as Failure | Exclude<E, EventLogError | Conflict | Refused>
    })
  )

/** A refusal in words. */
export const refusalSentence = (refusal: Refused["refusal"], { text }: CommandPhrases): string =>
  (text.refusals[refusal._tag] as (refusal: Refused["refusal"]) => string)(refusal)

/** The plan asked for, or the only one. */
export const planAsked = Effect.fnUntraced(function* ({ phrase, plan }: Session) {
  const { errors } = phrase.text
  const log = yield* EventLog
  const plans = (yield* log.plans).map((each) => each.plan)
  const chosen = Option.isSome(plan) ? plan.value : plans.length === 1 ? plans[0] : undefined
  if (chosen === undefined) {
    return yield* wrongUsage(plans.length === 0 ? errors.noPlan : errors.whichPlan(plans.join(", ")))
  }
  if (!plans.includes(chosen)) return yield* wrongUsage(errors.noSuchPlan(chosen, plans.join(", ")))
  return chosen
})

/** The plan asked for, and its log. */
export const readPlan = Effect.fnUntraced(function* (own: Session) {
  const id = yield* planAsked(own)
  const events: ReadonlyArray<RecordedEvent> = yield* (yield* EventLog).read(id)
  return { id, events }
})

/** The session with the plan asked for and its log, for reading. */
export const opened = Effect.gen(function* () {
  const own = yield* session
  const { events } = yield* withLog(own, false, readPlan(own))
  return { own, history: History.of(events, own.times) }
})

/** The one activity that a person's words mean. */
export const activityArgument = (words: string, plan: Plan.Plan, phrase: CommandPhrases) =>
  activityAmong(words, plan.activities.keys(), phrase)

/** The one of these activities that a person's words mean. */
export const activityAmong = (words: string, ids: Iterable<ActivityId>, { text }: CommandPhrases) => {
  const found = lookUp(ids, words)
  const only = found[0]
  return only === undefined
    ? Effect.fail(refused(text.errors.noActivity(words)))
    : found.length > 1
      ? Effect.fail(refused(text.errors.ambiguous(words, found.slice(0, 12).join(", "))))
      : Effect.succeed(only)
}

/** A document that cannot be read: a path that is no file is wrong usage, anything else is refused. */
export const documentFailure = (error: UnreadableDocument, { text }: CommandPhrases): Failure => {
  const sentence = text.problems[error.problem](error.document, error.detail)
  return error.problem === "missing" || error.problem === "directory" ? wrongUsage(sentence) : refused(sentence)
}
