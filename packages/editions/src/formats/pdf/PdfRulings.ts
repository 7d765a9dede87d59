/**
 * Grids that the ruled lines of a page close: every cell of them has a line on each side.
 */
import type { RuledLine } from "./PdfBox.ts"

/** A cell of a grid: the rows and columns that it takes, from 0, and where they end. */
export interface RuledCell {
  readonly row: number
  readonly column: number
  readonly rowEnd: number
  readonly columnEnd: number
}

/** A closed grid. `xs` and `ys` are its lines from left to right and from above, in points. */
export interface RuledGrid {
  readonly xs: ReadonlyArray<number>
  readonly ys: ReadonlyArray<number>
  readonly cells: ReadonlyArray<RuledCell>
}

/** How far two lines are apart that are one, in points. */
const near = 2
/** Most lines of a page that are looked at: a page with more is a drawing. */
const maxRules = 3000

/** A line with every stretch of it that is drawn. */
interface Level {
  readonly at: number
  readonly stretches: ReadonlyArray<readonly [from: number, to: number]>
}

/** Returns the closed grids of a page, from above. */
export const ruledGrids = (rules: ReadonlyArray<RuledLine>): ReadonlyArray<RuledGrid> => {
  const [level, upright] = [true, false].map((isHorizontal) =>
    levelsOf(rules.filter((each) => each.isHorizontal === isHorizontal)).flatMap(({ at, stretches }) =>
      stretches.map(([from, to]): RuledLine => ({ isHorizontal, at, from, to }))
    )
  )
  if (level === undefined || upright === undefined || level.length + upright.length > maxRules) return []
  return connected(level, upright)
    .flatMap((group) => gridOf(group) ?? [])
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0) || (a.xs[0] ?? 0) - (b.xs[0] ?? 0))
}

/** Joins lines that lie on each other. */
const levelsOf = (rules: ReadonlyArray<RuledLine>): ReadonlyArray<Level> => {
  const groups: Array<Array<RuledLine>> = []
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1)
    if (group?.[0] !== undefined && rule.at - group[0].at <= near) group.push(rule)
    else groups.push([rule])
  }
  return groups.map((group) => {
    const stretches: Array<[number, number]> = []
    for (const { from, to } of group.sort((a, b) => a.from - b.from)) {
      const last = stretches.at(-1)
      if (last !== undefined && from <= last[1] + near) last[1] = Math.max(last[1], to)
      else stretches.push([from, to])
    }
    return { at: group.reduce((sum, { at }) => sum + at, 0) / group.length, stretches }
  })
}

/** Returns the groups of lines that touch each other. */
const connected = (
  level: ReadonlyArray<RuledLine>,
  upright: ReadonlyArray<RuledLine>
): ReadonlyArray<ReadonlyArray<RuledLine>> => {
  const left = new Set([...level, ...upright])
  const groups: Array<ReadonlyArray<RuledLine>> = []
  for (const start of level) {
    if (!left.delete(start)) continue
    const group = [start]
    for (const rule of group) {
      for (const other of rule.isHorizontal ? upright : level) {
        if (left.has(other) && touch(rule, other)) {
          left.delete(other)
          group.push(other)
        }
      }
    }
    groups.push(group)
  }
  return groups
}

const touch = (one: RuledLine, other: RuledLine): boolean =>
  other.at >= one.from - near && other.at <= one.to + near && one.at >= other.from - near && one.at <= other.to + near

/** Whether a line goes from one place to another, without a gap. */
const isDrawn = (line: Level | undefined, from = 0, to = 0): boolean =>
  line !== undefined && line.stretches.some((each) => each[0] <= from + near && each[1] >= to - near)

/** Whether a line goes on beyond those that cross it: then a column or a row is open. */
const isOver = ({ stretches }: Level, ends: ReadonlyArray<number>): boolean =>
  stretches.some(([from, to]) => from < (ends[0] ?? 0) - near || to > (ends.at(-1) ?? 0) + near)

/** Returns the grid that lines close; null if they close none of at least two columns. */
const gridOf = (group: ReadonlyArray<RuledLine>): RuledGrid | null => {
  const level = levelsOf(group.filter(({ isHorizontal }) => isHorizontal))
  const upright = levelsOf(group.filter(({ isHorizontal }) => !isHorizontal))
  const xs = upright.map(({ at }) => at)
  const ys = level.map(({ at }) => at)
  if (xs.length < 3 || ys.length < 2) return null
  if (level.some((each) => isOver(each, xs)) || upright.some((each) => isOver(each, ys))) return null
  const below = (row: number, column: number) => isDrawn(level[row], xs[column], xs[column + 1])
  const beside = (row: number, column: number) => isDrawn(upright[column], ys[row], ys[row + 1])
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  const taken = new Set<number>()
  const cells: Array<RuledCell> = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue
      let columnEnd = column + 1
      while (columnEnd < columns && !beside(row, columnEnd)) columnEnd++
      let rowEnd = row + 1
      while (rowEnd < rows && !below(rowEnd, column)) rowEnd++
      for (let down = row; down < rowEnd; down++) {
        if (!beside(down, column) || !beside(down, columnEnd)) return null
        for (let right = column; right < columnEnd; right++) {
          if (taken.has(down * columns + right)) return null
          if (right > column && beside(down, right)) return null
          if (down > row && below(down, right)) return null
          taken.add(down * columns + right)
        }
      }
      for (let right = column; right < columnEnd; right++) if (!below(row, right) || !below(rowEnd, right)) return null
      cells.push({ row, column, rowEnd, columnEnd })
    }
  }
  return cells.length > 1 ? { xs, ys, cells } : null
}
