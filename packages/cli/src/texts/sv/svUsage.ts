/**
 * What is wrong with the words of a command line, in Swedish.
 */

/** A sentence for each way in which a command line cannot be understood, in Swedish. */
export const svUsage = {
  unknownCommand: (words: string, parent: string, perhaps: string) =>
    `${parent} har inget kommando ”${words}”; ${perhaps === "" ? "välj ett som finns." : `menar du ${perhaps}?`}`,
  unknownFlag: (flag: string, command: string, perhaps: string) =>
    `${command} har ingen flagga ${flag}; ${perhaps === "" ? "ta bort den." : `menar du ${perhaps}?`}`,
  missingFlag: (flag: string) => `Flaggan ${flag} saknas; lägg till den.`,
  missingArgument: (name: string, usage: string) => `Argumentet ${name} saknas; skriv ${usage}.`,
  missingValue: (flag: string, choices: string) =>
    `Flaggan ${flag} saknar värde; skriv ${choices === "" ? "ett" : choices} efter den.`,
  tooMany: (words: string) => `${words} är för mycket; ta bort det, eller sätt citattecken runt ord som hör ihop.`,
  notAChoice: (words: string, place: string, choices: string) =>
    `”${words}” är inget värde för ${place}; skriv ${choices}.`,
  notUnderstood: (words: string, place: string) => `”${words}” är inget värde för ${place}; skriv något annat.`,
  givenTwice: (flag: string) => `Flaggan ${flag} är angiven flera gånger; ange den en gång.`,
  takesNoValue: (flag: string) => `Flaggan ${flag} tar inget värde; skriv bara ${flag}.`,
  see: (help: string) => `Se ${help}.`,
  quoted: (words: string) => `”${words}”`
}
