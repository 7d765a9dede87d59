/**
 * Why a command fails, in Swedish: each sentence says what happened, and then what to do.
 */
import type { AddressFault } from "@frist/store/AddressFault"

/** Failures of storage that read the same for a file and for a server. */
const ofAny = {
  schemaTooNew: (db: string) => `Databasen ${db} är skriven av en nyare version av Frist; uppgradera Frist.`,
  corrupt: (db: string) => `Databasen ${db} är skadad; återställ den från en säkerhetskopia.`,
  wentBack: (db: string) =>
    `Databasen ${db} har gått tillbaka i tiden och saknar en uppgift som redan är läst; börja om från det som finns där.`,
  stale: (db: string) =>
    `Kopian ${db} kan ligga längre efter än --max-lag tillåter; vänta, eller ange huvudservern med --db.`,
  invalid: () => "Något av det som skulle sparas kan inte sparas som det står; skriv om det."
}

const malformed =
  "Det som står i --db är ingen adress till en databas; skriv adressen som postgres://användare@värd/databas, med särskilda tecken i lösenordet som %40."

/** What is wrong with `--db`. The address is never shown: it may hold a password in any form. */
const address: Readonly<Record<AddressFault, string>> = {
  blank: "Ingen databas är angiven; ange en fil, eller en server som postgres://användare@värd/databas, med --db.",
  controlCharacter: "Adressen till databasen innehåller en radbrytning eller ett annat styrtecken; ta bort det.",
  inMemory: ":memory: är ingen fil, och det som sparas där skulle gå förlorat; ange en fil med --db.",
  otherScheme:
    "Adressen till databasen börjar med något annat än postgres://; ange en fil med bara dess sökväg, eller en server som postgres://användare@värd/databas.",
  parameter:
    "Adressen till databasen har en parameter som inte stöds, eller ett värde som parametern inte kan ha; använd bara target_session_attrs (read-write, read-only, any, prefer-standby), prepare (true, false), sslmode, application_name, options eller connect_timeout.",
  optionalTls:
    "Med flera servrar i adressen kan kryptering inte vara valfri; skriv sslmode=verify-full, eller sslmode=disable.",
  hosts:
    "Servrarna i adressen går inte att läsa som en lista; skriv dem före databasen, som postgres://användare@en:5432,annan:5432/databas.",
  keywords: "Adressen till databasen är en rad nyckelord, som host=…; skriv den som postgres://användare@värd/databas.",
  malformed,
  server: malformed,
  file: malformed
}

