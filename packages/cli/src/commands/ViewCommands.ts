/**
 * The commands that show views: board, completed, slips, history and timeline.
 */
import type { Plan } from "@frist/domain/Plan"
import { comparable } from "@frist/domain/ComparableText"
import { slug } from "@frist/domain/Slug"
import { boardText } from "../terminal/BoardText.ts"
import { completedText } from "../terminal/CompletedText.ts"
import { historyText } from "../terminal/HistoryText.ts"
import { inOrderOf, orders } from "../terminal/ViewOrder.ts"
import { slipsText } from "../terminal/SlipsText.ts"
import { timelineText } from "../terminal/TimelineText.ts"
import { trendText } from "../terminal/TrendText.ts"
import { activityHistory } from "@frist/projections/ActivityHistory"
import { board } from "@frist/projections/Board"
import { completed } from "@frist/projections/Completed"
import { type DeadlineHistory, deadlineHistory } from "@frist/projections/DeadlineHistory"
import { History } from "@frist/projections/History"
import { type MilestoneTrend, milestoneTrend } from "@frist/projections/MilestoneTrend"
import { timeline } from "@frist/projections/Timeline"
import { EventLog } from "@frist/store/EventLog"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { print } from "../Output.ts"
import { readSession } from "../Session.ts"
import { activityArgument } from "../ArgumentValues.ts"
import { openedPlan } from "../ChosenPlan.ts"
import { withLog } from "../SessionLog.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import type { AllSlipsView } from "../JsonViews.ts"

const sort = Flag.Literals("sort", orders).pipe(
  Flag.withDescription("Sort order: as in the document, by area, nearest deadline first, or largest slip first"),
  Flag.withDefault("document")
)

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
    yield* print(session, { ...view, activities }, boardText, (sorted) => sorted.activities)
  })
).pipe(Command.withDescription("Show what remains to be done, and how late it is"))

const completedCommand = Command.make(
  "completed",
  {},
  Effect.fn(function* () {
    const { history, session } = yield* openedPlan
    yield* print(session, completed(history), completedText, (view) => view.activities)
  })
).pipe(Command.withDescription("Show what is done, and what has been completed since the previous review"))

const slipsCommand = Command.make(
  "slips",
  {
    of: Argument.String("AREA|ACTIVITY").pipe(
      Argument.withDescription("An area, or an activity's id or a unique part of it; default: the whole plan"),
      Argument.optional
    ),
    sort,
    chart: Flag.Boolean("chart").pipe(
      Flag.withDescription("Draw the forecast at each review, with the rate of slip and its extrapolation"),
      Flag.withDefault(false)
    ),
    allPlans: Flag.Boolean("all-plans").pipe(
      Flag.withDescription("Show every plan in the database in turn; an area is then looked up in each"),
      Flag.withDefault(false)
    )
  },
  Effect.fn(function* ({ allPlans, chart, of, sort: order }) {
    if (allPlans) return yield* allSlips(of, order)
    const { history, session } = yield* openedPlan
    const scope = Option.isNone(of) ? {} : yield* scopeOf(of.value, history.plan, session.phrase)
    const view = deadlineHistory(history, scope)
    const activities = inOrderOf(
      view.activities,
      order,
      (row) => ({ ...row, slip: row.tally.net }),
      session.phrase.compare
    )
    if (chart) {
      const trend = milestoneTrend(history)
      const rows = new Map(trend.activities.map((row) => [row.activity, row]))
      const shown = { ...trend, activities: activities.flatMap(({ activity }) => rows.get(activity) ?? []) }
      return yield* print(session, shown, trendText, reportRows)
    }
    return yield* print(session, { ...view, activities }, slipsText, (sorted) =>
      sorted.activities.flatMap((activity) =>
        activity.moves.map((move) => ({ area: activity.area, goal: activity.goal, ...move }))
      )
    )
  })
).pipe(Command.withDescription("Show every move of a deadline: from, to, how far, when, by whom and why"))

