/**
 * The command that corrects a recording error.
 */
import * as FactReplacement from "@frist/domain/plan/FactReplacement"
import type { Fact } from "@frist/domain/Event"
import { factAt } from "@frist/domain/plan/Lens"
import { Replacement } from "@frist/domain/Command"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { refused, wrongUsage } from "../failures/Failure.ts"
import { dateArgument, positionArgument, storable } from "../arguments/ArgumentValues.ts"
import { argument, option } from "./Arguments.ts"
import { recordCommand } from "./CommandRecording.ts"

/** `frist correct`. */
export const correctCommand = Command.make(
  "correct",
  {
    position: argument("POSITION", "The number of the event, from frist history"),
    reason: option("reason", "What was wrong", "TEXT"),
    date: option("date", "The right date", "DATE").pipe(Flag.optional),
    text: option("text", "The right text", "TEXT").pipe(Flag.optional),
    json: option("json", "The right event, complete, as JSON", "EVENT").pipe(Flag.optional),
    withdraw: Flag.Boolean("withdraw").pipe(
      Flag.withDescription("Withdraw the event: it never happened"),
      Flag.withDefault(false)
    )
  },
  (input) =>
    recordCommand(Option.none(), (_plan, { phrase }, { log: events }) =>
      Effect.gen(function* () {
        const { errors } = phrase.text
        const position = yield* positionArgument(input.position, phrase)
        const ways = [Option.isSome(input.date), Option.isSome(input.text), Option.isSome(input.json), input.withdraw]
        if (ways.filter((given) => given).length !== 1) return yield* wrongUsage(errors.oneCorrection)
        const reason = yield* storable(input.reason, phrase)
        if (!input.withdraw && events[position - 1]?.event === null) return yield* refused(errors.removed(position))
        const fact = factAt(events, position)
        // The plan itself refuses a position that holds no fact.
        const replacement = input.withdraw || fact === undefined ? null : yield* replace(fact, input, phrase)
        if (replacement === undefined)
          return yield* wrongUsage(errors.notInThatEvent(phrase.text.event[fact?._tag ?? "Corrected"]))
        return { _tag: "Correct", position, replacement, reason } as const
      })
    )
).pipe(
  Command.withDescription(
    "Correct a recording error; the event stays in the log, the correction is not a move, and corrections accumulate"
  ),
  Command.withExamples([
    { command: 'frist correct 12 --date 2024-12-31 --reason "Feltryck"', description: "Correct a date" }
  ])
)

const replace = Effect.fnUntraced(function* (
  fact: Fact,
  input: {
    readonly date: Option.Option<string>
    readonly text: Option.Option<string>
    readonly json: Option.Option<string>
  },
  phrase: CommandPhrases
) {
  if (Option.isSome(input.date)) return FactReplacement.withDate(fact, yield* dateArgument(input.date.value, phrase))
  if (Option.isSome(input.text)) return FactReplacement.withText(fact, yield* storable(input.text.value, phrase))
  const json = Option.getOrElse(input.json, () => "")
  const whole = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.toCodecJson(Replacement)), {
    onExcessProperty: "error"
  })(json)
  return Option.isSome(whole) ? whole.value : yield* wrongUsage(phrase.text.errors.notAnEvent)
})
