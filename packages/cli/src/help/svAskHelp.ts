/**
 * The help of the commands that ask those who are responsible, in Swedish.
 */
import type { HelpOfCommands } from "./CommandHelp.ts"

/** The help of `frist ask` and `gather`, in Swedish. */
export const svAskHelp: HelpOfCommands = {
  ask: {
    about: "Skriv ett ark till varje ansvarig, med de öppna raderna och plats för svar, som --format docx eller xlsx",
    arguments: { FOLDER: "Mappen med arken; ett annat sätt att ange --out" },
    flags: {
      review: "Dagen för uppföljningen som svaren är till",
      by: "Vem som får ett eget ark",
      "answers-by": "Sista dagen att svara; annars dagen för uppföljningen",
      out: "Den nya mappen för arken; utan den visas vilka som skulle få frågor",
      names: "En fil med namn på en och samma ansvarig: en rad för varje, HR = Personal",
      status: "Visa vilka som har svarat i mappen, annars i den mapp där du står"
    },
    examples: ["Visa vilka som skulle få frågor om vad", "Skriv arken", "Visa vilka som inte har svarat"]
  },
  gather: {
    about: "Samla svaren i en mapp till ett förslag, och visa vad de ändrar; spara inget",
    arguments: { FOLDER: "Mappen som frist ask skrev, med svaren i" },
    flags: {
      "held-on": "Dagen för uppföljningen som svaren är till",
      propose: "Skriv ett förslag till en ny fil, som kan ändras och sparas med frist apply; spara inget nu"
    },
    examples: ["Skriv ett förslag; frist apply svar.json sparar det"]
  }
}
