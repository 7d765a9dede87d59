/**
 * The commands of findings: list the open ones, and waive one.
 */
import { withNames } from "../terminal/ActivityName.ts"
import { findingsText } from "../terminal/views/FindingsText.ts"
import { findingList } from "@frist/projections/FindingList"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { print } from "../Output.ts"
import { openedPlan } from "../arguments/ChosenPlan.ts"
import { argument, option } from "./Arguments.ts"
import { recordCommand } from "./CommandRecording.ts"
import { positionArgument, storable } from "../arguments/ArgumentValues.ts"

const severities = { error: ["error"], warning: ["error", "warning"], info: ["error", "warning", "info"] } as const

/** The severities by their words in both languages. */
const levels = [
  ["error", "error"],
  ["warning", "warning"],
  ["info", "info"],
  ["fel", "error"],
  ["varning", "warning"],
  ["upplysning", "info"]
] as const

/** `frist findings`. */
export const findingsCommand = Command.make(
  "findings",
  {
    severity: Flag.ChoiceWithValue("severity", levels).pipe(
      Flag.withDescription("Only findings of at least this severity"),
      Flag.withDefault("info" as const)
    ),
    waived: Flag.Boolean("waived").pipe(Flag.withDescription("Include waived findings"), Flag.withDefault(false))
  },
  Effect.fn(function* ({ severity, waived }) {
    const { history, session } = yield* openedPlan
    const view = findingList(history, { severities: severities[severity] })
    const shown = { ...view, findings: view.findings.filter((row) => waived || row.waived === null) }
    yield* print(session, shown, withNames(findingsText, history.plan), ({ findings: rows }) => rows)
  })
).pipe(Command.withDescription("Show the open findings with their numbers"))

/** `frist waive`. */
export const waiveCommand = Command.make(
  "waive",
  {
    position: argument("POSITION", "The number of the finding, from frist findings"),
    reason: option("reason", "Why it can be ignored", "TEXT")
  },
  (input) =>
    recordCommand(Option.none(), (_plan, { phrase }) =>
      Effect.gen(function* () {
        const position = yield* positionArgument(input.position, phrase)
        return {
          _tag: "WaiveFinding",
          position,
          reason: yield* storable(input.reason, phrase)
        } as const
      })
    )
).pipe(Command.withDescription("Waive a finding with a reason, also when a later edition raises it again"))
