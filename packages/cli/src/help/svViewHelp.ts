/**
 * The help of the commands that show a plan, and write its report, in Swedish.
 */
import type { HelpOfCommands } from "./CommandHelp.ts"

/** The help of the views and of `frist report`, in Swedish. */
export const svViewHelp: HelpOfCommands = {
  board: { about: "Visa vad som återstår, och hur försenat det är" },
  completed: { about: "Visa vad som är klart, och vad som har blivit klart sedan förra uppföljningen" },
  slips: {
    about: "Visa varje ändring av ett slutdatum: från, till, hur långt, när, av vem och varför",
    arguments: { "AREA|ACTIVITY": "Ett område eller en aktivitet; annars hela planen" },
    flags: {
      chart:
        "Rita slutdatumen: för en aktivitet alla den har haft, annars vid varje uppföljning, och vart de leder om det fortsätter så",
      if: "Visa vilka aktiviteter som väntar på den och då måste senareläggas; kan anges flera gånger; sparar inget",
      "all-plans": "Visa alla planer i databasen, en i taget"
    },
    examples: ["Ändringarna av en aktivitet", "Vad som också skulle behöva senareläggas"]
  },
  decisions: {
    about: "Visa begäranden att avgöra, avgjorda begäranden, och slutdatum som är ändrade utan beslut"
  },
  history: {
    about: "Visa allt som är sparat om en aktivitet, eller om planen: dokument, uppföljningar och rättelser",
    arguments: { ACTIVITY: "Aktiviteten; annars det som är sparat om planen själv" }
  },
  timeline: {
    about: "Visa milstolparna i tidsordning",
    flags: { anchor: "Räkna dagarna från den här aktiviteten, till exempel sdv" }
  },
  measures: {
    about: "Visa mätvärden och mål",
    arguments: { ACTIVITY: "Aktiviteten; annars hela planen" }
  },
  findings: {
    about: "Visa de anmärkningar som står kvar, med deras nummer",
    flags: { severity: "Visa bara anmärkningar som är minst så allvarliga", waived: "Visa även avskrivna anmärkningar" }
  },
  serve: {
    about:
      "Visa planen i webbläsare: sidor som följer loggen, med kalender, flöde och JSON; det går bara att läsa, och ingen inloggning krävs",
    flags: {
      port: "Porten att lyssna på; 0 för en som är ledig",
      address: "Adressen att lyssna på; annars bara den här datorn",
      url: "Adressen där besökarna når planen bakom en omvänd proxy; den får ha en sökväg"
    },
    examples: [
      "Visa planen i en webbläsare på den här datorn",
      "Visa den bakom en omvänd proxy, som avgör vem som får läsa"
    ]
  },
  mcp: {
    about:
      "Svara på en assistents frågor om planen, med Model Context Protocol på standard in och ut; det går bara att läsa",
    examples: ["Kommandot att ange i assistentens inställningar"]
  },
  report: {
    about:
      "Skriv rapporten från en uppföljning med --format html, docx, xlsx, md, csv eller json: vad som är ändrat, hur långt och varför, och tabellerna",
    flags: {
      "held-on": "Dagen för uppföljningen; den jämförs med uppföljningen före",
      anchor: "Räkna dagarna i tidslinjen från den här aktiviteten; annars finns ingen sådan kolumn",
      findings: "Ta med anmärkningarna; en sådan rapport är inte avsedd att spridas"
    }
  }
}
