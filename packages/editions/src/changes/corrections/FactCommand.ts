/**
 * The command that would record a fact of a document.
 */
import type { Command } from "@frist/domain/Command"
import type { Fact } from "@frist/domain/Event"
import type { ActivityId } from "@frist/domain/Names"
import { isClosed } from "@frist/domain/Status"

/**
 * Returns the command that would record a fact about an activity, or about the plan (null); `undefined` for facts that
 * only a person records, and for those of the review itself.
 */
export const commandFor = (fact: Fact, activity: ActivityId | null): Command | undefined => {
  if (fact._tag === "FindingRaised") {
    const { _tag, ...finding } = fact
    return { _tag: "RaiseFinding", activity, ...finding }
  }
  if (activity === null) return undefined
  switch (fact._tag) {
    case "ActivityRegistered": {
      const { _tag, ...registration } = fact
      return { _tag: "RegisterActivity", activity, ...registration }
    }
    case "ActivityReworded": {
      const { _tag, ...texts } = fact
      return { _tag: "RewordActivity", activity, ...texts }
    }
    case "ResponsibleChanged":
      return { _tag: "ChangeResponsible", activity, to: fact.to }
    case "DeadlineMoved":
      // The moves of its parts are facts of their own.
      return { _tag: "MoveDeadline", activity, to: fact.to, reason: fact.reason, alone: true }
    case "MilestoneLinked":
      return { _tag: "LinkMilestone", activity, to: fact.to }
    case "StatusChanged":
      return isClosed(fact.from) && !isClosed(fact.to)
        ? { _tag: "ReopenActivity", activity, to: fact.to }
        : { _tag: "ChangeStatus", activity, to: fact.to }
    case "FollowUpNoted":
      return { _tag: "NoteFollowUp", activity, text: fact.text }
    case "TargetSet": {
      const { _tag, ...target } = fact
      return { _tag: "SetTarget", activity, ...target }
    }
    case "MeasurementRecorded": {
      const { _tag, ...measurement } = fact
      return { _tag: "RecordMeasurement", activity, ...measurement }
    }
  }
  return undefined
}
