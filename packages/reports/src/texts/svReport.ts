/**
 * The sentences of a report in Swedish, with its headings and charts.
 */
import { pluralOf } from "../words/Plural.ts"
import { quoteEnd } from "../words/QuoteEnd.ts"
import type { Standing } from "../Standing.ts"
import { svChart } from "./svChart.ts"
import { svHeadings } from "./svHeadings.ts"

const words = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
const inWords = (n: number): string => words[n] ?? String(n)
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const some = pluralOf("sv")

/** The sentences of a report with its headings and charts, in Swedish. */
export const svReport = {
  ...svHeadings,
  title: (plan: string | null) => plan ?? "Plan utan namn",
  subtitle: (day: string, isReview: boolean) => `${isReview ? "Uppföljning" : "Läget"} ${day}`,
  countedOn: (today: string) => `Förseningen är räknad till ${today}.`,
  noReview: "Ingen uppföljning är registrerad den dagen.",
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
  countedTo: (date: string, day: string) => `${date} (räknat till ${day})`,
  span: {
    days: (shown: string, n: number) => `${shown} ${some(n, "dag", "dagar")}`,
    months: (shown: string, n: number) => `${shown} ${some(n, "månad", "månader")}`,
    years: (shown: string, _n: number) => `${shown} år`,
    atMost: (span: string) => `högst ${span}`,
    atLeast: (span: string) => `minst ${span}`,
    between: (earlier: string, later: string) => `mellan ${earlier} tidigare och ${later} senare`
  },
  /** The headline: a finding. Where `isFirst`, deadlines are compared with the original ones. */
  headline: {
    postponed: (n: number, of: number, isFirst: boolean) =>
      `${capital(inWords(n))} av ${inWords(of)} ${some(of, "aktivitet", "aktiviteter")} är ${some(n, "senarelagd", "senarelagda")}${isFirst ? " jämfört med ursprungligt slutdatum" : ""}.`,
    expected: (name: string, date: string) => `${name} väntas nu först ${date}.`,
    lost: (name: string, written: string) => `${name} har inte längre något slutdatum, utan ${written}.`,
    passed: (n: number, of: number) =>
      `${capital(inWords(n))} av ${inWords(of)} ${some(of, "aktivitet", "aktiviteter")} har passerat sitt slutdatum och saknar nytt.`,
    passedUnread: (n: number, of: number) =>
      `${capital(inWords(n))} av ${inWords(of)} ${some(of, "aktivitet", "aktiviteter")} har passerat sitt slutdatum; om det finns ett nytt går inte att läsa.`,
    missing: (n: number, of: number) =>
      `${capital(inWords(n))} av ${inWords(of)} ${some(of, "aktivitet", "aktiviteter")} saknas i dokumentet.`,
    completed: (n: number, of: number) =>
      `${capital(inWords(n))} av ${inWords(of)} ${some(of, "aktivitet", "aktiviteter")} har blivit ${some(n, "klar", "klara")}.`,
    unchanged: (of: number) => `Ingen av ${inWords(of)} ${some(of, "aktivitet", "aktiviteter")} är senarelagd.`,
    none: "Ingen aktivitet pågick."
  },
  standing: {
    of: (n: number, day: string | null) => `Av ${n} pågående${day === null ? "" : ` vid uppföljningen ${day}`}`,
    postponed: (n: number) => `${n} ${some(n, "senarelagd", "senarelagda")}`,
    earlier: (n: number) => `${n} ${some(n, "tidigarelagd", "tidigarelagda")}`,
    changed: (n: number) => `${n} med ändrat slutdatum`,
    completed: (n: number) => `${n} ${some(n, "klar", "klara")}`,
    discontinued: (n: number) => `${n} ${some(n, "avslutad", "avslutade")} utan resultat`,
    passed: (n: number) => `${n} ${some(n, "passerad", "passerade")} utan nytt slutdatum`,
    passedUnread: (n: number) => `${n} ${some(n, "passerad", "passerade")} utan läsbart nytt slutdatum`,
    missing: (n: number) => `${n} saknas i dokumentet`,
    contradicted: (n: number) => `${n} både ${some(n, "klar och inte klar", "klara och inte klara")} i dokumentet`,
    unchanged: (n: number) => `${n} med oförändrat slutdatum`
  } satisfies Record<Standing | "of", unknown>,
  beside: {
    besides: (parts: string) => `Dessutom ${parts}.`,
    added: (n: number) => `${n} ${some(n, "ny", "nya")}`,
    again: (n: number) => `${n} åter bland de pågående`,
    contradicted: (n: number) => `${n} bland de klara som enligt texten inte ${some(n, "blev klar", "blev klara")}`,
    missing: (n: number) => `${n} som saknades redan då`,
    postponed: (names: string) => `Senarelagt är också något som inte pågick då: ${names}.`
  },
  and: (parts: ReadonlyArray<string>) =>
    parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} och ${parts.at(-1) ?? ""}`,
  /** A matter for a decision, with the question that it raises. */
  decide: {
    none: "Frist ser inget att besluta om: inget slutdatum har passerat utan nytt, och ingen rad saknas eller säger emot sig själv.",
    requested: (to: string, first: string, moves: string, reason: string | null) =>
      `Begär nytt slutdatum: ${to}. Ursprungligt slutdatum: ${first}. Ändringar hittills: ${moves}. ${reason === null ? "Inget skäl är angivet i begäran." : `Skäl: ”${reason}”`} Beviljas begäran?`,
    passed: (date: string, ago: string) =>
      `Skulle ha varit klar ${date}, för ${ago} sedan. Vilket är det nya slutdatumet?`,
    passedInWords: (date: string, ago: string, column: string | null, written: string) =>
      `Skulle ha varit klar ${date}, för ${ago} sedan. ${column === null ? "I dokumentet" : `Under ${column}`} står ”${written}”, som inte går att läsa som ett datum. Vilket är slutdatumet?`,
    passedInColumn: (date: string, ago: string) =>
      `Skulle ha varit klar ${date}, för ${ago} sedan. Ett nytt slutdatum kan stå i en kolumn som inte är läst.`,
    undated: "Saknar slutdatum. Vilket slutdatum ska gälla?",
    unread: (written: string) => `Slutdatumet ${written} går inte att läsa som ett datum. Vilket slutdatum gäller?`,
    cutShort: (written: string) => `Slutdatumet är inte fullständigt: ${written}. Vilket slutdatum gäller?`,
    openEnded: (written: string) =>
      `Har inte längre något slutdatum, utan ${written}. Ska aktiviteten få ett nytt slutdatum eller avslutas?`,
    contradicted: (quote: string) =>
      `Står bland de klara i dokumentet, men uppföljningen säger ”${quote}”${quoteEnd(quote)} Ska den pågå eller avslutas?`,
    missing: "Finns inte längre i någon tabell i dokumentet. Är den klar, avslutad eller struken av misstag?",
    rewritten: (from: string, to: string) =>
      `Ursprungligt slutdatum är ändrat i dokumentet från ${from} till ${to}, utan registrerat beslut. Godkänns ändringen?`,
    asked: (quote: string) => `Uppföljningen säger ”${quote}”${quoteEnd(quote)} Behövs ett beslut om det?`,
    running: "Slutdatumet flyttas lika fort som tiden går, eller fortare. Ska aktiviteten fortsätta som planerat?",
    undecided: (n: number, names: string) =>
      `${n} kommande slutdatum är senare än det ursprungliga eller senast beslutade, utan registrerat beslut: ${names}. Godkänns ${some(n, "slutdatumet", "slutdatumen")}?`,
    undecidedLead: "Slutdatum utan beslut"
  },
  said: {
    reason: (words: string) => `Skäl: ${words}`,
    fresh: (quote: string) => `”${quote}”`,
    same: (quote: string) => `Oförändrad text: ”${quote}”`,
    nothingNew: "inget nytt",
    silent: "–"
  },
  /** Where no document has a column for reasons, that a reason is not recorded says nothing about the plan. */
  reasons: {
    noColumn: "Dokumentet har ingen kolumn för skäl. Citaten är uppföljningens egna ord.",
    notRead: "Frist har inte läst någon kolumn för skäl. Citaten är uppföljningens egna ord."
  },
  suggested: "Frists förslag:",
  more: "Fler ändringar kan ha gjorts mellan uppföljningarna.",
  openEndedMove: (from: string) => `oklart hur långt: ${from} är inget fullständigt datum`,
  notComparable: "datumen mäter olika saker",
  waiting: {
    heading: "Väntar på annat",
    perhaps: "Väntar kanske på annat",
    declared: (on: string, share: string | null) => `väntar på ${on}${share === null ? "" : `; ${share}`}.`,
    said: (quote: string) => `dokumentet säger ”${quote}”. Det är inte angivet om aktiviteten väntar på det.`
  },
  done: (on: string | null, after: string | null) =>
    `klar${on === null ? ", utan datum" : ` ${on}`}${after === null ? "" : `, ${after}`}.`,
  /** What Frist keeps where the document says something else. */
  frist: {
    changedInDocument: (column: string, date: string) => `${column}: ${date}, ändrat i dokumentet`,
    earlierEdition: (column: string, date: string) => `${column}: ${date}, från en tidigare utgåva`,
    byTable: "Klart: raden står bland de klara, men statuscellen är tom",
    amongDone: "Pågår: raden står bland de klara, men texten säger emot"
  },
  missing: "Saknas i dokumentet",
  missingShort: "Saknas",
  notDecided: "inget nytt är beslutat",
  blankTable: "Inga rader.",
  mark: "Nytt",
  legend: {
    title: "Förklaring",
    NotStated: "ingen status i statuscellen",
    InProgress: "arbete pågår",
    Delayed: "rapporteras som försenat",
    Completed: "dokumentet säger att det är gjort",
    Discontinued: "avslutat utan resultat",
    fresh: (day: string) => `nytt sedan uppföljningen ${day}`
  },
  anchorSentence: (name: string, words: string) => `Dagarna i sista kolumnen räknas från ${name}: ${words}.`,
  sourceNote: "Texten är hämtad från dokumentet. Det som Frist räknar med i stället står i kolumnen Räknas som.",
  latenessNote:
    "Ursprungligt slutdatum är det som först sattes, nuvarande det som senast rapporterades. En aktivitet kan hålla sitt nya slutdatum och ändå vara försenad.",
  perhapsNote: "Kanske står där ett ungefärligt slutdatum har börjat men inte säkert har passerat.",
  atLeastNote: "Minst står där ett datum saknar slut: det kan vara fler dagar.",
  approvedNote: "Beslutat slutdatum är det som behörig chef senast beslutade.",
  vagueNote: (dates: ReadonlyArray<string>) => `Ungefärliga datum räknas så: ${dates.join("; ")}.`,
  vagueDate: (written: string, from: string, to: string) => `${written} är ${from}–${to}`,
  passedUnstated: "slutdatum passerat, status saknas",
  passedSaid: (quote: string) => `slutdatum passerat; uppföljningen säger ”${quote}”`,
  onTheDay: "på dagen",
  trend: {
    title: "Så har slutdatumen ändrats",
    extrapolated:
      "Om det fortsätter så: den månad då slutdatumet nås, om det flyttas i samma takt som hittills. Frist räknar ut den ur minst fyra rapporter; ingen har lämnat den som prognos. Längre fram än tio år nämns ingen månad.",
    doesNotConverge: "slutdatumet flyttas lika fort som tiden går, eller fortare",
    perhapsNotInTen: "kanske inte inom tio år",
    notInTen: "inte inom tio år",
    perhaps: (day: string) => `tidigast ${day}, kanske inte inom tio år`,
    passed: "slutdatumet har passerat",
    few: "färre än fyra rapporter",
    ended: "avslutad",
    undated: "nuvarande slutdatum är inget datum",
    empty: "Inget slutdatum är rapporterat än.",
    terminal:
      "Den vågräta axeln visar när något rapporterades, den lodräta vilket slutdatum som då gällde; prickarna är rapportdagen, och under dem har slutdatumet passerat. │ ett ungefärligt datum, ↑ ett öppet datum, × går inte att läsa, ● klart, * flera på samma plats.",
    rate: (moved: string, passed: string) => `${moved} på ${passed}`
  },
  chart: svChart,
  /** What decisions have removed: it still counts. */
  removed: (n: number, decisions: string) =>
    `${n === 1 ? "En uppgift har gallrats" : `${capital(inWords(n))} uppgifter har gallrats`} enligt ${decisions} men räknas ändå. Beteckningen inom hakparentes står i stället för innehållet.`,
  removedContent: (decision: string) => `innehållet är gallrat enligt ${decision}`,
  about: {
    review: "Uppföljning",
    removed: "Gallrade uppgifter",
    removedEvent: (position: number, day: string, decision: string) => `nr ${position}, ${day}: ${decision}`,
    events: "Uppgifter i loggen",
    checkpoint: "Kontrollkod",
    check: "Kontrollera rapporten",
    checkCommand: (plan: string) => `frist verify --against rapport.html --plan ${plan}`,
    checkWithout: "Utan loggen",
    checkBundle:
      "Rapporten kontrollerar inget själv. Kommandot körs av den som har planens logg, oftast den som skickade rapporten. Den som inte har loggen kan be om ett paket från frist bundle. Sidan verify.html i det öppnas i en webbläsare och behöver inte Frist: välj paketet och den här filen, så prövas loggen och kontrollkoden. Rapportens text prövas bara av kommandot.",
    checkpointUse: "Med koden kan man kontrollera att inget har ändrats i efterhand.",
    noCheckpoint: "Ingen kontrollkod följer med; rapporten kan därför inte själv visa att loggen är orörd.",
    software: "Framställd med",
    command: "Gör om samma rapport",
    known: "Sparat till och med",
    instant: (day: string, time: string) => `${day} kl. ${time} svensk tid`
  },
  page: {
    skip: "Till innehållet",
    contents: "Innehåll",
    filter: "Visa",
    area: "Område",
    status: "Status",
    all: "alla",
    asOf: "Se hur listan såg ut en tidigare dag",
    slider: "Dag",
    now: "Tillbaka till uppföljningen",
    stood: (day: string) => `Listan som den var ${day}.`,
    shown: (n: number, of: number) => `${n} av ${of} rader visas.`,
    sort: (heading: string) => `Sortera efter ${heading}`,
    scroll: "tabellen kan rullas i sidled"
  }
}
