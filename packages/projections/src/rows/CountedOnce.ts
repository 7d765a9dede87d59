/**
 * Rows that say the same thing twice, so that what happened once is counted once.
 */
import type { Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { ShownActivity } from "../View.ts"

type Rows<Row> = ReadonlyArray<Row>

/** Leaves out the milestones whose activity is among the rows too. */
export const countedOnce = <Row extends ShownActivity>(rows: Rows<Row>, { activities }: Plan): Rows<Row> => {
  const listed = new Set(rows.map(({ activity }) => activity))
  return rows.filter(({ activity }) => {
    const to = (activities as ReadonlyMap<string, Activity>).get(activity)?.link?.to
    return to == null || to === activity || !listed.has(to)
  })
}

/** Leaves out the milestones whose activity has moved too, and the parts that moved to the date of their whole with it. */
export const movedOnce = <Row extends ShownActivity>(rows: Rows<Row>, plan: Plan): Rows<Row> => {
  const moved = new Map(rows.map((row) => [row.activity, row]))
  return countedOnce(rows, plan).filter(({ activity, deadline, parent }) => {
    const whole = parent === null || parent === activity ? undefined : moved.get(parent)
    return whole === undefined || !PlannedDate.same(whole.deadline, deadline)
  })
}
