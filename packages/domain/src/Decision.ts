/**
 * `decide`: what a command makes happen in a plan, or the fact that forbids it. Pure; a command already in effect
 * records nothing.
 */
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import type { Command, DecidedEvent } from "./Command.ts"
import type { Day } from "./Day.ts"
import type { Event } from "./Event.ts"
import * as FollowUp from "./FollowUp.ts"
import { lens } from "./Lens.ts"
import type { ActivityId, Position } from "./Names.ts"
import { type Activity, type Measurement, type Plan, repeats, sameFinding } from "./Plan.ts"
import { PlannedDate } from "./PlannedDate.ts"
import type { Source } from "./RecordedEvent.ts"
import type { Refusal } from "./Refusal.ts"
import { inProgress, isClosed, sameStatus, type Status } from "./Status.ts"

export type Decision = Result.Result<ReadonlyArray<DecidedEvent>, Refusal>

/**
 * Where a command comes from: the document (`null`: a person), and the day that it is true of. A document may register
 * an activity or open the plan before the day it already began; a person who did so would replace the first deadline.
 */
export interface DecisionContext {
  readonly source: Source | null
  readonly effectiveOn: Day | null
}
const byHand: DecisionContext = { source: null, effectiveOn: null }

const nothing: Decision = Result.succeed([])
const accept = (activity: ActivityId | null, event: Event): Decision => Result.succeed([{ activity, event }])
const refuse = (refusal: Refusal): Decision => Result.fail(refusal)

/** Which status may follow which. Closed activities are reopened first. */
const transitions: Readonly<Record<Status["_tag"], ReadonlyArray<Status["_tag"]>>> = {
  NotStated: ["InProgress", "Delayed", "Completed", "Discontinued"],
  InProgress: ["NotStated", "Delayed", "Completed", "Discontinued"],
  Delayed: ["NotStated", "InProgress", "Completed", "Discontinued"],
  Completed: [],
  Discontinued: []
}

/** Decides one command against the plan as it stood on the day the command speaks of. */
export const decide = (command: Command, plan: Plan, context: DecisionContext = byHand): Decision => {
  switch (command._tag) {
    case "OpenPlan":
      return open(command, plan, context)
    case "Correct":
      return correct(command, plan)
    case "Redact":
      return redact(command, plan)
  }
  if (plan.title === null) return refuse({ _tag: "PlanNotOpened" })
  switch (command._tag) {
    case "HoldReview":
      return plan.reviews.includes(command.heldOn)
        ? nothing
        : accept(null, { _tag: "ReviewHeld", heldOn: command.heldOn, title: command.title })
    case "RegisterActivity":
      return register(command, plan, context)
    case "RaiseFinding":
      return find(command, plan)
    case "WaiveFinding":
      return waive(command, plan)
  }
  const id = command.activity
  const activity = plan.activities.get(id)
  return activity === undefined ? refuse(missing(id, plan)) : change(command, activity, plan, context)
}

type Of<Tag extends Command["_tag"]> = Extract<Command, { _tag: Tag }>
type Change = Exclude<
  Command,
  Of<"OpenPlan" | "HoldReview" | "RegisterActivity" | "RaiseFinding" | "WaiveFinding" | "Correct" | "Redact">
>

const change = (command: Change, activity: Activity, plan: Plan, context: DecisionContext): Decision => {
  const { id, status } = activity
  switch (command._tag) {
    case "RewordActivity":
      return command.area === activity.area && command.goal === activity.goal && command.actions === activity.actions
        ? nothing
        : accept(id, {
            _tag: "ActivityReworded",
            area: command.area,
            goal: command.goal,
            actions: command.actions
          })
    case "ChangeResponsible":
      return command.to === activity.responsible
        ? nothing
        : accept(id, { _tag: "ResponsibleChanged", from: activity.responsible, to: command.to })
    case "MoveDeadline":
      if (PlannedDate.same(activity.deadline, command.to)) return nothing
      if (isClosed(status)) return refuse({ _tag: "ActivityClosed", activity: id, status })
      return accept(id, {
        _tag: "DeadlineMoved",
        from: activity.deadline,
        to: command.to,
        reason: command.reason
      })
    case "ApproveBaseline":
      if (PlannedDate.same(activity.baseline, command.to)) return nothing
      if (isClosed(status)) return refuse({ _tag: "ActivityClosed", activity: id, status })
      return accept(id, {
        _tag: "BaselineApproved",
        from: activity.baseline,
        to: command.to,
        decision: command.decision
      })
    case "ChangeStatus":
      if (sameStatus(status, command.to)) return nothing
      return transitions[status._tag].includes(command.to._tag)
        ? accept(id, { _tag: "StatusChanged", from: status, to: command.to })
        : refuse({ _tag: "ActivityClosed", activity: id, status })
    case "ReopenActivity":
      return isClosed(status) ? accept(id, { _tag: "StatusChanged", from: status, to: inProgress }) : nothing
    case "NoteFollowUp":
      return (
        context.source === null ? activity.notes.at(-1) === command.text : FollowUp.repeats(activity, command.text)
      )
        ? nothing
        : accept(id, { _tag: "FollowUpNoted", text: command.text })
    case "SetTarget": {
      const { activity: _, _tag, ...target } = command
      const event = { _tag: "TargetSet" as const, ...target }
      return activity.targets.some((known) => Equal.equals(known, event)) ? nothing : accept(id, event)
    }
    case "RecordMeasurement": {
      const { activity: _, _tag, ...measurement } = command
      const event = { _tag: "MeasurementRecorded" as const, ...measurement }
      return repeats(event, activity.measurements, context.source) || toldThatDay(event, id, plan, context)
        ? nothing
        : accept(id, event)
    }
  }
}

