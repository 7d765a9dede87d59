/**
 * What Frist says in Swedish.
 */
import type { Refusal } from "@frist/domain/Refusal"
import type { Problem } from "@frist/editions/UnreadableDocument"
import { svFindings } from "./svFindings.ts"
import { svReport } from "./svReport.ts"
import { svSpoken } from "./svSpoken.ts"

const { status } = svSpoken

const problems: Readonly<Record<Problem, (document: string, detail: string) => string>> = {
  missing: (document) => `Filen ${document} finns inte; kontrollera sökvägen.`,
  directory: (document) => `${document} är ingen vanlig fil; ange en fil.`,
  forbidden: (document) => `Filen ${document} får inte läsas; ändra dess behörighet.`,
  empty: (document) => `Filen ${document} är tom; spara den på nytt och försök igen.`,
  tooLarge: (document, size) => `Filen ${document} är ${size}, mer än de 32 MB som läses; dela upp den.`,
  binary: (document) =>
    `Filen ${document} är varken Word, Excel eller text; spara den som DOCX, XLSX eller CSV och försök igen.`,
  unbalancedQuotes: (document, line) =>
    `I ${document} öppnas ett citattecken som aldrig stängs${atLine(line)}; stäng det och försök igen.`,
  strayQuote: (document, line) =>
    `I ${document} står ett citattecken där inget får stå${atLine(line)}; dubbla det eller ta bort det.`,
  cellTooLong: (document, cell) => `En ruta i ${document} är längre än en miljon tecken (${cell}); korta den.`,
  badText: (document, cell) => `En ruta i ${document} innehåller tecken som inte kan sparas (${cell}); skriv om den.`,
  noHeadings: (document, found) =>
    `I ${document} finns ingen tabell med kända rubriker${found === "" ? "" : ` (först står: ${found})`}; en tabell ska ha minst Område eller Mål, och Tid.`,
  noDeadline: (document, found) =>
    `I ${document} saknas rubriken Tid (där står: ${found}); lägg till den och försök igen.`,
  noRows: (document) => `I ${document} finns rubriker men inga rader; kontrollera att rätt fil sparades.`,
  tooManyRows: (document, rows) =>
    rows.startsWith(">")
      ? `${document} har fler än de 100 000 rader som läses; dela upp den.`
      : `${document} har ${rows} rader, mer än de 100 000 som läses; dela upp den.`,
  tooManyCells: (document) => `${document} har fler än 1 200 000 ifyllda celler och läses inte; dela upp den.`,
  malformed: (document, line) =>
    `${document} kan inte läsas som CSV${atLine(line)}; spara den på nytt från kalkylprogrammet.`,
  damaged: (document, part) =>
    `${document} är skadad${inPart(part)}; öppna den i Word eller Excel och spara den på nytt.`,
  unnatural: (document, found) =>
    `${document} är byggd som inget kontorsprogram bygger filer${inPart(found)}; spara den på nytt i Word eller Excel.`,
  unpacksTooLarge: (document, part) =>
    `${document} packar upp till mer än de 32 MB eller 120 000 rutor som läses${inPart(part)}; dela upp den.`,
  encrypted: (document) => `${document} är låst med lösenord; ta bort lösenordet och försök igen.`,
  oldFormat: (document) => `${document} är en äldre Office-fil; spara den som DOCX eller XLSX och försök igen.`,
  macros: (document) => `${document} innehåller makron och läses inte; spara den utan makron, som DOCX eller XLSX.`,
  webPage: (document) => `${document} är en webbsida; öppna den i Word eller Excel och spara den som DOCX eller XLSX.`,
  unknownFormat: (document) =>
    `${document} har ett format som inte läses; spara filen som DOCX, XLSX eller CSV och försök igen.`
}
const inPart = (part: string) => (part === "" ? "" : ` (${part})`)
const atLine = (line: string) => (line === "" ? "" : ` (rad ${line})`)

