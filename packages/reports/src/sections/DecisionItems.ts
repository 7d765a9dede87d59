/**
 * The matters that need a decision, each with the question it raises, in the order in which a board takes them.
 */
import { unreadDate } from "../words/Compared.ts"
import type { Activity } from "@frist/domain/plan/Activity"
import { isClosed } from "@frist/domain/Status"
import type { BoardRow } from "@frist/projections/Board"
import { readDate } from "@frist/domain/dates/DateReading"
import type { ReportContext } from "../ReportContext.ts"
import { isContradicted, isMissing, unwaived } from "../Standings.ts"
import { changeWords, excerpt } from "../words/Spoken.ts"
import { countedDate, onOneLine, spokenDate } from "../words/DateWords.ts"
import { sentencesOf } from "../words/Quotes.ts"
import { spanWords } from "../words/SpanWords.ts"
import { fewestReports } from "./TrendWords.ts"

/** A matter for a decision. `activity` is null where it concerns several. */
interface DecisionItem {
  readonly activity: string | null
  readonly question: string
  readonly responsible: string | null
}

/** Returns all matters: requests, then rows that passed, contradict themselves, are missing or rewritten, then the rest. */
export const decisionItems = (context: ReportContext): ReadonlyArray<DecisionItem> => [
  ...requests(context),
  ...overdueActivities(context).map((row) => itemOf(row, passedQuestion(row, context))),
  ...aboutEach(context, contradiction),
  ...aboutEach(context, vanishing),
  ...aboutEach(context, rewriting),
  ...undated(context),
  ...running(context),
  ...aboutEach(context, demand),
  ...undecided(context)
]

const itemOf = (
  { activity, responsible }: { readonly activity: string; readonly responsible: string | null },
  question: string
): DecisionItem => ({ activity, question, responsible })

const requests = ({ decisions, phrase }: ReportContext): ReadonlyArray<DecisionItem> =>
  decisions.requested.map((each) =>
    itemOf(
      each,
      phrase.text.report.decide.requested(
        countedDate(each.requestedTo, phrase),
        spokenDate(each.original, phrase),
        changeWords(each.moves, phrase),
        each.reason === null ? null : excerpt(onOneLine(each.reason), 240)
      )
    )
  )

/** Returns a question about an activity; null where there is none. */
type Question = (activity: Activity, context: ReportContext) => string | null

const aboutEach = (context: ReportContext, question: Question): ReadonlyArray<DecisionItem> =>
  [...context.history.plan.activities.values()].flatMap((activity) => {
    const asked = question(activity, context)
    return asked === null ? [] : [{ activity: activity.id, question: asked, responsible: activity.responsible }]
  })

const contradiction: Question = (activity, { phrase }) => {
  const found = unwaived(activity.findings, "DoneButRed")
  if (!isContradicted(activity) || found === undefined) return null
  const { words } = found.finding
  return phrase.text.report.decide.contradicted(tailOf(sentencesOf(words)))
}

/** Returns the last sentences, as many as are short enough; of one long sentence its end. */
const tailOf = (sentences: ReadonlyArray<string>): string => {
  const tail = sentences.slice(-2).join(" ")
  return tail.length <= 120 ? tail : `…${tail.slice(-110).replace(/^\S*\s/u, "")}`
}

const vanishing: Question = (activity, { phrase }) =>
  unwaived(activity.findings, "RowVanished") !== undefined && !isClosed(activity.status)
    ? phrase.text.report.decide.missing
    : null

const rewriting: Question = ({ findings, original }, { phrase }) => {
  const found = unwaived(findings, "BaselineRewritten")
  if (found === undefined) return null
  const to = readDate(found.finding.words).date
  return phrase.text.report.decide.rewritten(spokenDate(original, phrase), spokenDate(to, phrase))
}

/** Words by which a follow-up asks for something. They only choose what is quoted. */
const demands = /\b(?:behövs|krävs|erfordras|begärs|behöver bli|(?:is|are) needed|(?:is|are) required)\b/iu

