/**
 * Commands as plain values: ids are strings, a date is its words, and a nullable field may be omitted if null has no
 * meaning of its own.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { Command } from "@frist/domain/Command"
import { givenDate } from "@frist/domain/dates/GivenDate"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { FristError } from "./FristError.ts"

/** Commands about cells that are kept, which `record` cannot be given: the log would say that it has them. */
const ofCells = ["KeepEdition", "EraseEdition"] as const
const isOfCells: ReadonlySet<string> = new Set(ofCells)

type Encoded = Exclude<typeof Command.Encoded, { readonly _tag: (typeof ofCells)[number] }>
type Read = typeof PlannedDate.Encoded

/** Words that are to stay unread, whatever they are: `{ unread: "när upphandlingen är klar" }`. */
interface Unread {
  readonly unread: string
}

/** A date in words (`2024-06-30`, `hösten 2024`), or one already read. Words that cannot be read whole are `invalid`. */
type DateInput = string | Read | Unread

/** The fields that hold dates, by tag. */
const dates: Readonly<Record<string, ReadonlyArray<string>>> = {
  RegisterActivity: ["deadline"],
  MoveDeadline: ["to"],
  ApproveBaseline: ["to"],
  RequestExtension: ["to"],
  DecideExtension: ["to"],
  RecordMeasurement: ["period"],
  Completed: ["on"],
  ActivityRegistered: ["deadline"],
  DeadlineMoved: ["from", "to"],
  BaselineApproved: ["from", "to"],
  ExtensionRequested: ["to"],
  ExtensionDecided: ["to"],
  MeasurementRecorded: ["period"]
}
/** The fields that may be omitted, by tag: null has no meaning of its own in them. */
const omittable = {
  HoldReview: ["title"],
  RegisterActivity: ["parent", "area", "goal", "actions", "responsible", "deadline"],
  MoveDeadline: ["reason"],
  RequestExtension: ["reason"],
  DecideExtension: ["to"],
  DeclareDependency: ["words"],
  EndDependency: ["reason"],
  SetTarget: ["value", "unit"],
  RecordMeasurement: ["unit", "qualifier", "period"]
} as const

type WithWords<T> = T extends Read ? DateInput : T extends object ? { readonly [K in keyof T]: WithWords<T[K]> } : T
type Plain<C extends Encoded> = C extends Encoded
  ? C["_tag"] extends keyof typeof omittable
    ? Omit<WithWords<C>, (typeof omittable)[C["_tag"]][number]> & {
        readonly [K in Extract<keyof C, (typeof omittable)[C["_tag"]][number]>]?: WithWords<C[K]>
      }
    : WithWords<C>
  : never

/** A command to a plan, such as `{ _tag: "MoveDeadline", activity: "webbokning", to: "våren 2025" }`. */
export type PlainCommand = Plain<Encoded>

const decode = Schema.decodeUnknownResult(Command)

const mapped = (value: object, each: (given: unknown, key: string) => unknown): object =>
  Array.isArray(value)
    ? value.map((item, at) => each(item, String(at)))
    : Object.fromEntries(Object.entries(value).map(([key, given]) => [key, each(given, key)]))

const withDates = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value
  const tag = String((value as { readonly _tag?: unknown })._tag)
  const own = Object.hasOwn(dates, tag) ? (dates[tag] ?? []) : []
  return mapped(value, (given, key) => (own.includes(key) ? dateOf(given) : withDates(given)))
}

/** Returns a decoded command in which the dates are still meant unread that were so before, in the same fields. */
const meantAs = (decoded: unknown, before: unknown): unknown => {
  if (typeof before !== "object" || before === null || typeof decoded !== "object" || decoded === null) return decoded
  if (PlannedDate.isMeantUnread(before as PlannedDate)) return before
  return mapped(decoded, (given, key) => meantAs(given, (before as Record<string, unknown>)[key]))
}

/** Reads a date given in words; throws the sentence of the command line where they cannot be read whole. */
const dateOf = (given: unknown): unknown => {
  if (typeof given === "string") {
    return Result.getOrThrowWith(givenDate(given), (sentence) => new FristError("invalid", sentence))
  }
  const isUnread = typeof given === "object" && given !== null && "unread" in given && typeof given.unread === "string"
  return isUnread ? PlannedDate.unread(String(given.unread)) : given
}

const tags: ReadonlyArray<string> = Object.keys(Command.cases).filter((tag) => !isOfCells.has(tag))

/** Joins the lines of a schema error into one sentence. */
const sentence = (tag: string, error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split("\n").map((line) => line.trim())
  return `${tag}: ${lines.filter((line) => line !== "").join(" ")}.`
}

/** Converts a plain command to one of the domain; throws a `FristError` with code `invalid`. */
export const commandOf = (plain: PlainCommand): Command => {
  const tag = String((plain as { readonly _tag?: unknown } | null)?._tag)
  if (!tags.includes(tag)) throw new FristError("invalid", `"${tag}" is not a command: use one of ${tags.join(", ")}.`)
  const fields = Object.hasOwn(omittable, tag) ? omittable[tag as keyof typeof omittable] : []
  const whole = { ...Object.fromEntries(fields.map((key) => [key, null])), ...(withDates(plain) as object) }
  const command = Result.getOrThrowWith(
    decode(whole),
    (error) => new FristError("invalid", sentence(tag, error), { cause: error })
  )
  return meantAs(command, whole) as Command
}
