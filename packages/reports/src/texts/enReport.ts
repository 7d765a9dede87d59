/**
 * The report in English.
 */
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

export const enReport: typeof svReport = {
  title: (plan) => plan ?? "Plan without a name",
  subtitle: (day) => `Review of ${day}`,
  asKnown: (today, instant) => `As of ${today}${instant === null ? "" : `, by what was recorded at ${instant}`}.`,
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
    summary: "In short",
    decisions: "For decision",
    since: (day) => (day === null ? "What the document says of moved deadlines" : `Since the review of ${day}`),
    timeline: "Timeline",
    ongoing: "Ongoing activities",
    completed: "Completed activities",
    trend: "Milestone trend",
    lateness: "Lateness measured in three ways",
    figures: "Targets and measured values",
    findings: "Findings",
    about: "About this report"
  },
  count: {
    ongoing: "ongoing",
    completed: "completed",
    moved: "moved deadlines",
    grey: "in the grey zone",
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
    `${ongoing} ${some(ongoing, "activity is", "activities are")} ongoing and ${done} completed. ${moved === 0 ? "No deadline has" : `${moved} ${some(moved, "deadline has", "deadlines have")}`} moved from the one first set.`,
  moved: (n, atLeast, from, to, days) =>
    `moved ${atLeast ? "at least " : ""}${times(n)}, from ${from} to ${to}${days === null ? "" : `, ${days}`}.`,
  given: (to) => `was given a deadline, ${to}.`,
  inAll: (n, atLeast, days) =>
    `In all ${atLeast ? "at least " : ""}${times(n)}${days === null ? "" : `, ${days} from the original deadline`}.`,
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
  vanished: "is no longer in any table of the document. It still stands here: is it done, discontinued or forgotten?",
  nothingToDecide: "Nothing that Frist can see: no deadline has passed in silence, and no row has vanished.",
  grey: (day, days) => `its last day, ${day}, passed ${days} ago. The activity is not done and no new deadline is set.`,
  openEnded: (words) => `has no last day: ${words}.`,
  unread: (words) => `has a deadline that cannot be read as a date: ${words}.`,
  noDeadline: "has no deadline.",
  notConverging: (rate) => `moves as fast as time passes or faster (${rate}), and at that rate is never done.`,
  repeated: (n, atLeast, days) =>
    `moved ${atLeast ? "at least " : ""}${times(n)}${days === null ? "" : `, ${days} from the original deadline`}.`,
  list: {
    grey: "The deadline has passed",
    vanished: "Gone from the document",
    undated: "Without a deadline to keep",
    running: "Moving as fast as time passes",
    repeated: "Moved several times"
  },
  table: {
    moved: "Moved deadlines",
    completed: "Completed",
    reopened: "Reopened",
    added: "New",
    vanished: "Gone from the document",
    noted: "New follow-up",
    timeline: "Milestones",
    lateness: "Ongoing activities against the original, approved and latest deadline",
    trend: "Reported deadlines, the same figures as in the chart",
    figures: "Measured values and targets",
    findings: "Findings that stand"
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
  notDecided: "no new one approved",
  blankTable: "No rows.",
  reasonMissing: "none given",
  counted: (n, atLeast) => `${atLeast ? "at least " : ""}${n}`,
  mark: "New",
  legend: {
    title: "Legend",
    NotStated: "the document says nothing of the status",
    InProgress: "work goes on",
    Delayed: "reported as delayed",
    Completed: "the document says it is done",
    Discontinued: "ended without a result",
    fresh: (day) => `new since the review of ${day}`
  },
  anchorSentence: (name, words) => `The days in the last column are counted from ${name}: ${words}.`,
  sourceNote: "The words are the document's own. What Frist computes stands in other tables.",
  latenessNote:
    "The original deadline is the one first set, the approved one is decided by whoever may, the latest is the one that stands now. That the latest is kept says nothing of the original.",
  trend: {
    title: "Milestone trend",
    x: "day of reporting",
    y: "deadline as reported",
    diagonal: "done",
    description: (activities, from, to) =>
      `Chart. Across, the day on which something was reported; upwards, the deadline that then stood; both on one scale, from ${from} to ${to}. One line for each of ${activities} activities. Where a line meets the diagonal the activity is done. The same figures are in the table beside it.`,
    reading: [
      "A level line is a deadline that stands. A rising line is a deadline that moves; as steep as the diagonal, it moves as fast as time passes.",
      "The extrapolation is where the line meets the diagonal if it goes on at the same rate. It is computed when the report is made, from three reports on, and is no forecast that anyone has given."
    ],
    legend: {
      band: "a deadline that is a period",
      open: "a deadline without an end",
      unread: "a deadline that cannot be read",
      done: "done",
      early: "a deadline before the chart begins",
      extrapolated: "extrapolation"
    },
    doesNotConverge: "does not converge",
    perhapsNever: "perhaps does not converge",
    perhaps: (day) => `${day} at the earliest, perhaps does not converge`,
    passed: "the deadline has passed",
    few: "fewer than three reports",
    ended: "closed",
    undated: "latest deadline has no date",
    empty: "No deadline is reported yet.",
    terminal:
      "Across, the day on which something was reported; upwards, the deadline that then stood; the dots are the diagonal, where an activity is done. │ a deadline that is a period, ↑ without an end, × cannot be read, ● done, * several in one place.",
    perDay: (n) => `${n} days per day`,
    atLeast: (n) => `at least ${n}`,
    atMost: (n) => `at most ${n}`,
    others: (n) => `The numbers are those of the ${n} activities that moved most; the others are drawn without.`
  },
  bars: {
    description: (title, points, target) => `Bar chart, ${title}: ${points}.${target}`,
    target: (value) => `target ${value}`
  },
  about: {
    plan: "Plan",
    review: "Review",
    events: "Events in the log",
    checkpoint: "Checkpoint",
    noCheckpoint: "No checkpoint comes with it, so the report cannot by itself show that the log is unaltered.",
    versions: "Versions",
    command: "To make the same report again",
    known: "Recorded up to"
  },
  page: {
    skip: "To the content",
    contents: "Contents",
    filter: "Show",
    area: "Area",
    status: "Status",
    all: "all",
    asOf: "See how the board stood on an earlier day",
    slider: "Day",
    now: "Back to the review",
    stood: (day) => `The board as it stood on ${day}.`,
    shown: (n, of) => `${n} of ${of} rows shown.`,
    sort: (heading) => `Sort by ${heading}`,
    scroll: "the table scrolls sideways"
  }
}
