/**
 * The words of terminal tables in Swedish, other than those of reports.
 */
import { sv } from "@frist/reports/texts/sv"
import { svEventKinds } from "./svEventKinds.ts"
import { pluralOf } from "@frist/reports/words/Plural"

const some = pluralOf("sv")

/** The words of terminal tables, in Swedish. */
export const svTables = {
  heading: {
    ...sv.report.column,
    slip: "Senarelagd",
    saidOn: "Rapporterat",
    by: "Av",
    why: "Varför",
    event: "Uppgift",
    what: "Innehåll",
    source: "Källa",
    requested: "Begärt slutdatum",
    outcome: "Utfall",
    decision: "Beslut",
    path: "Väntar på",
    level: "Slag"
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
  contentRemoved: "innehållet är gallrat",
  wholePlan: "hela planen",
  rows: (rows: string, many: boolean) => `${many ? "raderna" : "rad"} ${rows}`,
  plural: {
    events: (n: number) => `${n} ${some(n, "uppgift", "uppgifter")}`,
    findings: (n: number) => `${n} ${some(n, "anmärkning", "anmärkningar")}`
  },
  previousReview: (day: string) => `Nytt sedan uppföljningen ${day} är märkt.`,
  at: (asOf: string | null, today: string) =>
    asOf === null || asOf === today ? `Läget ${today}` : `Läget ${asOf}; försening räknad till ${today}`,
  knownAt: (instant: string) => `Enligt det som var sparat ${instant}`,
  nothingKnown: "Då var inget sparat i planen.",
  notBegun: "Den dagen hade planen inte börjat. frist history visar när den började.",
  anchor: (name: string, words: string) => `Räknat från ${name}: ${words}`,
  course: {
    original: "från början",
    deadline: "Slutdatum",
    signs:
      "│ dagen för rapporten, ● slutdatumet, ━ de dagar som ett ungefärligt slutdatum kan betyda, → utan slut, ? går inte att läsa som ett datum."
  },
  inferred: "ur dokument",
  corrected: (position: number) => `rättad (${position})`,
  approved: "beslut",
  noReason: "inget skäl sparat",
  nothingNew: "inget nytt i uppföljningen",
  withdrawn: "återtagen",
  said: (words: string) => `Förut: ${words}`,
  saysNow: (words: string) => `Nu: ${words}`,
  replaced: (position: number) => `ersatt av ${position}`,
  waived: (reason: string) => `avskriven: ${reason}`,
  onlyUnderstood: (date: string) => `Bara ”${date}” går att läsa.`,
  stillOpen: (findings: string) => `Dessutom står ${findings} kvar sedan förra utgåvan; se frist findings.`,
  moreFindings: (
    { errors, infos, warnings }: Readonly<Record<"errors" | "infos" | "warnings", number>>,
    { isMore, isRecorded }: Readonly<Record<"isMore" | "isRecorded", boolean>>
  ) => {
    const counted = [
      ...(errors === 0 ? [] : [`${errors} fel`]),
      ...(warnings === 0 ? [] : [`${warnings} ${some(warnings, "varning", "varningar")}`]),
      ...(infos === 0 ? [] : [`${infos} ${some(infos, "upplysning", "upplysningar")}`])
    ]
    const all = [counted.slice(0, -1).join(", "), counted.at(-1) ?? ""].filter((part) => part !== "").join(" och ")
    return `${isMore ? "Utöver dessa finns" : "Det finns"} ${all}. ${isRecorded ? "Se alla med frist findings." : "Inget är sparat; se alla med --format json."}`
  },
  unreadColumns: (headings: ReadonlyArray<string>, more: number) =>
    `Kolumner som inte är lästa: ${headings.map((heading) => `”${heading}”`).join(", ")}${more === 0 ? "" : ` och ${more} till`}. Behövs någon av dem, ange vad den är med --column och läs in dokumentet igen.`,
  changes: "Ändringar",
  linkedByWords: (milestone: string, activity: string, id: string) =>
    `Milstolpen ”${milestone}” är kopplad till ${activity}, utifrån orden. Om det inte stämmer: frist link ${id} --none`,
  dropped: "Borttaget",
  unmoved: "Inget slutdatum är ändrat.",
  slipsNote: "Dagarna räknas från det ursprungliga till det nuvarande slutdatumet.",
  followUpSays: (sentences: string) => `Uppföljningen säger: ”${sentences}”`,
  standsFor: (activity: string, date: string | null) =>
    date === null ? `enligt ${activity}` : `enligt ${activity} (slutdatum där: ${date})`,
  noStatus: "status saknas",
  decisions: "Beslut om slutdatum",
  toDecide: "Att avgöra",
  decidedRequests: "Avgjorda",
  undecidedMoves: "Ändrade utan registrerat beslut",
  undecidedNote:
    "Slutdatumet ligger efter det senast beslutade, eller efter det ursprungliga om inget är beslutat, och inget beslut om det är sparat. Begär det med frist request.",
  originalOrApproved: "Ursprungligt eller beslutat",
  noRequests: "Ingen begäran väntar på beslut.",
  noneUndecided: "Inget slutdatum är ändrat utan registrerat beslut.",
  more: (days: string) => `${days} senare`,
  movedSoFar: (tally: string) => `hittills: ${tally}`,
  requestedBy: (actor: string, day: string) => `${actor} ${day}`,
  possiblyBeyond: "kanske",
  whatIf: (activity: string, date: string) => `Om ${activity} blir klart ${date}`,
  ifNothing: "Ingen öppen aktivitet väntar på den.",
  ifUnaffected: "behöver inte senareläggas",
  ifAffected: { certainly: "måste senareläggas", possibly: "måste kanske senareläggas" },
  ifNote: "Listan visar det som väntar enligt frist wait, direkt eller via andra aktiviteter. Inget är sparat.",
  requestDecided: (request: number, outcome: string) => `begäran ${request}: ${outcome}`,
  outcome: { granted: "beviljad", refused: "avslagen" },
  event: svEventKinds
}
