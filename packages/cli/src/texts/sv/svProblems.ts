/**
 * Why a document cannot be read, in Swedish.
 */
import type { Problem } from "@frist/editions/UnreadableDocument"

/** A sentence for each problem of a document, in Swedish. */
export const svProblems: Readonly<Record<Problem, (document: string, detail: string) => string>> = {
  missing: (document) => `Filen ${document} finns inte; kontrollera sökvägen.`,
  directory: (document) => `${document} är ingen vanlig fil; ange en fil.`,
  forbidden: (document) => `Filen ${document} får inte läsas; ändra dess behörighet.`,
  empty: (document) => `Filen ${document} är tom; spara den på nytt och försök igen.`,
  tooLarge: (document, size) => `Filen ${document} är ${size}, mer än de 32 MB som läses; dela upp den.`,
  binary: (document) =>
    `Filen ${document} är varken Word, Excel eller text; spara den som DOCX, XLSX eller CSV och försök igen.`,
  unbalancedQuotes: (document, line) =>
    `I ${document} öppnas ett citattecken som aldrig stängs${atLine(line)}; stäng det och försök igen.`,
  strayQuote: (document, line) =>
    `I ${document} står ett citattecken där inget får stå${atLine(line)}; dubbla det eller ta bort det.`,
  cellTooLong: (document, cell) => `En cell i ${document} är längre än en miljon tecken (${cell}); korta den.`,
  badText: (document, cell) => `En cell i ${document} innehåller tecken som inte kan sparas (${cell}); skriv om den.`,
  noHeadings: (document, found) =>
    `I ${document} finns ingen tabell med kända rubriker${found === "" ? "" : ` (den börjar: ${found})`}; en tabell ska ha en kolumn för vad raden är, och en för slutdatum eller status.`,
  noDeadline: (document, found) =>
    `${document} har ingen kolumn som Frist kan läsa som slutdatum eller status${found === "" ? "" : ` (rubrikerna är: ${found})`}; ange med --column vilken det är, eller lägg till en.`,
  noSuchSheet: (document, sheets) =>
    sheets === ""
      ? `${document} har inga blad att välja bland; utelämna --sheet.`
      : `--sheet anger inget blad i ${document}; ange ett av: ${sheets}.`,
  alikeSheets: (document, sheets) =>
    `${document} har samma tabell för flera perioder (${sheets}); ange med --sheet vilket blad som ska läsas.`,
  noRows: (document) => `I ${document} finns rubriker men inga rader; kontrollera att rätt fil sparades.`,
  answerSheet: (document) =>
    `${document} är ett ark med frågor; lägg det i mappen som frist ask skrev, och kör frist gather.`,
  tooManyRows: (document, rows) =>
    rows.startsWith(">")
      ? `${document} har fler än de 100 000 rader som läses; dela upp den.`
      : `${document} har ${rows} rader, mer än de 100 000 som läses; dela upp den.`,
  tooManyCells: (document) =>
    `${document} har mer än de 1 200 000 ifyllda celler eller 16 miljoner tecken som läses; dela upp den.`,
  malformed: (document, line) =>
    `${document} kan inte läsas som CSV${atLine(line)}; spara den på nytt från kalkylprogrammet.`,
  damaged: (document, part) =>
    `${document} är skadad${inPart(part)}; öppna den i Word eller Excel och spara den på nytt.`,
  unnatural: (document, found) =>
    `${document} är inte skriven av ett kontorsprogram${inPart(found)}; spara den på nytt i Word eller Excel.`,
  unpacksTooLarge: (document, part) =>
    `${document} innehåller mer än vad som läses av en fil av den storleken${inPart(part)}; dela upp den.`,
  encrypted: (document) => `${document} är låst med lösenord; ta bort lösenordet och försök igen.`,
  oldFormat: (document) => `${document} är en äldre Office-fil; spara den som DOCX eller XLSX och försök igen.`,
  binaryWorkbook: (document) => `${document} är en binär Excelfil (XLSB); spara den som XLSX och försök igen.`,
  webPage: (document) => `${document} är en webbsida; öppna den i Word eller Excel och spara den som DOCX eller XLSX.`,
  unknownFormat: (document) =>
    `${document} har ett format som inte läses; spara filen som DOCX, ODT, XLSX, ODS eller CSV och försök igen.`,
  damagedPdf: (document) => `${document} är en skadad PDF-fil; hämta den eller spara den på nytt.`,
  hiddenPages: (document) =>
    `${document} uppger färre sidor än filen innehåller; spara den på nytt, eller läs in Word-filen.`,
  takesTooLong: (document) => `${document} tar för lång tid att läsa; dela upp den, eller läs in Word-filen i stället.`,
  notTagged: (document) =>
    `${document} har ingen tabell som kan läsas: PDF-filen är inte taggad, och inga linjer sluter ett rutnät; läs in Word-filen, eller spara den som taggad PDF.`,
  scanned: (document) =>
    `${document} är inskannad: den har bilder av text men ingen text; läs in Word-filen i stället.`,
  ownReport: (document) =>
    `${document} är en rapport från Frist som PDF, där Frists egna kolumner inte är märkta; läs in rapporten som DOCX, eller själva uppföljningen.`
}

const inPart = (part: string) => (part === "" ? "" : ` (${part})`)
const atLine = (line: string) => (line === "" ? "" : ` (rad ${line})`)
