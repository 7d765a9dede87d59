/**
 * All rules, in the order in which their findings are raised.
 */
import { ambiguousAbbreviation } from "./Abbreviations.ts"
import { severalActions, severalGoals, severalResponsibles, textInWrongColumn } from "./CellRules.ts"
import { newDeadlineEarlier, overdueWithoutForecast, weekendDeadline } from "./DateRules.ts"
import { dependencyNotDeclared } from "./Dependencies.ts"
import { documentUnidentified } from "./DocumentText.ts"
import { figureWithoutDay, targetWithoutOutcome } from "./FigureGaps.ts"
import { figureRules } from "./FigureRules.ts"
import { severalNames } from "./Names.ts"
import { milestoneContradicted } from "./MilestoneRules.ts"
import { personalData } from "./PersonalData.ts"
import { prerequisiteLate } from "./Prerequisites.ts"
import { anchorNotThere, tableNotThere } from "./References.ts"
import type { Rule } from "./Rule.ts"
import { doneInManyWays, statusNotGiven } from "./StatusCells.ts"
import { completionAhead, deadlineFollowsCompletion, inProgressThoughLate, workGoesOn } from "./StatusRules.ts"
import { periodWithoutYear, plannedStartPast } from "./TimeRules.ts"
import { unitContradicted, unitNotDue, unitNotReported } from "./UnitRules.ts"

export const rules: ReadonlyArray<Rule> = [
  overdueWithoutForecast,
  inProgressThoughLate,
  plannedStartPast,
  newDeadlineEarlier,
  deadlineFollowsCompletion,
  completionAhead,
  statusNotGiven,
  workGoesOn,
  prerequisiteLate,
  dependencyNotDeclared,
  unitContradicted,
  unitNotReported,
  unitNotDue,
  milestoneContradicted,
  personalData,
  weekendDeadline,
  periodWithoutYear,
  documentUnidentified,
  anchorNotThere,
  tableNotThere,
  ambiguousAbbreviation,
  severalNames,
  doneInManyWays,
  severalGoals,
  severalActions,
  severalResponsibles,
  textInWrongColumn,
  ...figureRules,
  figureWithoutDay,
  targetWithoutOutcome
]
