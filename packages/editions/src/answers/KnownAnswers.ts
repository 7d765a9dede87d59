/**
 * Whether an answer is in the plan already, and what it was recorded as.
 */
import type { Activity } from "@frist/domain/plan/Activity"
import * as FollowUp from "@frist/domain/plan/FollowUp"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { isClosed, sameStatus } from "@frist/domain/Status"
import type { RowAnswer } from "./RowAnswers.ts"

/** Returns whether the plan says already what an answer says. */
export const isInEffect = ({ command, words }: RowAnswer, activity: Activity): boolean => {
  switch (command?._tag) {
    case "ChangeResponsible":
      return command.to === activity.responsible
    case "NoteFollowUp":
      return activity.notes.length > 0 && FollowUp.addedTo(activity.notes, words) === null
    case "RequestExtension":
      return PlannedDate.same(command.to, activity.deadline)
    case "ChangeStatus":
      return (
        sameStatus(command.to, activity.status) ||
        (isClosed(command.to) && command.to._tag === activity.status._tag && isUndated(command.to))
      )
  }
  return false
}

const isUndated = (status: Activity["status"]): boolean => status._tag !== "Completed" || status.on?.edtf == null

/** Returns whether an event is what an answer became when it was recorded. */
export const isRecordedAs = ({ command }: RowAnswer, { event }: RecordedEvent): boolean => {
  switch (command?._tag) {
    case "ChangeResponsible":
      return event?._tag === "ResponsibleChanged" && event.to === command.to
    case "RequestExtension":
      return (
        event?._tag === "ExtensionRequested" &&
        PlannedDate.same(event.to, command.to) &&
        event.reason === command.reason
      )
    case "ChangeStatus":
      return event?._tag === "StatusChanged" && sameStatus(event.to, command.to)
  }
  return false
}
