/**
 * The command that shows moved deadlines: of a plan, of every plan, as a trend, and what would move with another.
 */
import { emptyPlan, type Plan } from "@frist/domain/plan/Plan"
import { comparable } from "@frist/domain/text/ComparableText"
import { slug } from "@frist/domain/text/Slug"
import { type DeadlineHistory, deadlineHistory } from "@frist/projections/DeadlineHistory"
import { History } from "@frist/projections/History"
import { type MilestoneTrend, milestoneTrend } from "@frist/projections/MilestoneTrend"
import { whatIf } from "@frist/projections/WhatIf"
import { EventLog } from "@frist/store/EventLog"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { activityArgument, dateArgument } from "../arguments/ArgumentValues.ts"
import { openedPlan } from "../arguments/ChosenPlan.ts"
import { wrongUsage } from "../failures/Failure.ts"
import type { AllSlipsView, SuppositionsView } from "../JsonViews.ts"
import { print } from "../Output.ts"
import { readSession } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import { type NameOf, namesIn, withNames } from "../terminal/ActivityName.ts"
import { coursesText } from "../terminal/views/CourseText.ts"
import { slipsText } from "../terminal/views/SlipsText.ts"
import { trendText } from "../terminal/views/TrendText.ts"
import { inOrderOf, type orders } from "../terminal/views/ViewOrder.ts"
import { whatIfText } from "../terminal/views/WhatIfText.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { repeatable, sort } from "./Arguments.ts"

/** `frist slips`. */
export const slipsCommand = Command.make(
  "slips",
  {
    of: Argument.String("AREA|ACTIVITY").pipe(
      Argument.withDescription(
        "An area, or an activity's name, id or a unique part of its id; default: the whole plan"
      ),
      Argument.optional
    ),
    sort,
    chart: Flag.Boolean("chart").pipe(
      Flag.withDescription(
        "Draw the deadlines: of one activity every date that it has had, otherwise each review's, with their rate of slip"
      ),
      Flag.withDefault(false)
    ),
    suppose: Flag.String("if").pipe(
      Flag.withDescription("Show what waits for an activity and would have to move; repeatable; records nothing"),
      Flag.withMetavar("ACTIVITY=DATE"),
      repeatable()
    ),
    allPlans: Flag.Boolean("all-plans").pipe(
      Flag.withDescription("Show every plan in the database in turn; an area is then looked up in each"),
      Flag.withDefault(false)
    )
  },
  Effect.fn(function* ({ allPlans, chart, of, sort: order, suppose }) {
    if (suppose.length > 0) {
      if (allPlans || chart || Option.isSome(of))
        return yield* wrongUsage((yield* readSession).phrase.text.errors.ifAlone)
      return yield* printWhatIf(suppose)
    }
    if (allPlans) return yield* allSlips(of, order)
    const { history, session } = yield* openedPlan
    const scope = Option.isNone(of) ? {} : yield* scopeOf(of.value, history, session.phrase)
    const view = deadlineHistory(history, scope)
    const activities = inOrderOf(
      view.activities,
      order,
      (row) => ({ ...row, slip: row.tally.net }),
      session.phrase.compare
    )
    if (chart && "activity" in scope && session.format === "text")
      return yield* print(session, view, withNames(coursesText, history.plan), () => [])
    if (chart) {
      const trend = milestoneTrend(history)
      const rows = new Map(trend.activities.map((row) => [row.activity, row]))
      const shown = { ...trend, activities: activities.flatMap(({ activity }) => rows.get(activity) ?? []) }
      return yield* print(session, shown, withNames(trendText, history.plan), reportRows)
    }
    return yield* print(session, { ...view, activities }, withNames(slipsText, history.plan), (sorted) =>
      sorted.activities.flatMap((activity) =>
        activity.moves.map((move) => ({ area: activity.area, goal: activity.goal, ...move }))
      )
    )
  })
).pipe(
  Command.withDescription("Show every move of a deadline: from, to, how far, when, by whom and why"),
  Command.withExamples([
    { command: "frist slips sdv --chart", description: "The moves of one activity, as a small chart" },
    { command: 'frist slips --if sdv="hösten 2027"', description: "What would have to move too" }
  ])
)

/** Reads one plan at a time, so that memory holds the events of one only. */
const allSlips = Effect.fnUntraced(function* (area: Option.Option<string>, order: (typeof orders)[number]) {
  const session = yield* readSession
  const scope = Option.isNone(area) ? {} : { area: area.value }
  const names = new Map<string, NameOf>()
  const plans = yield* withLog(
    session,
    false,
    Effect.gen(function* () {
      const log = yield* EventLog
      const asked = (yield* log.plans).filter(({ plan }) => Option.isNone(session.plan) || session.plan.value === plan)
      return yield* Effect.forEach(asked, ({ plan }) =>
        Effect.map(log.read(plan), (events): DeadlineHistory => {
          const history = History.of(events, session.times)
          names.set(plan, namesIn(history.plan))
          const view = deadlineHistory(history, scope)
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
        .map((each) => slipsText(each, names.get(each.plan ?? "") ?? namesIn(emptyPlan), phrase, on).trimEnd())
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

const scopeOf = Effect.fnUntraced(function* (words: string, history: History, phrase: CommandPhrases) {
  const { plan } = history
  const area = areaNamed(plan, words)
  const shared = [...plan.activities.values()].filter((activity) => activity.area === area && activity.parent === null)
  if (area !== undefined && shared.length > 1) return { area }
  return { activity: yield* activityArgument(words, history, phrase) }
})

/** Prints what would be affected if each of the activities moved. */
const printWhatIf = Effect.fnUntraced(function* (suppositions: ReadonlyArray<string>) {
  const { history, session } = yield* openedPlan
  const { phrase } = session
  const asked = yield* Effect.forEach(suppositions, (words) =>
    Effect.gen(function* () {
      const [, of, date] = /^([^=]+)=(.+)$/su.exec(words) ?? []
      if (of === undefined || date === undefined) return yield* wrongUsage(phrase.text.errors.notASupposition(words))
      const activity = yield* activityArgument(of, history, phrase)
      return whatIf(history, { activity, to: yield* dateArgument(date, phrase) })
    })
  )
  const view: SuppositionsView = { view: "frist/suppositions", version: 1, suppositions: asked }
  yield* print(session, view, withNames(whatIfText, history.plan), (all) =>
    all.suppositions.flatMap(({ activity: moved, affected, to, unaffected }) =>
      [...affected, ...unaffected.map((row) => ({ ...row, moves: "no", days: { min: 0, max: 0 } }))].map((row) => ({
        if: moved?.activity ?? null,
        to,
        ...row
      }))
    )
  )
})
