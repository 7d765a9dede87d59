/**
 * What a tool answers: a part of a view, with the checkpoint of the log that it is read from.
 */
import * as Schema from "effect/Schema"
import type { PlanVersion } from "../serve/ServedPlan.ts"
import { quoted } from "./Quotation.ts"

/** The rows of a list that an answer holds: the `from`th to the `to`th of `of`; 0 where it holds none. */
const Part = Schema.Struct({ of: Schema.Int, from: Schema.Int, to: Schema.Int })

/** The answer of every tool. `view` has the shape that the command prints as JSON, with its texts as quotations. */
export const Answer = Schema.Struct({
  howToRead: Schema.String,
  checkpoint: Schema.Struct({ origin: Schema.String, size: Schema.Int, root: Schema.String }),
  parts: Schema.Record(Schema.String, Part),
  view: Schema.Record(Schema.String, Schema.Json)
})
export type Answer = typeof Answer.Type

/** The rows of a list that are asked for, counted from 1. */
interface AskedPart {
  readonly from: number
  readonly limit: number
}

/** Returns the answer with the asked part of each of these lists of a view. */
export const answerOf = <V extends object>(
  { checkpoint: { origin, root, size } }: PlanVersion,
  view: V,
  lists: ReadonlyArray<keyof V & string>,
  { from, limit }: AskedPart,
  howToRead: string
): Answer => {
  const parts: Record<string, typeof Part.Type> = {}
  const shown: Record<string, unknown> = Object.fromEntries(Object.entries(view))
  for (const list of lists) {
    const rows = view[list] as ReadonlyArray<unknown>
    const part = rows.slice(from - 1, from - 1 + limit)
    const last = from - 1 + part.length
    parts[list] = { of: rows.length, from: part.length === 0 ? 0 : from, to: part.length === 0 ? 0 : last }
    shown[list] = part
  }
  return { howToRead, checkpoint: { origin, size, root }, parts, view: quoted(shown) as Answer["view"] }
}
