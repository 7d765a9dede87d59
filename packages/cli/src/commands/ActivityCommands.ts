/**
 * The subcommands that change one activity. Each records one domain command.
 */
import type { ActivityId } from "@frist/domain/Names"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { wrongUsage } from "../failures/Failure.ts"
import { dateArgument, storable, storableOption } from "../arguments/ArgumentValues.ts"
import { statusArgument } from "../arguments/StatusArgument.ts"
import { readSession } from "../Session.ts"
import { activityToChange, argument, on, option } from "./Arguments.ts"
import { recordActivityCommand } from "./CommandRecording.ts"

const status = Command.make(
  "status",
  {
    activity: activityToChange,
    to: argument("STATUS", "In progress, delayed or not stated; or in the words of the document, such as ARBETE PÅGÅR"),
    on
  },
  (input) =>
    Effect.gen(function* () {
      const to = yield* statusArgument(input.to, (yield* readSession).phrase)
      const command = (activity: ActivityId) => Effect.succeed({ _tag: "ChangeStatus", activity, to } as const)
      yield* recordActivityCommand(input.activity, input.on, command)
    })
).pipe(Command.withDescription("Report a status; for completed, see frist complete"))

const move = Command.make(
  "move",
  {
    activity: activityToChange,
    to: argument("DATE", "The new forecast: 2024-12-31, 2024-06, hösten 2024, tills vidare …"),
    reason: option("reason", "Why", "TEXT").pipe(Flag.optional),
    on
  },
  (input) =>
    recordActivityCommand(input.activity, input.on, (id, { phrase }) =>
      Effect.gen(function* () {
        const to = yield* dateArgument(input.to, phrase)
        return { _tag: "MoveDeadline", activity: id, to, reason: yield* storableOption(input.reason, phrase) } as const
      })
    )
).pipe(
  Command.withDescription("Move a deadline: a new forecast, not a new baseline"),
  Command.withExamples([
    {
      command: 'frist move webbtidbokning-ogon "hösten 2024" --reason "Nyanställda först"',
      description: "Move web booking"
    }
  ])
)

const approve = Command.make(
  "approve",
  {
    activity: activityToChange,
    to: argument("DATE", "The new baseline"),
    decision: option("decision", "The reference of the decision", "TEXT"),
    on
  },
  (input) =>
    recordActivityCommand(input.activity, input.on, (id, { phrase }) =>
      Effect.gen(function* () {
        const to = yield* dateArgument(input.to, phrase)
        return { _tag: "ApproveBaseline", activity: id, to, decision: yield* storable(input.decision, phrase) } as const
      })
    )
).pipe(Command.withDescription("Record an approved baseline"))

const note = Command.make(
  "note",
  { activity: activityToChange, text: argument("TEXT", "The follow-up note"), on },
  (input) =>
    recordActivityCommand(input.activity, input.on, (id, { phrase }) =>
      Effect.map(storable(input.text, phrase), (text) => ({ _tag: "NoteFollowUp", activity: id, text }) as const)
    )
).pipe(Command.withDescription("Add a follow-up note"))

const measure = Command.make(
  "measure",
  {
    activity: activityToChange,
    measure: argument("MEASURE", 'What was measured, such as "ärenden via 1177"'),
    value: Argument.String("VALUE").pipe(Argument.withDescription("The number; decimal comma or point")),
    unit: option("unit", "Its unit", "TEXT").pipe(Flag.optional),
    period: option("period", "The period it covers", "DATE").pipe(Flag.optional),
    qualifier: Flag.Literals("qualifier", ["about", "over", "under"]).pipe(
      Flag.withDescription("Whether the number is approximate or a bound"),
      Flag.optional
    ),
    on
  },
  (input) =>
    recordActivityCommand(input.activity, input.on, (id, { phrase }) =>
      Effect.gen(function* () {
        const value = numberIn(input.value)
        if (value === undefined) return yield* wrongUsage(phrase.text.errors.notANumber(input.value))
        return {
          _tag: "RecordMeasurement",
          activity: id,
          measure: yield* storable(input.measure, phrase),
          value,
          unit: yield* storableOption(input.unit, phrase),
          qualifier: Option.getOrNull(input.qualifier),
          period: Option.isNone(input.period) ? null : yield* dateArgument(input.period.value, phrase),
          words: input.value
        } as const
      })
    )
).pipe(Command.withDescription("Record a measured figure"))

/** Parses digits, with spaces between thousands and a comma or point before decimals; `1.234` is ambiguous and rejected. */
const numberIn = (words: string): number | undefined => {
  const plain = words
    .trim()
    .replace("\u2212", "-")
    .replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/gu, "")
  return /^-?\d{1,15}(?:[.,]\d{1,9})?$/u.test(plain) && !/^-?\d{1,3}[.,]\d{3}$/u.test(plain)
    ? Number(plain.replace(",", "."))
    : undefined
}

const complete = Command.make(
  "complete",
  { activity: activityToChange, date: argument("DATE", "The day of completion, if known").pipe(Argument.optional), on },
  (input) =>
    recordActivityCommand(input.activity, input.on, (id, { phrase }) =>
      Effect.gen(function* () {
        const done = Option.isNone(input.date) ? null : yield* dateArgument(input.date.value, phrase)
        return { _tag: "ChangeStatus", activity: id, to: { _tag: "Completed", on: done } } as const
      })
    )
).pipe(Command.withDescription("Report an activity as completed"))

const reopen = Command.make("reopen", { activity: activityToChange, on }, (input) =>
  recordActivityCommand(input.activity, input.on, (id) => Effect.succeed({ _tag: "ReopenActivity", activity: id }))
).pipe(Command.withDescription("Reopen a closed activity"))

const discontinue = Command.make(
  "discontinue",
  { activity: activityToChange, reason: option("reason", "Why", "TEXT"), on },
  (input) =>
    recordActivityCommand(input.activity, input.on, (id, { phrase }) =>
      Effect.map(
        storable(input.reason, phrase),
        (reason) => ({ _tag: "ChangeStatus", activity: id, to: { _tag: "Discontinued", reason } }) as const
      )
    )
).pipe(Command.withDescription("Discontinue an activity without a result"))

/** `frist status`, `move`, `approve`, `note`, `measure`, `complete`, `reopen` and `discontinue`. */
export const activityCommands = [status, move, approve, note, measure, complete, reopen, discontinue] as const
