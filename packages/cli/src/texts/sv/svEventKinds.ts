/**
 * The kinds of events in Swedish, as tables, `frist verify` and the page of a bundle name them.
 */

/** The name of each kind of event, in Swedish. */
export const svEventKinds = {
  PlanOpened: "Plan påbörjad",
  ReviewHeld: "Uppföljning",
  ActivityRegistered: "Ny aktivitet",
  ActivityReworded: "Omformulerad",
  ResponsibleChanged: "Ny ansvarig",
  DeadlineMoved: "Slutdatum ändrat",
  BaselineApproved: "Slutdatum beslutat",
  ExtensionRequested: "Slutdatum begärt",
  ExtensionDecided: "Begäran avgjord",
  DependencyDeclared: "Väntar på",
  DependencyEnded: "Väntar inte längre på",
  MilestoneLinked: "Milstolpe kopplad",
  StatusChanged: "Status ändrad",
  FollowUpNoted: "Uppföljningstext",
  TargetSet: "Målvärde",
  MeasurementRecorded: "Mätvärde",
  FindingRaised: "Anmärkning",
  ColumnDecided: "Kolumn bestämd",
  FindingsRepeated: "Anmärkningar står kvar",
  FindingWaived: "Anmärkning avskriven",
  Corrected: "Rättelse",
  Redacted: "Gallring",
  EditionKept: "Utgåva bevarad",
  EditionErased: "Utgåva gallrad",
  PlanMoved: "Planen flyttad",
  PlanArrived: "Planen framme"
}