/** A sentence for each failure of a command, in Swedish. */
export const svErrors = {
  lag: ({ allowed, most }: { readonly allowed: number; readonly most: number | null }) =>
    `${most === null ? "det är okänt hur gammalt det den visar är" : `det den visar kan vara ${most.toFixed(1).replace(".", ",")} s gammalt`}, och ${String(allowed).replace(".", ",")} s är tillåtet; en snävare gräns kräver en kopia som strömmar från huvudservern och en användare med rollen pg_read_all_stats`,
  noPlan: "Databasen har ingen plan än; läs in en utgåva med frist import, eller börja en plan med frist open.",
  whichPlan: (plans: string) => `Databasen har flera planer; välj en med --plan: ${plans}.`,
  noSuchPlan: (plan: string, plans: string) =>
    `Det finns ingen plan ${plan}${plans === "" ? "" : `; välj en av: ${plans}`}.`,
  ambiguous: (words: string, candidates: string) =>
    `”${words}” passar in på flera aktiviteter; välj en av: ${candidates}.`,
  notAWholeWord: (words: string, candidates: string) =>
    `”${words}” är inget helt ord i namnet på en aktivitet, och det som sparas går inte att ta bort; skriv hela ordet eller hela namnet: ${candidates}.`,
  noActivity: (words: string) => `Ingen aktivitet passar in på ”${words}”; se vilka som finns med frist board.`,
  noActivityThen: (words: string) =>
    `Då fanns ingen aktivitet i planen som passar in på ”${words}”; se vilka som finns i dag med frist board.`,
  notADay: (words: string) => `”${words}” är ingen dag; skriv en dag som finns, som 2024-06-17.`,
  notAnInstant: (words: string) =>
    `”${words}” är ingen tidpunkt; skriv en dag, eller en tidpunkt som 2024-06-17T12:00:00Z.`,
  notATime: (words: string) => `”${words}” är ingen tidslängd; skriv till exempel 30s, 5m eller 2h.`,
  notADate: (words: string) =>
    `”${words}” är inget datum som går att läsa; skriv till exempel 2024-06-17, 2024-06, hösten 2024 eller tills vidare.`,
  notAllADate: (words: string, understood: string) =>
    `I ”${words}” går bara ”${understood}” att läsa som ett datum, och ett halvläst datum sparas inte; skriv bara datumet.`,
  oddDate: {
    DateAmbiguous: (words: string) =>
      `”${words}” kan läsas på två sätt; skriv dagen som år, månad och dag, till exempel 2024-06-17.`,
    DateImpossible: (words: string) => `”${words}” finns inte i kalendern; skriv ett datum som finns.`,
    DateWithoutYear: (words: string) => `”${words}” saknar år; skriv även året.`,
    SeveralDates: (words: string) => `I ”${words}” finns flera datum; skriv bara ett.`
  },
  notAStatus: (words: string) =>
    `”${words}” är ingen status; skriv pågår, försenat eller ej angivet. Klart anges med frist complete.`,
  meansCompleted: (words: string) =>
    `”${words}” betyder att aktiviteten är klar; skriv frist complete, med dagen då den blev det.`,
  meansDiscontinued: (words: string) =>
    `”${words}” betyder att aktiviteten är avslutad utan resultat; skriv frist discontinue, med skälet.`,
  notBegun: (words: string) =>
    `”${words}” betyder att arbetet inte har börjat, och någon sådan status har Frist inte; skriv ej angivet, och spara orden med frist note.`,
  notAnId: (words: string) => `”${words}” kan inte vara ett id; använd a–z, 0–9 och bindestreck.`,
  notANumber: (words: string) => `”${words}” är inget tal; skriv siffror, med decimalkomma om det behövs.`,
  notAPosition: (words: string) => `”${words}” är inget uppgiftsnummer; se numren med frist history.`,
  notAnEvent: "Texten efter --json är ingen uppgift; skriv den som frist history --format json visar den.",
  notInThatEvent: (event: string) =>
    `En uppgift av slaget ”${event}” kan inte rättas med den flaggan; använd --json eller --withdraw.`,
  oneCorrection: "Ange vad som är rätt med en av --date, --text, --json eller --withdraw.",
  notAnOutcome: (words: string) => `”${words}” är inget utfall; skriv beviljad eller avslagen.`,
  notASupposition: (words: string) =>
    `”${words}” säger inte vilken aktivitet som får vilket slutdatum; skriv till exempel --if sdv="hösten 2027".`,
  ifAlone: "--if visas för sig; utelämna --chart, --all-plans och aktiviteten.",
  refusedWithDate: "En avslagen begäran ger inget nytt slutdatum; utelämna --to.",
  noOpenRequest: (activity: string) =>
    `${activity} har ingen begäran att avgöra; se vilka som finns med frist decisions.`,
  severalRequests: (activity: string, requests: string) =>
    `${activity} har flera begäranden att avgöra; välj en av: ${requests}.`,
  wordsOfEnd: "--words hör till en väntan som börjar; ange --reason för en som har slutat.",
  reasonOfWait: "--reason säger varför en väntan har slutat; ange --ended, eller --words för en som börjar.",
  oneLink: "Ange antingen aktiviteten som milstolpen står för, eller --none.",
  oneResponsible: "Ange antingen vem som är ansvarig, eller --none.",
  noNewWords: "Inga nya ord är angivna; ange minst en av --area, --goal och --actions.",
  notText: {
    empty: "Texten är tom; skriv något.",
    nul: "Texten innehåller tecknet NUL och kan inte sparas; ta bort det.",
    loneSurrogate: "Texten innehåller ett halvt tecken och kan inte sparas; skriv om den.",
    tooLong: "Texten är längre än en miljon tecken; korta den."
  },
  notAnActor: (name: string) =>
    `”${name}” går inte att använda som namn på den som sparar; ange med --actor ett namn på en rad, högst 200 tecken.`,
  ahead: (day: string) => `Dagen ${day} har inte varit än; ange en dag till och med i dag.`,
  reviewAhead: (day: string) =>
    `Uppföljningen ${day} har inte varit än; pröva med --dry-run eller --propose, och spara den när den är hållen.`,
  reportAhead: (day: string) => `${day} har inte varit än; ange en dag som har passerat med --held-on.`,
  reportUnknown: "Då var inget sparat i planen; ange en senare tidpunkt med --known-at.",
  reportBefore: (day: string, first: string) =>
    `Planens första uppgift är från ${first}, och det är efter ${day}; ange en senare dag med --held-on.`,
  noReviewDay: "Dagen för uppföljningen saknas; ange den med --held-on.",
  notAColumn: (words: string, names: string) =>
    `”${words}” säger inte vad en rubrik betyder; skriv till exempel "Reviderad deadline=Ny tid", med en av kolumnerna ${names}.`,
  noSuchHeading: (heading: string, found: string) =>
    `Ingen tabell har rubriken ”${heading}”${found === "" ? "" : `; ange en av: ${found}`}. Inget är sparat.`,
  twoColumnDecisions: (heading: string) =>
    `Rubriken ”${heading}” är bestämd på två sätt; ange --column en gång för varje rubrik.`,
  columnsOfOneMeaning: (first: string, second: string, column: string) =>
    `Rubrikerna ”${first}” och ”${second}” är båda bestämda som ${column} i samma tabell. Bestäm en av dem på annat sätt, till exempel --column "${first}=ingen".`,
  notAMatch: (words: string) =>
    `”${words}” säger inte vilken aktivitet en rad är; skriv som klara:12=grona-korset eller aktiviteter:7=ny.`,
  noPartitionsInFile: "En fil delas inte upp; utelämna --partitions.",
  notPartitions: (most: number) => `Antalet delar går inte att använda; ange 1–${most} med --partitions.`,
  wrong: (n: number) => (n === 1 ? "1 fel; se vad som ska göras ovan." : `${n} fel; se vad som ska göras ovan.`),
  noSuchRow: (row: string) => `Dokumentet har ingen rad ${row}; rader räknas inom sin tabell, som aktiviteter:7.`,
  matchNotTaken: (row: string, activity: string) =>
    `Rad ${row} kan inte vara ${activity}: aktiviteten finns inte, eller hör till en annan rad; se vilka som finns med frist board.`,
  matchNotNew: (row: string, activity: string) =>
    `Rad ${row} är ord för ord ${activity} och kan inte vara ny; ändra orden i dokumentet, eller utelämna --match.`,
  otherReview: (day: string) =>
    `Förslaget har två olika uppföljningsdagar; skriv ${day} i båda, eller gör ett nytt förslag med frist import --propose.`,
  removed: (position: number) => `Innehållet i uppgift ${position} är gallrat och kan inte rättas; använd --withdraw.`,
  onlyReport: (format: string) =>
    `Det här kommandot skriver inte ${format}; välj text, json eller csv, eller använd frist report.`,
  noFormat: (file: string) =>
    `Filen ${file} säger inte vilket format rapporten ska ha; ange --format html, docx, xlsx, md, csv eller json.`,
  onlyText: "Översikten visas bara som text; utelämna --format, eller se frist --help.",
  needsFile: (format: string) => `Rapporten som ${format} kan inte visas på skärmen; ange en fil med --out.`,
  notALanguage: (words: string) => `”${words}” är inget språk som finns här; skriv sv eller en.`,
  fileExists: (file: string) => `Filen ${file} finns redan och skrivs inte över; ange en annan.`,
  diskFull: (file: string) =>
    `Disken är full, eller filen får inte bli större: ${file} är inte skriven. Frigör utrymme och kör kommandot igen.`,
  diskFails: (file: string) => `Disken svarar med ett fel: ${file} är inte skriven. Skriv till en annan disk.`,
  cannotWrite: (file: string) => `Filen ${file} går inte att skriva; kontrollera sökvägen och behörigheten.`,
  notProposals: (file: string, why: string) =>
    `Filen ${file} är inget förslag som går att läsa (${why}); rätta den, eller gör en ny med frist import --propose.`,
  otherPlan: (plan: string) => `Förslaget gäller planen ${plan}; utelämna --plan, eller ange den.`,
  otherLog: (basedOn: number, head: number) =>
    `Förslaget gjordes när planen hade ${basedOn} uppgifter och nu har den ${head}; gör ett nytt förslag mot den här databasen.`,
  movedOn: (since: string) =>
    `Planen har ändrats sedan förslaget gjordes, i det som förslaget rör: ${since}; gör ett nytt förslag med frist import --propose.`,
  conflict: "Planen ändrades av någon annan under tiden, gång på gång; försök igen.",
  address,
  storage: {
    ...ofAny,
    missing: (db: string) =>
      `Databasen ${db} finns inte; läs först in en utgåva med frist import, eller ange en annan med --db.`,
    unreachable: (db: string) => `Databasen ${db} går inte att öppna; kontrollera sökvägen.`,
    timedOut: (db: string) => `Databasen ${db} är upptagen; försök igen om en stund.`,
    refused: (db: string) => `Databasen ${db} får inte ändras; kontrollera behörigheten till filen och dess mapp.`,
    schemaTooOld: (db: string) =>
      `Databasen ${db} är inte förberedd för den här versionen av Frist: kör frist migrate.`,
    full: (db: string) =>
      `Disken är full, eller går inte att skriva till, så inget sparades i ${db}; frigör utrymme och försök igen.`,
    notALog: (db: string) => `Filen ${db} är ingen Frist-databas; ange en annan med --db.`
  },
  server: {
    ...ofAny,
    unreachable: (db: string) => `Servern för ${db} går inte att nå; kontrollera adressen och att servern är igång.`,
    notLetIn: (db: string) => `Servern släpper inte in ${db}; kontrollera användaren och lösenordet.`,
    noDatabase: (db: string) => `Databasen ${db} finns inte på servern; skapa den, eller ange en annan med --db.`,
    noConnections: (db: string) => `Servern för ${db} har inga lediga anslutningar; försök igen om en stund.`,
    timedOut: (db: string) =>
      `Databasen ${db} är upptagen eller svarar inte i tid, och det som skulle sparas kan redan vara sparat; försök igen om en stund.`,
    refused: (db: string) =>
      `Användaren får inte göra det i ${db}; be om rollen frist_writer, eller frist_reader för att bara läsa.`,
    mayNotMigrate: (db: string) =>
      `Användaren får inte skapa eller ändra tabellerna i ${db}; kör frist migrate som superuser, eller som databasens ägare med CREATEROLE.`,
    readOnly: (db: string) =>
      `Servern för ${db} kan bara läsas; ange den server som får skrivas, eller alla med target_session_attrs=read-write.`,
    pooler: (db: string) =>
      `Anslutningspoolen mellan Frist och servern för ${db} släpper inte igenom inställningar; lägg till ?prepare=false i adressen.`,
    schemaTooOld: (db: string) =>
      `Databasen ${db} är inte förberedd för den här versionen av Frist; kör frist migrate.`,
    full: (db: string) =>
      `Servern har ingen plats kvar, eller kan inte skriva till sin disk, så inget sparades i ${db}; frigör utrymme eller se över disken, och försök igen.`,
    notALog: (db: string) => `Databasen ${db} är ingen Frist-databas; ange en annan med --db.`
  }
}
