/**
 * The order in which activities and their parts are shown.
 */
import type { Activity } from "@frist/domain/plan/Activity"

/** An activity, and the activity that it is a part of. */
interface Placed {
  readonly activity: string
  readonly parent: string | null
}

/**
 * The rows with parts after their whole. Wholes are sorted by `compare`, or keep their order without it; the parts of a
 * whole keep their order.
 */
export const withParts = <Row>(
  rows: ReadonlyArray<Row>,
  placeOf: (row: Row) => Placed,
  compare: (a: Row, b: Row) => number = () => 0
): ReadonlyArray<Row> => {
  const parts = Map.groupBy(rows, (row) => placeOf(row).parent)
  const listed = new Set(rows.map((row) => placeOf(row).activity))
  const shown = new Set<Row>()
  // A stack, not recursion, because parts may be nested to any depth.
  const show = (whole: Row): void => {
    const waiting = [whole]
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      if (shown.has(row)) continue
      shown.add(row)
      for (const part of (parts.get(placeOf(row).activity) ?? []).toReversed()) waiting.push(part)
    }
  }
  const isWhole = (row: Row): boolean => {
    const { parent } = placeOf(row)
    return parent === null || !listed.has(parent)
  }
  rows.filter(isWhole).sort(compare).forEach(show)
  // Activities that corrections have made parts of each other come last.
  rows.forEach(show)
  return [...shown]
}

/** Sorts activities by registration, with the parts of an activity after it. */
export const shownOrder = (activities: ReadonlyArray<Activity>): ReadonlyArray<Activity> =>
  withParts(
    [...activities].sort((a, b) => a.order - b.order),
    ({ id, parent }) => ({ activity: id, parent })
  )
