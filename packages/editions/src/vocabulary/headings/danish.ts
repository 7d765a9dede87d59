/**
 * Danish headings.
 */
import { words } from "../WordList.ts"
import type { HeadingLanguage } from "./HeadingLanguage.ts"

export const danishHeadings: HeadingLanguage = {
  words: {
    due: words(`
      frist frister tidsfrist deadline maldato forfaldsdato faerdig-senest klar-senest senest-faerdig senest-klar
      skal-vaere-faerdig skal-vaere-klar afleveringsfrist gennemfores-senest afsluttes-senest`),
    time: words("tid tidsplan tidspunkt tidsramme hvornar tidshorisont"),
    dated: words("dato datoer"),
    end: words("slut slutdato sluttidspunkt"),
    completion: words("faerdig faerdiggorelse afslutning afslutningsdato faerdigdato klar"),
    delivery: words("gennemforelse levering implementering indforelse"),
    planned: words("planlagt planlagte forventet estimeret beregnet plan forelobig"),
    agreed: words("vedtaget aftalt besluttet godkendt"),
    original: words("oprindelig oprindelige"),
    revised: words("ny nyt nye revideret reviderede udskudt forlaenget justeret"),
    forecast: words("prognose udskudt-til"),
    updated: words("opdateret aendret"),
    current: words("gaeldende nuvaerende seneste"),
    actual: words("faktisk faktiske reel"),
    done: words("afsluttet gennemfort udfort lukket faerdiggjort leveret fuldfort"),
    start: words("start opstart startdato pabegyndt igangsat begyndt"),
    action: words(`
      indsats indsatser tiltag aktivitet aktiviteter opgave opgaver delopgave handling handlinger anbefaling
      anbefalinger hvad hvad-skal-gores initiativ initiativer`),
    goal: words("mal malsaetning malsaetninger delmal effektmal"),
    area: words("omrade indsatsomrade fokusomrade tema emne delomrade"),
    name: words("navn milepael milepaele projekt projektnavn delprojekt leverance leverancer titel overskrift"),
    issue: words("afvigelse risiko sag sager problem observation"),
    text: words("beskrivelse resume detaljer forklaring"),
    comment: words(`
      kommentar kommentarer bemaerkning bemaerkninger opfolgning note noter statusbeskrivelse statuskommentar
      statusrapport`),
    status: words("status tilstand"),
    colour: words("farve trafiklys rod gul gron"),
    responsible: words("ansvarlig ansvarlige ansvar ejer tovholder hvem udforende sagsbehandler opgaveansvarlig"),
    unit: words("enhed afdeling forvaltning rolle person virksomhed leder funktion"),
    id: words("nr nummer lobenr lobenummer id reference ref sagsnr sagsnummer journalnr journalnummer"),
    table: words("tabel liste ark"),
    other: words(`
      prioritet prioritering omkostning omkostninger budget okonomi ressource ressourcer type kategori fase
      sandsynlighed konsekvens effekt gevinst indikator timer dage uger varighed omfang procent andel version baggrund
      formal begrundelse beslutning beslutningsdato mode modedato oprettet registreret
      sidst-opdateret senest-opdateret sidst-aendret opfolgningsdato naeste-skridt naeste-opfolgning bilag link kilde
      deltagere kontaktperson afhaengighed afhaengigheder malgruppe`),
    harmless: words("for af i og pa til eller den det en et som med skal arstal maned"),
    period: words(`
      kvartal halvar januar februar marts april maj juni juli august september oktober november december`),
    revision: words("rev revision")
  },
  compounds: {
    end: words("slut"),
    start: words("start"),
    planned: words("plan"),
    completion: words("afslutnings faerdig"),
    delivery: words("leverings gennemforelses"),
    action: words("aktivitets aktivitet opgave indsats"),
    goal: words("mal"),
    comment: words("opfolgnings"),
    status: words("status"),
    name: words("projekt milepaels milepael"),
    issue: words("risiko"),
    other: words("beslutnings mode oprettelses")
  }
}
