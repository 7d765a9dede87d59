/**
 * Headings of real trackers and traps, by what each means by itself. Every line was looked through for meanings that a
 * heading does not have: one that might be two things is under `null`.
 */
import type { Meaning } from "../../src/formats/columns/HeadingSense.ts"

type Listed = Readonly<Partial<Record<Meaning | "null", ReadonlyArray<string>>>>

const listed = (text: string): ReadonlyArray<string> => text.trim().split(/\s*\n\s*|\s+\|\s+/u)

/** Headings that occur in fifty-six trackers of seven languages. */
export const ofTrackers: Listed = {
  actions: listed(`
    Task | Item | TASK NAME | Action / Decision | Activity Name | Initiative/Activity | Task Name | Task/Feature
    actionName | Tasks | Uppgift | Aktivität | Aufgabe | Tehtävä
  `),
  area: listed(`
    AREA
  `),
  completed: listed(`
    Date Closed | Toteutunut päättyminen
  `),
  completedIfDated: listed(`
    Resolved
  `),
  completion: listed(`
    COMPLETION_DATE | Klart | COMPLETE | Valmiina
  `),
  description: listed(`
    Description | DESCR | Summary | text | Details | Sammanfattning | Beskrivning | Detaljer | Beschreibung
  `),
  due: listed(`
    END DATE | Target Date | (*)Finish | End Date | Planned Completion Date | TARGET DATE | end date | Due Date
    Ende | Sluttdato aktivitet | Arvioitu päättyminen
  `),
  followUp: listed(`
    General notes | Notes | Notering | Kommentarer | Huomautukset
  `),
  goal: listed(`
    Objective
  `),
  id: listed(`
    SL NO | Key | Milestone ID | No. | WBS Code | Work Item ID | ID | Item number | Index Livrable | N°
  `),
  name: listed(`
    TITLE | Milestone | name | Meilenstein | NATURE LIVRABLES
  `),
  null: listed(`
    Name or key words of description | Project Plan | Start and End | implementationTimeYears | Schedule -->
    columnId | flag | actor | teamId | Mitigation / Help needed | Potential Responses | RAID Category
    RPN (for risks) | (Optional) Milestone Coding | BASELINE | Delete This Row | Estimate of hours remaining
    Hours worked | Impact Level Rate 1 (LOW) to 5 (HIGH) | Jira | Planning Package (or epic, if pre-S18)
    Probability Level Rate 1 (LOW) to 5 (HIGH) | ReqId | Section/Project | Should Take | Swarm # | short name
    Funktioner och fel som behöver åtgärdas/implementeras | Att göra | Estimated time in hours | Leverans
    Woche | Verteilung | 1. Unteraktivität | Basisplan | CalcDate | MS-Nr. | Objetivo principal | Tempo estimado
    Data de inicio | PERIODS | Aktivitetet | Experts Princip | % SUR LE MONTANT HT | A venir | En Examen
    En retard | Nbre Base
  `),
  other: listed(`
    START DATE | (*)Start | CREATION_DATE | Date Identified | Date Raised | Last Reviewed | Meetings | Raised
    lastUpdated | Resourcing | Team | Mitigation | Outcome | Resolution | Priority | Impact | Category
    Duration | DURATION IN DAYS | (*)Predecessors | Action Ref | Client | Cycle | Dependencies | Estimated Hours
    Impact Description | Level | Likelihood | Meeting Duration | POSITION | PRIO | Prerequisites | Related Task
    Reporter | Root Cause | Severity Index | TYPE | VERSION | Vulnerability ID | city | tag | Sprint | Start
    Typ | Beroenden | Mapp | Prio. | Prioritering | Fortschritt | PERCENT COMPLETE | Dauer
    DURATION* (WORK DAYS) | Legende | Phase | Position | START ON DAY* | Workload geplant (Std.) | START
    Startdato aktivitet | Avvik (timer) | Estimert tid (timer) | Faktisk tid (timer) | Aloitus
    Arvioitu aloitus | Toteutunut aloitus | Arvioitu kesto (päivinä) | Arvioitu työmäärä (tunteina) | Kesto (h)
    Luokka | DUREE | Validé
  `),
  responsible: listed(`
    ASSIGNED TO | ALLOCATED TO | Assigned to (name) | Assignee | Responsible Party | Responsible Team
    Risk Owner | Task Owner | Owner | Responsible | Bearbeiter | Verantwortlich | Ansvarlig | Tekijä
  `),
  revisedBeside: listed(`
    Date ajustée
  `),
  status: listed(`
    Activity Status | RAG | RGY | State | STATUT AU JUILLET A OCTOBRE 2025
  `),
  subject: listed(`
    Finding Description | Issue | Risk | Risk Description | Problem
  `),
  time: listed(`
    Timeline | Stichtag
  `)
}

