/**
 * The help of the commands that take in documents, in Swedish.
 */
import type { HelpOfCommands } from "./CommandHelp.ts"

/** The help of `frist import`, `apply`, `reread` and `editions`, in Swedish. */
export const svDocumentHelp: HelpOfCommands = {
  import: {
    about: "Läs in ett uppföljningsdokument. Varje uppgift sparas med tabell och rad",
    arguments: { FILE: "Dokumentet: DOCX, ODT, XLSX, ODS, CSV eller PDF" },
    flags: {
      "held-on": "Dagen för uppföljningen där dokumentet lades fram; behövs inte med --columns",
      title: "Planens titel, om planen är ny",
      "dry-run": "Visa vad som skulle sparas, och spara inget",
      match: "Ange vilken aktivitet en rad är: klara:12=grona-korset, aktiviteter:7=ny; kan anges flera gånger",
      columns: "Visa vad varje kolumn läses som, och varför; spara inget",
      column:
        'Ange vad en rubrik betyder: "Reviderad deadline=Ny tid". KOLUMN: Nr, Område, Mål, Åtgärd, Tid, Ansvarig, Status, Uppföljning, Ny tid, Klart, eller ingen, som lämnar den oläst. Gäller även senare utgåvor; kan anges flera gånger',
      sheet: "Läs bara det här bladet i en arbetsbok; kan anges flera gånger",
      propose: "Skriv ett förslag till en ny fil, som kan ändras och sparas med frist apply; spara inget nu"
    },
    examples: [
      "Läs in en utgåva",
      "Visa vad varje kolumn läses som",
      "Ange vad en kolumn är, även för senare utgåvor",
      "Skriv ett förslag; frist apply forslag.json sparar det"
    ]
  },
  apply: {
    about: "Spara ett förslag i en fil, om planen inte har ändrats i det som förslaget rör",
    arguments: { FILE: "Förslaget, från frist import --propose eller frist reread --propose" }
  },
  reread: {
    about: "Visa vad som läses annorlunda i bevarade utgåvor med dagens regler och kolumnbeslut; spara inget",
    flags: { propose: "Skriv skillnaderna som ett förslag till en ny fil" },
    examples: ["Skriv skillnaderna till en fil; frist apply forslag.json sparar dem"]
  },
  editions: {
    about: "Visa vilka utgåvor som är inlästa, och om deras celler är bevarade",
    flags: { find: "Visa de bevarade celler som innehåller orden, med cellernas nummer" }
  }
}
