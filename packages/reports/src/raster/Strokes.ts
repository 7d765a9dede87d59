/**
 * Lines with a width as polygons: a quadrangle to each stretch, and a disc where they meet.
 */
import type { Point, Polygon } from "./Canvas.ts"

export const disc = ([x, y]: Point, radius: number): Polygon => {
  const corners = Math.max(8, Math.min(40, Math.ceil(radius * 5)))
  return Array.from({ length: corners }, (_, at): Point => {
    const angle = (2 * Math.PI * at) / corners
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
}

/** `round` rounds the ends as well as the bends. */
export const stroke = (line: ReadonlyArray<Point>, width: number, round: boolean): ReadonlyArray<Polygon> => {
  const half = width / 2
  const stretches = line.slice(1).flatMap((to, at): ReadonlyArray<Polygon> => {
    const from = line[at] ?? to
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    const length = Math.hypot(dx, dy)
    if (length === 0) return []
    const [nx, ny] = [(-dy / length) * half, (dx / length) * half]
    return [
      [
        [from[0] + nx, from[1] + ny],
        [to[0] + nx, to[1] + ny],
        [to[0] - nx, to[1] - ny],
        [from[0] - nx, from[1] - ny]
      ]
    ]
  })
  return [...stretches, ...(round ? line : line.slice(1, -1)).map((point) => disc(point, half))]
}

/** A line in dashes: so long drawn, so long left out, and again. */
export const dashed = (
  line: ReadonlyArray<Point>,
  pattern: ReadonlyArray<number>
): ReadonlyArray<ReadonlyArray<Point>> => {
  if (pattern.length === 0 || pattern.some((length) => !(length > 0))) return [line]
  const dashes: Array<Array<Point>> = []
  let at = 0
  let left = pattern[0] ?? 0
  let current: Array<Point> = line.slice(0, 1)
  for (let n = 1; n < line.length; n += 1) {
    let from = line[n - 1] ?? [0, 0]
    const to = line[n] ?? from
    let rest = Math.hypot(to[0] - from[0], to[1] - from[1])
    while (rest > left) {
      const share = left / rest
      const point: Point = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
      if (at % 2 === 0) dashes.push([...current, point])
      current = [point]
      from = point
      rest -= left
      at += 1
      left = pattern[at % pattern.length] ?? 0
    }
    left -= rest
    current.push(to)
  }
  if (at % 2 === 0 && current.length > 1) dashes.push(current)
  return dashes
}