/** Swedish headings, with those that look like others. */
export const inSwedish: Listed = {
  actionText: listed(`
    Åtgärdsbeskrivning
  `),
  actions: listed(`
    Beslutad åtgärd | Planerad åtgärd | Åtgärd/aktivitet | Åtgärder 2024 | Förslag till åtgärd | Namn på åtgärd
    Aktivitet | Aktivitetsnamn | Vad | Vad?
  `),
  area: listed(`
    Område | Delområde | Insatsområde | Verksamhetsområde
  `),
  completed: listed(`
    Genomfört datum | Åtgärdat datum
  `),
  completedIfDated: listed(`
    Genomförd | Åtgärdad | Avslutad | Avslutat den
  `),
  completion: listed(`
    Klart | Klar | Klar? | Klart? | Klart (ja/nej) | Klart datum | Klardatum | Färdig | Avslut | Avslutsdatum
  `),
  current: listed(`
    Gällande tid | Aktuell tid | Senaste tid
  `),
  date: listed(`
    Datum/tid | Datum | Dat. | Milstolpe datum | Milstolpsdatum
  `),
  due: listed(`
    Planerat slut | Beräknad klar | Beräknat klart | Beräknas klart | Klart beräknas | Åtgärdas senast
    Klart senast | Klar senast | Slut | Sluttid | Slutdatum | Slutdatum (prel.) | Förfallodatum
    Planerat leveransdatum | Deadline | Frist
  `),
  followUp: listed(`
    Vidtagna åtgärder | Statuskommentar | Kommentar till status | Kommentar status | Uppföljning av åtgärd
  `),
  goal: listed(`
    Målsättning | Effektmål | Nämndsmål
  `),
  id: listed(`
    Åtgärd nr | Åtgärdsnummer | Milstolpe nr
  `),
  name: listed(`
    Namn | Milstolpe | Milstolpar
  `),
  delivery: listed("Datum för genomförande | Leveransdatum | Genomförandedatum"),
  timeIfDated: listed("Planerad tid | Beräknad tid | Planerad tidpunkt"),
  null: listed(`
    Beslutat datum | Beslutad tid | Uppföljning senast | Genomförd senast | Genomförda åtgärder
    Tid kvar | Återstående tid | Restid | Antal timmar
    Tid och plats | Tid plats | Klockslag | Ny åtgärd | Ny status | Ny ansvarig | Nytt mål | Nya tider
    Datum nytt | Datum för revidering | Reviderad | Reviderad av | Ursprunglig | Ursprungligt mål | Tidigare tid
    Tidigare datum | Första tid | Aktuellt datum | Status föregående | Föregående status | Status budget
    Status ekonomi | Risk status | Riskstatus | Kommentar från revisor | Revisorns kommentar | Uppföljning mål
    Uppföljningsansvarig | Ansvarig för uppföljning | Ansvarig för beslut | Ansvarig t.o.m. | Ansvarsområde
    Ansvar område | Målansvarig | Måluppfyllelse | Målår | Mål 2024 | Mål och åtgärder | Mål/åtgärd
    Mål (kvantitativt) | Indikator/mål | Åtgärdskostnad | Åtgärda senast | Föreslagen åtgärd
    Rekommenderad åtgärd | Rekommendation från revisionen | Revisionens rekommendation | Klart/ej klart
    Ej klart | Inte klart | Snart klart | Del klar | Avslutas | Slutrapport | Slutdatum enligt avtal
    Slutbesiktning | Slutdatum för ansökan | Fakturadatum | Betaldatum | Giltigt t.o.m.
    Leverans | Leveranstid | Planerad leverans | Protokollsdatum | Dag | Vecka | Månad | År | Kvartal | Period
    Tidsperiod | Prognos kostnad | Utfall | Deadline 2024 | Deadline för synpunkter | Deadline kommentarer
    Intern deadline | Svarsfrist | Område/mål | Projektledare | Aktivitetens namn | Hur | Var | Varför
  `),
  original: listed(`
    Ursprungligt datum
  `),
  other: listed(`
    Datum för beslut | Beslutsdatum | Tid för uppföljning | Uppföljningsdatum | Nästa uppföljning
    Senast uppdaterad | Senast ändrad | Senast genomförd | Startdatum | Starttid | Planerad start
    Beräknad kostnad | Arbetstid | Tidsåtgång | Tid (timmar) | Tid (h) | Tid i timmar | Tid/omfattning
    Revideringsdatum | Reviderad budget | Ursprunglig budget | Statusdatum | Datum status | Status datum
    Kommentar ekonomi | Målgrupp | Målvärde | % klar | Giltig till | Publiceringsdatum | Inkom datum
    Datum inkom | Registreringsdatum | Skapad | Skapad datum | Upprättad | Mötesdatum | Möte datum
    Sammanträdesdatum | Budget | Kategori | Kontaktperson
  `),
  responsible: listed(`
    Ansvarig chef | Ansvarig nämnd | Ansvarig funktion/roll | Ansvarig förvaltning | Ansvarig part
    Ansvarig (namn) | Åtgärdsägare | Namn på ansvarig | Aktivitetsägare | Vem | Vem?
  `),
  revised: listed(`
    Ny tidplan | Ny tidsplan | Nytt klart-datum | Nytt beräknat slutdatum
  `),
  revisedBeside: listed(`
    Nytt datum | Reviderat datum | Prognos | Prognos 2024
  `),
  status: listed(`
    Aktuell status | Senaste status | Status T1 | Status kvartal 1 | Status 2023 | Projektstatus | Statusfärg
    Åtgärdsstatus
  `),
  subject: listed(`
    Avvikelse
  `),
  time: listed(`
    När | När?
  `)
}

