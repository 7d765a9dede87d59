/**
 * The findings of `frist doctor` in Swedish, by code; a warning or an error also says what to do.
 */

/** A sentence for each finding of `frist doctor`, in Swedish. */
export const svDoctor = {
  serverAnswers: "Servern svarar.",
  serverUnreachable: "Servern går inte att nå; kontrollera adressen och att servern är igång.",
  notLetIn: "Servern släpper inte in; kontrollera användaren och lösenordet.",
  noDatabase: "Databasen finns inte på servern; skapa den, eller ange en annan med --db.",
  serverIsStandby: "Servern är en kopia som bara kan läsas; ange huvudservern för att spara.",
  fileReadable: "Filen går att läsa.",
  fileMissing: "Filen finns inte; den skapas när något sparas första gången, med frist import eller frist open.",
  fileUnreadable: "Filen går inte att läsa; kontrollera sökvägen och behörigheten.",
  notALog: "Filen är ingen Frist-databas; ange en annan med --db.",
  versionKnown: "Tabellerna har den version som den här Frist använder.",
  notMigrated: "Databasen har inga tabeller än; kör frist migrate.",
  versionOld: "Tabellerna har en äldre version; kör frist migrate.",
  versionNew: "Tabellerna är gjorda av en nyare version av Frist; uppgradera Frist.",
  intact: "Filen är hel.",
  damaged: "Filen är skadad; återställ den från en säkerhetskopia.",
  tablesChanged: "Tabeller är ändrade eller borta; återställ databasen från en säkerhetskopia.",
  definitionsStand: "Tabeller, vyer, funktioner och rättigheter är som Frist gjorde dem.",
  definitionsChanged:
    "Det som Frist har gjort i databasen är ändrat eller borta, eller så har något lagts till; ta reda på vem som gjorde det, och återställ databasen från en säkerhetskopia.",
  rowsOutOfPlace:
    "Rader i loggen ligger på fel plats eller är tillagda vid sidan av Frist; pröva planen med frist verify, och återställ den från en säkerhetskopia.",
  checkpointsUnreadable:
    "En förvarad kontrollkod är ingen kontrollkod för loggen; ta reda på vem som lade dit den, och återställ planen från en säkerhetskopia.",
  checkpointsMatch: "De kontrollkoder som förvaras med loggen stämmer med den.",
  checkpointsDiffer:
    "Kontrollkoder som förvaras med loggen stämmer inte med den (plan: antal uppgifter); frist verify --plan visar vad som är ändrat eller saknas.",
  triggersStand: "Alla triggers som skyddar det som är sparat finns på plats.",
  triggersBroken:
    "Triggers som skyddar det som är sparat saknas eller är försvagade; ta reda på vem som ändrade dem, och återställ dem från en säkerhetskopia.",
  fileNotRewritten:
    "Filen kan ha kvar text som är gallrad, för den blev inte omskriven (plan: uppgifter eller dokument); frigör utrymme på disken, stäng program som läser filen och kör frist redact igen med samma beslut.",
  rowsNotRewritten:
    "Serverns disk har kvar rader med text som är gallrad; låt tabellens ägare köra vacuum full på den här tabellen.",
  mayAppend: "Användaren får läsa och spara.",
  mayRead: "Användaren får bara läsa; ge den rollen frist_writer om den ska spara.",
  mayNothing: "Användaren får varken läsa eller spara; ge den rollen frist_writer eller frist_reader.",
  seesEveryPlan: "Användaren ser alla planer.",
  seesSomePlans: "Användaren ser bara sina egna planer.",
  plansUnguarded:
    "Radskyddet är avslaget, så alla som får läsa ser alla planer; slå på det med alter table … enable row level security.",
  loginIsSuperuser: "Användaren är superuser och kan stänga av triggers; använd en som bara har rollen frist_writer.",
  loginIsOwner: "Användaren äger tabellerna och kan stänga av triggers; använd en som bara har rollen frist_writer.",
  loginMayWriteTables: "Användaren får skriva i tabellerna vid sidan av Frist; ta tillbaka det med revoke.",
  fileWritable: "Filen och dess mapp går att skriva i.",
  fileReadOnly: "Filen får inte skrivas; ändra behörigheten om något ska sparas.",
  folderReadOnly: "Mappen får inte skrivas, och det behövs också för att läsa; ändra dess behörighet.",
  fileOpenToAll: "Filen eller mappen får skrivas av alla på datorn; ta bort den behörigheten.",
  clockSound: "Klockan ligger inte efter det som är sparat.",
  clocksDiffer: "Serverns klocka går inte som den här datorns; ställ dem efter samma tidsserver.",
  recordedAhead:
    "Det senast sparade har en tid som inte har varit än, och det som sparas nu får samma tid; ställ den klocka rätt som ger tiderna.",
  settingsSafe: "Serverns inställningar bevarar det som är sparat.",
  replicationUnsafe:
    "Med den här inställningen kan det som är sparat gå förlorat när en annan server tar över; låt servern vänta på sin kopia, eller godta risken.",
  settingUnsafe: "En inställning gör att det som är sparat kan gå förlorat eller ändras; ändra den på servern.",
  newsArrive: "Meddelanden om det som sparas kommer fram.",
  newsLost:
    "Meddelanden om det som sparas kommer inte fram, så den som följer loggen märker det sent; följ loggen direkt på servern, inte genom en pooler.",
  newsQueueFilling: "Kön av meddelanden fylls, för någon lyssnar utan att ta emot dem; avsluta den anslutningen.",
  journalSafe: "Journalen är den som Frist använder.",
  journalOther: "Journalen är en annan än wal; den ändras när något sparas, om filsystemet klarar det.",
  roomEnough: "Det finns plats kvar på disken.",
  roomShort: "Det är ont om plats på disken; frigör utrymme.",
  roomGone: "Det finns nästan ingen plats på disken; frigör utrymme innan något sparas.",
  projectionsFollow: "Läsmodellerna är i takt med loggen.",
  projectionsBehind: "Läsmodellerna ligger efter loggen (planer, uppgifter); kör frist project --follow.",
  projectionParked:
    "Läsmodellerna för en plan står still, medan de andra uppdateras; uppgradera Frist om en uppgift är av en nyare version, och kör frist project --plan.",
  projectionsWentBack:
    "Läsmodeller visar uppgifter som loggen inte har kvar (plan: uppgift), för den har gått tillbaka i tiden; kör frist rebuild --plan för var och en.",
  projectionShapes: "Läsmodeller hör till en annan version av Frist och uppdateras inte av den här; kör frist rebuild.",
  projectionsBuilding:
    "Läsmodellerna håller på att göras om men är inte klara; kör frist rebuild, som fortsätter där det slutade.",
  examinationFailed: "En del gick inte att undersöka; försök igen, som en användare med högre behörighet."
}
