/**
 * The commands that show views of a plan.
 */
import { withNames } from "../terminal/ActivityName.ts"
import { boardText } from "../terminal/views/BoardText.ts"
import { completedText } from "../terminal/views/CompletedText.ts"
import { historyText } from "../terminal/views/HistoryText.ts"
import { inOrderOf } from "../terminal/views/ViewOrder.ts"
import { timelineText } from "../terminal/views/TimelineText.ts"
import { activityHistory } from "@frist/projections/ActivityHistory"
import { board } from "@frist/projections/Board"
import { completed } from "@frist/projections/Completed"
import { timeline } from "@frist/projections/Timeline"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { print } from "../Output.ts"
import { activityArgument } from "../arguments/ArgumentValues.ts"
import { openedPlan } from "../arguments/ChosenPlan.ts"
import { sort } from "./Arguments.ts"
import { decisionsCommand } from "./DecisionCommands.ts"
import { slipsCommand } from "./SlipsCommand.ts"

const boardCommand = Command.make(
  "board",
  { sort },
  Effect.fn(function* ({ sort: order }) {
    const { history, session } = yield* openedPlan
    const view = board(history)
    const activities = inOrderOf(
      view.activities,
      order,
      (row) => ({ ...row, slip: row.moves.net }),
      session.phrase.compare
    )
    yield* print(session, { ...view, activities }, withNames(boardText, history.plan), (sorted) => sorted.activities)
  })
).pipe(Command.withDescription("Show what remains to be done, and how late it is"))

const completedCommand = Command.make(
  "completed",
  {},
  Effect.fn(function* () {
    const { history, session } = yield* openedPlan
    yield* print(session, completed(history), withNames(completedText, history.plan), (view) => view.activities)
  })
).pipe(Command.withDescription("Show what is done, and what has been completed since the previous review"))

const historyCommand = Command.make(
  "history",
  {
    activity: Argument.String("ACTIVITY").pipe(
      Argument.withDescription(
        "Its name, its id or a unique part of that; default: what was recorded of the plan itself"
      ),
      Argument.optional
    )
  },
  Effect.fn(function* ({ activity }) {
    const { history, session } = yield* openedPlan
    // Every activity ever recorded, also one whose registration was withdrawn.
    const ids = new Set(history.events.flatMap((record) => (record.activity === null ? [] : [record.activity])))
    const id = Option.isNone(activity) ? null : yield* activityArgument(activity.value, history, session.phrase, ids)
    yield* print(session, activityHistory(history, id), withNames(historyText, history.plan), (view) => view.entries)
  })
).pipe(
  Command.withDescription(
    "Show everything recorded about one activity, or about the plan itself: documents, reviews, corrections"
  )
)

const timelineCommand = Command.make(
  "timeline",
  {
    anchor: Flag.String("anchor").pipe(
      Flag.withDescription("Count the days from this activity, such as sdv"),
      Flag.withMetavar("ACTIVITY"),
      Flag.optional
    )
  },
  Effect.fn(function* ({ anchor }) {
    const { history, session } = yield* openedPlan
    const id = Option.isNone(anchor) ? undefined : yield* activityArgument(anchor.value, history, session.phrase)
    yield* print(session, timeline(history, id), withNames(timelineText, history.plan), (view) => view.milestones)
  })
).pipe(Command.withDescription("Show the milestones in chronological order"))

/** `frist board`, `completed`, `slips`, `decisions`, `history` and `timeline`. */
export const viewCommands = [
  boardCommand,
  completedCommand,
  slipsCommand,
  decisionsCommand,
  historyCommand,
  timelineCommand
] as const
