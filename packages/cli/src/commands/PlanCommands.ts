/**
 * The commands that open a plan, register its activities, and record its reviews.
 */
import type { Day } from "@frist/domain/Day"
import { ActivityId } from "@frist/domain/Names"
import { record } from "@frist/store/Recording"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { wrongUsage } from "../failures/Failure.ts"
import { planIdFrom } from "../arguments/PlanTitle.ts"
import { readSession } from "../Session.ts"
import { changedActivity, dateArgument, dayArgument, storable, storableOption } from "../arguments/ArgumentValues.ts"
import { withLog } from "../SessionLog.ts"
import { argument, on, option } from "./Arguments.ts"
import { recordCommand, pastDay, printRecorded } from "./CommandRecording.ts"

const open = Command.make(
  "open",
  { title: argument("TITLE", "The title of the plan"), on },
  Effect.fn(function* ({ on: day, title }) {
    const session = yield* readSession
    const effectiveOn = yield* pastDay(day, session)
    yield* storable(title, session.phrase)
    const id = Option.isSome(session.plan) ? session.plan : planIdFrom(title)
    if (Option.isNone(id)) return yield* wrongUsage(session.phrase.text.errors.notAnId(title))
    const appended = yield* withLog(
      session,
      true,
      record({ plan: id.value, actor: session.actor, effectiveOn }, { _tag: "OpenPlan", title })
    )
    yield* printRecorded(session, appended, session.phrase.text.recorded.opened(title, id.value))
  })
).pipe(Command.withDescription("Open a plan; its id is --plan, or derived from the title"))

const register = Command.make(
  "register",
  {
    id: argument("ID", "The id of the new activity: a-z, 0-9 and hyphens"),
    area: option("area", "Its area", "TEXT").pipe(Flag.optional),
    goal: option("goal", "Its goal", "TEXT").pipe(Flag.optional),
    actions: option("actions", "What will be done", "TEXT").pipe(Flag.optional),
    responsible: option("responsible", "Who is responsible: a role", "TEXT").pipe(Flag.optional),
    deadline: option("deadline", "When it is due", "DATE").pipe(Flag.optional),
    parent: option("parent", "The activity that it is part of", "ACTIVITY").pipe(Flag.optional),
    milestone: Flag.Boolean("milestone").pipe(Flag.withDescription("Register a milestone"), Flag.withDefault(false)),
    on
  },
  (input) =>
    recordCommand(input.on, (plan, session) =>
      Effect.gen(function* () {
        const { phrase } = session
        const id = Schema.decodeOption(ActivityId)(input.id)
        if (Option.isNone(id)) return yield* wrongUsage(phrase.text.errors.notAnId(input.id))
        return {
          _tag: "RegisterActivity",
          activity: id.value,
          kind: input.milestone ? "milestone" : "activity",
          parent: Option.isNone(input.parent)
            ? null
            : yield* changedActivity(input.parent.value, plan.activities.values(), phrase),
          area: yield* storableOption(input.area, phrase),
          goal: yield* storableOption(input.goal, phrase),
          actions: yield* storableOption(input.actions, phrase),
          responsible: yield* storableOption(input.responsible, phrase),
          deadline: Option.isNone(input.deadline) ? null : yield* dateArgument(input.deadline.value, phrase)
        } as const
      })
    )
).pipe(Command.withDescription("Register a new activity"))

const review = Command.make(
  "review",
  {
    date: argument("DATE", "The day of the review"),
    title: option("title", "Its title", "TEXT").pipe(Flag.optional)
  },
  (input) =>
    recordCommand(Option.some(input.date), (_plan, { phrase }) =>
      Effect.gen(function* () {
        const heldOn: Day = yield* dayArgument(input.date, phrase)
        return { _tag: "HoldReview", heldOn, title: yield* storableOption(input.title, phrase) } as const
      })
    )
).pipe(Command.withDescription("Record that a review was held"))

/** `frist open`, `frist register` and `frist review`. */
export const planCommands = [open, register, review] as const
