/**
 * What Frist says in Swedish.
 */
import type { Refusal, Code } from "@frist/domain"
import type { Problem } from "../UnreadableDocument.ts"

const status = {
  NotStated: "Ej angivet",
  InProgress: "Pågår",
  Delayed: "Försenat",
  Completed: "Klart",
  Discontinued: "Avslutat utan resultat"
}

const findings: Readonly<Record<Code, string>> = {
  DateImpossible: "Dagen finns inte i kalendern. Orden är sparade som de står; inget datum är antaget.",
  DateTruncated: "Datumet är avhugget. Det läses bara så långt det räcker.",
  DateTwoDigitYear: "Årtalet har två siffror och läses som 2000-tal.",
  DateAmbiguous: "Datumet kan läsas både som dag/månad och månad/dag och läses därför inte.",
  DateApproximate: "Datumet är ungefärligt.",
  DateInProse: "Datumet står i löpande text. Det lästes; orden är sparade.",
  DateIsProse: "Här står text och inget datum. Orden är sparade; ingen flytt är antagen.",
  DateWithoutYear: "Månad utan årtal kan inte läsas som ett datum.",
  SeveralDates: "Flera datum i samma ruta. Inget av dem är valt.",
  SeveralDeadlines: "Flera slutdatum i samma ruta. Varje del följs för sig.",
  SeveralCompletions: "Flera klardatum i samma ruta. Varje del följs för sig.",
  DeadlineSubjectDiffers: "Den nya tiden talar om något annat än målet: de två datumen mäter inte samma sak.",
  DoneButRed: "Raden står bland de klara, men texten säger att det inte blev av. Den räknas inte som klar.",
  StatusAgainstTable: "Statusen säger emot tabellen som raden står i.",
  StatusUnreadable: "Orden i statusrutan är ingen känd status.",
  CompletedWithoutDate: "Klart, men utan datum.",
  CompletedWithoutStatus: "Raden står bland de klara, men statusrutan är tom.",
  AreaInherited: "Området är tomt och tas från raden ovanför.",
  BaselineRewritten: "Ursprunglig tid står annorlunda än förut, utan beslut. Den första gäller.",
  RowVanished: "Raden finns inte längre i någon tabell. Aktiviteten står kvar på tavlan.",
  RowReopened: "En rad som var klar står åter bland de pågående.",
  UnknownColumn: "Kolumnen är okänd. Orden är sparade här.",
  TrackedChange: "Spårade ändringar som ingen har godkänt. De är lästa som godkända.",
  HiddenText: "Rutan har dold text. Den är läst som den andra.",
  HiddenRow: "Raden är dold i dokumentet. Den är läst som de andra.",
  HiddenColumn: "Kolumnen är dold i dokumentet. Den är läst som de andra.",
  HiddenTable: "Bladet är dolt i dokumentet. Det är läst som de andra.",
  MergedCell: "Rutan är sammanfogad över flera rader. Orden gäller varje rad.",
  DateFromSerial: "Kalkylprogrammet har gjort om det skrivna till ett datum. Det läses som rutan visar det.",
  SerialNumber: "Här står ett tal som kan vara ett datum i kalkylprogrammets räkning. Det läses som det står.",
  Formula: "Rutan räknas ut av en formel. Det senast uträknade värdet är läst.",
  FormulaWithoutValue: "Rutan har en formel men inget uträknat värde. Den är läst som tom.",
  CellError: "Rutan visar ett felvärde från kalkylprogrammet.",
  StatusByColour: "Status är läst ur rutans färg. Dokumentet säger inte själv vad färgen betyder.",
  StatusAgainstColour: "Statusens ord och rutans färg säger emot varandra. Orden gäller.",
  ColourUnknown: "Statusrutan har en färg utan känd betydelse. Ingen status är läst ur den.",
  RowMarked: "Raden är markerad med gult.",
  KindAssumed: "Varken rubrik eller blad säger vilka rader detta är. De är lästa som pågående.",
  TableLeftOut: "Tabellen eller raderna har inga kända rubriker och lämnades utanför.",
  UnknownTable: "Tabellens namn säger inte om raderna är pågående eller klara. Raden lämnades utanför.",
  RowWithoutName: "Raden har varken område, mål eller åtgärd. Den lämnades utanför.",
  RowTwice: "Samma område och mål står två gånger. Den andra raden lämnades utanför."
}

