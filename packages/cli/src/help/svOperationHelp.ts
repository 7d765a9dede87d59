/**
 * The help of the commands for the database, in Swedish.
 */
import type { HelpOfCommands } from "./CommandHelp.ts"

/** The help of the commands for operation, in Swedish. */
export const svOperationHelp: HelpOfCommands = {
  migrate: {
    about: "Skapa eller uppdatera tabellerna på en server; kan köras hur många gånger som helst",
    flags: { partitions: "Dela upp nya tabeller på en server per plan, i så många delar; annars delas de inte upp" }
  },
  doctor: {
    about:
      "Undersök databasen och ge råd: version, behörigheter, triggers, klocka, inställningar och utrymme; avslutas med kod 3 vid fel"
  },
  export: {
    about: "Skriv planens logg till en fil: en rad JSON för varje uppgift, med det som behövs för att pröva den",
    flags: { from: "Skriv bara uppgifterna från det här numret", out: "Den nya filen; annars på skärmen" },
    examples: ["Säkerhetskopiera en plan"]
  },
  restore: {
    about: "Återställ en plan ur frist export, om kopian är hel och oförändrad och databasen inte redan har planen",
    arguments: { FILE: "En fil från frist export; flera i ordning, så att de tillsammans börjar med uppgift 1" },
    examples: ["Flytta en plan till en server"]
  },
  relocate: {
    about: "Flytta en plan till en annan databas medan den används, och stäng loggen här; kör igen om något går fel",
    arguments: { PLAN: "Planen som ska flyttas" },
    flags: { to: "Databasen som planen flyttas till" },
    examples: ["Flytta en plan till en annan server"]
  },
  project: {
    about: "Uppdatera läsmodellerna ur loggen: tabeller för andra program, i schemat frist_read",
    flags: { follow: "Fortsätt följa loggen; flera kan köras, och de andra tar över efter en som slutar" },
    examples: ["Håll läsmodellerna på en server i takt med loggen"]
  },
  check: {
    about: "Räkna ut varje rad i läsmodellerna ur loggen och jämför; avslutas med kod 1 vid en skillnad",
    arguments: { PROJECTION: "En läsmodell, till exempel board eller deadline_move; annars alla" }
  },
  rebuild: {
    about:
      "Gör om läsmodellerna vid sidan av dem som används, och byt sedan; fortsätter efter ett avbrott. Med --plan: bara den planens rader",
    arguments: { PROJECTION: "En läsmodell, till exempel board eller deadline_move; annars alla" },
    flags: {
      workers: "Hur många planer som görs om samtidigt; annars 2",
      "drop-old": "Ta bort de gamla tabellerna efteråt; annars finns de kvar"
    }
  },
  redact: {
    about:
      "Gallra innehållet i uppgifter, eller bevarade celler, enligt ett beslut: beviset står kvar, och luckan syns. Ska uppgiften även rättas, gör det först",
    arguments: { POSITION: "Uppgiftens nummer, från frist history; kan anges flera gånger" },
    flags: {
      decision: "Beslutets beteckning",
      edition: "Gallra i stället de bevarade cellerna i dokumentet: dess namn eller SHA-256",
      whole: "Gallra även datum, värden, namn och beslut i uppgiften, inte bara texten",
      cell: "Bara den här cellen i utgåvan: tabell, rad och kolumn, till exempel 1:7:3; kan anges flera gånger"
    },
    examples: ["Ta bort ett namn som inte får finnas kvar", "Gallra en bevarad cell; utan --cell hela dokumentet"]
  }
}