const refusals: { readonly [R in Refusal as R["_tag"]]: (refusal: R) => string } = {
  PlanNotOpened: () => "Planen är inte öppnad; öppna den med frist open, eller importera en utgåva.",
  PlanAlreadyOpened: ({ title }) => `Planen är redan öppnad med titeln ”${title}”; välj ett annat namn med --plan.`,
  AlreadyRegistered: ({ activity }) =>
    `Aktiviteten ${activity} finns redan; välj ett annat id, eller ändra den som finns.`,
  NoSuchActivity: ({ activity }) => `Det finns ingen aktivitet ${activity}; se vilka som finns med frist board.`,
  NotYetRegistered: ({ activity, registeredOn }) =>
    `Aktiviteten ${activity} registrerades först ${registeredOn}; ange en dag från och med då.`,
  ActivityClosed: ({ activity, status: now }) =>
    `Aktiviteten ${activity} är avslutad (${status[now._tag].toLowerCase()}); öppna den först med frist reopen ${activity}.`,
  NoSuchPosition: ({ position }) => `Det finns ingen händelse ${position}; se numren med frist history.`,
  NotAFact: ({ position }) => `Händelse ${position} är själv en rättelse; rätta den händelse som den pekar på.`,
  OtherType: ({ position, replacement, type }) =>
    `Händelse ${position} är ${type} och kan inte ersättas av ${replacement}; ge en ersättning av samma slag.`,
  NotAFinding: ({ position, type }) =>
    `Händelse ${position} är ${type} och ingen anmärkning; se numren med frist findings.`,
  AlreadyRedacted: ({ position }) => `Händelse ${position} är redan gallrad på ett annat beslut.`,
  DecisionStands: ({ position }) =>
    `Händelse ${position} är själv ett beslut om gallring och gallras inte: den säger varför något fattas.`
}

