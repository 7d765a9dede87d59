/**
 * Lines without the points that cannot be seen: a deadline that stays, or moves at one rate, is a straight line however
 * often it was reported.
 */

export interface Point {
  readonly x: number
  readonly y: number
}

/** How far from the drawn line a point may lie to be left out, in units of the drawing. */
const unseen = 0.1

/** Returns the points in order, without those that lie on the line between the ones that are kept. */
export const withoutStraight = <P extends Point>(points: ReadonlyArray<P>): ReadonlyArray<P> => {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 3) return points
  const distances = points.map((point) => distanceOf(point, first, last))
  const most = Math.max(...distances)
  if (most <= unseen) return [first, last]
  const at = distances.indexOf(most)
  return [...withoutStraight(points.slice(0, at + 1)), ...withoutStraight(points.slice(at)).slice(1)]
}

/** Returns the distance of a point from the line between two others, which ends at them. */
const distanceOf = ({ x, y }: Point, a: Point, b: Point): number => {
  const [across, up] = [b.x - a.x, b.y - a.y]
  const square = across * across + up * up
  const along = square === 0 ? 0 : Math.min(Math.max(((x - a.x) * across + (y - a.y) * up) / square, 0), 1)
  return Math.hypot(x - a.x - along * across, y - a.y - along * up)
}
