/**
 * The subcommands about requests for another date: ask for one, and decide it.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { Outcome } from "@frist/domain/Event"
import type { Plan } from "@frist/domain/plan/Plan"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { changedActivity, dateArgument, positionIn, storable, storableOption } from "../arguments/ArgumentValues.ts"
import { refused, wrongUsage } from "../failures/Failure.ts"
import { namesIn } from "../terminal/ActivityName.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { activityToChange, argument, on, option } from "./Arguments.ts"
import { recordActivityCommand, recordCommand } from "./CommandRecording.ts"

const request = Command.make(
  "request",
  {
    activity: activityToChange,
    to: argument("DATE", "The date asked for"),
    reason: option("reason", "Why", "TEXT").pipe(Flag.optional),
    on
  },
  (input) =>
    recordActivityCommand(input.activity, input.on, (id, { phrase }) =>
      Effect.gen(function* () {
        const to = yield* dateArgument(input.to, phrase)
        const reason = yield* storableOption(input.reason, phrase)
        return { _tag: "RequestExtension", activity: id, to, reason } as const
      })
    )
).pipe(
  Command.withDescription("Request another date; the deadline stays until the request is decided"),
  Command.withExamples([
    {
      command: 'frist request webbtidbokning-ogon "hösten 2025" --reason "Nyanställda först"',
      description: "Ask for more time"
    }
  ])
)

/** The outcomes of a request, in the words of either language. */
const outcomes: ReadonlyMap<string, Outcome> = new Map([
  ["granted", "granted"],
  ["beviljad", "granted"],
  ["bifall", "granted"],
  ["refused", "refused"],
  ["avslagen", "refused"],
  ["avslag", "refused"]
])

const decide = Command.make(
  "decide",
  {
    request: argument("REQUEST", "Its number, from frist decisions; or an activity with one open request"),
    outcome: argument("OUTCOME", "granted or refused; or beviljad or avslagen"),
    to: option("to", "The date granted; default: the one requested", "DATE").pipe(Flag.optional),
    decision: option("decision", "The reference of the decision", "TEXT"),
    on
  },
  (input) =>
    recordCommand(input.on, (plan, { phrase }) =>
      Effect.gen(function* () {
        const { errors } = phrase.text
        const outcome = outcomes.get(comparable(input.outcome))
        if (outcome === undefined) return yield* wrongUsage(errors.notAnOutcome(input.outcome))
        if (outcome === "refused" && Option.isSome(input.to)) return yield* wrongUsage(errors.refusedWithDate)
        return {
          _tag: "DecideExtension",
          request: yield* requestArgument(input.request, plan, phrase),
          outcome,
          to: Option.isNone(input.to) ? null : yield* dateArgument(input.to.value, phrase),
          decision: yield* storable(input.decision, phrase)
        } as const
      })
    )
).pipe(
  Command.withDescription("Decide a request: a granted one moves the deadline and its open parts, and the baseline"),
  Command.withExamples([
    {
      command: 'frist decide 14 granted --decision "Revisionsutskottet § 84"',
      description: "Grant the date requested"
    },
    {
      command: 'frist decide 14 granted --to 2025-06-30 --decision "Revisionsutskottet § 84"',
      description: "Grant an earlier date"
    }
  ])
)

/** Reads the number of a request; of an activity, that of its only open request. */
const requestArgument = Effect.fnUntraced(function* (words: string, plan: Plan, phrase: CommandPhrases) {
  const position = positionIn(words)
  if (Option.isSome(position)) return position.value
  const { errors } = phrase.text
  const id = yield* changedActivity(words, plan.activities.values(), phrase)
  const open = plan.activities.get(id)?.extensions.filter(({ decided }) => decided === null) ?? []
  const [only] = open
  if (only === undefined) return yield* refused(errors.noOpenRequest(namesIn(plan)(id)))
  if (open.length > 1)
    return yield* refused(errors.severalRequests(namesIn(plan)(id), open.map((each) => each.position).join(", ")))
  return only.position
})

/** `frist request` and `frist decide`. */
export const extensionCommands = [request, decide] as const
