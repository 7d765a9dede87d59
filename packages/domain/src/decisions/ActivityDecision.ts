/**
 * Decisions about one activity: its registration, and every change to it.
 */
import * as Equal from "effect/Equal"
import type { Command, CommandOf } from "../Command.ts"
import { approveBaseline, moveDeadline } from "./DeadlineDecision.ts"
import { accept, type Decision, type DecisionContext, missing, nothing, refuse } from "./DecisionResult.ts"
import { declareDependency, endDependency, linkMilestone } from "./DependencyDecision.ts"
import { requestExtension } from "./ExtensionDecision.ts"
import * as FollowUp from "../plan/FollowUp.ts"
import { isRepeated, isRepeatedOn } from "../measures/RepeatedMeasurement.ts"
import type { DecisionState } from "./DecisionState.ts"
import type { Activity } from "../plan/Activity.ts"
import { PlannedDate } from "../PlannedDate.ts"
import { inProgress, isClosed, sameStatus } from "../Status.ts"

type ActivityCommand = Exclude<
  Command,
  CommandOf<
    | "OpenPlan"
    | "HoldReview"
    | "RegisterActivity"
    | "RaiseFinding"
    | "DecideColumn"
    | "RepeatFindings"
    | "WaiveFinding"
    | "DecideExtension"
    | "Correct"
    | "Redact"
    | "KeepEdition"
    | "EraseEdition"
  >
>

/** Decides the registration of an activity. */
export const register = (
  command: CommandOf<"RegisterActivity">,
  state: DecisionState,
  { source }: DecisionContext
): Decision => {
  const { later, plan } = state
  const { _tag, activity, ...registration } = command
  const known = plan.activities.get(activity)
  if (known !== undefined) {
    return isRegisteredSo(known, command) ? nothing : refuse({ _tag: "AlreadyRegistered", activity })
  }
  if (source === null && later.registered.has(activity)) return refuse({ _tag: "AlreadyRegistered", activity })
  if (command.parent !== null && !plan.activities.has(command.parent)) return refuse(missing(command.parent, state))
  return accept(activity, { _tag: "ActivityRegistered", ...registration })
}

type Registered = Pick<Activity, "area" | "goal" | "actions" | "responsible"> & { readonly documentId?: string | null }

const hasTexts = (texts: Registered, { actions, area, documentId, goal, responsible }: Registered): boolean =>
  texts.area === area &&
  texts.goal === goal &&
  texts.actions === actions &&
  (documentId === undefined || (texts.documentId ?? null) === documentId) &&
  texts.responsible === responsible

/**
 * Returns whether a registration repeats that of the activity: with its texts of today, or of then, since a program may
 * register again when it starts. The deadline is the original one.
 */
const isRegisteredSo = (known: Activity, command: CommandOf<"RegisterActivity">): boolean =>
  known.kind === command.kind &&
  known.parent === command.parent &&
  (hasTexts(known, command) || hasTexts(known.registration, command)) &&
  PlannedDate.same(known.original, command.deadline)

/** Decides a change to a registered activity. */
export const decideOnActivity = (
  command: ActivityCommand,
  activity: Activity,
  state: DecisionState,
  { effectiveOn, source }: DecisionContext
): Decision => {
  const { id, status } = activity
  switch (command._tag) {
    case "RewordActivity": {
      const { actions, area, documentId, goal } = command
      const isKnownId = documentId === undefined || documentId === activity.documentId
      return area === activity.area && goal === activity.goal && actions === activity.actions && isKnownId
        ? nothing
        : accept(id, { _tag: "ActivityReworded", area, goal, actions, ...(isKnownId ? {} : { documentId }) })
    }
    case "ChangeResponsible":
      return command.to === activity.responsible
        ? nothing
        : accept(id, { _tag: "ResponsibleChanged", from: activity.responsible, to: command.to })
    case "MoveDeadline":
      return moveDeadline(command, activity, state.plan)
    case "ApproveBaseline":
      return approveBaseline(command, activity)
    case "RequestExtension":
      return requestExtension(command, activity)
    case "DeclareDependency":
      return declareDependency(command, activity, state)
    case "EndDependency":
      return endDependency(command, activity)
    case "LinkMilestone":
      return linkMilestone(command, activity, state)
    case "ChangeStatus":
      if (sameStatus(status, command.to)) return nothing
      return isClosed(status)
        ? refuse({ _tag: "ActivityClosed", activity: id, status })
        : accept(id, { _tag: "StatusChanged", from: status, to: command.to })
    case "ReopenActivity":
      return isClosed(status)
        ? accept(id, { _tag: "StatusChanged", from: status, to: command.to ?? inProgress })
        : nothing
    case "NoteFollowUp": {
      const { text } = command
      const isKnown = source === null ? activity.notes.at(-1) === text : FollowUp.repeats(activity, text)
      return isKnown ? nothing : accept(id, { _tag: "FollowUpNoted", text })
    }
    case "SetTarget": {
      const { activity: _, _tag, ...target } = command
      const event = { _tag: "TargetSet" as const, ...target }
      return activity.targets.some((known) => Equal.equals(known, event)) ? nothing : accept(id, event)
    }
    case "RecordMeasurement": {
      const { activity: _, _tag, ...measurement } = command
      const event = { _tag: "MeasurementRecorded" as const, ...measurement }
      return isRepeated(event, activity.measurements, source) || isRepeatedOn(effectiveOn, event, activity)
        ? nothing
        : accept(id, event)
    }
  }
}
