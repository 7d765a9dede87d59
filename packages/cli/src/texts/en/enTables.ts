/**
 * The words of terminal tables in English, other than those of reports.
 */
import { en } from "@frist/reports/texts/en"
import { enEventKinds } from "./enEventKinds.ts"
import type { svTables } from "../sv/svTables.ts"

/** The words of terminal tables, in English. */
export const enTables: typeof svTables = {
  heading: {
    ...en.report.column,
    after: "After deadline",
    slip: "Slip",
    saidOn: "Reported",
    by: "By",
    why: "Why",
    event: "Event",
    what: "What",
    source: "Source",
    requested: "Requested",
    outcome: "Outcome",
    decision: "Decision",
    path: "Waits for",
    level: "Level"
  },
  history: "History",
  measures: "Figures and targets",
  figures: {
    ...en.figures,
    note: "Change is from the previous figure in the same series. Series that contradict each other are never joined. “About” is taken to mean within a tenth; “over” and “under”, at most a tenth away.",
    periods: {
      year: "whole years",
      point: "at a point in time",
      months: "the same months",
      unread: "unread period",
      other: "another period"
    },
    series: (n) => `series ${n}`,
    contradicts: (ours, series, theirs) => `${ours} contradicts series ${series}: ${theirs}`
  },
  none: "None.",
  contentRemoved: "the content was removed",
  wholePlan: "the whole plan",
  rows: (rows, many) => `${many ? "rows" : "row"} ${rows}`,
  plural: {
    events: (n) => (n === 1 ? "1 event" : `${n} events`),
    findings: (n) => (n === 1 ? "1 finding" : `${n} findings`)
  },
  previousReview: (day) => `New items since the review of ${day} are marked.`,
  at: (asOf, today) =>
    asOf === null || asOf === today ? `As of ${today}` : `As of ${asOf}; lateness counted on ${today}`,
  knownAt: (instant) => `As recorded by ${instant}`,
  nothingKnown: "Nothing of the plan had been recorded by then.",
  notBegun: "The plan had not begun by that day. See when it began with frist history.",
  anchor: (name, words) => `Counted from ${name}: ${words}`,
  course: {
    original: "at first",
    deadline: "Deadline",
    signs:
      "│ the day of the report, ● the deadline, ━ the days that an approximate deadline can mean, → open-ended, ? not readable as a date."
  },
  inferred: "from documents",
  corrected: (position) => `corrected (${position})`,
  approved: "decision",
  noReason: "no reason recorded",
  nothingNew: "nothing new in the follow-up",
  withdrawn: "withdrawn",
  said: (words) => `Said: ${words}`,
  saysNow: (words) => `Now: ${words}`,
  replaced: (position) => `replaced by ${position}`,
  waived: (reason) => `waived: ${reason}`,
  onlyUnderstood: (date) => `Only “${date}” was understood.`,
  stillOpen: (findings) => `Still open from the previous edition: ${findings}; see frist findings.`,
  moreFindings: ({ errors, infos, warnings }, { isMore, isRecorded }) => {
    const counted = [
      ...(errors === 0 ? [] : [errors === 1 ? "1 error" : `${errors} errors`]),
      ...(warnings === 0 ? [] : [warnings === 1 ? "1 warning" : `${warnings} warnings`]),
      ...(infos === 0 ? [] : [infos === 1 ? "1 info finding" : `${infos} info findings`])
    ]
    const all = [counted.slice(0, -1).join(", "), counted.at(-1) ?? ""].filter((part) => part !== "").join(" and ")
    return `${isMore ? "Not listed" : "Noted"}: ${all}. ${isRecorded ? "See all with frist findings." : "Nothing is recorded; see all with --format json."}`
  },
  unreadColumns: (headings, more) =>
    `Columns not read: ${headings.map((heading) => `“${heading}”`).join(", ")}${more === 0 ? "" : ` and ${more} more`}. If one of them is needed, say what it is with --column and import the document again.`,
  changes: "Changes",
  linkedByWords: (milestone, activity, id) =>
    `The milestone “${milestone}” was linked to ${activity} by its wording. If that is wrong: frist link ${id} --none`,
  dropped: "Struck out",
  unmoved: "No deadline has moved.",
  slipsNote: "Slip is counted from the first deadline to the latest.",
  followUpSays: (sentences) => `The follow-up says: “${sentences}”`,
  standsFor: (activity, date) => (date === null ? `as of ${activity}` : `as of ${activity} (deadline there: ${date})`),
  noStatus: "no status stated",
  decisions: "Decisions on deadlines",
  toDecide: "To decide",
  decidedRequests: "Decided",
  undecidedMoves: "Moved without a recorded decision",
  undecidedNote:
    "A deadline beyond the last approved one, or beyond the original if none was approved, with no decision recorded. Request it with frist request.",
  originalOrApproved: "Original or approved",
  noRequests: "No request is open.",
  noneUndecided: "No deadline moved without a recorded decision.",
  more: (days) => `${days} more`,
  movedSoFar: (tally) => `so far: ${tally}`,
  requestedBy: (actor, day) => `${actor} ${day}`,
  possiblyBeyond: "possibly",
  whatIf: (activity, date) => `If ${activity} is done ${date}`,
  ifNothing: "No open activity waits for it.",
  ifUnaffected: "still in time",
  ifAffected: { certainly: "must move", possibly: "may have to move" },
  ifNote: "These wait for it, as declared with frist wait, directly or through others. Nothing is recorded.",
  requestDecided: (request, outcome) => `request ${request}: ${outcome}`,
  outcome: { granted: "granted", refused: "refused" },
  event: enEventKinds
}
