/**
 * The words of terminal tables in Swedish, other than those of reports.
 */
import { sv } from "@frist/reports/texts/sv"

/** The words of terminal tables, in Swedish. */
export const svTables = {
  heading: {
    ...sv.report.column,
    after: "Klart mot tid",
    slip: "Glidning",
    saidOn: "Gäller från",
    by: "Av",
    why: "Varför",
    event: "Händelse",
    what: "Vad",
    source: "Källa",
    requested: "Begärd tid",
    outcome: "Utfall",
    decision: "Beslut",
    path: "Väntar på",
    level: "Grad"
  },
  history: "Historik",
  measures: "Mått och mål",
  figures: {
    ...sv.figures,
    note: "Ändring är mot siffran före i samma serie. Serier som säger emot varandra slås aldrig ihop. Ca räknas som inom en tiondel, drygt och knappt som högst en tiondel från talet.",
    periods: {
      year: "hela år",
      point: "vid en tidpunkt",
      months: "samma månader",
      unread: "oläst period",
      other: "annan period"
    },
    series: (n: number) => `serie ${n}`,
    contradicts: (ours: string, series: number, theirs: string) =>
      `${ours} går inte ihop med serie ${series}: ${theirs}`
  },
  none: "Inga.",
  rows: (rows: string, many: boolean) => `${many ? "raderna" : "rad"} ${rows}`,
  plural: {
    events: (n: number) => (n === 1 ? "1 händelse" : `${n} händelser`),
    findings: (n: number) => (n === 1 ? "1 anmärkning" : `${n} anmärkningar`)
  },
  previousReview: (day: string) => `Nytt sedan uppföljningen ${day} är märkt.`,
  at: (asOf: string | null, today: string) =>
    asOf === null || asOf === today ? `Läget ${today}` : `Som det stod ${asOf}; mot tid räknat per ${today}`,
  knownAt: (instant: string) => `Enligt vad som var infört ${instant}`,
  anchor: (name: string, words: string) => `Räknat från ${name}: ${words}`,
  inferred: "ur dokument",
  corrected: (position: number) => `rättad (${position})`,
  approved: "beslut",
  withdrawn: "återtagen",
  said: (words: string) => `Sade: ${words}`,
  saysNow: (words: string) => `Nu: ${words}`,
  replaced: (position: number) => `ersatt av ${position}`,
  waived: (reason: string) => `avförd: ${reason}`,
  onlyUnderstood: (date: string) => `Bara ”${date}” är förstått.`,
  stillOpen: (findings: string) => `Dessutom står ${findings} kvar sedan förra utgåvan; se frist findings.`,
  moreFindings: (
    { errors, infos, warnings }: Readonly<Record<"errors" | "infos" | "warnings", number>>,
    { isMore, isRecorded }: Readonly<Record<"isMore" | "isRecorded", boolean>>
  ) => {
    const counted = [
      ...(errors === 0 ? [] : [`${errors} fel`]),
      ...(warnings === 0 ? [] : [warnings === 1 ? "1 varning" : `${warnings} varningar`]),
      ...(infos === 0 ? [] : [infos === 1 ? "1 upplysning" : `${infos} upplysningar`])
    ]
    const all = [counted.slice(0, -1).join(", "), counted.at(-1) ?? ""].filter((part) => part !== "").join(" och ")
    return `${isMore ? "Utöver dessa finns" : "Det finns"} ${all}. ${isRecorded ? "Se alla med frist findings." : "Inget är infört; se alla med --format json."}`
  },
  changes: "Ändringar",
  linkedByWords: (milestone: string, activity: string, id: string) =>
    `Milstolpen ”${milestone}” räknas av orden som ${activity}. Stämmer det inte: frist link ${id} --none`,
  dropped: "Struket",
  unmoved: "Ingen tid är flyttad.",
  slipsNote: "Glidningen räknas från första till senaste tid.",
  inferredNote: "”Minst” står där en flytt framgår av dokument: det kan ha varit fler.",
  followUpSays: (sentences: string) => `Uppföljningen säger: ”${sentences}”`,
  standsFor: (activity: string, date: string | null) =>
    date === null ? `enligt ${activity}` : `enligt ${activity} (tid där: ${date})`,
  noStatus: "ingen status sagd",
  decisions: "Beslut om tider",
  toDecide: "Att besluta",
  decidedRequests: "Avgjorda",
  undecidedMoves: "Flyttade utan beslut",
  undecidedNote:
    "En tid som ligger efter den beslutade, eller efter den första, utan att någon har beslutat det. Begär den med frist request.",
  noRequests: "Ingen begäran är öppen.",
  noneUndecided: "Ingen tid är flyttad utan beslut.",
  more: (days: string) => `${days} till`,
  movedSoFar: (tally: string) => `hittills: ${tally}`,
  requestedBy: (actor: string, day: string) => `${actor} ${day}`,
  possiblyBeyond: "kanske",
  whatIf: (activity: string, date: string) => `Om ${activity} blir klart ${date}`,
  ifNothing: "Ingen öppen aktivitet väntar på den.",
  ifUnaffected: "hinner ändå",
  ifAffected: { certainly: "måste flyttas", possibly: "måste kanske flyttas" },
  ifNote: "Det som väntar enligt frist wait, direkt eller genom andra. Inget är infört.",
  requestDecided: (request: number, outcome: string) => `begäran ${request}: ${outcome}`,
  outcome: { granted: "beviljad", refused: "avslagen" },
  event: {
    PlanOpened: "Plan öppnad",
    ReviewHeld: "Uppföljning hållen",
    ActivityRegistered: "Registrerad",
    ActivityReworded: "Omformulerad",
    ResponsibleChanged: "Ny ansvarig",
    DeadlineMoved: "Tid flyttad",
    BaselineApproved: "Ny tid beslutad",
    ExtensionRequested: "Ny tid begärd",
    ExtensionDecided: "Begäran avgjord",
    DependencyDeclared: "Väntar på",
    DependencyEnded: "Väntar inte längre på",
    MilestoneLinked: "Milstolpe kopplad",
    StatusChanged: "Status ändrad",
    FollowUpNoted: "Uppföljning",
    TargetSet: "Målvärde",
    MeasurementRecorded: "Mätning",
    FindingRaised: "Anmärkning",
    ColumnDecided: "Kolumn bestämd",
    FindingsRepeated: "Anmärkningar står kvar",
    FindingWaived: "Anmärkning avförd",
    Corrected: "Rättelse",
    Redacted: "Gallring",
    EditionKept: "Utgåva bevarad",
    EditionErased: "Utgåva gallrad"
  }
}
