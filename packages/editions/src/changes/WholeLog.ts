/**
 * The content of the whole log beyond the plan as of a day: titles, registrations and rows of later editions.
 */
import type { Day } from "@frist/domain/Day"
import { lens } from "@frist/domain/plan/Lens"
import type { ActivityId } from "@frist/domain/Names"
import type { Activity } from "@frist/domain/plan/Activity"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { Basis } from "@frist/domain/decisions/Proposal"

/**
 * Returns what the deadline cell of each activity said in the last edition that moved its deadline there. Activities whose
 * deadline cell never moved it are missing.
 */
export const deadlineCellsIn = (
  log: Basis["log"],
  heldOn: Day,
  isDeadline: (heading: string) => boolean
): ReadonlyMap<ActivityId, PlannedDate> => {
  const cells = new Map<ActivityId, PlannedDate>()
  for (const { fact, record } of lens(log, { asOf: heldOn })) {
    const heading = record.source?.column ?? null
    if (fact._tag !== "DeadlineMoved" || record.activity === null || heading === null) continue
    if (isDeadline(heading)) cells.set(record.activity, fact.to)
  }
  return cells
}

/** The last dates that documents gave an activity, in each of the columns that they can be in. */
export type StatedDates = Readonly<Partial<Record<"deadline" | "newDeadline", PlannedDate>>>

/** Returns the last dates that documents gave each activity before a day. A person's own dates are none of these. */
export const statedDatesIn = (
  log: Basis["log"],
  heldOn: Day,
  isDeadline: (heading: string) => boolean
): ReadonlyMap<ActivityId, StatedDates> => {
  const dates = new Map<ActivityId, StatedDates>()
  for (const { fact, record } of lens(log, { asOf: heldOn })) {
    const { activity, source } = record
    if (activity === null || source === null) continue
    // A later document that was recorded first registers the activity a second time.
    if (fact._tag === "ActivityRegistered" && !dates.has(activity))
      dates.set(activity, fact.deadline === null ? {} : { deadline: fact.deadline })
    if (fact._tag !== "DeadlineMoved") continue
    const column = isDeadline(source.column ?? "") ? "deadline" : "newDeadline"
    dates.set(activity, { ...dates.get(activity), [column]: fact.to })
  }
  return dates
}

/** An activity as it was registered. */
export type RegisteredActivity = Pick<
  Activity,
  "actions" | "area" | "deadline" | "documentId" | "goal" | "id" | "kind" | "parent" | "responsible"
>

/** The activities that editions of later days registered, and this plan does not know yet. */
export const registrationsIn = ({ log, plan }: Pick<Basis, "log" | "plan">): ReadonlyArray<RegisteredActivity> => {
  const registrations = new Map<ActivityId, RegisteredActivity>()
  for (const { fact, record } of lens(log)) {
    const { activity: id } = record
    if (fact._tag !== "ActivityRegistered" || id === null || plan.activities.has(id) || registrations.has(id)) continue
    const { documentId = null, ...registered } = fact
    registrations.set(id, { ...registered, id, documentId })
  }
  return [...registrations.values()]
}

/** Activities that had their own rows in documents, even if a correction has made them parts since. */
export const rowsIn = (log: Basis["log"]): ReadonlySet<ActivityId | null> =>
  new Set(
    log.flatMap(({ activity, event, source }) =>
      event?._tag === "ActivityRegistered" && event.parent === null && source !== null ? [activity] : []
    )
  )

/** Activities whose registrations were removed: nothing is known of their words. */
export const wordlessIn = (log: Basis["log"]): ReadonlySet<ActivityId | null> =>
  new Set(
    lens(log).flatMap(({ fact, record, removed }) =>
      fact._tag === "ActivityRegistered" && removed !== null ? [record.activity] : []
    )
  )

/** The title that the plan was given, on whatever day. */
export const titleIn = (log: Basis["log"]): string | undefined => {
  for (const { fact } of lens(log)) if (fact._tag === "PlanOpened") return fact.title
  return undefined
}
