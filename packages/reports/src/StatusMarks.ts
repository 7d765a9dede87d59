/**
 * The sign of each status: what tells them apart without colour.
 */
import type { StatusTag } from "./Report.ts"

export const statusMarks: Readonly<Record<StatusTag, string>> = {
  NotStated: "○",
  InProgress: "◐",
  Delayed: "●",
  Completed: "✔",
  Discontinued: "✖"
}
