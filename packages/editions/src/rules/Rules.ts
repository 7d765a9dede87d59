/**
 * All rules, in the order in which their findings are raised.
 */
import { ambiguousAbbreviation } from "./document/Abbreviations.ts"
import { severalActions, severalGoals, severalResponsibles, textInWrongColumn } from "./cells/CellRules.ts"
import { newDeadlineEarlier, overdueWithoutForecast, weekendDeadline } from "./cells/DateRules.ts"
import { dependencyNotDeclared } from "./rows/Dependencies.ts"
import { documentUnidentified } from "./document/DocumentText.ts"
import { figureWithoutDay, targetWithoutOutcome } from "./figures/FigureGaps.ts"
import { figureRules } from "./figures/FigureRules.ts"
import { severalNames } from "./document/Names.ts"
import { milestoneContradicted } from "./rows/MilestoneRules.ts"
import { personalData } from "./cells/PersonalData.ts"
import { prerequisiteLate } from "./rows/Prerequisites.ts"
import { anchorNotThere, tableNotThere } from "./document/References.ts"
import type { Rule } from "./Rule.ts"
import { doneInManyWays, statusNotGiven } from "./document/StatusCells.ts"
import { completionAhead, deadlineFollowsCompletion, inProgressThoughLate, workGoesOn } from "./cells/StatusRules.ts"
import { periodWithoutYear, plannedStartPast } from "./cells/TimeRules.ts"
import { unitContradicted, unitNotDue, unitNotReported } from "./rows/UnitRules.ts"

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
