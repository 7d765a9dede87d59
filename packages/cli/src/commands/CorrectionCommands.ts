/**
 * The command that puts a recording error right.
 */
import * as Correction from "@frist/domain/Correction"
import type { Fact } from "@frist/domain/Event"
import { standingFact } from "@frist/domain/Lens"
import { Replacement } from "@frist/domain/Command"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { refused, wrongUsage } from "../Failure.ts"
import { dateArgument } from "../Session.ts"
import { act, argument, option, positionArgument, storable } from "./Arguments.ts"

export const correct = Command.make(
  "correct",
  {
    position: argument("POSITION", "The event's number; see frist history"),
    reason: option("reason", "What was wrong", "TEXT"),
    date: option("date", "The right date", "DATE").pipe(Flag.optional),
    text: option("text", "The right text", "TEXT").pipe(Flag.optional),
    json: option("json", "The right event, whole, as JSON", "EVENT").pipe(Flag.optional),
    withdraw: Flag.Boolean("withdraw").pipe(Flag.withDescription("It never happened"), Flag.withDefault(false))
  },
  (input) =>
    act(Option.none(), (_plan, own, events) =>
      Effect.gen(function* () {
        const { phrase } = own
        const { errors } = phrase.text
        const position = positionArgument(input.position)
        if (Option.isNone(position)) return yield* wrongUsage(errors.notAPosition(input.position))
        const ways = [Option.isSome(input.date), Option.isSome(input.text), Option.isSome(input.json), input.withdraw]
        if (ways.filter((given) => given).length !== 1) return yield* wrongUsage(errors.oneCorrection)
        const reason = yield* storable(input.reason, phrase)
        if (!input.withdraw && events[position.value - 1]?.event === null)
          return yield* refused(errors.removed(position.value))
        const fact = standingFact(events, position.value)
        // A position that holds no fact is refused by the plan itself, in its own words.
        const replacement = input.withdraw || fact === undefined ? null : yield* replace(fact, input, phrase)
        if (replacement === undefined)
          return yield* wrongUsage(errors.notInThatEvent(phrase.text.event[fact?._tag ?? "Corrected"]))
        return { _tag: "Correct", position: position.value, replacement, reason } as const
      })
    )
).pipe(
  Command.withDescription(
    "Put a recording error right; what is corrected stays in the log and is not a move; corrections of one event build on each other"
  ),
  Command.withExamples([
    { command: 'frist correct 12 --date 2024-12-31 --reason "Feltryck"', description: "Put a date right" }
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
  if (Option.isSome(input.date)) return Correction.withDate(fact, yield* dateArgument(input.date.value, phrase))
  if (Option.isSome(input.text)) return Correction.withText(fact, yield* storable(input.text.value, phrase))
  const json = Option.getOrElse(input.json, () => "")
  const whole = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.toCodecJson(Replacement)), {
    onExcessProperty: "error"
  })(json)
  return Option.isSome(whole) ? whole.value : yield* wrongUsage(phrase.text.errors.notAnEvent)
})