/** Whether the log holds the measurement on the very day: asking for it again is no new measurement. */
const toldThatDay = (
  measurement: Measurement,
  id: ActivityId,
  plan: Plan,
  { effectiveOn: on }: DecisionContext
): boolean =>
  on !== null &&
  factsOf(id, plan).some(({ fact, record }) => record.effectiveOn === on && Equal.equals(fact, measurement))

/** What the whole log says of an activity, or of the plan itself: on the day that is decided, and on later ones. */
const factsOf = (id: ActivityId | null, { log }: Plan) => lens(log.filter(({ activity }) => activity === id))

const open = ({ title }: Of<"OpenPlan">, plan: Plan, { source }: DecisionContext): Decision => {
  if (plan.title !== null)
    return plan.title === title ? nothing : refuse({ _tag: "PlanAlreadyOpened", title: plan.title })
  const later = source === null ? factsOf(null, plan).find(({ fact }) => fact._tag === "PlanOpened") : undefined
  return later?.fact._tag === "PlanOpened"
    ? refuse({ _tag: "PlanAlreadyOpened", title: later.fact.title })
    : accept(null, { _tag: "PlanOpened", title })
}

const find = (command: Of<"RaiseFinding">, plan: Plan): Decision => {
  const { activity, _tag, ...finding } = command
  const standing = activity === null ? plan.findings : plan.activities.get(activity)?.findings
  if (standing === undefined) return activity === null ? nothing : refuse(missing(activity, plan))
  const { code, column, severity, words } = finding
  return standing.some((known) => sameFinding(known.finding, finding))
    ? nothing
    : accept(activity, { _tag: "FindingRaised", code, column, severity, words })
}

const waive = ({ position, reason }: Of<"WaiveFinding">, plan: Plan): Decision => {
  const target = recordAt(position, plan)
  if (target === undefined) return refuse({ _tag: "NoSuchPosition", position })
  if (target.event?._tag !== "FindingRaised") return refuse({ _tag: "NotAFinding", position, type: target.type })
  const { code, column, words } = target.event
  const { activity } = target
  const waivers = activity === null ? plan.waivers : plan.activities.get(activity)?.waivers
  if (activity !== null && waivers === undefined) return refuse(missing(activity, plan))
  const last = waivers?.findLast((waiver) => sameFinding(waiver, { code, column, words }))
  return last?.reason === reason ? nothing : accept(activity, { _tag: "FindingWaived", code, column, words, reason })
}

const register = (command: Of<"RegisterActivity">, plan: Plan, { source }: DecisionContext): Decision => {
  const known = plan.activities.get(command.activity)
  if (known !== undefined) {
    const unchanged =
      known.kind === command.kind &&
      known.parent === command.parent &&
      known.area === command.area &&
      known.goal === command.goal &&
      known.actions === command.actions &&
      known.responsible === command.responsible &&
      PlannedDate.same(known.original, command.deadline)
    return unchanged ? nothing : refuse({ _tag: "AlreadyRegistered", activity: command.activity })
  }
  if (source === null && factsOf(command.activity, plan).some(({ fact }) => fact._tag === "ActivityRegistered")) {
    return refuse({ _tag: "AlreadyRegistered", activity: command.activity })
  }
  if (command.parent !== null && !plan.activities.has(command.parent)) return refuse(missing(command.parent, plan))
  return accept(command.activity, {
    _tag: "ActivityRegistered",
    kind: command.kind,
    parent: command.parent,
    area: command.area,
    goal: command.goal,
    actions: command.actions,
    responsible: command.responsible,
    deadline: command.deadline
  })
}

const missing = (activity: ActivityId, plan: Plan): Refusal => {
  const later = plan.log.find((record) => record.activity === activity && record.type === "ActivityRegistered")
  return later === undefined
    ? { _tag: "NoSuchActivity", activity }
    : { _tag: "NotYetRegistered", activity, registeredOn: later.effectiveOn }
}

const recordAt = (position: Position, plan: Plan) => plan.log.find((record) => record.position === position)

const correct = (command: Of<"Correct">, plan: Plan): Decision => {
  const { position, replacement, reason } = command
  const target = recordAt(position, plan)
  if (target === undefined) return refuse({ _tag: "NoSuchPosition", position })
  if (target.type === "Corrected" || target.type === "Redacted") {
    return refuse({ _tag: "NotAFact", position, type: target.type })
  }
  if (replacement !== null && replacement._tag !== target.type) {
    return refuse({ _tag: "OtherType", position, type: target.type, replacement: replacement._tag })
  }
  const last = plan.log.findLast((record) => record.event?._tag === "Corrected" && record.event.position === position)
  const event = { _tag: "Corrected" as const, position, replacement, reason }
  return last !== undefined && Equal.equals(last.event, event) ? nothing : accept(target.activity, event)
}

const redact = (command: Of<"Redact">, plan: Plan): Decision => {
  const { position, decision } = command
  const target = recordAt(position, plan)
  if (target === undefined) return refuse({ _tag: "NoSuchPosition", position })
  if (target.type === "Redacted") return refuse({ _tag: "DecisionStands", position })
  const earlier = plan.log.find((record) => record.event?._tag === "Redacted" && record.event.position === position)
  if (earlier?.event?._tag === "Redacted") {
    return earlier.event.decision === decision ? nothing : refuse({ _tag: "AlreadyRedacted", position })
  }
  return accept(target.activity, { _tag: "Redacted", position, decision })
}