/** English headings, with those that look like others. */
export const inEnglish: Listed = {
  actionText: listed(`
    Activity description
  `),
  actions: listed(`
    Planned action | Proposed action | Agreed action | What | Action | Actions | Action required
    Corrective action | Management action | Recommendation | Activity
  `),
  area: listed(`
    Area | Focus area
  `),
  completed: listed(`
    Date completed | Actual completion date | Actual completion | Date closed | Done date
  `),
  completedIfDated: listed(`
    Completed on | Closed | Implemented | Implemented? | Delivered | Done | Done?
  `),
  completion: listed(`
    Completion date | Completion | Actual date | Date of completion | Closure date | Complete | Complete?
  `),
  current: listed(`
    Current due date | Latest due date
  `),
  date: listed(`
    Milestone date
  `),
  due: listed(`
    Expected completion | Expected completion date | Estimated completion | Target date
    Target Date for Completion | Target completion | Due | Due? | Due date | Due by | Planned end
    Planned finish | Planned date | Planned dates | Proposed completion date | Agreed completion date
    Agreed implementation date | Target implementation date | Planned delivery date | Deadline | By when
    Complete by | Action due date | ECD
  `),
  followUp: listed(`
    Latest update | Update | Update (June 2024) | Status update | Status comments | Progress update
    Progress to date | Action taken | Actions taken | Management response | Comment | Comments | Notes
  `),
  goal: listed(`
    Goal | Objective
  `),
  id: listed(`
    Action no | Recommendation no. | Activity ID | Reference | Ref | Ref.
  `),
  name: listed(`
    Milestone | Name | Project | Project name | Title
  `),
  delivery: listed("Implementation date | Delivery date"),
  timeIfDated: listed("Planned timeline"),
  null: listed(`
    Completed by | Target | Revised target | Date revised | Date of revision | Revision date
    Revision | Rev | Revised by | New action | New status | New owner | New | Original | Forecast cost
    Current date | Current risk | Date updated | Updated | Updated date | Due from | Due to | Due diligence
    Payment due | Review due | Review due date | Next review due | Open date | Planned | Proposed date
    Agreed date | Implementation | Implementation status | Delivery
    Deadline for comments | Hard deadline | Time | By whom | How | Why | Budget owner | Process owner
    Owner comments | Lead time | Consulted | RAG rating | Risk status | Budget status | Status last month
    Previous status | Done by | Action date | Action by | Recommendation date | Goal owner | Strategic goal
    Key objective | Area of risk | Note to editor | Project manager | Job title | Priority area
  `),
  original: listed(`
    Original due date | Original Target Date | Original date | Baseline date | Baseline finish
    Deadline (original)
  `),
  other: listed(`
    Actual start | Actual hours | Actual cost | Estimated effort | Estimated cost | Target value | Target group
    Revised budget | Original budget | Baseline start | Baseline cost | Last updated | Next review date
    Review date | Date reviewed | Decision | Decision date | Date of decision | Date of meeting | Meeting date
    Date raised | Date opened | Closed by | Opened | Start | Start date | Planned start | Expiry date
    Effective date | Publication date | Status date | Progress | Progress % | % complete | Next action
    Comment date | Source | Evidence | Priority | Outcome
  `),
  responsible: listed(`
    Who | Owner | Action owner | Risk owner | Lead | Lead officer | Team lead | Responsible
    Responsible officer | Responsible for | Person responsible | Accountable | Milestone owner | Name of owner
  `),
  revised: listed(`
    Revised Target Date | Revised due date | New due date | New target date | Forecast completion
    Updated due date | Revised implementation date | Deadline (revised)
  `),
  revisedBeside: listed(`
    Revised date | Rev 1 | Rev. 2 | Rev 1 date | New date | Forecast | Forecast date
  `),
  status: listed(`
    Current status | Status | Status (RAG) | RAG | RAG status | Overall status | Status Q1 | State
    Action status | Recommendation status | Milestone status
  `),
  subject: listed(`
    Milestone description
  `),
  time: listed(`
    Time frame | Timeframe | Timescale | Timing | When | ETA
  `)
}

