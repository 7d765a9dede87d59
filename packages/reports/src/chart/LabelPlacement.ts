/**
 * The places of labels at the ends of lines, moved apart so that none covers another.
 */
import { chartSize } from "./ChartFrame.ts"

/** A label, and the end of its line. */
export interface LineEnd {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** A label with its place. */
interface PlacedLabel extends LineEnd {
  /** The place of the label. */
  readonly at: { readonly x: number; readonly y: number }
}

const gap = 14

/**
 * Places the labels in columns to the right of their ends; ends that share a column are spread vertically. `foot` stays
 * free below.
 */
export const placedLabels = (ends: ReadonlyArray<LineEnd>, right: number, foot: number): ReadonlyArray<PlacedLabel> =>
  [...Map.groupBy(ends, ({ x }) => Math.round(x / 60)).values()].flatMap((column) => {
    const edge = Math.max(...column.map(({ x }) => x)) + right
    const sorted = [...column].sort((a, b) => a.y - b.y)
    const low = chartSize.top + 8
    const high = chartSize.top + chartSize.plot - foot
    const ys: Array<number> = []
    for (const { y } of sorted) ys.push(Math.max(y, (ys.at(-1) ?? low - gap) + gap))
    for (let at = ys.length - 1, limit = high; at >= 0; at -= 1, limit -= gap) ys[at] = Math.min(ys[at] ?? 0, limit)
    return sorted.map((end, at) => ({ ...end, at: { x: edge, y: ys[at] ?? end.y } }))
  })
