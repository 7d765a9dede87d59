/**
 * What the organisation reports of an activity. Whether something is late is computed, never stored.
 */
import * as Schema from "effect/Schema"
import { PlannedDate } from "./PlannedDate.ts"
import { Text } from "./Text.ts"

/** `Completed.on` is null when the document says done and gives no date. */
export const Status = Schema.TaggedUnion({
  NotStated: {},
  InProgress: {},
  Delayed: {},
  Completed: { on: Schema.NullOr(PlannedDate) },
  Discontinued: { reason: Text }
})
export type Status = typeof Status.Type

export const notStated: Status = { _tag: "NotStated" }
export const inProgress: Status = { _tag: "InProgress" }
export const delayed: Status = { _tag: "Delayed" }

/** Completed and discontinued activities are closed: they must be reopened before they change. */
export const isClosed = (status: Status): boolean => status._tag === "Completed" || status._tag === "Discontinued"

/** True when two statuses say the same thing. */
export const sameStatus = (a: Status, b: Status): boolean =>
  a._tag === "Completed" && b._tag === "Completed"
    ? PlannedDate.same(a.on, b.on)
    : a._tag === "Discontinued" && b._tag === "Discontinued"
      ? a.reason === b.reason
      : a._tag === b._tag
