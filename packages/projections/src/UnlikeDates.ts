/**
 * The activities whose dates measure different things: no days are counted between them.
 */
import type { Plan } from "@frist/domain/Plan"

const unlike = "DeadlineSubjectDiffers"

/**
 * Returns the activities to which a document has given a date of something else than their goal. A deadline without a
 * readable date goes on from the one before it, so it is of that too, also where a later edition has closed the finding.
 */
export const unlikeDates = ({ activities, superseded }: Plan): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const { id, findings } of activities.values()) {
    if (findings.some(({ finding }) => finding.code === unlike)) found.add(id)
  }
  for (const { activity, found: closed } of superseded.values()) {
    const own = activity === null || closed.finding.code !== unlike ? undefined : activities.get(activity)
    if (own !== undefined && own.deadline?.earliest == null && own.deadline?.latest == null) found.add(own.id)
  }
  return found
}
