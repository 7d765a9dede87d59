/**
 * Rectangles and straight lines of a page, in points from its upper left corner as it is shown.
 */
import { type Matrix, isList, pointAt } from "./PdfMatrix.ts"

/** A rectangle. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A horizontal or vertical line. `at` is its distance from the page's edge; `from` and `to` are its ends. */
export interface RuledLine {
  readonly isHorizontal: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The thickest filled rectangle that is a line, in points. */
export const thickest = 3
/** The most that the ends of a straight line differ in its direction, in points. */
const skew = 0.6

/** Whether a point is in a box. */
export const hasPoint = ({ bottom, left, right, top }: Box, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom

/** Returns what two boxes have in common; null if that is nothing. */
export const common = (one: Box, other: Box): Box | null => {
  const left = Math.max(one.left, other.left)
  const top = Math.max(one.top, other.top)
  const right = Math.min(one.right, other.right)
  const bottom = Math.min(one.bottom, other.bottom)
  return left <= right && top <= bottom ? { left, top, right, bottom } : null
}

/** Returns a box that goes further on each side. */
export const widened = ({ bottom, left, right, top }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by
})

/** Returns the line that a thin filled rectangle shows; null for any other. */
export const ruleOf = ({ bottom, left, right, top }: Box): RuledLine | null => {
  const width = right - left
  const height = bottom - top
  if (Math.min(width, height) > thickest || Math.max(width, height) < thickest) return null
  return width > height
    ? { isHorizontal: true, at: (top + bottom) / 2, from: left, to: right }
    : { isHorizontal: false, at: (left + right) / 2, from: top, to: bottom }
}

type Point = readonly [x: number, y: number]

/** Returns the lines of a path, each with its points as shown. Curves are left out, and part it. */
export const pathLines = (path: unknown, matrix: Matrix): ReadonlyArray<ReadonlyArray<Point>> => {
  const lines: Array<Array<Point>> = []
  if (!isList(path)) return lines
  const number = (at: number): number => Number(path[at])
  for (let at = 0; at < path.length;) {
    const open = lines.at(-1)
    const code = number(at)
    if (code === pathCodes.move) lines.push([pointAt(matrix, number(at + 1), number(at + 2))])
    else if (code === pathCodes.line) open?.push(pointAt(matrix, number(at + 1), number(at + 2)))
    else if (code === pathCodes.close && open?.[0] !== undefined) open.push(open[0])
    else if (code === pathCodes.curve) lines.push([pointAt(matrix, number(at + 5), number(at + 6))])
    else if (code === pathCodes.quadratic) lines.push([pointAt(matrix, number(at + 3), number(at + 4))])
    at += pathLengths[code] ?? path.length
  }
  return lines
}

/** The codes by which pdf.js writes a path, and the numbers that each takes, itself included. */
const pathCodes = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 }
const pathLengths: Readonly<Record<number, number>> = { 0: 3, 1: 3, 2: 7, 3: 5, 4: 1 }

/** Returns the box around points. */
export const boxAround = (points: ReadonlyArray<Point>): Box => ({
  left: Math.min(...points.map(([x]) => x)),
  top: Math.min(...points.map(([, y]) => y)),
  right: Math.max(...points.map(([x]) => x)),
  bottom: Math.max(...points.map(([, y]) => y))
})

/** Returns the rectangle that a line of points encloses; null if it encloses none. */
export const rectangleOf = (points: ReadonlyArray<Point>): Box | null => {
  if (points.length < 4 || points.length > 6) return null
  const box = boxAround(points)
  const isCorner = ([x, y]: Point): boolean =>
    Math.min(x - box.left, box.right - x) < skew && Math.min(y - box.top, box.bottom - y) < skew
  return points.every(isCorner) ? box : null
}

/** Returns the straight horizontal and vertical parts of a line of points. */
export const rulesAlong = (points: ReadonlyArray<Point>): ReadonlyArray<RuledLine> =>
  points.slice(1).flatMap(([x, y], at): ReadonlyArray<RuledLine> => {
    const [fromX = x, fromY = y] = points[at] ?? []
    const isHorizontal = Math.abs(y - fromY) < skew
    if (isHorizontal === Math.abs(x - fromX) < skew) return []
    return isHorizontal
      ? [{ isHorizontal, at: (y + fromY) / 2, from: Math.min(x, fromX), to: Math.max(x, fromX) }]
      : [{ isHorizontal, at: (x + fromX) / 2, from: Math.min(y, fromY), to: Math.max(y, fromY) }]
  })