/** Reads one plan at a time, so that memory holds the events of one only. */
const allSlips = Effect.fnUntraced(function* (area: Option.Option<string>, order: (typeof orders)[number]) {
  const session = yield* readSession
  const scope = Option.isNone(area) ? {} : { area: area.value }
  const plans = yield* withLog(
    session,
    false,
    Effect.gen(function* () {
      const log = yield* EventLog
      const asked = (yield* log.plans).filter(({ plan }) => Option.isNone(session.plan) || session.plan.value === plan)
      return yield* Effect.forEach(asked, ({ plan }) =>
        Effect.map(log.read(plan), (events): DeadlineHistory => {
          const view = deadlineHistory(History.of(events, session.times), scope)
          const slip = (row: (typeof view.activities)[number]) => ({ ...row, slip: row.tally.net })
          return { ...view, activities: inOrderOf(view.activities, order, slip, session.phrase.compare) }
        })
      )
    })
  )
  const view: AllSlipsView = { view: "frist/all-slips", version: 1, plans }
  yield* print(
    session,
    view,
    (all, phrase, on) =>
      all.plans
        .filter(({ activities }) => activities.some(({ moves }) => moves.length > 0))
        .map((each) => slipsText(each, phrase, on).trimEnd())
        .join("\n\n"),
    (all) =>
      all.plans.flatMap(({ activities, plan, title }) =>
        activities.flatMap((activity) =>
          activity.moves.map((move) => ({ plan, title, area: activity.area, goal: activity.goal, ...move }))
        )
      )
  )
})

/** Returns the rows of the CSV, one for each reported forecast. */
const reportRows = ({ activities }: MilestoneTrend): ReadonlyArray<object> =>
  activities.flatMap(({ activity, area, extrapolation, goal, rate, reports }) =>
    reports.map(({ forecast, moved, on }) => ({ activity, area, goal, on, forecast, moved, rate, extrapolation }))
  )

/** Returns the area, as written, that the words name; `undefined` if none does. */
const areaNamed = (plan: Plan, words: string): string | undefined => {
  const areas = [...plan.activities.values()].flatMap((activity) => (activity.area === null ? [] : [activity.area]))
  const wanted = comparable(words)
  const spelled = slug(words, 10_000)
  return wanted === ""
    ? undefined
    : (areas.find((area) => comparable(area) === wanted) ??
        areas.find((area) => spelled !== "" && slug(area, 10_000) === spelled))
}

const scopeOf = Effect.fnUntraced(function* (words: string, plan: Plan, phrase: CommandPhrases) {
  const area = areaNamed(plan, words)
  const shared = [...plan.activities.values()].filter((activity) => activity.area === area && activity.parent === null)
  if (area !== undefined && shared.length > 1) return { area }
  return { activity: yield* activityArgument(words, plan.activities.keys(), phrase) }
})

const historyCommand = Command.make(
  "history",
  {
    activity: Argument.String("ACTIVITY").pipe(
      Argument.withDescription("Its id, or a unique part of it; default: what was recorded of the plan itself"),
      Argument.optional
    )
  },
  Effect.fn(function* ({ activity }) {
    const { history, session } = yield* openedPlan
    // Every activity ever recorded, also one whose registration was withdrawn.
    const ids = new Set(history.events.flatMap((record) => (record.activity === null ? [] : [record.activity])))
    const id = Option.isNone(activity) ? null : yield* activityArgument(activity.value, ids, session.phrase)
    yield* print(session, activityHistory(history, id), historyText, (view) => view.entries)
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
    const id = Option.isNone(anchor)
      ? undefined
      : yield* activityArgument(anchor.value, history.plan.activities.keys(), session.phrase)
    yield* print(session, timeline(history, id), timelineText, (view) => view.milestones)
  })
).pipe(Command.withDescription("Show the milestones in chronological order"))

/** `frist board`, `completed`, `slips`, `history` and `timeline`. */
export const viewCommands = [boardCommand, completedCommand, slipsCommand, historyCommand, timelineCommand] as const
