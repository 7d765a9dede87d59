/**
 * Milestones that stand for an activity: they take its status, and a move of both is one move.
 */
import type { Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import type { ActivityId } from "@frist/domain/Names"

/** Returns the activity that a milestone stands for; `undefined` if it stands for none. */
export const linkedActivity = ({ kind, link }: Activity, { activities }: Plan): Activity | undefined => {
  if (kind !== "milestone" || link === null || link.to === null) return undefined
  const activity = activities.get(link.to)
  return activity?.kind === "activity" ? activity : undefined
}

/**
 * Returns the activity whose status a milestone shows: the linked one, unless its document states none. Any other activity
 * is its own.
 */
export const reportedBy = (activity: Activity, plan: Plan): Activity => {
  const linked = linkedActivity(activity, plan)
  return linked === undefined || linked.status._tag === "NotStated" ? activity : linked
}

/** Returns the plan in which every linked milestone has the status of its activity. */
export const withLinkedStatuses = (plan: Plan): Plan => {
  let activities: Map<ActivityId, Activity> | undefined
  for (const [id, activity] of plan.activities) {
    const { status } = reportedBy(activity, plan)
    if (status !== activity.status) (activities ??= new Map(plan.activities)).set(id, { ...activity, status })
  }
  return activities === undefined ? plan : { ...plan, activities }
}