export const sv = {
  ...svSpoken,
  report: svReport,
  findings: svFindings,
  problems,
  refusals,
  severity: { error: "fel", warning: "varning", info: "upplysning" },
  heading: {
    activity: "Aktivitet",
    area: "Område",
    goal: "Mål",
    responsible: "Ansvarig",
    original: "Tid",
    latest: "Ny tid",
    status: "Status",
    late: "Mot tid",
    moves: "Flyttad",
    slip: "Glidning",
    completedOn: "Klart",
    after: "Klart mot tid",
    isNew: "Nytt",
    milestone: "Milstolpe",
    fromAnchor: (anchor: string) => `Från ${anchor}`,
    from: "Från",
    to: "Till",
    saidOn: "Gäller från",
    recorded: "Infört",
    by: "Av",
    why: "Varför",
    number: "Nr",
    event: "Händelse",
    what: "Vad",
    source: "Källa",
    period: "Period",
    value: "Värde",
    since: "Ändring",
    finding: "Anmärkning",
    words: "Ordagrant",
    where: "Var",
    column: "Kolumn",
    level: "Grad"
  },
  rows: (rows: string, many: boolean) => `${many ? "raderna" : "rad"} ${rows}`,
  wholeDocument: "hela dokumentet",
  board: "Pågående aktiviteter",
  completed: "Klara aktiviteter",
  slips: "Flyttade tider",
  timeline: "Tidslinje",
  history: "Historik",
  measures: "Mått och mål",
  figures: {
    noPeriod: "–",
    note: "Ändring är mot siffran före i samma serie. Serier som säger emot varandra slås aldrig ihop. Ca räknas som inom en tiondel, drygt och knappt som högst en tiondel från talet.",
    qualifier: { about: "ca", over: "över", under: "under" },
    change: { increase: "ökning", decrease: "minskning" },
    periods: {
      year: "hela år",
      point: "vid en tidpunkt",
      months: "samma månader",
      unread: "oläst period",
      other: "annan period"
    },
    months: ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"],
    series: (n: number) => `serie ${n}`,
    target: (what: string, words: string) => `Mål ${what} (”${words}”):`,
    met: { yes: "nått", no: "inte nått", unknown: "går inte att säga" },
    unmeasured: "inget mätt",
    contradicts: (ours: string, series: number, theirs: string) =>
      `${ours} går inte ihop med serie ${series}: ${theirs}`
  },
  none: "Inga.",
  plural: {
    activities: (n: number) => `${n} ${n === 1 ? "aktivitet" : "aktiviteter"}`,
    events: (n: number) => (n === 1 ? "1 händelse" : `${n} händelser`),
    findings: (n: number) => (n === 1 ? "1 anmärkning" : `${n} anmärkningar`)
  },
  yes: "ja",
  no: "nej",
  previousReview: (day: string) => `Nytt sedan uppföljningen ${day} är märkt.`,
  at: (asOf: string | null, today: string) =>
    asOf === null || asOf === today ? `Läget ${today}` : `Som det stod ${asOf}; mot tid räknat per ${today}`,
  knownAt: (instant: string) => `Enligt vad som var infört ${instant}`,
  anchor: (name: string, words: string) => `Räknat från ${name}: ${words}`,
  inferred: "framgår av dokument",
  corrected: (position: number) => `rättad (${position})`,
  approved: "beslut",
  replaced: (position: number) => `ersatt av ${position}`,
  sourceRow: (document: string, table: string | null, row: number | null) =>
    [document, table, row === null ? null : `rad ${row}`].filter((part) => part !== null && part !== "").join(", "),
  waived: (reason: string) => `avförd: ${reason}`,
  stillStanding: (findings: string) => `Dessutom står ${findings} kvar sedan förra utgåvan; se frist findings.`,
  changes: "Ändringar",
  dropped: "Struket",
  findingsBelow: "Anmärkningar",
  unmoved: "Ingen tid är flyttad.",
  slipsNote: "Glidningen räknas från första till senaste tid.",
  inferredNote: "”Minst” står där en flytt framgår av dokument: det kan ha varit fler.",
  event: {
    PlanOpened: "Plan öppnad",
    ReviewHeld: "Uppföljning hållen",
    ActivityRegistered: "Registrerad",
    ActivityReworded: "Omformulerad",
    ResponsibleChanged: "Ny ansvarig",
    DeadlineMoved: "Tid flyttad",
    BaselineApproved: "Ny tid beslutad",
    StatusChanged: "Status ändrad",
    FollowUpNoted: "Uppföljning",
    TargetSet: "Målvärde",
    MeasurementRecorded: "Mätning",
    FindingRaised: "Anmärkning",
    FindingWaived: "Anmärkning avförd",
    Corrected: "Rättelse",
    Redacted: "Gallring"
  },
  said: {
    imported: (rows: string, events: string, heldOn: string) =>
      `Läst: ${rows}. Infört: ${events}, uppföljning ${heldOn}.`,
    wouldImport: (rows: string, events: string, heldOn: string) =>
      `Läst: ${rows}. Skulle införas: ${events}, uppföljning ${heldOn}. Inget är sparat.`,
    otherDay: (day: string) => `Obs: samma fil är redan införd för uppföljningen ${day}.`,
    backDated: (day: string) =>
      `Obs: det finns en senare uppföljning, ${day}. Den här utgåvan läggs in på sin egen dag.`,
    titleKept: (title: string) => `Obs: planen heter redan ”${title}” och behåller det namnet.`,
    proposed: (file: string) => `Förslaget ligger i ${file}. Läs och ändra det, och inför det med frist apply ${file}.`,
    applied: (events: string, heldOn: string) => `Förslaget är infört: ${events}, uppföljning ${heldOn}.`,
    alreadyApplied: "Förslaget är redan infört. Inget nytt sparades.",
    nothingNew: "Utgåvan är redan införd. Inget nytt sparades.",
    reported: (file: string) => `Rapporten ligger i ${file}.`,
    leftOut: (n: number) => (n === 1 ? "1 rad lämnades utanför." : `${n} rader lämnades utanför.`),
    recorded: (events: string, first: number, last: number) =>
      first === last ? `Infört som händelse ${first}.` : `Infört: ${events}, nummer ${first}–${last}.`,
    migrated: (from: number, to: number) =>
      from === 0
        ? `Tabellerna är gjorda, version ${to}.`
        : `Tabellerna är uppdaterade från version ${from} till ${to}.`,
    upToDate: (version: number) => `Tabellerna har redan version ${version}. Inget behövde göras.`,
    partitionsStand: "Obs: antalet delar bestäms när tabellerna görs, och är som det var.",
    fileItself: (from: number, to: number) =>
      `En fil görs och uppdateras av sig själv. Den här ${from === to ? `har version ${to}` : `gick från version ${from} till ${to}`}.`,
    fileLater: (file: string) => `En fil görs och uppdateras av sig själv. ${file} görs när något först förs in.`,
    alreadySo: "Så är det redan. Inget nytt sparades.",
    tables: (ongoing: number, done: number, milestones: number) =>
      `${ongoing} pågående, ${done} klara, ${milestones} ${milestones === 1 ? "milstolpe" : "milstolpar"}`
  },
  errors: {
    noPlan: "Databasen har ingen plan än; importera en utgåva med frist import, eller öppna en plan med frist open.",
    whichPlan: (plans: string) => `Databasen har flera planer; välj en med --plan: ${plans}.`,
    noSuchPlan: (plan: string, plans: string) =>
      `Det finns ingen plan ${plan}${plans === "" ? "" : `; välj en av: ${plans}`}.`,
    ambiguous: (words: string, candidates: string) =>
      `”${words}” passar på flera aktiviteter; välj en av: ${candidates}.`,
    noActivity: (words: string) => `Ingen aktivitet passar på ”${words}”; se vilka som finns med frist board.`,
    notADay: (words: string) => `”${words}” är ingen dag; skriv en dag som finns, som 2024-06-17.`,
    notAnInstant: (words: string) =>
      `”${words}” är ingen tidpunkt; skriv en dag, eller en tidpunkt som 2024-06-17T12:00:00Z.`,
    notADate: (words: string) =>
      `”${words}” går inte att läsa som ett datum; skriv till exempel 2024-06-17, 2024-06, hösten 2024 eller tills vidare.`,
    notAnId: (words: string) => `”${words}” kan inte vara ett id; använd a–z, 0–9 och bindestreck.`,
    notANumber: (words: string) => `”${words}” är inget tal; skriv siffror, med decimalkomma om det behövs.`,
    notAPosition: (words: string) => `”${words}” är inget händelsenummer; se numren med frist history.`,
    notAnEvent: "Texten efter --json är ingen händelse; skriv den som frist history --format json visar den.",
    notInThatEvent: (event: string) =>
      `En sådan uppgift finns inte i händelsen (${event}); använd --json eller --withdraw.`,
    oneCorrection: "Ange vad som är rätt med en av --date, --text, --json eller --withdraw.",
    notText: {
      empty: "Texten är tom; skriv något.",
      nul: "Texten innehåller tecknet NUL och kan inte sparas; ta bort det.",
      loneSurrogate: "Texten innehåller ett halvt tecken och kan inte sparas; skriv om den.",
      tooLong: "Texten är längre än en miljon tecken; korta den."
    },
    notAnActor: (name: string) =>
      `”${name}” kan inte stå som den som för in; ange ett namn på en rad med --actor, högst 200 tecken.`,
    ahead: (day: string) => `Dagen ${day} har inte varit än; ange en dag till och med i dag.`,
    reviewAhead: (day: string) =>
      `Uppföljningen ${day} har inte varit än; pröva med --dry-run eller --propose, och inför den när den är hållen.`,
    notAMatch: (words: string) =>
      `”${words}” säger inte vad en rad är; skriv som klara:12=grona-korset, eller aktiviteter:7=new.`,
    noPartitionsInFile: "En fil delas inte upp; utelämna --partitions.",
    notPartitions: (most: number) => `Ett sådant antal delar går inte; ange 1–${most} med --partitions.`,
    wrong: (n: number) => (n === 1 ? "1 fel; se vad som ska göras ovan." : `${n} fel; se vad som ska göras ovan.`),
    noSuchRow: (row: string) => `Dokumentet har ingen rad ${row}; rader räknas inom sin tabell, som aktiviteter:7.`,
    matchNotTaken: (row: string, activity: string) =>
      `Rad ${row} kan inte vara ${activity}: aktiviteten finns inte, eller är en annan rads; se vilka som finns med frist board.`,
    matchNotNew: (row: string, activity: string) =>
      `Rad ${row} är ord för ord ${activity} och kan inte vara ny; ändra orden i dokumentet, eller utelämna --match.`,
    otherReview: (day: string) =>
      `Förslaget talar om två olika uppföljningsdagar; skriv ${day} i båda, eller gör ett nytt förslag.`,
    removed: (position: number) =>
      `Innehållet i händelse ${position} är gallrat och kan inte rättas; använd --withdraw.`,
    onlyReport: (format: string) =>
      `Som ${format} skrivs bara rapporten; använd frist report, eller välj text, json eller csv.`,
    noFormat: (file: string) =>
      `Filen ${file} säger inte vilket format rapporten ska ha; ange --format html, docx, xlsx, md, csv eller json.`,
    needsFile: (format: string) => `Rapporten som ${format} kan inte visas på skärmen; ange en fil med --out.`,
    notALanguage: (words: string) => `”${words}” är inget språk som finns här; skriv sv eller en.`,
    fileExists: (file: string) => `Filen ${file} finns redan och skrivs inte över; ange en annan.`,
    cannotWrite: (file: string) => `Filen ${file} går inte att skriva; kontrollera sökvägen och behörigheten.`,
    notProposals: (file: string, why: string) =>
      `Filen ${file} är inget förslag som går att läsa (${why}); rätta den, eller gör en ny med frist import --propose.`,
    otherPlan: (plan: string) => `Förslaget är till planen ${plan}; utelämna --plan, eller ange den.`,
    otherLog: (basedOn: number, head: number) =>
      `Förslaget gjordes när planen hade ${basedOn} händelser och nu har den ${head}; gör ett nytt förslag mot den här databasen.`,
    movedOn: (since: string) =>
      `Planen har ändrats sedan förslaget gjordes, i det som förslaget rör: ${since}; gör ett nytt förslag med frist import --propose.`,
    usage: (command: string) => `Se ${command} --help.`,
    conflict: "Planen ändrades av någon annan under tiden, gång på gång; försök igen.",
    notAnAddress: (address: string) =>
      `”${address}” är ingen adress till en databas; skriv som postgres://användare@värd/databas, med särskilda tecken i lösenordet som %40.`,
    storage: {
      missing: (db: string) =>
        `Databasen ${db} finns inte; importera först en utgåva med frist import, eller ange en annan med --db.`,
      unreachable: (db: string) => `Databasen ${db} går inte att öppna; kontrollera sökvägen.`,
      timedOut: (db: string) => `Databasen ${db} är upptagen; försök igen om en stund.`,
      refused: (db: string) => `Databasen ${db} får inte ändras; kontrollera behörigheten till filen och dess mapp.`,
      schemaTooOld: (db: string) =>
        `Databasen ${db} är inte förberedd för den här versionen av Frist: kör frist migrate.`,
      schemaTooNew: (db: string) => `Databasen ${db} är skriven av en nyare version av Frist; uppgradera Frist.`,
      full: (db: string) => `Disken är full, så inget sparades i ${db}; frigör utrymme och försök igen.`,
      corrupt: (db: string) => `Databasen ${db} är skadad; återställ den från en säkerhetskopia.`,
      notALog: (db: string) => `Filen ${db} är ingen Frist-databas; ange en annan med --db.`,
      invalid: () => "Något av det som skulle sparas kan inte sparas som det står."
    },
    server: {
      unreachable: (db: string) => `Servern för ${db} går inte att nå; kontrollera adressen och att servern är igång.`,
      notLetIn: (db: string) => `Servern släpper inte in ${db}; kontrollera användaren och lösenordet.`,
      noDatabase: (db: string) => `Databasen ${db} finns inte på servern; skapa den, eller ange en annan med --db.`,
      noConnections: (db: string) => `Servern för ${db} har inga lediga anslutningar; försök igen om en stund.`,
      timedOut: (db: string) => `Databasen ${db} är upptagen eller svarar inte i tid; försök igen om en stund.`,
      refused: (db: string) =>
        `Användaren får inte göra det i ${db}; be om rollen frist_writer, eller frist_reader för att bara läsa.`,
      mayNotMigrate: (db: string) =>
        `Användaren får inte göra eller ändra tabellerna i ${db}; kör frist migrate som superuser, eller som databasens ägare med CREATEROLE.`,
      readOnly: (db: string) => `Servern för ${db} kan bara läsas; ange den server som får skrivas.`,
      schemaTooOld: (db: string) =>
        `Databasen ${db} är inte förberedd för den här versionen av Frist; kör frist migrate.`,
      schemaTooNew: (db: string) => `Databasen ${db} är skriven av en nyare version av Frist; uppgradera Frist.`,
      full: (db: string) => `Servern har ingen plats kvar, så inget sparades i ${db}; frigör utrymme och försök igen.`,
      corrupt: (db: string) => `Databasen ${db} är skadad; återställ den från en säkerhetskopia.`,
      notALog: (db: string) => `Databasen ${db} är ingen Frist-databas; ange en annan med --db.`,
      invalid: () => "Något av det som skulle sparas kan inte sparas som det står."
    }
  }
}
