/**
 * The sign of each status, which tells statuses apart without colour.
 */
import type { StatusTag } from "./Report.ts"

/** One character per status. */
export const statusMarks: Readonly<Record<StatusTag, string>> = {
  NotStated: "○",
  InProgress: "◐",
  Delayed: "●",
  Completed: "✔",
  Discontinued: "✖"
}
