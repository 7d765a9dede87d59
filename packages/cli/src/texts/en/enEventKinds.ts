/**
 * The kinds of events in English.
 */
import type { svEventKinds } from "../sv/svEventKinds.ts"

/** The name of each kind of event, in English. */
export const enEventKinds: typeof svEventKinds = {
  PlanOpened: "Plan opened",
  ReviewHeld: "Review held",
  ActivityRegistered: "Registered",
  ActivityReworded: "Reworded",
  ResponsibleChanged: "Responsible changed",
  DeadlineMoved: "Deadline moved",
  BaselineApproved: "Baseline approved",
  ExtensionRequested: "Extension requested",
  ExtensionDecided: "Request decided",
  DependencyDeclared: "Waits for",
  DependencyEnded: "No longer waits for",
  MilestoneLinked: "Milestone linked",
  StatusChanged: "Status changed",
  FollowUpNoted: "Follow-up",
  TargetSet: "Target",
  MeasurementRecorded: "Measurement",
  FindingRaised: "Finding",
  ColumnDecided: "Column decided",
  FindingsRepeated: "Findings repeated",
  FindingWaived: "Finding waived",
  Corrected: "Correction",
  Redacted: "Redaction",
  EditionKept: "Edition kept",
  EditionErased: "Edition erased",
  PlanMoved: "Plan moved",
  PlanArrived: "Plan arrived"
}
