/**
 * Finding codes by their consequence for what the plan says, the gravest first: what is not in the plan at all, then
 * dates and statuses that are not read, then the history of deadlines, then what is merely odd.
 */
import type { FindingCode } from "../../Irregularity.ts"

/** The codes of errors and warnings, the gravest first. */
export const byConsequence: ReadonlyArray<FindingCode> = [
  // Rows, tables and columns that are not in the plan.
  // Says what to do about the rows that are left out below.
  "NamesNotRead",
  "UnknownTable",
  "MatchDoubtful",
  "RowTwice",
  "RowWithoutName",
  // It concerns every row of its table.
  "DateColumnNotRead",
  "TableLeftOut",
  "HiddenTable",
  "SheetsOfSameRows",
  "KindAssumed",
  // Every cell of it was found by its lines.
  "TableFromLines",
  "WordsOutsideCells",
  "HiddenColumn",
  // A cell that is left empty, though the document has something in it.
  "TextNotRead",
  // Words beside the cells, which may say otherwise.
  "CommentNotRead",
  // Dates that are not read, or may be others.
  "DateImpossible",
  "DateAmbiguous",
  "SeveralDates",
  "DateIsProse",
  "DateWithoutYear",
  "DateTruncated",
  "DayAgainstWords",
  "DayAgainstColumn",
  "DayOfSmallNumber",
  "SerialNumber",
  "CellError",
  "FormulaWithoutValue",
  "DateInProse",
  "DeadlineSubjectDiffers",
  // Statuses that are not read, or contradict something.
  "StatusUnreadable",
  "DoneButRed",
  "StatusAgainstTable",
  "StatusAgainstColour",
  "ColourUnknown",
  "CompletedOnAgainstStatus",
  "CompletedWithoutStatus",
  "StatusNotGiven",
  "CompletionAhead",
  "CompletedOnAhead",
  // Words that one person can be identified by.
  "PersonalData",
  // The history of deadlines and rows.
  "OnlyDateOverwritten",
  "BaselineRewritten",
  "DateEmptied",
  "RowVanished",
  "RowReopened",
  "ClosedRowChanged",
  "DeadlineFollowsCompletion",
  "NewDeadlineEarlier",
  "GreyZone",
  "InProgressThoughLate",
  "PlannedStartPast",
  "DependencyNotDeclared",
  // Words that a reader of the document does not see, or sees as struck out.
  "RowStruck",
  "StruckText",
  "TrackedChange",
  "HiddenText",
  "CoveredText",
  "HiddenRow",
  // Contradictions in the text.
  "PrerequisiteLate",
  "MilestoneContradicted",
  "UnitContradicted",
  "UnitNotReported",
  "WorkGoesOn",
  "YearBelowPart",
  "PercentageWrong",
  "TargetWithoutBaseline",
  "TargetWithoutUnit",
  "TargetWithoutOutcome",
  "AnchorNotThere"
]

const ranks: ReadonlyMap<string, number> = new Map(byConsequence.map((code, at) => [code, at]))

/** Returns the rank of a code, 0 for the gravest; codes of other versions come last. */
export const consequenceRank = (code: string): number => ranks.get(code) ?? byConsequence.length
