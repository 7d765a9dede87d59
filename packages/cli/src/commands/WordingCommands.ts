/**
 * The subcommands that change the texts of a row: its words, and who is responsible.
 */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { changedActivity, storable, storableOption } from "../arguments/ArgumentValues.ts"
import { wrongUsage } from "../failures/Failure.ts"
import { activityToChange, none, on, option } from "./Arguments.ts"
import { recordActivityCommand, recordCommand } from "./CommandRecording.ts"

const reword = Command.make(
  "reword",
  {
    activity: activityToChange,
    area: option("area", "Its new area", "TEXT").pipe(Flag.optional),
    goal: option("goal", "Its new goal; of a milestone, its name", "TEXT").pipe(Flag.optional),
    actions: option("actions", "What will be done instead", "TEXT").pipe(Flag.optional),
    on
  },
  (input) =>
    recordCommand(input.on, (plan, { phrase }, basis) =>
      Effect.gen(function* () {
        if ([input.area, input.goal, input.actions].every(Option.isNone))
          return yield* wrongUsage(phrase.text.errors.noNewWords)
        const activity = yield* changedActivity(input.activity, plan.activities.values(), phrase)
        const known = basis.plan.activities.get(activity)
        return {
          _tag: "RewordActivity",
          activity,
          area: (yield* storableOption(input.area, phrase)) ?? known?.area ?? null,
          goal: (yield* storableOption(input.goal, phrase)) ?? known?.goal ?? null,
          actions: (yield* storableOption(input.actions, phrase)) ?? known?.actions ?? null
        } as const
      })
    )
).pipe(Command.withDescription("Reword an activity or a milestone; texts that are not given stay as they are"))

const responsible = Command.make(
  "responsible",
  {
    activity: activityToChange,
    to: Argument.String("TEXT").pipe(Argument.withDescription("Who is responsible: a role"), Argument.optional),
    none: none("Nobody is responsible"),
    on
  },
  (input) =>
    recordActivityCommand(input.activity, input.on, (id, { phrase }) =>
      Effect.gen(function* () {
        if (Option.isSome(input.to) === input.none) return yield* wrongUsage(phrase.text.errors.oneResponsible)
        const to = Option.isNone(input.to) ? null : yield* storable(input.to.value, phrase)
        return { _tag: "ChangeResponsible", activity: id, to } as const
      })
    )
).pipe(Command.withDescription("Change who is responsible for an activity"))

/** `frist reword` and `frist responsible`. */
export const wordingCommands = [reword, responsible] as const
