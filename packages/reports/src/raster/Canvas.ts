/**
 * A picture of dots: polygons filled with smooth edges, by counting how far each line of the scan runs inside them.
 */
export type Point = readonly [x: number, y: number]
export type Polygon = ReadonlyArray<Point>

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

type Edge = readonly [from: Point, to: Point]

/** Lines of scan to a dot. */
const lines = 5

interface Crossing {
  readonly x: number
  readonly turn: number
}

export class Canvas {
  readonly width: number
  readonly height: number
  /** Red, green and blue of each dot. */
  readonly dots: Uint8Array
  readonly #covered: Float64Array

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.dots = new Uint8Array(width * height * 3).fill(255)
    this.#covered = new Float64Array(width + 1)
  }

  /** Fills what any of the polygons covers, once, however they lie over each other. */
  fill(polygons: ReadonlyArray<Polygon>, colour: string, opacity: number, within: Box): void {
    const first = Math.max(Math.floor(within.top), 0)
    const last = Math.min(Math.ceil(within.bottom), this.height) - 1
    const rows = new Map<number, Array<Edge>>()
    for (const edge of polygons.flatMap(edgesOf)) {
      const [[, y1], [, y2]] = edge
      for (let row = Math.max(Math.floor(Math.min(y1, y2)), first); row <= Math.min(Math.max(y1, y2), last); row += 1) {
        const there = rows.get(row)
        if (there === undefined) rows.set(row, [edge])
        else there.push(edge)
      }
    }
    for (const [row, edges] of rows) {
      let [from, to] = [this.width, 0]
      for (let line = 0; line < lines; line += 1) {
        const y = row + (line + 0.5) / lines
        if (y < within.top || y > within.bottom) continue
        for (const span of spansOf(edges, y)) {
          const [left, right] = [Math.max(span[0], within.left, 0), Math.min(span[1], within.right, this.width)]
          this.#cover(left, right)
          from = Math.min(from, Math.floor(left))
          to = Math.max(to, Math.ceil(right))
        }
      }
      this.#paint(row, from, to, colour, opacity)
    }
  }

  #cover(from: number, to: number): void {
    for (let x = Math.floor(from); x < to; x += 1) {
      this.#covered[x] = (this.#covered[x] ?? 0) + (Math.min(x + 1, to) - Math.max(x, from)) / lines
    }
  }

  /** Paints what is covered of a row, and forgets it. */
  #paint(row: number, from: number, to: number, colour: string, opacity: number): void {
    const inks = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    for (let x = from; x < to; x += 1) {
      const share = Math.min(this.#covered[x] ?? 0, 1) * opacity
      this.#covered[x] = 0
      if (share === 0) continue
      const at = (row * this.width + x) * 3
      for (const [n, ink] of inks.entries()) {
        const paper = this.dots[at + n] ?? 255
        this.dots[at + n] = Math.round(paper + (ink - paper) * share)
      }
    }
  }
}

/** The sides of a polygon, turned so that all polygons run the same way around. */
const edgesOf = (polygon: Polygon): ReadonlyArray<Edge> => {
  const sides = polygon.map((point, at) => [point, polygon[(at + 1) % polygon.length] ?? point] as const)
  const area = sides.reduce((sum, [[x1, y1], [x2, y2]]) => sum + x1 * y2 - x2 * y1, 0)
  return area < 0 ? sides.map(([from, to]) => [to, from] as const) : sides
}

const spansOf = (edges: ReadonlyArray<Edge>, y: number): ReadonlyArray<readonly [from: number, to: number]> => {
  const crossings: Array<Crossing> = []
  for (const [[x1, y1], [x2, y2]] of edges) {
    if (y1 <= y === y2 <= y) continue
    crossings.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y1 < y2 ? 1 : -1 })
  }
  crossings.sort((a, b) => a.x - b.x)
  const spans: Array<readonly [number, number]> = []
  let depth = 0
  let from = 0
  for (const { turn, x } of crossings) {
    if (depth === 0) from = x
    depth += turn
    if (depth === 0) spans.push([from, x])
  }
  return spans
}