const problems: Readonly<Record<Problem, (document: string, detail: string) => string>> = {
  missing: (document) => `Filen ${document} finns inte. Kontrollera sökvägen.`,
  directory: (document) => `${document} är ingen vanlig fil. Ange en fil.`,
  forbidden: (document) => `Filen ${document} får inte läsas. Ändra dess behörighet.`,
  empty: (document) => `Filen ${document} är tom. Spara den på nytt och försök igen.`,
  tooLarge: (document, size) => `Filen ${document} är ${size}, mer än de 32 MB som läses. Dela upp den.`,
  binary: (document) => `Filen ${document} är inte text. Spara den som CSV (semikolonavgränsad) och försök igen.`,
  unbalancedQuotes: (document, line) =>
    `I ${document} öppnas ett citattecken som aldrig stängs${atLine(line)}. Stäng det och försök igen.`,
  strayQuote: (document, line) =>
    `I ${document} står ett citattecken där inget får stå${atLine(line)}. Dubbla det eller ta bort det.`,
  cellTooLong: (document, cell) => `En ruta i ${document} är längre än en miljon tecken (${cell}). Korta den.`,
  badText: (document, cell) => `En ruta i ${document} innehåller tecken som inte kan sparas (${cell}). Skriv om den.`,
  noHeadings: (document, found) =>
    `I ${document} finns inga kända rubriker${found === "" ? "" : ` (första raden: ${found})`}. Första raden ska ha minst Område eller Mål, och Tid.`,
  noRows: (document) => `I ${document} finns rubriker men inga rader. Kontrollera att rätt fil sparades.`,
  tooManyRows: (document, rows) => `${document} har ${rows} rader, mer än de 100 000 som läses. Dela upp den.`,
  malformed: (document, line) =>
    `${document} kan inte läsas som CSV${atLine(line)}. Spara den på nytt från kalkylprogrammet.`,
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
  unknownFormat: (document) => `${document} har ett format som inte läses. Spara filen som CSV och försök igen.`
}
const inPart = (part: string) => (part === "" ? "" : ` (${part})`)
const atLine = (line: string) => (line === "" ? "" : ` (rad ${line})`)

const refusals: { readonly [R in Refusal as R["_tag"]]: (refusal: R) => string } = {
  PlanNotOpened: () => "Planen är inte öppnad. Öppna den med frist open, eller importera en utgåva.",
  PlanAlreadyOpened: ({ title }) => `Planen är redan öppnad med titeln ”${title}”. Välj ett annat namn med --plan.`,
  AlreadyRegistered: ({ activity }) =>
    `Aktiviteten ${activity} finns redan. Välj ett annat id, eller ändra den som finns.`,
  NoSuchActivity: ({ activity }) => `Det finns ingen aktivitet ${activity}. Se vilka som finns med frist board.`,
  NotYetRegistered: ({ activity, registeredOn }) =>
    `Aktiviteten ${activity} registrerades först ${registeredOn}. Ange en dag från och med då.`,
  ActivityClosed: ({ activity, status: now }) =>
    `Aktiviteten ${activity} är avslutad (${status[now._tag].toLowerCase()}). Öppna den först med frist reopen ${activity}.`,
  NoSuchPosition: ({ position }) => `Det finns ingen händelse ${position}. Se numren med frist history.`,
  NotAFact: ({ position }) => `Händelse ${position} är själv en rättelse. Rätta den händelse som den pekar på.`,
  OtherType: ({ position, replacement, type }) =>
    `Händelse ${position} är ${type} och kan inte ersättas av ${replacement}. Ge en ersättning av samma slag.`,
  AlreadyRedacted: ({ position }) => `Händelse ${position} är redan gallrad på ett annat beslut.`
}

