/**
 * The meaning of each finding code, in English.
 */
import type { svFindings } from "./svFindings.ts"

/** A sentence for each finding code, in English. */
export const enFindings: typeof svFindings = {
  DateImpossible: "No such day exists. The words are kept as written, and no date is assumed.",
  DateTruncated: "The date is incomplete. Only the part given was read.",
  DateTwoDigitYear: "The year has two digits and was read as 20xx.",
  DateAmbiguous: "The date can be read in two ways, so it was not read.",
  DateApproximate: "The date is approximate.",
  DateInProse: "The date is part of running text. It was read, and the words are kept.",
  DateOrderFromColumn: "Day and month were read in the order that other dates in the column prove.",
  DayAgainstWords: "The file stores a different day from the one that the cell shows. The day shown applies.",
  DayAgainstColumn:
    "The file stores a different day from the one shown, if day and month are in the order of the column. Neither was read.",
  DayOfSmallNumber: "The cell shows a day before 1950 but holds only a small number. It was not read as a date.",
  DateIsProse: "The cell holds text, not a date. The words are kept, and no date is assumed.",
  DateWithoutYear: "The date has no year, so it was not read.",
  SeveralDates: "The cell holds several dates. None of them was chosen.",
  SeveralDeadlines: "The cell holds several deadlines. Each part is tracked separately.",
  SeveralCompletions: "The cell holds several completion dates. Each part is tracked separately.",
  DeadlineSubjectDiffers: "The new date concerns something other than the goal, so the two dates are not comparable.",
  DoneButRed: "The row is in the completed table, but its text says that it did not happen. It does not count as done.",
  StatusAgainstTable: "The status contradicts the table that the row is in.",
  StatusUnreadable:
    "Frist cannot read the words as a status. They are kept, and no status was set. Record it with frist status, complete or discontinue.",
  StatusInOtherWords: "The cell says more than a status. The words are kept.",
  StatusNotBegun: "The cell says that work has not begun. Frist has no such status, so none was set.",
  CompletedWithoutDate: "The row is done, but no date is given.",
  CompletedWithoutStatus: "The row is in the completed table, but its status cell is empty.",
  CompletedByDate: "The status cell is empty. The row was read as completed on the day in the completion date column.",
  CompletedOnAgainstStatus: "The completion date and the status contradict each other. The status applies.",
  CompletedOnAhead: "The completion date had not come at the review. It is not enough for the row to count as done.",
  AreaInherited: "The area is empty and was taken from the row above.",
  BaselineRewritten:
    "The original deadline was changed without a recorded decision. The first one still applies; if it was wrong, correct it with frist correct.",
  OnlyDateOverwritten:
    "The table has only one date column, and the date in it was changed. The change was read as a move; moves in between do not show.",
  RowVanished: "The row is no longer in any table. The activity stays on the board.",
  RowReopened: "A completed row is back among the ongoing ones.",
  UnknownColumn:
    "The column was not read, but its words are kept with the edition. If they matter, decide what it is with --column.",
  DateColumnNotRead:
    "The column seems to hold dates but was not read, because its heading does not say which. Decide what it is with --column, and import the document again.",
  NamesNotRead:
    "Some rows have no name, or the same name as others, and a column that is not read tells them apart. Name it with --column.",
  TrackedChange: "The cell has tracked changes that nobody has accepted. They were read as accepted.",
  HiddenText: "The cell has hidden text, which was read like other text.",
  HiddenRow: "The row is hidden in the document. It was read like the others.",
  CoveredText:
    "Words in the cell, for example under a merged cell, do not show in the document. They were not read, and are kept here.",
  TextNotRead:
    "The cell was not read: it is a picture, has characters that the file gives no text for, or a line that may end within a word. Read it in the document.",
  CommentNotRead:
    "The document has comments. They were not read; the first is kept here, with their number if there are several. Read them in the document.",
  WordsOutsideCells:
    "The PDF does not say which cells of the table these words are in. They were not read. Import the Word file, or read them in the document.",
  StruckText: "Words in the cell are struck out. They were read as deleted, and are kept here.",
  RowStruck: "The whole row is struck out. Its words are kept, but they set no status and no date.",
  HiddenColumn: "The column is hidden in the document. It was read like the others.",
  HiddenTable: "The sheet is hidden in the document. It was read like the others.",
  MergedCell: "The cell is merged over several rows. Its words apply to each of them.",
  DateFromSerial: "The cell holds a full day but shows only part of it. Only what is shown was read.",
  SerialNumber: "The number may be a date as spreadsheets store dates. It was read as a number.",
  Formula: "A formula computes the cell. Its last computed value was read.",
  FormulaWithoutValue: "The cell has a formula but no computed value. It was read as empty.",
  CellError: "The cell shows a spreadsheet error.",
  StatusByColour:
    "The status was read from a colour. The document says what it means: in a legend, or in other cells of the column.",
  StatusAgainstColour: "The words and the colour of the status cell contradict each other. The words apply.",
  ColourUnknown:
    "The document does not say what the colour of the status cell means, so it states nothing. Write a legend in the document, such as “red = delayed”, and import it again.",
  RowMarked: "The row is highlighted in yellow.",
  KindAssumed:
    "Neither the title nor the sheet name says whether the rows are ongoing or done. They were read as ongoing.",
  TableTurned: "The table has a field in each row and an activity in each column, and was read that way.",
  TableFromLines: "The PDF is not tagged. The table was read by its ruled lines; check the rows at page breaks.",
  GroupRow: "Rows with words in their first cell only are read as headings of the rows below them.",
  TotalRow: "The row adds up the others. It was left out.",
  SheetsOfSameRows:
    "Several sheets or tables hold the same rows, for example a sheet for each quarter. They were left out; import one sheet at a time with --sheet.",
  TableLeftOut: "The table, or some of its rows, has no known headings and was left out.",
  UnknownTable: "The name of the table does not say whether its rows are ongoing or done. The row was left out.",
  RowWithoutName: "The row has no area, goal or action. It was left out.",
  ClosedRowChanged: "The row is still closed, but its wording has changed. The first wording still applies.",
  GreyZone: "The last known date has passed. The row is not done, and no later date was read.",
  InProgressThoughLate: "The row is reported as in progress, but its last date has passed.",
  NewDeadlineEarlier: "The new date is earlier than the first one.",
  DeadlineFollowsCompletion:
    "The deadline now equals the day of completion. The plan had another deadline, which still applies.",
  CompletionAhead:
    "The completion date is, or may be, after the review. If the row is ongoing, it does not count as done.",
  StatusNotGiven: "Most rows have no status. Fill it in, or write what the colour of the cell means.",
  PlannedStartPast: "The text still plans the start, but its day has passed. Write whether it happened.",
  DependencyNotDeclared:
    "The row says that it waits for something, or is tied to another row. State which, so that waiting can be told from its own delay.",
  UnitNotReported: "The units have a deadline in the row, but the follow-up mentions only other units.",
  UnitNotDue: "The follow-up says that the units are done, but the row has no deadline for them.",
  PeriodWithoutYear: "The text mentions a month or season without a year. Write the year.",
  DocumentUnidentified:
    "The text above the tables has no date, number or author, so it does not say which edition this is. Headers and footers were not read.",
  AnchorNotThere: "The title of the timeline says what its dates are counted from, but no milestone is about that.",
  TableNotThere: "The text refers to a table that is not in the cell.",
  SeveralNames: "The document writes one thing in several ways. Choose one of them.",
  DoneInManyWays: "The document writes “done” in many ways. Choose one, with a date.",
  SeveralActions: "The cell holds several actions. It does not say which of them are done.",
  FigureWithoutDay: "The figure has neither a day nor a period, so a later one cannot be compared with it.",
  TargetWithoutOutcome: "The row is done, but no figure says whether the target was met.",
  WorkGoesOn: "The row is done, but its text says that work continues or remains.",
  PrerequisiteLate: "What the unit must do first is due after what depends on it.",
  UnitContradicted: "The row says that the unit has not started. Another row says that it is done.",
  MilestoneContradicted: "The milestone has another date than the activity it stands for.",
  PersonalData: "The words may identify a person. Consider whether they are needed.",
  WeekendDeadline: "The day is a Saturday or Sunday.",
  AmbiguousAbbreviation: "The abbreviation can mean two things in this document. Write it out.",
  SeveralGoals: "The cell holds several goals. Each is met, or not, on its own.",
  SeveralResponsibles: "Several parties are named as responsible. State which of them is.",
  TextInWrongColumn: "The text seems to belong in another column.",
  YearBelowPart: "The figure for the year is lower than a figure for part of that year. Both cannot be right.",
  PercentageWrong: "The percentage does not follow from the figures next to it.",
  TargetWithoutBaseline: "The target is a change, but no figure says what to count it from.",
  TargetWithoutUnit: "The target is a number without a unit.",
  TargetMetRowOpen: "The latest figure reaches the target, but the row is still ongoing.",
  DateEmptied: "The date cell is empty. An earlier edition had this date, which still applies.",
  InstructionRow: "The row says how to fill in the table. It was left out.",
  RowTwice:
    "Two rows have the same area, goal and action, and no date, responsible or other column tells them apart. The second was left out.",
  MatchDoubtful:
    "The row resembles a known activity, but not closely enough, and was left out. Decide with --match ROW=ACTIVITY or ROW=new."
}
