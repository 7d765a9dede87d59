/**
 * The refusals of a plan, in English, by tag.
 */
import { factOf } from "@frist/domain/Refusal"
import { enSpoken } from "@frist/reports/texts/enSpoken"
import { enTables } from "./enTables.ts"
import type { svRefusals } from "../sv/svRefusals.ts"

const { status } = enSpoken
const kinds: Readonly<Record<string, string>> = enTables.event
const kind = (type: string): string => `“${kinds[type] ?? type}”`

/** What disappears from which views with `--whole`, by the type of the event. */
const lost: Readonly<Record<string, string>> = {
  PlanOpened: "the name of the plan disappears from every view",
  ActivityRegistered:
    "its name, texts, responsible role and first date disappear from every view, and the row stays, marked as removed",
  DeadlineMoved: "its date disappears from board, slips, trend and report, and the move still counts",
  BaselineApproved: "its date and the reference of the decision disappear from board and slips",
  ExtensionRequested: "its date disappears from decisions, and the request stays",
  ExtensionDecided: "its date and the reference disappear from decisions, and the outcome stays",
  StatusChanged: "its date or reason disappears from completed, and the status stays",
  ColumnDecided: "what the heading means is forgotten when the next document is read",
  other: "nothing more disappears from the views"
}

/** A sentence for each refusal, in English. */
export const enRefusals: typeof svRefusals = {
  PlanMoved: ({ to }) => `The plan has moved to ${to}; record there, with --db.`,
  PlanNotOpened: () => "The plan has not been opened; open it with frist open, or import an edition.",
  PlanAlreadyOpened: ({ title }) => `The plan is already open as “${title}”; choose another id with --plan.`,
  AlreadyRegistered: ({ activity }, { name }) =>
    `Activity ${activity} exists already (${name(activity)}); choose another id, or change that activity.`,
  NoSuchActivity: (refusal) => `${factOf(refusal)}; list the activities with frist board.`,
  NotYetRegistered: ({ activity, registeredOn }, { day, name }) =>
    `${name(activity)} is in the plan only from ${day(registeredOn)}; give that day or a later one.`,
  ActivityClosed: ({ activity, status: now }, { name }) =>
    `${name(activity)} is closed (${status[now._tag].toLowerCase()}); reopen it first with frist reopen ${activity}.`,
  NotAMilestone: ({ activity }, { name }) =>
    `${name(activity)} is not a milestone; list the milestones with frist timeline.`,
  NotAnActivity: ({ activity }, { name }) =>
    `${name(activity)} is a milestone; give the activity that the milestone stands for.`,
  CircularDependency: ({ activity, on }, { name }) =>
    activity === on
      ? `${name(activity)} cannot wait for itself; give another activity.`
      : `${name(on)} already waits for ${name(activity)}; end that first, or give another activity.`,
  NotARequest: ({ position }, { place }) =>
    `Event ${position}${place(position)} is not a request that is open on that day; list open requests with frist decisions.`,
  RequestDecided: ({ decision, position }, { place }) =>
    `Request ${position}${place(position)} has already been decided (${decision}); make a new request, or correct the decision with frist correct.`,
  NoSuchPosition: (refusal) => `${factOf(refusal)}; find its number with frist history.`,
  NotAFact: ({ position }, { place }) =>
    `Event ${position}${place(position)} is itself a correction; correct the event it refers to.`,
  OtherType: ({ position, replacement, type }, { place }) =>
    `Event ${position}${place(position)} is of the kind ${kind(type)} and cannot become ${kind(replacement)}; give one of the same kind.`,
  NotAFinding: ({ position, type }, { place }) =>
    `Event ${position}${place(position)} is not a finding but ${kind(type)}; find the number with frist findings.`,
  AlreadyRedacted: ({ position }, { place }) =>
    `Event ${position}${place(position)} has already been redacted under another decision.`,
  RemainsStands: ({ position }, { place }) =>
    `Only the text of event ${position}${place(position)} was redacted; its date or value is recorded with the decision and cannot be removed later.`,
  DecisionStands: (refusal) => `${factOf(refusal)}: it explains why something is missing.`,
  NeedsWhole: ({ position, type }, { place }) =>
    `Event ${position}${place(position)} is of the kind ${kind(type)} and holds no text that can be removed alone. With --whole, ${lost[type] ?? lost["other"]}.`,
  EditionNotKept: ({ sha256 }, { document }) =>
    `The cells of ${document(sha256)} are not kept. Hand it in again with frist import.`,
  EditionAlreadyErased: ({ sha256 }, { document }) => `The cells of ${document(sha256)} have already been erased.`
}
