/**
 * What is odd in the document that the sample plan retells, and the finding of each, for the page of findings.
 */
import type { FindingCode } from "@frist/editions/Irregularity"

/**
 * An irregularity: what is odd, in which row, and its finding. `A` are the ongoing rows, `K` the completed ones, `T` the
 * timeline; `-` is the whole document. `isRetold` if the sample plan, which retells the texts in fewer words, has it too.
 */
interface KnownIrregularity {
  readonly what: string
  readonly where: string
  readonly code: FindingCode
  readonly isRetold: boolean
}

const of = (where: string, code: FindingCode, what: string, isRetold = true): KnownIrregularity => ({
  what,
  where,
  code,
  isRetold
})

export const irregularities: ReadonlyArray<KnownIrregularity> = [
  of("A5 K12", "DateImpossible", "`2021-02-29`, twice"),
  of("A1 A6", "DateTruncated", "`2024-` and `2021-12-`"),
  of("K6 K7", "DateTwoDigitYear", "`22-10-03`"),
  of("A11", "DateIsProse", "a sentence in place of a date"),
  of("A11 K5", "PeriodWithoutYear", "`september` and `december`, of no year"),
  of("A9", "DeadlineSubjectDiffers", "the new date is of the introduction, the first of a group"),
  of("A5", "SeveralDeadlines", "four deadlines in one cell"),
  of("K4", "SeveralCompletions", "two completions in one cell"),
  of("A11 K15", "GreyZone", "the deadline has passed, and no new one is given"),
  of("A3 A5", "WeekendDeadline", "deadlines on a Saturday or Sunday"),
  of("A7", "PlannedStartPast", "a start that is still planned, for a day that has passed"),
  of("K15", "DoneButRed", "among the completed, and “did not happen”"),
  of("K8", "CompletedWithoutStatus", "among the completed, and no status"),
  of("K9 K10 K17", "CompletedWithoutDate", "done, with no date"),
  of("-", "DoneInManyWays", "six ways to write *done*"),
  of("A", "StatusNotGiven", "twelve rows without a status"),
  of("K18", "WorkGoesOn", "done, and training goes on", false),
  of("K11", "AreaInherited", "an area that only the row above states"),
  of("A2 A8 A11", "AmbiguousAbbreviation", "`VC` for two things"),
  of("-", "SeveralNames", "one area and one word in several spellings"),
  of("A5 A8", "SeveralGoals", "several goals in one cell"),
  of("A5 A8 A9 A10", "SeveralActions", "several actions in one cell"),
  of("A10 A11 A12", "SeveralResponsibles", "up to five responsible parties"),
  of("A3", "TextInWrongColumn", "a follow-up among the actions; a heading in its own cell (K6)"),
  of("A2", "PersonalData", "one nurse at a named clinic"),
  of("A2", "TableNotThere", "“see the table below”, and no table", false),
  of("A2 K9", "DependencyNotDeclared", "tied to SDV, and no link"),
  of("A5", "PrerequisiteLate", "identification at surgery, medicine and heart due after the start"),
  of("K10 K12", "PrerequisiteLate", "web booking at *hud* and surgery due before 1177's basic services"),
  of("A5", "UnitNotReported", "a clinic that is due and not reported"),
  of("A5", "UnitNotDue", "clinics that are reported and not due"),
  of("A7", "UnitContradicted", "heart will start here, and is done there"),
  of("A8", "YearBelowPart", "2022 has fewer cases than its first ten months"),
  of("A8", "TargetWithoutBaseline", "30 % more than “today”"),
  of("T2", "MilestoneContradicted", "three dates for one thing, in the timeline and in its row"),
  of("A1 A2 K8", "FigureWithoutDay", "70 %, 82 and 100, of no day"),
  of("K4 K5 K9", "TargetWithoutOutcome", "done, and nobody says whether 80 % and 90 % were reached"),
  of("-", "DocumentUnidentified", "no date, number or author (in the Word file)", false)
]

/** What is odd in the document and no rule reports, each with why. */
export const outOfReach: ReadonlyArray<string> = [
  "**A timeline relative to SDV without SDV in it**: `AnchorNotThere` reports it where the title of the timeline says so. The files of this document do not have that title.",
  "**Headers, footers and the properties of a file** are not read, and a sheet of cells has no place for a date of its own: `DocumentUnidentified` speaks only of text above tables. An author in the properties is a user name or a program.",
  "**What printing removed**: colours of status cells, and what was marked yellow. Nothing in the file says that there was any.",
  "**Misspellings, a bracket or a quotation mark without its other half, a word cut short** (`Jön-`): the words are kept as written, and Frist does not know the language well enough to call them wrong.",
  "**One thing under different words** (`basutbud` in the areas `1177` and `1177 - basutbud`, `självincheckning` and `MSI`): `SeveralNames` knows areas that differ only in signs, and the spellings of its vocabulary.",
  "**Days written in several ways** (`2021-12-31`, `18/5 2021`, `April 2021`): each that can be read is read as what it says; only a day that is odd by itself is reported.",
  "**Words that judge** (`tar tid`, `ringa`, `nästan en fördubbling`) and requests in a follow-up (`ett tydligare SKALL-krav`): what they mean is for the reader."
]
