/**
 * Commands as plain values: ids are strings, a date is its words, and what may be null may be left out where that
 * says the same.
 */
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { Command } from "@frist/domain/Command"
import { read as readDate } from "@frist/domain/dates/DateReading"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { FristError } from "./FristError.ts"

type Encoded = typeof Command.Encoded
type Read = typeof PlannedDate.Encoded

/** A date in the words that people write (`2024-06-30`, `hösten 2024`), or one that was read already. */
export type DateInput = string | Read

/** Where dates stand in a command, and which of its fields say nothing where they are null. */
const dates: Readonly<Record<string, ReadonlyArray<string>>> = {
  RegisterActivity: ["deadline"],
  MoveDeadline: ["to"],
  ApproveBaseline: ["to"],
  RecordMeasurement: ["period"],
  Completed: ["on"],
  ActivityRegistered: ["deadline"],
  DeadlineMoved: ["from", "to"],
  BaselineApproved: ["from", "to"],
  MeasurementRecorded: ["period"]
}
const silent = {
  HoldReview: ["title"],
  RegisterActivity: ["parent", "area", "goal", "actions", "responsible", "deadline"],
  MoveDeadline: ["reason"],
  SetTarget: ["value", "unit"],
  RecordMeasurement: ["unit", "qualifier", "period"]
} as const

type Said<T> = T extends Read ? DateInput : T extends object ? { readonly [K in keyof T]: Said<T[K]> } : T
type Plain<C extends Encoded> = C extends Encoded
  ? C["_tag"] extends keyof typeof silent
    ? Omit<Said<C>, (typeof silent)[C["_tag"]][number]> & {
        readonly [K in Extract<keyof C, (typeof silent)[C["_tag"]][number]>]?: Said<C[K]>
      }
    : Said<C>
  : never

/** What may be asked of a plan: `{ _tag: "MoveDeadline", activity: "webbokning", to: "våren 2025" }`. */
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

/** One sentence for the lines in which a schema says what it expected. */
const sentence = (tag: string, error: unknown): string => {
  const said = error instanceof Error ? error.message : String(error)
  return `${tag}: ${said.replace(/\s*\n\s*/gu, " ")}.`
}

/** The command as the domain has it; `invalid` where it is none. */
export const commandOf = (plain: PlainCommand): Command => {
  const tag = String((plain as { readonly _tag?: unknown } | null)?._tag)
  if (!tags.includes(tag)) throw new FristError("invalid", `"${tag}" is no command: name one of ${tags.join(", ")}.`)
  const said = Object.hasOwn(silent, tag) ? silent[tag as keyof typeof silent] : []
  const whole = { ...Object.fromEntries(said.map((key) => [key, null])), ...(withDates(plain) as object) }
  return Result.getOrThrowWith(decode(whole), (error) => new FristError("invalid", sentence(tag, error), null, error))
}
