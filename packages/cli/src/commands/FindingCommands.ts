/**
 * The commands about findings: show what stands, and let one be.
 */
import { findingsText } from "../terminal/FindingsText.ts"
import { findingList } from "@frist/projections/FindingList"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { wrongUsage } from "../Failure.ts"
import { print } from "../Output.ts"
import { opened } from "../Session.ts"
import { act, argument, option, positionArgument, storable } from "./Arguments.ts"

const severities = { error: ["error"], warning: ["error", "warning"], info: ["error", "warning", "info"] } as const

const findingsCommand = Command.make(
  "findings",
  {
    severity: Flag.Literals("severity", ["error", "warning", "info"]).pipe(
      Flag.withDescription("Only those at least this severe"),
      Flag.withDefault("info")
    ),
    waived: Flag.Boolean("waived").pipe(Flag.withDescription("Those that were waived too"), Flag.withDefault(false))
  },
  Effect.fn(function* ({ severity, waived }) {
    const { history, own } = yield* opened
    const view = findingList(history, { severities: severities[severity] })
    const shown = { ...view, findings: view.findings.filter((row) => waived || row.waived === null) }
    yield* print(own, shown, findingsText, ({ findings: rows }) => rows)
  })
).pipe(Command.withDescription("Show the findings that stand, with their numbers"))

const waiveCommand = Command.make(
  "waive",
  {
    position: argument("POSITION", "The finding's number; see frist findings"),
    reason: option("reason", "Why it may be let be", "TEXT")
  },
  (input) =>
    act(Option.none(), (_plan, { phrase }) =>
      Effect.gen(function* () {
        const position = positionArgument(input.position)
        if (Option.isNone(position)) return yield* wrongUsage(phrase.text.errors.notAPosition(input.position))
        return {
          _tag: "WaiveFinding",
          position: position.value,
          reason: yield* storable(input.reason, phrase)
        } as const
      })
    )
).pipe(Command.withDescription("Let a finding be, with a reason: also when the next edition gives rise to it again"))

export const findingCommands = [findingsCommand, waiveCommand] as const
