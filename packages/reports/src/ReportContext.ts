/**
 * The input of a report's sections: the views of one history, each selected once, and the words of one language.
 */
import type { Day } from "@frist/domain/Day"
import { changes, type Changes } from "@frist/projections/Changes"
import { decisions, type Decisions } from "@frist/projections/Decisions"
import type { History } from "@frist/projections/History"
import { type BoardViews, boardViews } from "./BoardViews.ts"
import { areDatesRead, type Standings, standingsOf } from "./Standings.ts"
import type { Phrases } from "./words/Phrases.ts"

/** The views of one history, the day of its review, and the words of one language. */
export interface ReportContext extends BoardViews {
  /** The day of the review, or of the report where no review was held. */
  readonly heldOn: Day
  readonly isReview: boolean
  readonly phrase: Phrases
  readonly changes: Changes
  readonly decisions: Decisions
  readonly standings: Standings
  /** Whether every column of the last document that may hold dates is read, so that a missing new date is missing. */
  readonly areDatesRead: boolean
}

/** Selects the views of a history once, for all sections. */
export const reportContext = (history: History, phrase: Phrases): ReportContext => {
  const heldOn = history.times.asOf ?? history.times.today
  return {
    ...boardViews(history),
    heldOn,
    isReview: history.plan.reviews.includes(heldOn),
    phrase,
    changes: changes(history),
    decisions: decisions(history),
    standings: standingsOf(history),
    areDatesRead: areDatesRead(history.plan)
  }
}
