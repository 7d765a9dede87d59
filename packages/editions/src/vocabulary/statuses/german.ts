/**
 * The words of German status cells.
 */
import { words } from "../WordList.ts"
import type { StatusWords } from "./StatusWords.ts"

export const germanStatuses: StatusWords = {
  completed: [
    ...words("erledigt fertig abgeschlossen fertiggestellt umgesetzt durchgeführt"),
    "ist erledigt",
    "ist abgeschlossen",
    "ist umgesetzt",
    "vollständig umgesetzt",
    "vollständig abgeschlossen",
    "vollständig erledigt",
    "100 % fertig",
    "100% fertig"
  ],
  inProgress: [
    ...words("begonnen gestartet angefangen läuft angelaufen"),
    "in arbeit",
    "in bearbeitung",
    "in umsetzung",
    "in durchführung",
    "umsetzung läuft"
  ],
  delayed: [
    ...words("verzögert verspätet verzug überfällig"),
    "in verzug",
    "im verzug",
    "in arbeit, verzögert",
    "in arbeit, in verzug",
    "in bearbeitung, verzögert"
  ],
  discontinued: words("abgebrochen entfällt storniert gestrichen abgesagt"),
  notBegun: [
    ...words("geplant"),
    "nicht begonnen",
    "nicht gestartet",
    "nicht angefangen",
    "noch nicht begonnen",
    "noch nicht gestartet",
    "noch nicht angefangen",
    "zu erledigen"
  ],
  notStated: ["nicht angegeben", "keine angabe", "k.a.", "k. a."],
  otherMeanings: ["klar"],
  options: [
    "teilweise umgesetzt",
    "teilweise erledigt",
    "nicht umgesetzt",
    "nicht erledigt",
    "offen",
    "zurückgestellt",
    "pausiert",
    "sonstiges"
  ],
  ofNow: ["ist"],
  yearFirst: false,
  beforeDate: ["am", "im", "seit"],
  remarks: {
    references: ["siehe anlage", "siehe anmerkung", "siehe protokoll"],
    completed: ["evaluierung {date}"],
    onTime: ["wie geplant", "nach plan", "im plan"],
    forecasts: ["seit {date}", "bis {date}", "fertig bis {date}", "voraussichtlich fertig {date}"],
    reasons: [],
    discontinued: ["ersetzt", "nicht mehr relevant", "nicht mehr erforderlich"]
  },
  denials: words(
    "nicht nie fast teilweise teils bald nur außer ausser fehlt offen noch halb kein keine wird soll muss"
  ),
  asides: words(
    `siehe beschluss beschlossen genehmigt protokoll sitzung start beginn begonnen ende von bis ursprünglich neu jetzt vorher war erste letzte revidiert version aktualisiert geändert verschoben verlängert plan geplant ist prognose bewertung gesendet gesetz budget datum termin frist erstellt gemeldet`
  ),
  stages: words(`vorstudie ausschreibung pilot planung phase stufe etappe`),
  letters: "",
  commonWords: []
}
