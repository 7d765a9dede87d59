/**
 * Help in Swedish: its headings, groups and placeholders, and the flags that commands share.
 */
import type { HelpOfCommands } from "./CommandHelp.ts"
import { svAskHelp } from "./svAskHelp.ts"
import type { enHelp } from "./enHelp.ts"
import { svDocumentHelp } from "./svDocumentHelp.ts"
import { svEvidenceHelp } from "./svEvidenceHelp.ts"
import { svFactHelp } from "./svFactHelp.ts"
import { svOperationHelp } from "./svOperationHelp.ts"
import { svViewHelp } from "./svViewHelp.ts"

const commands: HelpOfCommands = {
  frist: { about: "Håll reda på uppföljningen av en plan, och visa hur slutdatumen har ändrats" },
  ...svDocumentHelp,
  ...svAskHelp,
  ...svViewHelp,
  ...svFactHelp,
  ...svEvidenceHelp,
  ...svOperationHelp
}

/** The words of help, in Swedish. */
export const svHelp: typeof enHelp = {
  heading: {
    usage: "Användning",
    arguments: "Argument",
    flags: "Flaggor",
    shared: "Flaggor för alla kommandon",
    examples: "Exempel"
  },
  group: {
    "Import documents": "Läs in dokument",
    Ask: "Fråga",
    View: "Visa",
    "Record by hand": "Skriv in för hand",
    Report: "Rapportera",
    Prove: "Bevisa",
    Operate: "Sköt databasen"
  },
  choice: (described, choices) => `${described}. Välj ${choices}`,
  optional: (described) => `${described} (kan utelämnas)`,
  required: (described) => `${described} (krävs)`,
  more: "Mer om ett kommando: frist KOMMANDO --help",
  sharedToo: (flags) => `Kommandot har också de flaggor som alla kommandon har: ${flags}. Se frist --help.`,
  commands,
  placeholders: {
    subcommand: "kommando",
    flags: "flaggor",
    choice: "VAL",
    ACTIVITY: "AKTIVITET",
    ADDRESS: "ADRESS",
    AREA: "OMRÅDE",
    CELL: "CELL",
    COLUMN: "KOLUMN",
    DATABASE: "DATABAS",
    DATE: "DATUM",
    DOCUMENT: "DOKUMENT",
    EVENT: "UPPGIFT",
    FILE: "FIL",
    FOLDER: "MAPP",
    HEADING: "RUBRIK",
    ID: "ID",
    INSTANT: "TIDPUNKT",
    KEY: "NYCKEL",
    LANGUAGE: "SPRÅK",
    MEASURE: "MÅTT",
    MILESTONE: "MILSTOLPE",
    N: "ANTAL",
    NAME: "NAMN",
    OTHER: "ANNAN",
    OUT: "UT",
    PLAN: "PLAN",
    OUTCOME: "UTFALL",
    POSITION: "NUMMER",
    PROJECTION: "LÄSMODELL",
    REF: "BETECKNING",
    REQUEST: "BEGÄRAN",
    ROW: "RAD",
    SHELL: "SKAL",
    STATUS: "STATUS",
    TEXT: "TEXT",
    TITLE: "TITEL",
    VALUE: "VÄRDE",
    WORDS: "ORD",
    PORT: "PORT",
    TIME: "TID",
    URL: "URL"
  },
  shared: {
    arguments: { ACTIVITY: "Aktivitetens namn eller id, eller ord ur id:t som ingen annan har" },
    flags: {
      db: "Databasen: en fil, eller postgres://… (FRIST_DB); annars ./frist.db",
      plan: "Planen; behövs bara om databasen har flera",
      "as-of": "Visa det som gällde den här dagen; annars i dag",
      "max-lag": "Visa inget ur en kopia (standby) som kan ligga längre efter än så här: 30s, 5m eller 2h",
      "known-at": "Visa det som var sparat vid den här tidpunkten",
      today: "Räkna försening till den här dagen; annars till dagen i --as-of, eller i dag",
      format: "Formatet; html, docx, xlsx och md gäller frist report, docx och xlsx även frist ask",
      lang: "Språk i hjälp, tabeller och meddelanden: sv eller en (FRIST_LANG); annars sv",
      actor: "Vem som sparar; annars användarnamnet (FRIST_ACTOR)",
      on: "Dagen då det hände eller rapporterades; annars i dag",
      sort: "Ordningen: som i dokumentet, efter område, närmaste slutdatum först, eller mest senarelagd först",
      out: "Den nya filen; annars på skärmen",
      help: "Visa hjälp",
      version: "Visa versionen",
      completions: "Skriv ut det som gör att skalet kan fylla i kommandon",
      wizard: "Fråga efter ett värde i taget (på engelska)"
    }
  }
}