/** A sentence of the follow-up of an open row that asks for something. */
const demand: Question = (activity, { phrase }) => {
  if (isClosed(activity.status) || isMissing(activity) || isContradicted(activity)) return null
  const sentence = sentencesOf(activity.followUp).find((each) => demands.test(each))
  return sentence === undefined ? null : phrase.text.report.decide.asked(excerpt(sentence, 200))
}

const hasPassed = (row: BoardRow): boolean => row.lateness.deadline.passed === "certainly"

/**
 * Returns the open activities whose deadline has certainly passed. A part is left out while its whole has a deadline to
 * come, and a row whose own words raise another question.
 */
const overdueActivities = ({ board, history }: ReportContext): ReadonlyArray<BoardRow> => {
  const byId = new Map(board.activities.map((row) => [row.activity, row]))
  const activities: ReadonlyMap<string, Activity> = history.plan.activities
  return board.activities.filter((row) => {
    const whole = row.parent === null ? undefined : byId.get(row.parent)
    const own = activities.get(row.activity)
    const isAskedAbout = own !== undefined && (isContradicted(own) || isMissing(own))
    return !isAskedAbout && hasPassed(row) && (whole === undefined || hasPassed(whole))
  })
}

const passedQuestion = (row: BoardRow, { areDatesRead, phrase }: ReportContext): string => {
  const { decide } = phrase.text.report
  const { max, min } = row.lateness.deadline.days
  const since = min ?? max
  const [date, ago] = [countedDate(row.deadline, phrase), spanWords({ min: since, max: since }, phrase) ?? "–"]
  const unread = unreadDate(row)
  if (unread !== undefined) return decide.passedInWords(date, ago, unread.column, excerpt(onOneLine(unread.words), 120))
  return areDatesRead ? decide.passed(date, ago) : decide.passedInColumn(date, ago)
}

/** Returns the open activities without a last day: no deadline, an unread one, or one without an end. */
const undated = ({ board, history, phrase }: ReportContext): ReadonlyArray<DecisionItem> => {
  const { decide, quoted } = phrase.text.report
  const ids = new Set(board.activities.map(({ activity }) => activity))
  const activities: ReadonlyMap<string, Activity> = history.plan.activities
  return board.activities
    .filter(({ activity, deadline, parent }) => {
      const own = activities.get(activity)
      const isAskedAbout = own !== undefined && (isContradicted(own) || isMissing(own))
      return !isAskedAbout && (deadline === null || deadline.latest === null) && (parent === null || !ids.has(parent))
    })
    .map((row) => {
      const { deadline } = row
      if (deadline === null) return itemOf(row, decide.undated)
      const words = quoted(excerpt(onOneLine(deadline.words), 120))
      if (deadline.edtf === null) return itemOf(row, decide.unread(words))
      return itemOf(row, deadline.earliest === null ? decide.openEnded(words) : decide.cutShort(words))
    })
}

/** Returns the open activities whose deadline moves a day per day or more, over enough reports. */
const running = ({ phrase, trend }: ReportContext): ReadonlyArray<DecisionItem> =>
  trend.activities
    .filter(({ extrapolation, reports }) => reports.length >= fewestReports && extrapolation?.converges === "no")
    .map((row) => itemOf(row, phrase.text.report.decide.running))

/**
 * Returns one matter for all later deadlines to come that nobody has decided, with the names of their activities. One that
 * has passed, or whose row is asked about, has a matter of its own.
 */
const undecided = (context: ReportContext): ReadonlyArray<DecisionItem> => {
  const { decisions, history, name, phrase } = context
  const { decide } = phrase.text.report
  const passed = new Set(overdueActivities(context).map(({ activity }) => activity))
  const activities: ReadonlyMap<string, Activity> = history.plan.activities
  const open = decisions.undecided.filter(({ activity, beyond, isClosed: closed, kind, parent }) => {
    const own = activities.get(activity)
    const isWhole = kind === "activity" && parent === null
    const isAsked = own === undefined || passed.has(activity) || isContradicted(own) || isMissing(own)
    return isWhole && !closed && beyond === "certainly" && !isAsked
  })
  // A name can have commas of its own.
  const names = open.map(({ activity }) => name(activity)).join("; ")
  return open.length === 0
    ? []
    : [{ activity: null, question: decide.undecided(open.length, names), responsible: null }]
}
