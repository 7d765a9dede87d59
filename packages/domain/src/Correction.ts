/**
 * A fact with one thing put right: the date it speaks of, or the text.
 */
import type { Fact } from "./Event.ts"
import type { PlannedDate } from "./PlannedDate.ts"

/** The fact with another date; `undefined` where it speaks of none. */
export const withDate = (fact: Fact, date: PlannedDate): Fact | undefined => {
  switch (fact._tag) {
    case "ActivityRegistered":
      return { ...fact, deadline: date }
    case "DeadlineMoved":
    case "BaselineApproved":
      return { ...fact, to: date }
    case "StatusChanged":
      return fact.to._tag === "Completed" ? { ...fact, to: { ...fact.to, on: date } } : undefined
    case "MeasurementRecorded":
      return { ...fact, period: date }
    case "PlanOpened":
    case "ReviewHeld":
    case "ActivityReworded":
    case "ResponsibleChanged":
    case "FollowUpNoted":
    case "TargetSet":
    case "FindingRaised":
    case "FindingWaived":
      return undefined
  }
}

/**
 * The fact with another text: a note, a reason, a decision, a title, a role; `undefined` where it has none. The words
 * of a figure are none: it is what they say, and is put right whole.
 */
export const withText = (fact: Fact, text: string): Fact | undefined => {
  switch (fact._tag) {
    case "PlanOpened":
    case "ReviewHeld":
      return { ...fact, title: text }
    case "ActivityRegistered":
      return { ...fact, goal: text }
    case "ActivityReworded":
      return { ...fact, goal: text }
    case "ResponsibleChanged":
      return { ...fact, to: text }
    case "DeadlineMoved":
      return { ...fact, reason: text }
    case "BaselineApproved":
      return { ...fact, decision: text }
    case "FollowUpNoted":
      return { ...fact, text }
    case "StatusChanged":
      return fact.to._tag === "Discontinued" ? { ...fact, to: { ...fact.to, reason: text } } : undefined
    case "FindingWaived":
      return { ...fact, reason: text }
    case "FindingRaised":
      return { ...fact, words: text }
    case "TargetSet":
    case "MeasurementRecorded":
      return undefined
  }
}
