/**
 * The finding codes and their severities. The log records the code and the quoted words; the sentences for people are
 * kept with the other texts.
 */
import type { Severity } from "@frist/domain/Event"
import type { EditionColumn } from "./EditionColumn.ts"

export const severities = {
  DateImpossible: "warning",
  DateTruncated: "warning",
  DateTwoDigitYear: "info",
  DateAmbiguous: "warning",
  DateApproximate: "info",
  DateOrderFromColumn: "info",
  DayAgainstWords: "warning",
  DayAgainstColumn: "warning",
  DayOfSmallNumber: "warning",
  DateIsProse: "warning",
  DateWithoutYear: "warning",
  SeveralDates: "warning",
  SeveralDeadlines: "info",
  SeveralCompletions: "info",
  DeadlineSubjectDiffers: "warning",
  DoneButRed: "warning",
  StatusAgainstTable: "warning",
  StatusUnreadable: "warning",
  StatusInOtherWords: "info",
  StatusNotBegun: "info",
  CompletedWithoutDate: "info",
  CompletedWithoutStatus: "warning",
  CompletedByDate: "info",
  CompletedOnAgainstStatus: "warning",
  CompletedOnAhead: "warning",
  AreaInherited: "info",
  BaselineRewritten: "warning",
  DateEmptied: "warning",
  OnlyDateOverwritten: "warning",
  RowVanished: "warning",
  RowReopened: "warning",
  ClosedRowChanged: "warning",
  UnknownColumn: "info",
  DateColumnNotRead: "warning",
  NamesNotRead: "error",
  TrackedChange: "warning",
  HiddenText: "warning",
  HiddenRow: "warning",
  CoveredText: "warning",
  TextNotRead: "warning",
  CommentNotRead: "warning",
  WordsOutsideCells: "warning",
  StruckText: "warning",
  RowStruck: "warning",
  HiddenColumn: "warning",
  HiddenTable: "warning",
  MergedCell: "info",
  DateFromSerial: "info",
  SerialNumber: "warning",
  Formula: "info",
  FormulaWithoutValue: "warning",
  CellError: "warning",
  StatusByColour: "info",
  StatusAgainstColour: "warning",
  ColourUnknown: "warning",
  RowMarked: "info",
  KindAssumed: "warning",
  TableTurned: "info",
  TableFromLines: "warning",
  GroupRow: "info",
  InstructionRow: "info",
  TotalRow: "info",
  SheetsOfSameRows: "warning",
  TableLeftOut: "warning",
  UnknownTable: "error",
  RowWithoutName: "error",
  GreyZone: "warning",
  InProgressThoughLate: "warning",
  NewDeadlineEarlier: "warning",
  DeadlineFollowsCompletion: "warning",
  CompletionAhead: "warning",
  WorkGoesOn: "warning",
  StatusNotGiven: "warning",
  PlannedStartPast: "warning",
  PrerequisiteLate: "warning",
  DependencyNotDeclared: "warning",
  UnitContradicted: "warning",
  UnitNotReported: "warning",
  UnitNotDue: "info",
  MilestoneContradicted: "warning",
  PersonalData: "warning",
  WeekendDeadline: "info",
  PeriodWithoutYear: "info",
  DocumentUnidentified: "info",
  AnchorNotThere: "warning",
  TableNotThere: "info",
  AmbiguousAbbreviation: "info",
  SeveralNames: "info",
  DoneInManyWays: "info",
  SeveralGoals: "info",
  SeveralActions: "info",
  SeveralResponsibles: "info",
  TextInWrongColumn: "info",
  YearBelowPart: "warning",
  PercentageWrong: "warning",
  TargetWithoutBaseline: "warning",
  TargetWithoutUnit: "warning",
  TargetMetRowOpen: "info",
  FigureWithoutDay: "info",
  TargetWithoutOutcome: "warning",
  RowTwice: "error",
  MatchDoubtful: "error",
  // Never raised any more, because a date within other words is not read. Earlier logs hold it, and reports name it.
  DateInProse: "warning"
} as const satisfies Record<string, Severity>

export type FindingCode = keyof typeof severities

/** The codes of findings that say what an edition changed. The others stay the same until their words do. */
export const ofChanges: ReadonlySet<string> = new Set<FindingCode>([
  "RowVanished",
  "BaselineRewritten",
  "RowReopened",
  "ClosedRowChanged",
  "DeadlineFollowsCompletion"
])

/** The codes of findings that compare a row with the plan before it: its dates, its links, and what is done. */
export const comparing: ReadonlySet<string> = new Set<string>([
  ...ofChanges,
  ...([
    "DateEmptied",
    "GreyZone",
    "InProgressThoughLate",
    "MilestoneContradicted",
    "UnitNotReported",
    "UnitNotDue",
    "DependencyNotDeclared"
  ] satisfies ReadonlyArray<FindingCode>)
])

/** An oddity, with the words of the cell it was seen in. */
export interface Irregularity {
  readonly code: FindingCode
  readonly column: EditionColumn | null
  readonly words: string
}
