/**
 * The sentences of a report in English, with its headings and charts.
 */
import { pluralOf } from "../words/Plural.ts"
import { quoteEnd } from "../words/QuoteEnd.ts"
import { enChart } from "./enChart.ts"
import { enHeadings } from "./enHeadings.ts"
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
const inWords = (n: number): string => words[n] ?? String(n)
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const some = pluralOf("en")

/** The sentences of a report with its headings and charts, in English. */
export const enReport: typeof svReport = {
  ...enHeadings,
  title: (plan) => plan ?? "Untitled plan",
  subtitle: (day, isReview) => `${isReview ? "Review of" : "As of"} ${day}`,
  countedOn: (today) => `Lateness is counted to ${today}.`,
  noReview: "No review is recorded on that day.",
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
  countedTo: (date, day) => `${date} (counted to ${day})`,
  span: {
    days: (shown, n) => `${shown} ${some(n, "day", "days")}`,
    months: (shown, n) => `${shown} ${some(n, "month", "months")}`,
    years: (shown, n) => `${shown} ${some(n, "year", "years")}`,
    atMost: (span) => `at most ${span}`,
    atLeast: (span) => `at least ${span}`,
    between: (earlier, later) => `between ${earlier} earlier and ${later} later`
  },
  headline: {
    postponed: (n, of, isFirst) =>
      `${capital(inWords(n))} of ${inWords(of)} ${some(of, "activity", "activities")} ${some(n, "is", "are")} postponed${isFirst ? " from the original deadline" : ""}.`,
    expected: (name, date) => `${name} is now not expected until ${date}.`,
    lost: (name, written) => `${name} no longer has a deadline, only ${written}.`,
    passed: (n, of) =>
      `${capital(inWords(n))} of ${inWords(of)} ${some(of, "activity", "activities")} ${some(n, "has passed its deadline and has", "have passed their deadlines and have")} no new one.`,
    passedUnread: (n, of) =>
      `${capital(inWords(n))} of ${inWords(of)} ${some(of, "activity", "activities")} ${some(n, "has passed its deadline", "have passed their deadlines")}; whether there is a new one cannot be read.`,
    missing: (n, of) =>
      `${capital(inWords(n))} of ${inWords(of)} ${some(of, "activity", "activities")} ${some(n, "is", "are")} missing from the document.`,
    completed: (n, of) =>
      `${capital(inWords(n))} of ${inWords(of)} ${some(of, "activity", "activities")} ${some(n, "was", "were")} completed.`,
    unchanged: (of) => `None of ${inWords(of)} ${some(of, "activity", "activities")} is postponed.`,
    none: "No activity was ongoing."
  },
  standing: {
    of: (n, day) => `Of ${n} ongoing${day === null ? "" : ` at the review of ${day}`}`,
    postponed: (n) => `${n} postponed`,
    earlier: (n) => `${n} brought forward`,
    changed: (n) => `${n} with a changed deadline`,
    completed: (n) => `${n} done`,
    discontinued: (n) => `${n} discontinued`,
    passed: (n) => `${n} past ${some(n, "its deadline", "their deadlines")} without a new one`,
    passedUnread: (n) => `${n} past ${some(n, "its deadline", "their deadlines")} where a new one cannot be read`,
    missing: (n) => `${n} missing from the document`,
    contradicted: (n) => `${n} both done and not done in the document`,
    unchanged: (n) => `${n} with ${some(n, "its deadline", "their deadlines")} unchanged`
  },
  beside: {
    besides: (parts) => `Besides these, ${parts}.`,
    added: (n) => `${n} new`,
    again: (n) => `${n} ongoing again`,
    contradicted: (n) => `${n} among the completed that the text says did not happen`,
    missing: (n) => `${n} already missing then`,
    postponed: (names) => `Also postponed, though not ongoing then: ${names}.`
  },
  and: (parts) => (parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`),
  decide: {
    none: "Nothing that Frist can detect: no deadline has passed without a new one, and no row is missing or contradicts itself.",
    requested: (to, first, moves, reason) =>
      `Requests a new deadline: ${to}. Original deadline: ${first}. Changes so far: ${moves}. ${reason === null ? "The request gives no reason." : `Reason: “${reason}”`} Is it granted?`,
    passed: (date, ago) => `Was due ${date}, ${ago} ago. What is the new deadline?`,
    passedInWords: (date, ago, column, written) =>
      `Was due ${date}, ${ago} ago. ${column === null ? "The document" : `The column ${column}`} says “${written}”, which cannot be read as a date. What is the deadline?`,
    passedInColumn: (date, ago) => `Was due ${date}, ${ago} ago. A new deadline may be in a column that was not read.`,
    undated: "Has no deadline. What is it?",
    unread: (written) => `The deadline, ${written}, cannot be read as a date. What is it?`,
    cutShort: (written) => `Has no complete deadline: ${written}. What is it?`,
    openEnded: (written) => `No longer has a deadline, only ${written}. Should it have one, or be closed?`,
    contradicted: (quote) =>
      `Is among the completed in the document, but the follow-up says “${quote}”${quoteEnd(quote)} Should it continue or be closed?`,
    missing: "Is no longer in any table of the document. Is it done, discontinued or left out by mistake?",
    rewritten: (from, to) =>
      `The document has changed the original deadline from ${from} to ${to}, without a recorded decision. Is the change approved?`,
    asked: (quote) => `The follow-up says “${quote}”${quoteEnd(quote)} Is a decision needed?`,
    running: "The deadline moves as fast as time passes, or faster. Should the activity continue as planned?",
    undecided: (n, names) =>
      `${n} coming ${some(n, "deadline is", "deadlines are")} later than the original or the last approved one, without a recorded decision: ${names}. ${some(n, "Is the deadline", "Are the deadlines")} approved?`,
    undecidedLead: "Deadlines without a decision"
  },
  said: {
    reason: (said) => `Reason: ${said}`,
    fresh: (quote) => `“${quote}”`,
    same: (quote) => `Unchanged text: “${quote}”`,
    nothingNew: "nothing new",
    silent: "–"
  },
  reasons: {
    noColumn: "The document has no column for reasons. The quotations are sentences of its follow-up.",
    notRead: "No column for reasons was read. The quotations are sentences of the follow-up."
  },
  suggested: "Frist suggests:",
  more: "There may have been more changes between the reviews.",
  openEndedMove: (from) => `unclear how far: ${from} is not a complete date`,
  notComparable: "the dates measure different things",
  waiting: {
    heading: "Waiting for others",
    perhaps: "Perhaps waiting for others",
    declared: (on, share) => `waits for ${on}${share === null ? "" : `; ${share}`}.`,
    said: (quote) => `the document says “${quote}”. Whether it waits for that is not stated.`
  },
  done: (on, after) => `done${on === null ? ", without a date" : ` ${on}`}${after === null ? "" : `, ${after}`}.`,
  frist: {
    changedInDocument: (column, date) => `${column}: ${date}, changed in the document`,
    earlierEdition: (column, date) => `${column}: ${date}, from an earlier edition`,
    byTable: "Done: the row is among the completed, but its status cell is empty",
    amongDone: "Ongoing: the row is among the completed, but its text contradicts that"
  },
  missing: "Missing from the document",
  missingShort: "Missing",
  notDecided: "no new deadline approved",
  blankTable: "No rows.",
  mark: "New",
  legend: {
    title: "Legend",
    NotStated: "no status in the status cell",
    InProgress: "work in progress",
    Delayed: "reported as delayed",
    Completed: "done, according to the document",
    Discontinued: "ended without a result",
    fresh: (day) => `new since the review of ${day}`
  },
  anchorSentence: (name, words) => `The days in the last column are counted from ${name}: ${words}.`,
  sourceNote: "The text is taken from the document. What Frist counts with instead is in the column Counted as.",
  latenessNote:
    "The original deadline is the one first set; the current one is that last reported. An activity can meet its new deadline and still be late.",
  perhapsNote: "Perhaps: an approximate deadline has begun, but has not certainly passed.",
  atLeastNote: "At least: a date has no end, and the days can be more.",
  approvedNote: "The approved deadline was last decided by someone with the authority to do so.",
  vagueNote: (dates) => `Approximate dates are counted so: ${dates.join("; ")}.`,
  vagueDate: (written, from, to) => `${written} is ${from}–${to}`,
  passedUnstated: "deadline passed, no status given",
  passedSaid: (quote) => `deadline passed; the follow-up says “${quote}”`,
  onTheDay: "on the day",
  trend: {
    title: "How the deadlines have changed",
    extrapolated:
      "If this continues: the month in which the deadline is met if it keeps moving at the same rate. Frist computes it from four reports or more; nobody has given it as a forecast. Beyond ten years no month is named.",
    doesNotConverge: "the deadline moves as fast as time passes, or faster",
    perhapsNotInTen: "perhaps not within ten years",
    notInTen: "not within ten years",
    perhaps: (day) => `${day} at the earliest, perhaps not within ten years`,
    passed: "the deadline has passed",
    few: "fewer than four reports",
    ended: "closed",
    undated: "current deadline is undated",
    empty: "No deadlines have been reported yet.",
    terminal:
      "The horizontal axis is the reporting date, the vertical one the deadline at that time. The dots are the reporting date; below them the deadline has passed. │ approximate date, ↑ open-ended, × unreadable, ● done, * several in one place.",
    rate: (moved, passed) => `${moved} in ${passed}`
  },
  chart: enChart,
  /** What decisions have removed: it still counts. */
  removed: (n: number, decisions: string) =>
    `The content of ${n} ${some(n, "event", "events")} was removed under ${decisions}, and ${n === 1 ? "it still counts" : "they still count"}. The reference in square brackets stands for the content.`,
  removedContent: (decision: string) => `content removed under ${decision}`,
  about: {
    removed: "Removed content",
    removedEvent: (position: number, day: string, decision: string) => `No ${position}, ${day}: ${decision}`,
    review: "Review",
    events: "Events in the log",
    checkpoint: "Checkpoint",
    check: "To check this report",
    checkCommand: (plan) => `frist verify --against report.html --plan ${plan}`,
    checkWithout: "Without the log",
    checkBundle:
      "The report checks nothing by itself. The command is run by whoever has the log of the plan, usually the sender of the report. Without the log, ask for a bundle from frist bundle. Its page verify.html opens in a browser and needs no Frist: choose the bundle and this file, and the log and the checkpoint are verified. Only the command verifies the text of the report.",
    checkpointUse: "The checkpoint shows whether anything was changed afterwards.",
    noCheckpoint: "No checkpoint is included, so this report alone cannot show that the log is unaltered.",
    software: "Made with",
    command: "To reproduce this report",
    known: "Recorded up to",
    instant: (day, time) => `${day} at ${time} UTC`
  },
  page: {
    skip: "Skip to content",
    contents: "Contents",
    filter: "Show",
    area: "Area",
    status: "Status",
    all: "all",
    asOf: "See the list on an earlier day",
    slider: "Day",
    now: "Back to the review",
    stood: (day) => `The list as of ${day}.`,
    shown: (n, of) => `${n} of ${of} rows shown.`,
    sort: (heading) => `Sort by ${heading}`,
    scroll: "the table scrolls sideways"
  }
}
