/**
 * The meaning of each finding code, in Swedish.
 */

/** A sentence for each finding code, in Swedish. */
export const svFindings = {
  DateImpossible: "Dagen finns inte i kalendern. Orden är sparade som de står; inget datum är antaget.",
  DateTruncated: "Datumet är ofullständigt. Bara den del som är skriven är läst.",
  DateTwoDigitYear: "Årtalet har två siffror och är läst som 20xx.",
  DateAmbiguous: "Datumet kan läsas på två sätt och är därför inte läst.",
  DateApproximate: "Datumet är ungefärligt.",
  DateInProse: "Datumet står i löpande text. Det är läst, och orden är sparade.",
  DateOrderFromColumn: "Dag och månad är lästa i den ordning som andra datum i kolumnen visar.",
  DayAgainstWords: "Filen har sparat en annan dag än den som cellen visar. Den dag som visas gäller.",
  DayAgainstColumn:
    "Filen har sparat en annan dag än den som cellen visar, om dag och månad står i kolumnens ordning. Ingen av dem är läst.",
  DayOfSmallNumber: "Cellen visar en dag före 1950 men innehåller bara ett litet tal. Det är inte läst som ett datum.",
  DateIsProse: "Här står text i stället för ett datum. Orden är sparade; inget datum är antaget.",
  DateWithoutYear: "Datumet saknar årtal och är därför inte läst.",
  SeveralDates: "Cellen har flera datum. Inget av dem är valt.",
  SeveralDeadlines: "Cellen har flera slutdatum. Varje del följs för sig.",
  SeveralCompletions: "Cellen har flera klardatum. Varje del följs för sig.",
  DeadlineSubjectDiffers: "Det nya slutdatumet gäller något annat än målet: de två datumen mäter inte samma sak.",
  DoneButRed: "Raden står bland de klara, men texten säger att det inte blev av. Den räknas inte som klar.",
  StatusAgainstTable: "Statusen säger emot tabellen som raden står i.",
  StatusUnreadable:
    "Frist kan inte läsa orden som en status. De är sparade, och ingen status är satt. Ange den med frist status, complete eller discontinue.",
  StatusInOtherWords: "Cellen säger mer än en status. Orden är sparade.",
  StatusNotBegun: "Cellen säger att arbetet inte har börjat. Frist har ingen sådan status, så ingen är satt.",
  CompletedWithoutDate: "Raden är klar, men inget datum är angivet.",
  CompletedWithoutStatus: "Raden står bland de klara, men statuscellen är tom.",
  CompletedByDate: "Statuscellen är tom. Raden är läst som klar den dag som står i kolumnen för klardatum.",
  CompletedOnAgainstStatus: "Klardatumet och statusen säger emot varandra. Statusen gäller.",
  CompletedOnAhead:
    "Klardatumet hade inte kommit vid uppföljningen, så det räcker inte för att raden ska räknas som klar.",
  AreaInherited: "Områdescellen är tom. Området är hämtat från raden ovanför.",
  BaselineRewritten:
    "Det ursprungliga slutdatumet är ändrat i dokumentet utan registrerat beslut. Frist räknar vidare på det första. Var det fel, rätta det med frist correct.",
  OnlyDateOverwritten:
    "Tabellen har bara en kolumn för slutdatum, och datumet där är ändrat. Det är läst som ett nytt slutdatum; ändringar mellan utgåvorna syns inte.",
  RowVanished: "Raden finns inte längre i någon tabell. Aktiviteten är kvar i listan över pågående.",
  RowReopened: "En rad som var klar står åter bland de pågående.",
  UnknownColumn:
    "Kolumnen är inte läst, men orden är sparade med utgåvan. Ange med --column vad kolumnen är, om orden behövs.",
  DateColumnNotRead:
    "Kolumnen verkar ha datum men är inte läst, för rubriken säger inte vilka. Ange med --column vad den är, och läs in dokumentet igen.",
  NamesNotRead:
    "En del rader saknar namn, eller heter som andra, och en kolumn som inte läses skiljer dem åt. Ange den med --column.",
  TrackedChange: "Cellen har spårade ändringar som ingen har godkänt. De är lästa som godkända.",
  HiddenText: "Cellen har dold text. Den är läst som övrig text.",
  HiddenRow: "Raden är dold i dokumentet. Den är läst som de andra.",
  CoveredText:
    "I cellen, till exempel under en sammanfogad cell, finns ord som inte syns i dokumentet. De är inte lästa, men sparade här.",
  TextNotRead:
    "Cellen är inte läst: den är en bild, har tecken som filen inte säger texten till, eller en rad som kanske slutar mitt i ett ord. Läs den i dokumentet.",
  CommentNotRead:
    "Dokumentet har kommentarer. De är inte lästa; den första är sparad här, med antalet om de är flera. Läs dem i dokumentet.",
  WordsOutsideCells:
    "PDF-filen säger inte vilka celler i tabellen som de här orden står i. De är inte lästa. Läs in Word-filen, eller läs orden i dokumentet.",
  StruckText: "Ord i cellen är överstrukna. De är lästa som borttagna och sparade här.",
  RowStruck: "Hela raden är överstruken. Orden är sparade, men de ger varken status eller datum.",
  HiddenColumn: "Kolumnen är dold i dokumentet. Den är läst som de andra.",
  HiddenTable: "Bladet är dolt i dokumentet. Det är läst som de andra.",
  MergedCell: "Cellen är sammanfogad över flera rader. Orden gäller varje rad.",
  DateFromSerial: "Cellen innehåller en hel dag men visar bara en del av den. Bara det som visas är läst.",
  SerialNumber: "Talet kan vara ett datum, så som kalkylprogram lagrar datum. Det är läst som ett tal.",
  Formula: "Cellen räknas ut av en formel. Det senast uträknade värdet är läst.",
  FormulaWithoutValue: "Cellen har en formel men inget uträknat värde. Den är läst som tom.",
  CellError: "Cellen visar ett felvärde från kalkylprogrammet.",
  StatusByColour:
    "Status är läst ur en färg. Dokumentet säger vad den betyder: i en förklaring eller i andra celler i kolumnen.",
  StatusAgainstColour: "Statusens ord och cellens färg säger emot varandra. Orden gäller.",
  ColourUnknown:
    "Dokumentet säger inte vad färgen i statuscellen betyder, så den säger inget. Skriv en förklaring i dokumentet, till exempel ”röd = försenad”, och läs in det igen.",
  RowMarked: "Raden är markerad med gult.",
  KindAssumed:
    "Varken tabellens rubrik eller bladets namn säger om raderna är pågående eller klara. De är lästa som pågående.",
  TableTurned: "Tabellen har ett fält på varje rad och en aktivitet i varje kolumn, och är läst så.",
  TableFromLines:
    "PDF-filen är inte taggad. Tabellen är läst efter sina linjer; kontrollera raderna vid sidbrytningar.",
  GroupRow: "Rader med ord bara i första cellen är lästa som rubriker för raderna under dem.",
  TotalRow: "Raden summerar de andra. Den lämnades utanför.",
  SheetsOfSameRows:
    "Flera blad eller tabeller har samma rader, till exempel ett blad för varje kvartal. De lämnades utanför; läs in ett blad i taget med --sheet.",
  TableLeftOut: "Tabellen, eller några av dess rader, har inga kända rubriker och lämnades utanför.",
  UnknownTable: "Tabellens namn säger inte om raderna är pågående eller klara. Raden lämnades utanför.",
  RowWithoutName: "Raden har varken område, mål eller åtgärd. Den lämnades utanför.",
  ClosedRowChanged: "Raden står kvar som avslutad, men med andra uppgifter. De första gäller.",
  GreyZone: "Slutdatumet har passerat. Raden är inte klar, och inget senare slutdatum är läst.",
  InProgressThoughLate: "Raden rapporteras som pågående, men dess slutdatum har passerat.",
  NewDeadlineEarlier: "Det nya slutdatumet är tidigare än det ursprungliga.",
  DeadlineFollowsCompletion:
    "Slutdatumet i dokumentet är nu den dag då raden blev klar. Planen hade ett annat; det gäller.",
  CompletionAhead:
    "Klardatumet ligger efter uppföljningen, eller kan göra det. Är raden pågående räknas den inte som klar.",
  StatusNotGiven: "De flesta rader saknar status. Fyll i den, eller skriv vad cellens färg betyder.",
  PlannedStartPast: "Starten är fortfarande planerad i texten, men dagen har passerat. Skriv om det blev av.",
  DependencyNotDeclared:
    "Raden säger att den väntar på något, eller hänger ihop med en annan rad. Ange vilken, så att väntan kan skiljas från egen försening.",
  UnitNotReported: "Enheterna har ett slutdatum på raden, men uppföljningen nämner bara andra enheter.",
  UnitNotDue: "Uppföljningen säger att enheterna är klara, men raden har inget slutdatum för dem.",
  PeriodWithoutYear: "Texten nämner en månad eller årstid utan årtal. Skriv ut året.",
  DocumentUnidentified:
    "Texten ovanför tabellerna har varken datum, nummer eller författare, så det framgår inte vilken utgåva det är. Sidhuvud och sidfot är inte lästa.",
  AnchorNotThere: "Tidslinjens rubrik säger vad datumen räknas från, men det finns inte bland milstolparna.",
  TableNotThere: "Texten hänvisar till en tabell som inte finns i cellen.",
  SeveralNames: "Samma sak skrivs på flera sätt i dokumentet. Välj ett av dem.",
  DoneInManyWays: "Klart skrivs på många sätt i dokumentet. Välj ett, med datum.",
  SeveralActions: "Cellen har flera åtgärder. Det framgår inte vilka som är gjorda.",
  FigureWithoutDay: "Siffran har varken dag eller period, så en senare siffra går inte att jämföra med den.",
  TargetWithoutOutcome: "Raden är klar, men ingen siffra säger om målet nåddes.",
  WorkGoesOn: "Raden är klar, men texten säger att arbete pågår eller återstår.",
  PrerequisiteLate:
    "Det som enheten ska göra först har ett senare slutdatum än det som bygger på det. Till vänster om > står det första, till höger det som bygger på det.",
  UnitContradicted: "Raden säger att enheten inte har börjat. En annan rad säger att den är klar.",
  MilestoneContradicted: "Milstolpen har ett annat datum än den aktivitet som den står för.",
  PersonalData: "Texten kan peka ut en enskild person. Pröva om den behövs.",
  WeekendDeadline: "Dagen är en lördag eller söndag.",
  AmbiguousAbbreviation: "Förkortningen kan betyda två saker i dokumentet. Skriv ut ordet.",
  SeveralGoals: "Cellen har flera mål. De kan nås oberoende av varandra.",
  SeveralResponsibles: "Cellen har flera ansvariga. Ange vem som svarar för raden.",
  TextInWrongColumn: "Texten ser ut att höra hemma i en annan kolumn.",
  YearBelowPart: "Årets siffra är lägre än siffran för en del av samma år. Båda kan inte stämma.",
  PercentageWrong: "Procenttalet stämmer inte med siffrorna intill.",
  TargetWithoutBaseline: "Målet är en förändring, men ingen siffra säger vad den räknas från.",
  TargetWithoutUnit: "Målet är ett tal utan enhet.",
  TargetMetRowOpen: "Den senaste siffran når målet, men raden är fortfarande pågående.",
  DateEmptied: "Datumcellen är tom. En tidigare utgåva hade det här datumet, och det gäller fortfarande.",
  InstructionRow: "Raden säger hur tabellen ska fyllas i. Den lämnades utanför.",
  RowTwice:
    "Två rader har samma område, mål och åtgärd, och varken datum, ansvarig eller någon annan kolumn skiljer dem åt. Den andra lämnades utanför.",
  MatchDoubtful:
    "Raden liknar en känd aktivitet, men inte säkert nog, och togs inte med. Avgör med --match RAD=AKTIVITET eller RAD=new."
}
