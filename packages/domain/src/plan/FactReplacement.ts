/**
 * The replacement of a fact that differs in one thing: its date, or its text.
 */
import type { Fact } from "../Event.ts"
import type { PlannedDate } from "../PlannedDate.ts"

/** Returns the fact with another date; `undefined` if it has none. */
export const withDate = (fact: Fact, date: PlannedDate): Fact | undefined => {
  switch (fact._tag) {
    case "ActivityRegistered":
      return { ...fact, deadline: date }
    case "DeadlineMoved":
    case "BaselineApproved":
    case "ExtensionRequested":
      return { ...fact, to: date }
    case "ExtensionDecided":
      return fact.outcome === "granted" ? { ...fact, to: date } : undefined
    case "StatusChanged":
      return fact.to._tag === "Completed" ? { ...fact, to: { ...fact.to, on: date } } : undefined
    case "MeasurementRecorded":
      return { ...fact, period: date }
  }
  return undefined
}

/**
 * Returns the fact with another text: a note, a reason, a decision, a title, a role, the goal of a row, or the words of a
 * finding; `undefined` where it has none. A figure and its words are replaced together, so its words are not replaced here.
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
    case "ExtensionRequested":
    case "DependencyEnded":
      return { ...fact, reason: text }
    case "BaselineApproved":
    case "ExtensionDecided":
      return { ...fact, decision: text }
    case "DependencyDeclared":
      return { ...fact, words: text }
    case "FollowUpNoted":
      return { ...fact, text }
    case "StatusChanged":
      return fact.to._tag === "Discontinued" ? { ...fact, to: { ...fact.to, reason: text } } : undefined
    case "FindingWaived":
      return { ...fact, reason: text }
    case "FindingRaised":
      return { ...fact, words: text }
  }
  return undefined
}
