/**
 * The command that writes the report for a review.
 */
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { option } from "./Arguments.ts"

/** `frist report`. */
export const reportCommand = Command.make(
  "report",
  {
    heldOn: option("held-on", "The day of the review; compared with the previous review", "DATE"),
    out: Flag.String("out").pipe(
      Flag.withDescription("The new file to write; default: the screen"),
      Flag.withMetavar("FILE"),
      Flag.optional
    ),
    anchor: Flag.String("anchor").pipe(
      Flag.withDescription("Count the timeline from this activity; default: no such column"),
      Flag.withMetavar("ACTIVITY"),
      Flag.optional
    ),
    findings: Flag.Boolean("findings").pipe(
      Flag.withDescription("Include the open findings; not for publication"),
      Flag.withDefault(false)
    )
  },
  // Imported on demand: charts and writers are large.
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../report/RunReport.ts")),
      ({ runReport }) => runReport(input)
    )
).pipe(
  Command.withDescription(
    "Write the report of a review as --format html, docx, xlsx, md, csv or json: what moved, how far and why, and the tables"
  )
)
