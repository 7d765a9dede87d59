/**
 * The status that the organisation reports of an activity. Lateness is computed, never stored.
 */
import * as Schema from "effect/Schema"
import { PlannedDate } from "./PlannedDate.ts"
import { Text } from "./text/Text.ts"

/** A reported status. `Completed.on` is null if the document says that it is done and gives no date. */
export const Status = Schema.TaggedUnion({
  NotStated: {},
  InProgress: {},
  Delayed: {},
  Completed: { on: Schema.NullOr(PlannedDate) },
  Discontinued: { reason: Text }
})
export type Status = typeof Status.Type

/** A status that leaves the activity open. */
type OpenStatus = Extract<Status, { readonly _tag: "Delayed" | "InProgress" | "NotStated" }>

export const notStated: OpenStatus = { _tag: "NotStated" }
export const inProgress: OpenStatus = { _tag: "InProgress" }
export const delayed: OpenStatus = { _tag: "Delayed" }

/** Returns whether a status closes the activity, so that it must be reopened before it changes. */
export const isClosed = (status: Status): status is Exclude<Status, OpenStatus> =>
  status._tag === "Completed" || status._tag === "Discontinued"

/** Returns whether two statuses are the same, also in their date or reason. */
export const sameStatus = (a: Status, b: Status): boolean =>
  a._tag === "Completed" && b._tag === "Completed"
    ? PlannedDate.same(a.on, b.on)
    : a._tag === "Discontinued" && b._tag === "Discontinued"
      ? a.reason === b.reason
      : a._tag === b._tag
