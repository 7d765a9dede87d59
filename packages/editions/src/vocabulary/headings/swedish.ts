/**
 * Swedish headings, of Sweden and of Finland.
 */
import { words } from "../WordList.ts"
import type { HeadingLanguage } from "./HeadingLanguage.ts"

export const swedishHeadings: HeadingLanguage = {
  words: {
    due: words(`
      deadline frist tidsfrist tidsgrans forfallodatum forfallodag maldatum klart-senast klar-senast
      klara-senast senast-klart senast-klar fardigt-senast fardig-senast senast-fardigt ska-vara-klart ska-vara-klar
      skall-vara-klart skall-vara-klar ska-vara-klart-senast ska-vara-klar-senast ska-vara-genomfort
      ska-vara-genomford ska-vara-fardigt ska-vara-fardig ska-vara-slutfort bor-vara-klart klart-till genomfors-senast
      slutfors-senast avslutas-senast atgardas-senast levereras-senast senaste-datum-for-genomforande sista-dag
      sista-datum slutleverans-senast`),
    time: words(`
      tid tidplan tidsplan tidtabell tidsschema tidpunkt tidsram tidram tidshorisont tidsangivelse nar nar-klart nar-ska-det-vara-klart
      nar-ska-det-goras tid-for-genomforande tidpunkt-for-genomforande tidplan-for-genomforande
      tidsplan-for-genomforande genomforandetid genomforandetidpunkt`),
    dated: words("datum dat"),
    end: words("slut slutar slutdatum slutdag sluttid slutforandedatum"),
    completion: words(`
      avslut klart klar klara fardigt fardig fardigstallande slutforande avslutande avslutning avslutsdatum klardatum
      klartdatum fardigdatum avslutningsdatum datum-klart klart-datum`),
    delivery: words("genomforande inforande leverans leveranser driftsattning driftstart implementering"),
    planned: words(`
      planerad planerat planerade planeras planenlig beraknad beraknat beraknas forvantad forvantat forvantas
      preliminar preliminart prel uppskattad uppskattat plan tankt`),
    agreed: words("beslutad beslutat beslutade overenskommen overenskommet faststalld faststallt godkand godkant"),
    original: words(`
      ursprunglig ursprungligt ursprungliga initial initialt initiala ursprungsplan originalplan baslinje`),
    revised: words(`
      ny nytt nya reviderad reviderat reviderade senarelagd senarelagt framflyttad framflyttat forlangd forlangt
      omplanerad omplanerat justerad justerat prognosticerad prognostiserad prognosticerat prognostiserat`),
    forecast: words("prognos prognosdatum framflyttad-till flyttad-till forlangd-till anstand-till"),
    updated: words("uppdaterad uppdaterat andrad andrat"),
    current: words("gallande aktuell aktuellt nuvarande senaste"),
    actual: words("faktisk faktiskt faktiska verklig verkligt verkliga utfall"),
    done: words(`
      slutford slutfort slutforda slutforddatum slutfortdatum genomford genomfort genomforddatum avslutad avslutat
      fardigstalld fardigstallt utford utfort atgardad atgardat klarmarkerad levererad levererat datum-for-slutforande`),
    start: words(`
      start startar starta startdatum startdag starttid startad startat paborjad paborjat paborjas borjan borjar
      inleds inledd igangsatt igangsattning uppstart`),
    action: words(`
      atgard atgarder atgarden aktivitet aktiviteter aktiviteten uppgift uppgifter arbetsuppgift uppdrag uppdraget
      insats insatser handling delaktivitet delaktiviteter deluppgift delmoment moment rekommendation rekommendationer
      vad vad-ska-goras vad-ska-vi-gora det-har-ska-vi-gora forslag-till-atgard forslag-pa-atgard atgardsforslag
      forbattringsatgard forbattringsatgarder atgard-aktivitet`),
    goal: words(`
      mal malen malet malsattning malsattningar delmal effektmal inriktningsmal namndmal namndsmal kommunmal`),
    area: words(`
      omrade omraden insatsomrade fokusomrade verksamhetsomrade utvecklingsomrade delomrade malomrade temaomrade
      omradet prioriterat-omrade strategiskt-omrade tema perspektiv fokus`),
    name: words(`
      namn milstolpe milstolpar projekt projektnamn delprojekt benamning rubrik titel leverabel leverabler delleverans`),
    issue: words(`
      brist brister iakttagelse iakttagelser avvikelse avvikelser arende arenden risk problem observation fraga`),
    text: words("beskrivning beskrivningar sammanfattning detaljer forklaring"),
    comment: words(`
      uppfoljning uppfoljningen uppfoljningstext kommentar kommentarer notering noteringar anteckning anteckningar
      anmarkning anmarkningar lagesrapport lagesbeskrivning statusrapport statusbeskrivning statuskommentar
      statusuppdatering avstamning aterrapportering nulage nulagesbeskrivning vidtagna-atgarder vidtagen-atgard`),
    status: words("status statuslage lage laget atgardsstatus aktivitetsstatus"),
    colour: words("farg statusfarg fargstatus trafikljus rod gul gron rott gult gront"),
    responsible: words(`
      ansvarig ansvariga ansvar ansvarar ansvaret ansvarig-for-genomforande ansvarig-for-aktiviteten agare utforare
      genomforare handlaggare uppdragsagare vem vem-ansvarar vem-gor vem-gor-det
      uppdrag-till uppdraget-till uppdrag-ges-till utfors-av genomfors-av`),
    unit: words(`
      namnd namnder namnden funktion forvaltning avdelning enhet bolag styrelse roll person personer tjansteman
      tjansteperson organisation part chef namnd-bolag forvaltning-bolag`),
    id: words(
      "nr nummer lopnr lopnummer id ref referens referensnr referensnummer radnr diarienummer diarienr dnr arendenummer arendenr"
    ),
    table: words("tabell lista flik"),
    other: words(`
      prioritet prio prioritering prioritetsordning kostnad kostnader budget ekonomi finansiering medel resurs
      resurser resursbehov typ kategori fas sannolikhet konsekvens konsekvenser riskvarde riskniva riskbedomning
      effekt effekter nytta indikator indikatorer matt matning malvarde nyckeltal lank lankar bilaga bilagor kalla
      beroende beroenden forutsattning forutsattningar timmar tim timme dagar dgr veckor varaktighet omfattning
      tidsatgang arbetstid arbetsinsats procent andel vikt komplexitet version sprint storlek bakgrund syfte
      motivering beslut beslutsdatum beslutsdag paragraf protokoll sammantrade sammantradesdatum mote motesdatum
      upprattad upprattat registrerad registrerat skapad skapat inkom inkommen rapporterad rapporterat
      anmald anmalt datum-for-beslut senast-uppdaterad senast-uppdaterat senast-andrad senast-andrat
      senaste-uppdatering senast-genomford uppfoljningsdatum uppfoljningsdag uppfoljningstillfalle nasta-uppfoljning
      nasta-avstamning nasta-steg revideringsdatum revisionsdatum publiceringsdatum giltig giltighet deltagare
      medverkande samverkan kontakt kontaktperson ovrigt malgrupp fardigstallandegrad genomforandegrad mappning mapp
      svarighetsgrad allvarlighetsgrad`),
    harmless: words(`
      for av i och pa till eller den det en ett samt m manad man ar aaaa ex enligt obligatorisk obligatoriskt
      frivillig ja nej dag ev eventuell eventuellt`),
    period: words(`
      kvartal tertial halvar januari februari mars april maj juni juli augusti september oktober november december jan
      feb mar apr jun jul aug sep sept okt nov dec`),
    revision: words("rev revidering")
  },
  compounds: {
    end: words("slut"),
    start: words("start"),
    planned: words("plan"),
    completion: words("klar avsluts avslutnings"),
    delivery: words("genomforande leverans inforande"),
    action: words("aktivitets aktivitet atgards atgard uppgifts uppdrags insats"),
    goal: words("mal"),
    comment: words("uppfoljnings"),
    status: words("status"),
    responsible: words("ansvars"),
    name: words("projekt milstolps milstolpe"),
    issue: words("risk avvikelse arende"),
    other: words("besluts beslut mote motes revisions prioriterings skapande registrerings andrings")
  }
}
