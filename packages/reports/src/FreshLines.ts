/**
 * The lines of a follow-up that are new since the previous review, and the stretches of a cell that writers mark.
 */
import type { ReportCell } from "./Report.ts"

/**
 * The writers begin a new line at each of these. The domain's `FollowUp` does not count the Unicode separators as line
 * ends: what a recorded cell adds to earlier ones must not depend on how a report shows it.
 */
const ends = /\r\n|[\r\n\u2028\u2029]/u

/** Returns the indices, from 0, of the lines that no earlier note has. A blank line is never new. */
export const freshLines = (text: string, earlier: ReadonlyArray<string>): ReadonlyArray<number> => {
  const known = new Set(earlier.flatMap((note) => note.split(ends).map((line) => line.trim())))
  return text.split(ends).flatMap((line, at) => (line.trim() === "" || known.has(line.trim()) ? [] : [at]))
}

/** Adjacent lines that are all new or all old. */
export interface Stretch {
  readonly text: string
  readonly isFresh: boolean
}

/** Splits the text of a cell into the fewest stretches. A line ends between two of them. */
export const stretchesOf = ({ fresh = [], text }: ReportCell): ReadonlyArray<Stretch> => {
  const stretches: Array<{ text: string; readonly isFresh: boolean }> = []
  for (const [at, line] of text.split(ends).entries()) {
    const isFresh = fresh.includes(at)
    const last = stretches.at(-1)
    if (last?.isFresh === isFresh) last.text += `\n${line}`
    else stretches.push({ text: line, isFresh })
  }
  return stretches
}
