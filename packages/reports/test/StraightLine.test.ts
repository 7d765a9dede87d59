/**
 * A drawn line keeps every bend that can be seen, and no point between bends.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { type Point, withoutStraight } from "../src/chart/StraightLine.ts"

const at = (x: number, y: number): Point => ({ x, y })

/** Coordinates so few that many points are in line. */
const coordinate = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 5 }))

describe("a drawn line", () => {
  it("has two points for a deadline that stays, and for one that moves at one rate", () => {
    expect(withoutStraight([at(0, 5), at(4.7, 5), at(9.3, 5), at(14, 5)])).toEqual([at(0, 5), at(14, 5)])
    expect(withoutStraight([at(0, 0), at(3.3, 6.7), at(6.7, 13.3), at(10, 20)])).toEqual([at(0, 0), at(10, 20)])
  })

  it("keeps each step, and a point beyond its end", () => {
    const steps = [at(0, 5), at(5, 5), at(5, 9), at(10, 9)]
    expect(withoutStraight(steps)).toEqual(steps)
    const backwards = [at(0, 0), at(10, 0), at(5, 0)]
    expect(withoutStraight(backwards)).toEqual(backwards)
  })

  it("keeps its only point", () => expect(withoutStraight([at(1, 2)])).toEqual([at(1, 2)]))

  it.prop(
    "passes every point that it leaves out within a tenth of a unit",
    [Schema.Array(Schema.Struct({ x: coordinate, y: coordinate }))],
    ([points]) => {
      const kept = withoutStraight(points)
      for (const point of points.filter((each) => !kept.includes(each))) {
        const before = kept.findLastIndex((each) => points.indexOf(each) < points.indexOf(point))
        expect(offLine(point, kept[before] ?? point, kept[before + 1] ?? point)).toBeLessThan(0.11)
      }
    },
    { arbitrary: { runs: 1000, size: 30 } }
  )
})

/** The distance from a line that ends at two points, by halving it towards the nearer end. */
const offLine = (point: Point, a: Point, b: Point, halvings = 40): number => {
  const far = (to: Point): number => Math.hypot(to.x - point.x, to.y - point.y)
  const middle = at((a.x + b.x) / 2, (a.y + b.y) / 2)
  if (halvings === 0) return far(middle)
  return far(a) < far(b) ? offLine(point, a, middle, halvings - 1) : offLine(point, middle, b, halvings - 1)
}