/** Norwegian, Danish, German, Finnish and French headings, with those that look like others. */
export const inOthers: Listed = {
  actionText: listed(`
    Beskrivelse av tiltak
  `),
  actions: listed(`
    Tiltak | Hva | Indsats | Opgave | Maßnahme | Maßnahmen | Aufgabe | Was | Toimenpide | Action | Mesure
    Tâche
  `),
  area: listed(`
    Område | Axe stratégique
  `),
  completed: listed(`
    Faktisk sluttdato | Gjennomført dato | Date de fin réelle | Faktiskt slutdatum | Toteutunut päättymispäivä
  `),
  completedIfDated: listed(`
    Gjennomført | Afsluttet | Erledigt | Erledigt am | Abgeschlossen
  `),
  completion: listed(`
    Ferdig | Ferdigdato | Afslutningsdato | Ist-Termin | Valmistumispäivä | Valmis | Date de réalisation
  `),
  date: listed(`
    Milestone date | Dato | Termin | Datum | Päivämäärä | Date
  `),
  due: listed(`
    Frist | Sluttdato | Ferdig innen | Planlagt ferdig | Planlagt sluttdato | Forventet ferdig | Måldato
    Deadline | Slutdato | Forventet slutdato | Senest færdig | Fällig am | Fälligkeit | Bis wann | Bis
    Enddatum | Geplantes Ende | Geplanter Termin | Soll-Termin | Zieldatum | Projektende | Määräaika
    Tavoiteaika | Päättymispäivä | Arvioitu valmistuminen | Échéance | Date limite | Date de fin
    Date de fin prévue | Date prévue | Slutdatum | Beräknat slutdatum | Slutdatum (prel.) | Planerat klart
  `),
  followUp: listed(`
    Oppfølging | Kommentar | Merknad | Opfølgning | Bemærkninger | Bemerkung | Seuranta | Huomautukset
    Commentaires | General notes
  `),
  goal: listed(`
    Mål | Ziel | Tavoite | Objectif
  `),
  id: listed(`
    Tiltaksnr | Lfd. Nr. | N°
  `),
  name: listed(`
    Milepæl | Meilenstein | Jalon | Livrable
  `),
  timeIfDated: listed("Estimert tid"),
  null: listed(`
    Due to | Action date | Recommendation date | Svarfrist | Frist for svar | Tidsbruk
    Tidsforbrug | Måleenhed | Soll | Ist | Plan | Zielwert | Zielgruppe | Stand | Délai de paiement
  `),
  original: listed(`
    Opprinnelig frist | Ursprünglicher Termin | Alkuperäinen määräaika | Échéance initiale
    Ursprungligt slutdatum
  `),
  other: listed(`
    Startdato | Vedtaksdato | Dato for vedtak | Oppfølgingsdato | Neste steg | Sist oppdatert | Beslutningsdato
    Sidst opdateret | Målgruppe | Startdatum | Beschlussdatum | Sitzungsdatum | Projektstart
    Letzte Aktualisierung | Nächste Schritte | Seurantapäivä | Aloituspäivä | Kustannus | Date de début
    Date de décision | Avancement | Priorité | Budget
  `),
  responsible: listed(`
    Tiltakseier | Ansvarlig | Ansvarlig enhet | Hvem | Tovholder | Verantwortlich | Zuständig | Wer
    Vastuuhenkilö | Vastuutaho | Responsable | Pilote
  `),
  revised: listed(`
    Ny frist | Revidert frist | Ny slutdato | Uusi määräaika | Nouvelle échéance | Nytt slutdatum
  `),
  revisedBeside: listed(`
    Neuer Termin
  `),
  status: listed(`
    Overall status | Status tiltak | Status | Umsetzungsstand | Tila | Statut | État d'avancement
  `),
  time: listed(`
    Når | Hvornår | Wann | Aikataulu | Délai
  `)
}
