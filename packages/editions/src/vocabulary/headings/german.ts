/**
 * German headings.
 */
import { words } from "../WordList.ts"
import type { HeadingLanguage } from "./HeadingLanguage.ts"

export const germanHeadings: HeadingLanguage = {
  words: {
    due: words(`
      frist fristen deadline fallig fallig-am fallig-bis falligkeit falligkeitsdatum falligkeitstermin zieldatum
      zieltermin abgabetermin abgabedatum bis-wann bis zu-erledigen-bis zu-erledigen-bis-wann erledigen-bis
      fertigstellung-bis umsetzung-bis umzusetzen-bis fertig-bis abschluss-bis spatestens`),
    time: words("zeitplan zeitpunkt wann zeitrahmen zeitraum-der-umsetzung stichtag"),
    dated: words("datum termin termine"),
    end: words("ende enddatum endtermin endzeitpunkt"),
    completion: words("fertigstellung abschluss fertigstellungsdatum fertigstellungstermin abschlussdatum fertig"),
    delivery: words("umsetzung lieferung einfuhrung durchfuhrung umsetzungstermin"),
    planned: words(`
      geplant geplante geplanter geplantes erwartet voraussichtlich voraussichtliche soll plan ziel-plan`),
    agreed: words("vereinbart vereinbarte vereinbarter beschlossen genehmigt"),
    original: words("ursprunglich ursprungliche ursprunglicher ursprungliches basisplan initial"),
    revised: words("neu neue neuer neues revidiert revidierte revidierter verschoben verlangert"),
    forecast: words("prognose verschoben-auf"),
    updated: words("aktualisiert aktualisierte aktualisierter geandert geanderter geandertes"),
    current: words("aktuell aktuelle aktueller aktuelles derzeit derzeitig derzeitiger"),
    actual: words("ist tatsachlich tatsachliche tatsachlicher tatsachliches"),
    done: words(`
      erledigt erledigt-am abgeschlossen abgeschlossen-am umgesetzt umgesetzt-am fertiggestellt erledigungsdatum`),
    start: words("beginn start startdatum starttermin anfang begonnen anfangsdatum"),
    action: words(`
      aufgabe aufgaben massnahme massnahmen aktivitat aktivitaten arbeitspaket arbeitspakete tatigkeit tatigkeiten
      vorgang teilaufgabe empfehlung empfehlungen was was-ist-zu-tun auftrag todos`),
    goal: words("ziel ziele teilziel teilziele zielsetzung"),
    area: words("bereich handlungsfeld handlungsfelder themenfeld thema themenbereich aufgabenbereich"),
    name: words("meilenstein meilensteine bezeichnung titel projekt projektname vorhaben name liefergegenstand"),
    issue: words("risiko problem feststellung abweichung befund"),
    text: words("beschreibung zusammenfassung erlauterung"),
    comment: words(`
      kommentar kommentare bemerkung bemerkungen anmerkung anmerkungen notiz notizen statusbericht sachstand`),
    status: words("status bearbeitungsstand umsetzungsstand bearbeitungsstatus umsetzungsstatus zustand"),
    colour: words("ampel ampelstatus farbe rot gelb grun"),
    responsible: words(`
      verantwortlich verantwortliche verantwortlicher verantwortlichkeit zustandig zustandigkeit zustandige bearbeiter
      wer federfuhrung wer-macht-es`),
    unit: words("abteilung referat stelle rolle person organisationseinheit fachbereich"),
    id: words("nr nummer lfd-nr laufende-nummer id kennung ref"),
    table: words("tabelle liste"),
    other: words(`
      prioritat kosten budget ressourcen art typ kategorie phase wahrscheinlichkeit auswirkung auswirkungen dauer
      aufwand stunden std tage wochen minuten prozent anteil fortschritt version hintergrund zweck begrundung
      beschluss beschlussdatum sitzung sitzungsdatum erstellt erfasst gemeldet zuletzt-aktualisiert zuletzt-geandert
      letzte-aktualisierung nachste-schritte nachster-schritt anlage quelle abhangigkeit abhangigkeiten vorganger
      nachfolger beteiligte position legende workload schatzung`),
    harmless: words("der die das fur von und oder zu zum zur am im mit des tt jjjj jj monat jahr"),
    period: words(`
      quartal halbjahr januar februar marz april mai juni juli august september oktober november dezember`),
    revision: words("rev revision")
  },
  compounds: {
    end: words("end"),
    start: words("start"),
    planned: words("plan soll"),
    actual: words("ist"),
    action: words("aufgaben massnahmen"),
    goal: words("ziel"),
    name: words("projekt meilenstein"),
    issue: words("risiko"),
    other: words("beschluss sitzungs")
  }
}
