/**
 * Messages of `frist ask` and `frist gather`, in Swedish.
 */
import type { SheetProblem } from "@frist/editions/answers/AnsweredSheet"
import type { EarlyDate } from "@frist/editions/answers/EarlyDates"
import { pluralOf } from "@frist/reports/words/Plural"

const some = pluralOf("sv")
const sheets = (n: number) => `${n} ark`
const rows = (n: number) => `${n} ${some(n, "rad", "rader")}`
const answers = (n: number) => `${n} svar`

/** The messages of the commands, in Swedish. */
export const svAsk = {
  table: (review: string) => `Svar inför ${review}`,
  nobody: "utan ansvarig",
  nobodyFile: "utan-ansvarig",
  anyFile: "ansvarig",
  heading: {
    responsible: "Ansvarig",
    rows: "Rader",
    answered: "Besvarade",
    files: "Filer",
    row: "Rad",
    asked: "Fråga",
    answers: "Svar",
    why: "Varför",
    changes: "Ändrat sedan frågan"
  },
  preview: (n: number, of: number) =>
    `${rows(of)} att fråga om, i ${sheets(n)}. Skriv arken med frist ask --review DATUM --out MAPP.`,
  nothingToAsk: "Planen har inga öppna rader att fråga om.",
  needsReview: "Ange dagen för uppföljningen med --review.",
  onlySheets: (format: string) => `Ark skrivs som docx eller xlsx, inte som ${format}. Ange --format docx eller xlsx.`,
  answersPast: (day: string) => `Obs: sista svarsdagen, ${day}, har passerat. Ange en annan med --answers-by.`,
  written: (n: number, of: number, folder: string) =>
    `${sheets(n)} med ${rows(of)} ligger i ${folder}. Skicka dem, lägg svaren i samma mapp, och kör frist gather ${folder} --held-on DATUM.`,
  sharedRows: (n: number) => `${rows(n)} har flera ansvariga, som alla får svara.`,
  unassigned: (n: number, file: string) => `${rows(n)} har ingen ansvarig och ligger i ${file}.`,
  noNames: (file: string, line: number) =>
    `Rad ${line} i ${file} är ingen lista med namn. Skriv namnen på en ansvarig på en rad, med = mellan: HR = Personal.`,
  nameTwice: (file: string, line: number, name: string) =>
    `Rad ${line} i ${file} har namnet ${name}, som en tidigare rad har. Skriv alla namn på en ansvarig på en och samma rad.`,
  folderInUse: (folder: string) => `Mappen ${folder} finns redan och är inte tom. Välj en ny mapp.`,
  noAsk: (folder: string) => `Mappen ${folder} har ingen fil frist-ask.json. Ange mappen som frist ask skrev arken i.`,
  badAsk: (folder: string, detail: string) =>
    `Filen frist-ask.json i ${folder} är inte som frist ask skrev den: ${detail}. Hämta tillbaka den, eller fråga igen.`,
  tooManyFiles: (folder: string, most: number) => `Mappen ${folder} har fler än ${most} filer. Lägg bara svaren där.`,
  otherLog: (plan: string) =>
    `Arken gäller en annan logg än den i databasen (planen ${plan}). Ange rätt databas med --db.`,
  laterReview: (later: string) =>
    `Uppföljningen ${later} är redan sparad. Ange --held-on ${later} eller en senare dag.`,
  gathered: (taken: number) => `I förslaget: ${answers(taken)}. Inget är sparat.`,
  noAnswers: "Inget nytt svar finns att föreslå. Inget är skrivet.",
  known: (n: number) => `${answers(n)} finns redan i planen.`,
  missing: (n: number, of: number) => `${n} av ${of} har inte svarat.`,
  answeredNone: (of: number) => `ingen av ${of}`,
  answeredSome: (n: number, of: number) => `${n} av ${of}`,
  whoIsMissing: (n: number, of: number, folder: string) =>
    `${n} av ${of} har inte svarat. Se vilka med frist ask --status ${folder}.`,
  allAnswered: "Alla har svarat.",
  differing: "Olika svar: inget av dem är med i förslaget",
  doubtful: "Kan inte tas med: fråga igen",
  unchanged: "Inget har ändrats, enligt de här svaren",
  early: "Den begärda tiden är tidig: svaret är med, kontrollera datumet",
  earlier: {
    beforeReview: (day: string) => `Datumet är före uppföljningen ${day}.`,
    beforeDeadline: (day: string) => `Datumet är före den tid som raden har nu, ${day}.`
  } satisfies Readonly<Record<EarlyDate["why"], (day: string) => string>>,
  closed: "Raden är redan klar eller avslutad, eller fanns inte den dagen: svaret är inte med i förslaget",
  changedSince: "Raden har ändrats sedan frågan: svaret är med, kontrollera att det fortfarande gäller",
  overwritten: "Ändrat utanför svarskolumnerna: läses inte",
  strays: "Ord som inte läses som svar: fråga, eller ändra själv",
  emptied: "tömd",
  notRead: "Filer som inte läses",
  leftOut: (n: number) => `${answers(n)} är inte med i förslaget; listorna säger varför.`,
  filesMissed: (n: number) => `${n} ${some(n, "fil", "filer")} kan inte läsas; listan säger varför.`,
  doubt: {
    dateOfClosed: "Raden är klar eller avslutad enligt svaret, och behöver ingen ny tid.",
    reasonWithoutDate: "Här står ett skäl, men inget datum.",
    CompletionAhead: "Dagen hade inte kommit vid uppföljningen.",
    status: "Orden är ingen status; svara Pågår, Försenat, Klart med dag eller Avslutat utan resultat.",
    StatusInOtherWords:
      "Här står mer än en status; svara med bara status, och skriv en ny tid eller en nyhet i den kolumn som frågar om det.",
    isStatus: (heading: string) => `Orden är en status och hör hemma i kolumnen ${heading}.`,
    isDate: (heading: string) => `Orden är ett datum och hör hemma i kolumnen ${heading}.`,
    bareYes: "Ett ja säger inte vad som gäller; be om hela svaret.",
    mayBeOfActivity:
      "Orden kan gälla frågan eller hela aktiviteten; fråga vilket. En aktivitet som inte längre gäller är Avslutat utan resultat.",
    notKnown: "Den som svarade vet inte; fråga igen senare, eller fråga någon annan.",
    refersElsewhere: "Svaret hänvisar till något annat; be om orden själva.",
    date: "Här står något annat eller mer än ett datum; svara med bara ett datum."
  },
  stray: {
    noNumber: "raden har inget nummer",
    notInSheet: "raden hör inte till det här arket",
    otherRow: "raden har andra ord än den som frågan gällde",
    beside: "orden står utanför kolumnerna för svar",
    comment: "orden är en kommentar",
    struck: "orden är överstrukna",
    unsafe: "cellen har tecken som vänder texten eller inte kan sparas; be om svaret utan dem",
    wordless: "cellen har en bild eller något annat som inte är ord",
    coloured: "cellen har fått en färg, och färger läses inte"
  },
  problem: {
    noSheet: () => "är inget ark med frågor",
    pdf: () => "är en PDF; be om svaret i arket som skickades, i Word eller Excel",
    otherRound: (review: string) => `är från en annan omgång frågor${review === "" ? "" : `, inför ${review}`}`,
    changedMark: () => "har ett ändrat märke; be om ett nytt svar i det ark som skickades",
    severalMarks: () => "har märken från flera ark; svara i ett ark i taget",
    noTable: () => "har kvar märket, men tabellen med svar finns inte"
  } satisfies Readonly<Record<SheetProblem, (detail: string) => string>>
}
