/**
 * The first and second registration of an activity.
 */
import type { Activity, Registration } from "./Activity.ts"
import type { ActivityId } from "../Names.ts"
import type { RecordedEvent } from "../RecordedEvent.ts"
import { notStated } from "../Status.ts"

/** Returns a newly registered activity. `order` is its place among the plan's activities, from 1. */
export const newActivity = (
  registration: Registration,
  { effectiveOn, source }: Pick<RecordedEvent, "effectiveOn" | "source">,
  id: ActivityId,
  order: number
): Activity => ({
  id,
  kind: registration.kind,
  parent: registration.parent,
  area: registration.area,
  goal: registration.goal,
  actions: registration.actions,
  documentId: registration.documentId ?? null,
  responsible: registration.responsible,
  registration,
  original: registration.deadline,
  baseline: registration.deadline,
  deadline: registration.deadline,
  status: notStated,
  link: null,
  dependencies: [],
  extensions: [],
  registeredOn: effectiveOn,
  order,
  fromDocument: source !== null,
  notes: [],
  cell: null,
  followUp: null,
  targets: [],
  measurements: [],
  lastMeasured: null,
  findings: [],
  waivers: []
})

/**
 * Returns the activity after a second registration, by a document of a later day that was recorded first and did not
 * know the earlier one. The first deadline is kept, an empty cell changes no text, and the texts of a part are kept.
 */
export const registeredAgain = (
  activity: Activity,
  { actions, area, documentId, goal, responsible }: Registration
): Partial<Activity> =>
  activity.parent !== null
    ? {}
    : {
        area: area ?? activity.area,
        goal: goal ?? activity.goal,
        actions: actions ?? activity.actions,
        documentId: documentId ?? activity.documentId,
        responsible: responsible ?? activity.responsible
      }
