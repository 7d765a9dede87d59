/**
 * Commands as plain values: ids are strings, a date is its words, and a nullable field may be omitted if null has no
 * meaning of its own.
 */
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { Command } from "@frist/domain/Command"
import { readDate } from "@frist/domain/dates/DateReading"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { FristError } from "./FristError.ts"

type Encoded = typeof Command.Encoded
type Read = typeof PlannedDate.Encoded

/** A date in words (`2024-06-30`, `hösten 2024`), or one already read. */
type DateInput = string | Read

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

const withDates = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value
  const tag = String((value as { readonly _tag?: unknown })._tag)
  const own = Object.hasOwn(dates, tag) ? (dates[tag] ?? []) : []
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      typeof each === "string" && own.includes(key) ? readDate(each).date : withDates(each)
    ])
  )
}

const tags: ReadonlyArray<string> = Object.keys(Command.cases)

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
  return Result.getOrThrowWith(decode(whole), (error) => new FristError("invalid", sentence(tag, error), null, error))
}
