/**
 * The command that writes the report for a review.
 */
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { option } from "./Arguments.ts"

export const reportCommand = Command.make(
  "report",
  {
    heldOn: option("held-on", "The day of the review; compared with the review before it", "DATE"),
    out: Flag.String("out").pipe(
      Flag.withDescription("The file to write, never over another; default the screen"),
      Flag.withMetavar("FILE"),
      Flag.optional
    ),
    anchor: Flag.String("anchor").pipe(
      Flag.withDescription("Count the timeline from this activity; default sdv, where there is one"),
      Flag.withMetavar("ACTIVITY"),
      Flag.optional
    ),
    findings: Flag.Boolean("findings").pipe(
      Flag.withDescription("The findings that stand too: not for publication"),
      Flag.withDefault(false)
    )
  },
  // Charts and writers are loaded only by who needs them.
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../report/ReportCommand.ts")),
      ({ writeReport }) => writeReport(input)
    )
).pipe(
  Command.withDescription(
    "Write the report for a review as --format html, docx, xlsx, md, csv or json: what moved, by how much and why, and the tables"
  )
)
