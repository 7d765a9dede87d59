/**
 * The sections, tables and charts of a report in Swedish.
 */
import { svChart } from "./svChart.ts"

const words = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
const times = (n: number): string => `${words[n] ?? n} ${n === 1 ? "gång" : "gånger"}`
const some = (n: number, one: string, many: string): string => (n === 1 ? one : many)

/** The sections, tables and charts of a report, in Swedish. */
export const svReport = {
  title: (plan: string | null) => plan ?? "Plan utan namn",
  subtitle: (day: string) => `Uppföljning ${day}`,
  asKnown: (today: string, instant: string | null) =>
    `Läget ${today}${instant === null ? "" : `, enligt vad som var infört ${instant}`}.`,
  comparedWith: (day: string) => `Jämfört med uppföljningen ${day}.`,
  firstReview: "Det finns ingen tidigare uppföljning att jämföra med.",
  empty: "Planen har inga aktiviteter än.",
  months: [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december"
  ],
  shortMonths: ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
  seasons: ["våren", "sommaren", "hösten"],
  quarter: (n: number, year: string) => `kvartal ${n} ${year}`,
  quoted: (text: string) => `”${text}”`,
  section: {
    summary: "I korthet",
    decisions: "Att ta ställning till",
    since: (day: string | null) =>
      day === null ? "Vad dokumentet säger om flyttade tider" : `Sedan uppföljningen ${day}`,
    timeline: "Tidslinje",
    ongoing: "Pågående aktiviteter",
    completed: "Klara aktiviteter",
    trend: "Milstolpetrend",
    lateness: "Försening mätt på tre sätt",
    figures: "Mål och mätvärden",
    findings: "Anmärkningar",
    about: "Om rapporten"
  },
  count: {
    ongoing: "pågående",
    completed: "klara",
    moved: "flyttade tider",
    grey: "i gråzon",
    repeated: "flyttade flera gånger",
    fresh: "nya"
  },
  sinceLast: (moved: number, done: number, reopened: number, added: number, vanished: number) => [
    moved === 0 ? "ingen tid är flyttad" : `${moved} ${some(moved, "tid är flyttad", "tider är flyttade")}`,
    done === 0
      ? "ingen aktivitet har blivit klar"
      : `${done} ${some(done, "aktivitet har", "aktiviteter har")} blivit ${some(done, "klar", "klara")}`,
    ...(reopened === 0 ? [] : [`${reopened} ${some(reopened, "är öppnad", "är öppnade")} igen`]),
    ...(added === 0 ? [] : [`${added} är ${some(added, "ny", "nya")}`]),
    ...(vanished === 0 ? [] : [`${vanished} finns inte längre i dokumentet`])
  ],
  sinceSentence: (day: string, parts: ReadonlyArray<string>) =>
    `Sedan uppföljningen ${day}: ${parts.slice(0, -1).join(", ")}${parts.length > 1 ? " och " : ""}${parts.at(-1) ?? ""}.`,
  firstSentence: (ongoing: number, done: number, moved: number) =>
    `${ongoing} ${some(ongoing, "aktivitet pågår", "aktiviteter pågår")} och ${done} är ${some(done, "klar", "klara")}. ${moved === 0 ? "Ingen tid är flyttad" : `${moved} ${some(moved, "tid är flyttad", "tider är flyttade")}`} från den som först sattes.`,
  moved: (n: number, atLeast: boolean, from: string, to: string, days: string | null) =>
    `flyttad ${atLeast ? "minst " : ""}${times(n)}, från ${from} till ${to}${days === null ? "" : `, ${days}`}.`,
  given: (to: string) => `har fått en tid, ${to}.`,
  inAll: (n: number, atLeast: boolean, days: string | null) =>
    `Sammanlagt ${atLeast ? "minst " : ""}${times(n)}${days === null ? "" : `, ${days} från den första tiden`}.`,
  reason: (reasons: string) => `Skäl: ${reasons}`,
  noReasons: (n: number, of: number) =>
    n === of
      ? of === 1
        ? "Inget skäl är angivet för flytten."
        : `Inget skäl är angivet för någon av de ${of} flyttarna.`
      : `Skäl saknas för ${n} av ${of} flyttar.`,
  more: (n: number) => `… och ${n} till, i tabellen längre fram.`,
  done: (on: string | null, after: string | null) =>
    `klar${on === null ? ", utan datum" : ` ${on}`}${after === null ? "" : `, ${after}`}.`,
  discontinued: (reason: string) => `avslutad utan resultat: ${reason}`,
  afterOriginal: (days: string) => `${days} efter den första tiden`,
  beforeOriginal: (days: string) => `${days} före den första tiden`,
  onOriginal: "på den första tiden",
  reopened: "är öppnad igen.",
  vanished: "finns inte längre i någon tabell i dokumentet. Den står kvar här: är den klar, avslutad eller bortglömd?",
  nothingToDecide: "Inget som Frist kan se: ingen tid har passerat i tysthet, och ingen rad har försvunnit.",
  grey: (day: string, days: string) => `sista dagen, ${day}, passerade för ${days} sedan.`,
  /** What is known of a new date for an activity whose last day has passed. */
  newDate: {
    none: "Aktiviteten är inte klar och ingen ny tid är satt.",
    inColumn: "Aktiviteten är inte klar; en ny tid kan stå i en kolumn som inte är läst.",
    inWords: (column: string | null, words: string) =>
      `Aktiviteten är inte klar; ”${words}”${column === null ? "" : ` under ${column}`} går inte att läsa som ett datum.`
  },
  openEnded: (words: string) => `har ingen sista dag: ${words}.`,
  unread: (words: string) => `har en tid som inte går att läsa som ett datum: ${words}.`,
  noDeadline: "har ingen tid.",
  notConverging: (rate: string) =>
    `flyttas lika fort som tiden går eller fortare (${rate}), och blir i den takten aldrig klar.`,
  repeated: (n: number, atLeast: boolean, days: string | null) =>
    `flyttad ${atLeast ? "minst " : ""}${times(n)}${days === null ? "" : `, ${days} från den första tiden`}.`,
  list: {
    grey: "Tiden har passerat",
    vanished: "Har försvunnit ur dokumentet",
    undated: "Utan tid att hålla",
    running: "Flyttas lika fort som tiden går",
    repeated: "Flyttade flera gånger"
  },
  table: {
    moved: "Flyttade tider",
    completed: "Blivit klara",
    reopened: "Öppnade igen",
    added: "Nya",
    vanished: "Försvunna ur dokumentet",
    noted: "Ny uppföljning",
    timeline: "Milstolpar",
    lateness: "Pågående aktiviteter mot första, beslutad och senaste tid",
    trend: "Rapporterade tider, samma uppgifter som i diagrammet",
    figures: "Mätvärden och mål",
    findings: "Anmärkningar som står kvar"
  },
  column: {
    activity: "Aktivitet",
    area: "Område",
    goal: "Mål",
    actions: "Åtgärd",
    deadline: "Tid",
    responsible: "Ansvarig",
    status: "Status",
    followUp: "Uppföljning",
    newDeadline: "Ny tid",
    milestone: "Milstolpe",
    against: "Mot tid",
    fromAnchor: (anchor: string) => `Från ${anchor}`,
    from: "Från",
    to: "Till",
    days: "Flyttad",
    times: "Gånger",
    inAll: "Från första tiden",
    reasons: "Skäl",
    completedOn: "Klart",
    after: "Mot första tiden",
    original: "Första tid",
    againstOriginal: "Mot första",
    approved: "Beslutad tid",
    againstApproved: "Mot beslutad",
    latest: "Senaste tid",
    againstLatest: "Mot senaste",
    moves: "Flyttad",
    number: "Nr",
    reports: "Rapporterat",
    rate: "Dagar per dag",
    extrapolation: "Framskrivning",
    measure: "Mått",
    period: "Period",
    value: "Värde",
    change: "Ändring",
    target: "Mål",
    met: "Nått",
    words: "Ordagrant",
    column: "Kolumn",
    finding: "Anmärkning",
    where: "Var"
  },
  none: "inga",
  notDecided: "ingen ny är beslutad",
  blankTable: "Inga rader.",
  reasonMissing: "inget angivet",
  counted: (n: number, atLeast: boolean) => `${atLeast ? "minst " : ""}${n}`,
  mark: "Nytt",
  legend: {
    title: "Förklaring",
    NotStated: "dokumentet säger inget om status",
    InProgress: "arbete pågår",
    Delayed: "rapporteras som försenat",
    Completed: "dokumentet säger att det är gjort",
    Discontinued: "avslutat utan resultat",
    fresh: (day: string) => `nytt sedan uppföljningen ${day}`
  },
  anchorSentence: (name: string, words: string) => `Dagarna i sista kolumnen räknas från ${name}: ${words}.`,
  sourceNote: "Orden är dokumentets egna. Det Frist räknar ut står i andra tabeller.",
  latenessNote:
    "Första tiden är den som först sattes, beslutad tid den som någon har rätt att besluta om, senaste tid den som nu gäller. Att den senaste hålls säger inget om den första.",
  trend: {
    title: "Milstolpetrend",
    doesNotConverge: "konvergerar inte",
    perhapsNever: "konvergerar kanske inte",
    perhaps: (day: string) => `tidigast ${day}, konvergerar kanske inte`,
    passed: "tiden har passerat",
    few: "färre än tre rapporter",
    ended: "avslutad",
    undated: "senaste tid saknar datum",
    empty: "Ingen tid är rapporterad än.",
    terminal:
      "Vågrätt den dag då något rapporterades, lodrätt den tid som då gällde; prickarna är diagonalen, där en aktivitet är klar. │ en tid som är en period, ↑ utan slut, × går inte att läsa, ● klart, * flera på samma plats.",
    perDay: (n: string) => `${n} dagar per dag`,
    atLeast: (n: string) => `minst ${n}`,
    atMost: (n: string) => `högst ${n}`
  },
  chart: svChart,
  bars: {
    description: (title: string, points: string, target: string) => `Stapeldiagram, ${title}: ${points}.${target}`,
    target: (value: string) => `mål ${value}`
  },
  about: {
    plan: "Plan",
    review: "Uppföljning",
    events: "Händelser i loggen",
    checkpoint: "Kontrollpunkt",
    noCheckpoint: "Ingen kontrollpunkt följer med; rapporten kan därför inte själv visa att loggen är orörd.",
    versions: "Versioner",
    command: "Gör om samma rapport",
    known: "Infört till och med"
  },
  page: {
    skip: "Till innehållet",
    contents: "Innehåll",
    filter: "Visa",
    area: "Område",
    status: "Status",
    all: "alla",
    asOf: "Se hur tavlan stod en tidigare dag",
    slider: "Dag",
    now: "Tillbaka till uppföljningen",
    stood: (day: string) => `Tavlan som den stod ${day}.`,
    shown: (n: number, of: number) => `${n} av ${of} rader visas.`,
    sort: (heading: string) => `Sortera efter ${heading}`,
    scroll: "tabellen kan rullas i sidled"
  }
}
