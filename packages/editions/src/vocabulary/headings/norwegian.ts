/**
 * Norwegian headings: bokmål, and nynorsk where it differs.
 */
import { words } from "../WordList.ts"
import type { HeadingLanguage } from "./HeadingLanguage.ts"

export const norwegianHeadings: HeadingLanguage = {
  words: {
    due: words(`
      frist frister tidsfrist maldato forfallsdato forfall leveringsfrist gjennomforingsfrist ferdig-innen
      gjennomfores-innen utfores-innen ferdigstilles-innen skal-vaere-ferdig frist-for-gjennomforing innen`),
    time: words("tid tidsplan tidspunkt tidsramme nar fremdriftsplan tid-for-gjennomforing"),
    dated: words("dato datoer"),
    end: words("slutt sluttdato"),
    completion: words("ferdig ferdigstillelse ferdigstilling avslutning avsluttes ferdigdato avslutningsdato"),
    delivery: words("gjennomforing levering implementering innforing iverksetting"),
    planned: words("planlagt planlagte forventet beregnet estimert antatt plan forelopig"),
    agreed: words("vedtatt avtalt besluttet godkjent"),
    original: words("opprinnelig opprinnelige opphavleg initiell"),
    revised: words("ny nytt nye revidert reviderte utsatt forlenget justert"),
    forecast: words("prognose utsatt-til"),
    updated: words("oppdatert endret"),
    current: words("gjeldende navaerende siste"),
    actual: words("faktisk faktiske virkelig reell"),
    done: words("fullfort avsluttet gjennomfort utfort lukket ferdigstilt levert"),
    start: words("start oppstart startdato pabegynt oppstartsdato startet begynt"),
    action: words(`
      tiltak tiltaket aktivitet aktiviteter oppgave oppgaver arbeidsoppgave delaktivitet deloppgave hva
      hva-skal-gjores handling handlinger anbefaling anbefalinger oppdrag oppfolgingspunkt`),
    goal: words("mal malsetting malsettinger delmal hovedmal resultatmal effektmal"),
    area: words("omrade innsatsomrade satsingsomrade fokusomrade tema delomrade virksomhetsomrade"),
    name: words(`
      navn milepael milepaeler milepel prosjekt prosjektnavn delprosjekt leveranse leveranser tittel overskrift`),
    issue: words("avvik funn risiko sak saker problem observasjon merknadspunkt"),
    text: words("beskrivelse sammendrag detaljer forklaring"),
    comment: words(`
      kommentar kommentarer merknad merknader oppfolging notat notater statusbeskrivelse statuskommentar statusrapport
      bemerkning bemerkninger fremdrift oppfolgning`),
    status: words("status tilstand statusniva"),
    colour: words("farge trafikklys rod gul gronn"),
    responsible: words(`
      ansvarlig ansvarlige ansvar eier tiltakseier hvem utforende saksbehandler tiltaksansvarlig oppgaveansvarlig
      hvem-gjor`),
    unit: words("enhet avdeling etat rolle person virksomhet seksjon leder funksjon"),
    id: words("nr nummer lopenr lopenummer id referanse ref saksnr saksnummer journalnr journalnummer tiltaksnr"),
    table: words("tabell liste ark"),
    other: words(`
      prioritet prioritering kostnad kostnader budsjett okonomi ressurs ressurser ressursbehov type kategori fase
      sannsynlighet konsekvens effekt gevinst indikator maltall timer timar dager uker varighet omfang prosent andel
      versjon bakgrunn formal begrunnelse vedtak vedtaksdato beslutning beslutningsdato mote motedato
      opprettet registrert meldt sist-oppdatert sist-endret oppfolgingsdato neste-steg neste-oppfolging
      vedlegg lenke kilde deltakere kontaktperson avhengighet avhengigheter innmeldt malgruppe timeverk`),
    harmless: words("for av i og pa til eller den det en et som med skal arstall maned"),
    period: words(`
      kvartal tertial halvar januar februar mars april mai juni juli august september oktober november desember`),
    revision: words("rev revisjon")
  },
  compounds: {
    end: words("slutt"),
    start: words("start oppstarts"),
    planned: words("plan"),
    completion: words("ferdig avslutnings"),
    delivery: words("gjennomforings leverings"),
    action: words("tiltaks aktivitets aktivitet oppgave"),
    goal: words("mal"),
    comment: words("oppfolgings"),
    status: words("status"),
    name: words("prosjekt milepaels milepael"),
    issue: words("risiko avviks"),
    other: words("vedtaks beslutnings mote opprettelses")
  }
}
