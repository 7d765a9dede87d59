/**
 * All rules, in the order in which their findings are raised.
 */
import { ambiguousAbbreviation } from "./Abbreviations.ts"
import { severalGoals, severalResponsibles, textInWrongColumn } from "./CellRules.ts"
import { newDeadlineEarlier, overdueWithoutForecast, weekendDeadline } from "./DateRules.ts"
import { figureRules } from "./FigureRules.ts"
import { personalData } from "./PersonalData.ts"
import type { Rule } from "./Rule.ts"
import { completionAhead, deadlineFollowsCompletion, inProgressThoughLate, workGoesOn } from "./StatusRules.ts"
import { prerequisiteLate, unitContradicted } from "./UnitRules.ts"

export const rules: ReadonlyArray<Rule> = [
  overdueWithoutForecast,
  inProgressThoughLate,
  newDeadlineEarlier,
  deadlineFollowsCompletion,
  completionAhead,
  workGoesOn,
  prerequisiteLate,
  unitContradicted,
  personalData,
  weekendDeadline,
  ambiguousAbbreviation,
  severalGoals,
  severalResponsibles,
  textInWrongColumn,
  ...figureRules
]
