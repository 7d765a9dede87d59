/**
 * The refusals of a plan, in English, by tag.
 */
import { factOf } from "@frist/domain/Refusal"
import { enSpoken } from "@frist/reports/texts/enSpoken"
import type { svRefusals } from "./svRefusals.ts"

const { status } = enSpoken

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
  PlanNotOpened: () => "The plan has not been opened; open it with frist open, or import an edition.",
  PlanAlreadyOpened: ({ title }) => `The plan is already open as “${title}”; choose another id with --plan.`,
  AlreadyRegistered: (refusal) => `${factOf(refusal)}; choose another id, or change that activity.`,
  NoSuchActivity: (refusal) => `${factOf(refusal)}; list the activities with frist board.`,
  NotYetRegistered: (refusal) => `${factOf(refusal)}; give that day or a later one.`,
  ActivityClosed: ({ activity, status: now }) =>
    `Activity ${activity} is closed (${status[now._tag].toLowerCase()}); reopen it first with frist reopen ${activity}.`,
  NotAMilestone: (refusal) => `${factOf(refusal)}; list the milestones with frist timeline.`,
  NotAnActivity: (refusal) => `${factOf(refusal)}; give the activity that the milestone stands for.`,
  CircularDependency: (refusal) => `${factOf(refusal)}; end that dependency first, or give another activity.`,
  NotARequest: (refusal) => `${factOf(refusal)}; list open requests with frist decisions.`,
  RequestDecided: (refusal) => `${factOf(refusal)}; make a new request, or correct the decision with frist correct.`,
  NoSuchPosition: (refusal) => `${factOf(refusal)}; find its number with frist history.`,
  NotAFact: ({ position }) => `Event ${position} is itself a correction; correct the event it refers to.`,
  OtherType: (refusal) => `${factOf(refusal)}; give a replacement of the same type.`,
  NotAFinding: (refusal) => `${factOf(refusal)}; find its number with frist findings.`,
  AlreadyRedacted: (refusal) => `${factOf(refusal)}.`,
  DecisionStands: (refusal) => `${factOf(refusal)}: it explains why something is missing.`,
  NeedsWhole: (refusal) => `${factOf(refusal)}. With --whole, ${lost[refusal.type] ?? lost["other"]}.`,
  EditionNotKept: ({ sha256 }) =>
    `The cells of document ${sha256.slice(0, 12)} are not kept. Hand it in again with frist import.`,
  EditionAlreadyErased: ({ sha256 }) => `The cells of document ${sha256.slice(0, 12)} have already been erased.`
}