export const sv = {
  status,
  findings,
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
    late: "Sen i dag",
    moves: "Flyttad",
    slip: "Glidning",
    completedOn: "Klart",
    after: "Mot tid",
    isNew: "Nytt",
    milestone: "Milstolpe",
    fromAnchor: (anchor: string) => `Från ${anchor}`,
    from: "Från",
    to: "Till",
    saidOn: "Sagt",
    recorded: "Infört",
    by: "Av",
    why: "Varför",
    number: "Nr",
    event: "Händelse",
    what: "Vad",
    source: "Källa",
    finding: "Anmärkning",
    words: "Ordagrant",
    where: "Var"
  },
  row: (n: number) => `rad ${n}`,
  board: "Pågående aktiviteter",
  completed: "Klara aktiviteter",
  slips: "Flyttade tider",
  timeline: "Tidslinje",
  history: "Historik",
  none: "Inga.",
  plural: {
    activities: (n: number) => `${n} ${n === 1 ? "aktivitet" : "aktiviteter"}`,
    events: (n: number) => (n === 1 ? "1 händelse" : `${n} händelser`),
    findings: (n: number) => (n === 1 ? "1 anmärkning" : `${n} anmärkningar`)
  },
  day: (n: number, shown: string) => `${shown} ${Math.abs(n) === 1 ? "dag" : "dagar"}`,
  atLeastDays: (shown: string) => `minst ${shown} dagar`,
  atMostDays: (shown: string) => `högst ${shown} dagar`,
  unknownSlip: "går inte att räkna",
  timesMoved: (n: number, atLeast: boolean) =>
    n === 0 ? "nej" : `${atLeast ? "minst " : ""}${n} ${n === 1 ? "gång" : "gånger"}`,
  late: { certainly: "ja", possibly: "kanske", no: "nej", unknown: "okänt" },
  lateAgainst: { original: "första", approved: "beslutad", latest: "ny" },
  inDays: (days: string) => `om ${days}`,
  yes: "ja",
  no: "nej",
  isNew: "NYTT",
  noDate: "utan datum",
  previousReview: (day: string) => `Nytt sedan uppföljningen ${day} är märkt.`,
  at: (asOf: string | null, today: string) =>
    asOf === null ? `I dag ${today}` : `Som det stod ${asOf}; läget räknat per ${today}`,
  knownAt: (instant: string) => `Enligt vad som var infört ${instant}`,
  anchor: (name: string, words: string) => `Räknat från ${name}: ${words}`,
  inferred: "utläst ur dokument: minst en flytt",
  approved: "beslut",
  replaced: (position: number) => `ersatt av ${position}`,
  sourceRow: (document: string, table: string | null, row: number | null) =>
    [document, table, row === null ? null : `rad ${row}`].filter((part) => part !== null && part !== "").join(", "),
  findingsBelow: "Anmärkningar",
  unmoved: "Ingen tid är flyttad.",
  slipsNote: "Glidningen räknas från första till senaste tid. ”Minst” står där flytten är utläst ur dokument.",
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
    Corrected: "Rättelse",
    Redacted: "Gallring"
  },
  said: {
    imported: (rows: string, events: string, heldOn: string) =>
      `Importerad: ${rows}; ${events} införda, uppföljning ${heldOn}.`,
    wouldImport: (rows: string, events: string, heldOn: string) =>
      `Skulle införas: ${rows}; ${events}, uppföljning ${heldOn}. Inget är sparat.`,
    nothingNew: "Utgåvan är redan införd. Inget nytt sparades.",
    leftOut: (n: number) => (n === 1 ? "1 rad lämnades utanför." : `${n} rader lämnades utanför.`),
    recorded: (events: string, first: number, last: number) =>
      first === last ? `Infört som händelse ${first}.` : `Infört: ${events}, nummer ${first}–${last}.`,
    alreadySo: "Så är det redan. Inget nytt sparades.",
    tables: (ongoing: number, done: number, milestones: number) =>
      `${ongoing} pågående, ${done} klara, ${milestones} ${milestones === 1 ? "milstolpe" : "milstolpar"}`
  },
  errors: {
    noPlan: "Databasen har ingen plan än. Importera en utgåva med frist import, eller öppna en plan med frist open.",
    whichPlan: (plans: string) => `Databasen har flera planer. Välj en med --plan: ${plans}.`,
    noSuchPlan: (plan: string, plans: string) =>
      `Det finns ingen plan ${plan}${plans === "" ? "" : `. Välj en av: ${plans}`}.`,
    ambiguous: (words: string, candidates: string) =>
      `”${words}” passar på flera aktiviteter. Välj en av: ${candidates}.`,
    noActivity: (words: string) => `Ingen aktivitet passar på ”${words}”. Se vilka som finns med frist board.`,
    notADay: (words: string) => `”${words}” är ingen dag. Skriv en dag som finns, som 2024-06-17.`,
    notAnInstant: (words: string) =>
      `”${words}” är ingen tidpunkt. Skriv en dag, eller en tidpunkt som 2024-06-17T12:00:00Z.`,
    notADate: (words: string) =>
      `”${words}” går inte att läsa som ett datum. Skriv till exempel 2024-06-17, 2024-06, hösten 2024 eller tills vidare.`,
    notAnId: (words: string) => `”${words}” kan inte vara ett id. Använd a–z, 0–9 och bindestreck.`,
    notANumber: (words: string) => `”${words}” är inget tal. Skriv siffror, med decimalkomma om det behövs.`,
    notAPosition: (words: string) => `”${words}” är inget händelsenummer. Se numren med frist history.`,
    notAnEvent: "Texten efter --json är ingen händelse. Skriv den som frist history --format json visar den.",
    notInThatEvent: (event: string) =>
      `En sådan uppgift finns inte i händelsen (${event}). Använd --json eller --withdraw.`,
    oneCorrection: "Säg vad som är rätt med ett av --date, --text, --json eller --withdraw.",
    notText: (why: string) => `Texten kan inte sparas: den ${why}.`,
    usage: (command: string) => `Se ${command} --help.`,
    conflict: "Planen ändrades av någon annan under tiden, gång på gång. Försök igen.",
    postgres: "PostgreSQL stöds inte än. Ange en fil med --db.",
    storage: {
      unreachable: (db: string) =>
        `Databasen ${db} går inte att öppna. Kontrollera sökvägen, eller importera först en utgåva.`,
      timedOut: (db: string) => `Databasen ${db} är upptagen. Försök igen om en stund.`,
      refused: (db: string) => `Databasen ${db} får inte ändras. Kontrollera behörigheten till filen och dess mapp.`,
      schemaTooNew: (db: string) => `Databasen ${db} är skriven av en nyare version av Frist. Uppgradera Frist.`,
      full: (db: string) => `Disken är full; inget sparades i ${db}. Frigör utrymme och försök igen.`,
      corrupt: (db: string) => `Databasen ${db} är skadad. Återställ den från en säkerhetskopia.`,
      notALog: (db: string) => `Filen ${db} är ingen Frist-databas. Ange en annan med --db.`,
      invalid: () => "Något av det som skulle sparas kan inte sparas som det står."
    }
  }
}
