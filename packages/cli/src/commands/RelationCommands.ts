/**
 * The subcommands about activities that depend on others: what one waits for, and what a milestone stands for.
 */
import { lookUp } from "@frist/domain/plan/ActivityLookup"
import type { Kind } from "@frist/domain/Event"
import type { ActivityId } from "@frist/domain/Names"
import type { Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { changedActivity, storableOption } from "../arguments/ArgumentValues.ts"
import { wrongUsage } from "../failures/Failure.ts"
import { activityToChange, argument, none, on, option } from "./Arguments.ts"
import { recordCommand } from "./CommandRecording.ts"

const wait = Command.make(
  "wait",
  {
    activity: activityToChange,
    other: argument("OTHER", "The activity that it waits for"),
    words: option("words", "What a document says of it", "TEXT").pipe(Flag.optional),
    ended: Flag.Boolean("ended").pipe(
      Flag.withDescription("It no longer waits, from the day of --on"),
      Flag.withDefault(false)
    ),
    reason: option("reason", "With --ended: why it no longer waits", "TEXT").pipe(Flag.optional),
    on
  },
  (input) =>
    recordCommand(input.on, ({ activities }, { phrase }) =>
      Effect.gen(function* () {
        const { errors } = phrase.text
        if (input.ended && Option.isSome(input.words)) return yield* wrongUsage(errors.wordsOfEnd)
        if (!input.ended && Option.isSome(input.reason)) return yield* wrongUsage(errors.reasonOfWait)
        const activity = yield* changedActivity(input.activity, activities.values(), phrase)
        const other = yield* changedActivity(input.other, activities.values(), phrase)
        return input.ended
          ? ({
              _tag: "EndDependency",
              activity,
              on: other,
              reason: yield* storableOption(input.reason, phrase)
            } as const)
          : ({
              _tag: "DeclareDependency",
              activity,
              on: other,
              words: yield* storableOption(input.words, phrase)
            } as const)
      })
    )
).pipe(
  Command.withDescription("Declare that an activity waits for another, or with --ended that it no longer does"),
  Command.withExamples([
    { command: 'frist wait tik sdv --words "Införs när SDV är på plats"', description: "TIK waits for SDV" },
    { command: "frist wait tik sdv --ended --on 2025-03-01", description: "From that day it does not" }
  ])
)

const link = Command.make(
  "link",
  {
    milestone: argument("MILESTONE", "Its name, its id or a unique part of that"),
    activity: Argument.String("ACTIVITY").pipe(
      Argument.withDescription("The activity that it stands for"),
      Argument.optional
    ),
    none: none("The milestone stands for no activity"),
    on
  },
  (input) =>
    recordCommand(input.on, (plan, { phrase }) =>
      Effect.gen(function* () {
        if (Option.isSome(input.activity) === input.none) return yield* wrongUsage(phrase.text.errors.oneLink)
        const activity = yield* changedActivity(input.milestone, ofKind("milestone", input.milestone, plan), phrase)
        const to: ActivityId | null = Option.isNone(input.activity)
          ? null
          : yield* changedActivity(input.activity.value, ofKind("activity", input.activity.value, plan), phrase)
        return { _tag: "LinkMilestone", activity, to } as const
      })
    )
).pipe(
  Command.withDescription("Link a milestone to the activity it stands for, and show that activity's status"),
  Command.withExamples([
    { command: "frist link elab-infort-inom-samtliga-enheter elab", description: "The milestone is the row Elab" }
  ])
)

/** Returns the activities of a kind, if one matches the words; otherwise all, so that the plan says what is wrong. */
const ofKind = (kind: Kind, words: string, { activities }: Plan): ReadonlyArray<Activity> => {
  const all = [...activities.values()]
  const own = all.filter((each) => each.kind === kind)
  const isAmong = lookUp(
    own.map(({ id }) => id),
    words
  ).length
  return isAmong > 0 ? own : all
}

/** `frist wait` and `frist link`. */
export const relationCommands = [wait, link] as const
