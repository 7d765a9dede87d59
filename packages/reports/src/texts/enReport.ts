/**
 * The sections, tables and charts of a report in English.
 */
import { enChart } from "./enChart.ts"
import type { svReport } from "./svReport.ts"

const words = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve"
]
const times = (n: number): string => (n === 1 ? "once" : n === 2 ? "twice" : `${words[n] ?? n} times`)
const some = (n: number, one: string, many: string): string => (n === 1 ? one : many)

/** The sections, tables and charts of a report, in English. */
export const enReport: typeof svReport = {
  title: (plan) => plan ?? "Untitled plan",
  subtitle: (day) => `Review of ${day}`,
  asKnown: (today, instant) => `As of ${today}${instant === null ? "" : `, as recorded by ${instant}`}.`,
  comparedWith: (day) => `Compared with the review of ${day}.`,
  firstReview: "There is no earlier review to compare with.",
  empty: "The plan has no activities yet.",
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  ],
  shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  seasons: ["spring", "summer", "autumn"],
  quarter: (n, year) => `quarter ${n} of ${year}`,
  quoted: (text) => `“${text}”`,
  section: {
    summary: "Summary",
    decisions: "Decisions needed",
    since: (day) => (day === null ? "Moved deadlines according to the document" : `Since the review of ${day}`),
    timeline: "Timeline",
    ongoing: "Ongoing activities",
    completed: "Completed activities",
    trend: "Milestone trend",
    lateness: "Three measures of lateness",
    figures: "Targets and measured values",
    findings: "Findings",
    about: "About this report"
  },
  count: {
    ongoing: "ongoing",
    completed: "completed",
    moved: "moved deadlines",
    grey: "overdue, no later date read",
    repeated: "moved several times",
    fresh: "new"
  },
  sinceLast: (moved, done, reopened, added, vanished) => [
    moved === 0 ? "no deadline was moved" : `${moved} ${some(moved, "deadline was", "deadlines were")} moved`,
    done === 0 ? "no activity was completed" : `${done} ${some(done, "activity was", "activities were")} completed`,
    ...(reopened === 0 ? [] : [`${reopened} ${some(reopened, "was", "were")} reopened`]),
    ...(added === 0 ? [] : [`${added} ${some(added, "is", "are")} new`]),
    ...(vanished === 0 ? [] : [`${vanished} ${some(vanished, "is", "are")} no longer in the document`])
  ],
  sinceSentence: (day, parts) =>
    `Since the review of ${day}, ${parts.slice(0, -1).join(", ")}${parts.length > 1 ? " and " : ""}${parts.at(-1) ?? ""}.`,
  firstSentence: (ongoing, done, moved) =>
    `${ongoing} ${some(ongoing, "activity is", "activities are")} ongoing and ${done} completed. ${moved === 0 ? "No deadline has" : `${moved} ${some(moved, "deadline has", "deadlines have")}`} moved since first set.`,
  moved: (n, atLeast, from, to, days) =>
    `moved ${atLeast ? "at least " : ""}${times(n)}, from ${from} to ${to}${days === null ? "" : `, ${days}`}.`,
  given: (to) => `was given a deadline: ${to}.`,
  inAll: (n, atLeast, days) =>
    `In total ${atLeast ? "at least " : ""}${times(n)}${days === null ? "" : `, ${days} from the original deadline`}.`,
  reason: (reasons) => `Reason: ${reasons}`,
  noReasons: (n, of) =>
    n === of
      ? of === 1
        ? "No reason is given for the move."
        : `No reason is given for any of the ${of} moves.`
      : `No reason is given for ${n} of ${of} moves.`,
  more: (n) => `… and ${n} more, in the table below.`,
  done: (on, after) => `done${on === null ? ", without a date" : ` ${on}`}${after === null ? "" : `, ${after}`}.`,
  discontinued: (reason) => `discontinued: ${reason}`,
  afterOriginal: (days) => `${days} after the original deadline`,
  beforeOriginal: (days) => `${days} before the original deadline`,
  onOriginal: "on the original deadline",
  reopened: "was reopened.",
  vanished: "is no longer in any table of the document. It is kept here: is it done, discontinued or forgotten?",
  nothingToDecide: "Nothing that Frist can detect: no deadline has passed unnoticed, and no row has disappeared.",
  grey: (day, days) => `its last day, ${day}, passed ${days} ago.`,
  newDate: {
    none: "The activity is not done and no new deadline is set.",
    inColumn: "The activity is not done; a new deadline may be in a column that was not read.",
    inWords: (column, words) =>
      `The activity is not done; “${words}”${column === null ? "" : ` under ${column}`} cannot be read as a date.`
  },
  openEnded: (words) => `has no last day: ${words}.`,
  unread: (words) => `has a deadline that cannot be read as a date: ${words}.`,
  noDeadline: "has no deadline.",
  notConverging: (rate) => `slips as fast as time passes, or faster (${rate}), and at that rate will never be done.`,
  repeated: (n, atLeast, days) =>
    `moved ${atLeast ? "at least " : ""}${times(n)}${days === null ? "" : `, ${days} from the original deadline`}.`,
  list: {
    grey: "The deadline has passed",
    vanished: "Missing from the document",
    undated: "No deadline to meet",
    running: "Slipping as fast as time passes",
    repeated: "Moved several times"
  },
  table: {
    moved: "Moved deadlines",
    completed: "Completed",
    reopened: "Reopened",
    added: "New",
    vanished: "Missing from the document",
    noted: "New follow-up",
    timeline: "Milestones",
    lateness: "Ongoing activities against the original, approved and latest deadline",
    trend: "Reported deadlines, the data of the chart",
    figures: "Measured values and targets",
    findings: "Open findings"
  },
  column: {
    activity: "Activity",
    area: "Area",
    goal: "Goal",
    actions: "Actions",
    deadline: "Deadline",
    responsible: "Responsible",
    status: "Status",
    followUp: "Follow-up",
    newDeadline: "New deadline",
    milestone: "Milestone",
    against: "Against deadline",
    fromAnchor: (anchor) => `From ${anchor}`,
    from: "From",
    to: "To",
    days: "Moved",
    times: "Times",
    inAll: "From the original",
    reasons: "Reason",
    completedOn: "Done",
    after: "Against the original",
    original: "Original deadline",
    againstOriginal: "Against original",
    approved: "Approved deadline",
    againstApproved: "Against approved",
    latest: "Latest deadline",
    againstLatest: "Against latest",
    moves: "Moved",
    number: "No.",
    reports: "Reported",
    rate: "Days per day",
    extrapolation: "Extrapolation",
    measure: "Measure",
    period: "Period",
    value: "Value",
    change: "Change",
    target: "Target",
    met: "Met",
    words: "As written",
    column: "Column",
    finding: "Finding",
    where: "Where"
  },
  none: "none",
  notDecided: "no new deadline approved",
  blankTable: "No rows.",
  reasonMissing: "none given",
  counted: (n, atLeast) => `${atLeast ? "at least " : ""}${n}`,
  mark: "New",
  legend: {
    title: "Legend",
    NotStated: "the document gives no status",
    InProgress: "work in progress",
    Delayed: "reported as delayed",
    Completed: "done, according to the document",
    Discontinued: "ended without a result",
    fresh: (day) => `new since the review of ${day}`
  },
  anchorSentence: (name, words) => `The days in the last column are counted from ${name}: ${words}.`,
  sourceNote: "The wording is the document's own. Values computed by Frist are in other tables.",
  latenessNote:
    "The original deadline is the one first set, the approved deadline was decided by someone with the authority to do so, and the latest deadline applies now. Meeting the latest says nothing about the original.",
  trend: {
    title: "Milestone trend",
    doesNotConverge: "does not converge",
    perhapsNever: "may not converge",
    perhaps: (day) => `${day} at the earliest, may not converge`,
    passed: "the deadline has passed",
    few: "fewer than three reports",
    ended: "closed",
    undated: "latest deadline is undated",
    empty: "No deadlines have been reported yet.",
    terminal:
      "Horizontal: reporting date. Vertical: deadline at that time. The dots mark the diagonal, where an activity is done. │ period, ↑ open-ended, × unreadable, ● done, * several in one place.",
    perDay: (n) => `${n} days per day`,
    atLeast: (n) => `at least ${n}`,
    atMost: (n) => `at most ${n}`
  },
  chart: enChart,
  bars: {
    description: (title, points, target) => `Bar chart, ${title}: ${points}.${target}`,
    target: (value) => `target ${value}`
  },
  about: {
    plan: "Plan",
    review: "Review",
    events: "Events in the log",
    checkpoint: "Checkpoint",
    noCheckpoint: "No checkpoint is included, so this report alone cannot show that the log is unaltered.",
    versions: "Versions",
    command: "To reproduce this report",
    known: "Recorded up to"
  },
  page: {
    skip: "Skip to content",
    contents: "Contents",
    filter: "Show",
    area: "Area",
    status: "Status",
    all: "all",
    asOf: "See the board on an earlier day",
    slider: "Day",
    now: "Back to the review",
    stood: (day) => `The board as of ${day}.`,
    shown: (n, of) => `${n} of ${of} rows shown.`,
    sort: (heading) => `Sort by ${heading}`,
    scroll: "the table scrolls sideways"
  }
}
