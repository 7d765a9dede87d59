/**
 * The arguments and flags that several commands share.
 */
import * as Argument from "effect/cli/Argument"
import * as Flag from "effect/cli/Flag"
import { orders } from "../terminal/views/ViewOrder.ts"

/** Makes an argument of any words. */
export const argument = (name: string, description: string) =>
  Argument.String(name).pipe(Argument.withDescription(description))

/** Makes a flag that takes any words. */
export const option = (name: string, description: string, metavar: string) =>
  Flag.String(name).pipe(Flag.withDescription(description), Flag.withMetavar(metavar))

/** The activity that a command changes. */
export const activityToChange = argument("ACTIVITY", "Its name, its id or a unique part of that")

/** The day of the fact. */
export const on = option("on", "The day it became true or was reported; default: today", "DATE").pipe(Flag.optional)

/** Makes the flag that takes something away instead of naming it. */
export const none = (description: string) =>
  Flag.Boolean("none").pipe(Flag.withDescription(description), Flag.withDefault(false))

/** The order of the rows of a view. */
export const sort = Flag.Literals("sort", orders).pipe(
  Flag.withDescription("Sort order: as in the document, by area, nearest deadline first, or largest slip first"),
  Flag.withDefault("document")
)

/**
 * Lets a flag be given any number of times up to `most`, or not at all. Without a default, help would say that it is
 * required.
 */
export const repeatable =
  (most = Number.MAX_SAFE_INTEGER) =>
  <A>(flag: Flag.Flag<A>): Flag.Flag<ReadonlyArray<A>> =>
    flag.pipe(Flag.between(0, most), Flag.withDefault<ReadonlyArray<A>>([]))
