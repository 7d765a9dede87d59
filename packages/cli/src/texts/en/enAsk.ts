/**
 * Messages of `frist ask` and `frist gather`, in English.
 */
import { pluralOf } from "@frist/reports/words/Plural"
import type { svAsk } from "../sv/svAsk.ts"

const some = pluralOf("en")
const sheets = (n: number) => `${n} ${some(n, "sheet", "sheets")}`
const rows = (n: number) => `${n} ${some(n, "row", "rows")}`
const answers = (n: number) => `${n} ${some(n, "answer", "answers")}`

/** The messages of the commands, in English. */
export const enAsk: typeof svAsk = {
  table: (review: string) => `Answers for ${review}`,
  nobody: "no one responsible",
  nobodyFile: "nobody-responsible",
  anyFile: "responsible",
  heading: {
    responsible: "Responsible",
    rows: "Rows",
    answered: "Answered",
    files: "Files",
    row: "Row",
    asked: "Question",
    answers: "Answers",
    why: "Why",
    changes: "Changed since the question"
  },
  preview: (n: number, of: number) =>
    `${rows(of)} to ask about, in ${sheets(n)}. Write the sheets with frist ask --review DATE --out FOLDER.`,
  nothingToAsk: "The plan has no open rows to ask about.",
  needsReview: "Give the day of the review with --review.",
  onlySheets: (format: string) => `Sheets are written as docx or xlsx, not as ${format}. Give --format docx or xlsx.`,
  answersPast: (day: string) => `Note: the day for answers, ${day}, has passed. Give another with --answers-by.`,
  written: (n: number, of: number, folder: string) =>
    `${sheets(n)} with ${rows(of)} are in ${folder}. Send them, put the answers into the same folder, and run frist gather ${folder} --held-on DATE.`,
  sharedRows: (n: number) =>
    `${rows(n)} ${some(n, "has", "have")} several people or units responsible, who may all answer.`,
  unassigned: (n: number, file: string) => `${rows(n)} ${some(n, "has", "have")} no one responsible: see ${file}.`,
  noNames: (file: string, line: number) =>
    `Line ${line} of ${file} is no list of names. Write the names of one responsible in a line, with = between them: HR = Personal.`,
  nameTwice: (file: string, line: number, name: string) =>
    `Line ${line} of ${file} has the name ${name}, which an earlier line has. Put all names of one responsible in one line.`,
  folderInUse: (folder: string) => `The folder ${folder} exists and is not empty. Choose a new folder.`,
  noAsk: (folder: string) =>
    `The folder ${folder} has no file frist-ask.json. Name the folder that frist ask wrote the sheets to.`,
  badAsk: (folder: string, detail: string) =>
    `The file frist-ask.json in ${folder} has changed since frist ask wrote it: ${detail}. Restore it, or ask again.`,
  tooManyFiles: (folder: string, most: number) =>
    `The folder ${folder} has more than ${most} files. Put only answers there.`,
  otherLog: (plan: string) =>
    `The sheets belong to another log than the one in the database (plan ${plan}). Name the right database with --db.`,
  laterReview: (later: string) =>
    `The review of ${later} is already recorded. Give --held-on ${later}, or a later day.`,
  gathered: (taken: number) => `Proposed: ${answers(taken)}. Nothing is recorded.`,
  noAnswers: "There is no new answer to propose. Nothing is written.",
  known: (n: number) => `${answers(n)} ${some(n, "is", "are")} already in the plan.`,
  missing: (n: number, of: number) => `${n} of ${of} ${some(n, "has", "have")} not answered.`,
  answeredNone: (of: number) => `none of ${of}`,
  answeredSome: (n: number, of: number) => `${n} of ${of}`,
  whoIsMissing: (n: number, of: number, folder: string) =>
    `${n} of ${of} ${some(n, "has", "have")} not answered. See who with frist ask --status ${folder}.`,
  allAnswered: "Everybody has answered.",
  differing: "Different answers: none of them is proposed",
  doubtful: "Cannot be proposed: ask again",
  unchanged: "Nothing has changed, according to these answers",
  early: "The requested date is early: the answer is proposed; check the date",
  earlier: {
    beforeReview: (day: string) => `The date is before the review of ${day}.`,
    beforeDeadline: (day: string) => `The date is before the one that the row has now, ${day}.`
  },
  closed:
    "The row is already completed or discontinued, or was not in the plan on that day: the answer is not proposed",
  changedSince: "The row has changed since the question: the answer is proposed; check that it still applies",
  overwritten: "Changed outside the answer columns: not read",
  strays: "Words that are not read as answers: ask, or make the change yourself",
  emptied: "emptied",
  notRead: "Files that are not read",
  leftOut: (n: number) => `${answers(n)} ${some(n, "is", "are")} not proposed; the lists say why.`,
  filesMissed: (n: number) => `${n} ${some(n, "file", "files")} cannot be read; the list says why.`,
  doubt: {
    dateOfClosed: "The answer says that the row is completed or discontinued, so it needs no new date.",
    reasonWithoutDate: "There is a reason, but no date.",
    CompletionAhead: "The day is after the review.",
    status: "The words are not a status; answer In progress, Delayed, Completed with its day, or Discontinued.",
    StatusInOtherWords:
      "The cell says more than a status; answer with the status alone, and give a new date or news in the column that asks for it.",
    isStatus: (heading: string) => `The words are a status, and belong in the column ${heading}.`,
    isDate: (heading: string) => `The words are a date, and belong in the column ${heading}.`,
    bareYes: "A yes does not say what is the case; ask for the whole answer.",
    mayBeOfActivity:
      "The words may be about the question or about the whole activity; ask which. An activity that is no longer relevant is Discontinued.",
    notKnown: "The person who answered does not know; ask again later, or ask somebody else.",
    refersElsewhere: "The answer refers to something else; ask for the words themselves.",
    date: "The answer is not just a date; give a date alone."
  },
  stray: {
    noNumber: "the row has no number",
    notInSheet: "the row does not belong to this sheet",
    otherRow: "the words of the row are not those that were asked about",
    beside: "the words are outside the columns for answers",
    comment: "the words are a comment",
    struck: "the words are struck out",
    unsafe: "the cell has characters that turn the text around or cannot be kept; ask for the answer without them",
    wordless: "the cell has a picture, or something else that is not words",
    coloured: "the cell was given a colour, and colours are not read"
  },
  problem: {
    noSheet: () => "is not a sheet from frist ask",
    pdf: () => "is a PDF; ask for the answer in the sheet that was sent, in Word or Excel",
    otherRound: (review: string) =>
      `belongs to another round of questions${review === "" ? "" : `, for the review of ${review}`}`,
    changedMark: () => "has a changed mark; ask for a new answer in the sheet that was sent",
    severalMarks: () => "has the marks of several sheets; answer in one sheet at a time",
    noTable: () => "still has its mark, but the table of answers is gone"
  }
}
