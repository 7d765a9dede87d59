/**
 * Why a plan refuses a command, in English, by the tag of the refusal.
 */
import { enSpoken } from "@frist/reports/texts/enSpoken"
import type { svRefusals } from "./svRefusals.ts"

const { status } = enSpoken

/** A sentence for each refusal, in English. */
export const enRefusals: typeof svRefusals = {
  PlanNotOpened: () => "The plan has not been opened; open it with frist open, or import an edition.",
  PlanAlreadyOpened: ({ title }) => `The plan is already open as “${title}”; choose another id with --plan.`,
  AlreadyRegistered: ({ activity }) =>
    `Activity ${activity} already exists; choose another id, or change that activity.`,
  NoSuchActivity: ({ activity }) => `Activity ${activity} does not exist; list the activities with frist board.`,
  NotYetRegistered: ({ activity, registeredOn }) =>
    `Activity ${activity} was first registered on ${registeredOn}; give that day or a later one.`,
  ActivityClosed: ({ activity, status: now }) =>
    `Activity ${activity} is closed (${status[now._tag].toLowerCase()}); reopen it first with frist reopen ${activity}.`,
  NoSuchPosition: ({ position }) => `Event ${position} does not exist; find its number with frist history.`,
  NotAFact: ({ position }) => `Event ${position} is itself a correction; correct the event it refers to.`,
  OtherType: ({ position, replacement, type }) =>
    `Event ${position} is a ${type} and cannot be replaced by a ${replacement}; give a replacement of the same type.`,
  NotAFinding: ({ position, type }) =>
    `Event ${position} is a ${type}, not a finding; find its number with frist findings.`,
  AlreadyRedacted: ({ position }) => `Event ${position} has already been redacted under another decision.`,
  DecisionStands: ({ position }) =>
    `Event ${position} is itself a redaction decision and cannot be redacted: it explains why something is missing.`
}
