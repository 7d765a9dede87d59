/**
 * The day and the position at which an activity was registered: the order of the plan.
 */
import type { Slice } from "../ReadModel.ts"

/** The columns of that order. */
export const registeredFields = ({ history, id }: Slice) => {
  const record = history.entriesOf(id ?? "")[0]?.record
  return { registered_on: record?.effectiveOn ?? null, registered_at: record?.position ?? null }
}
