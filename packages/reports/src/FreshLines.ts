/**
 * Which lines of a follow-up are new since the previous review, and the stretches of a cell that writers mark.
 */
import type { ReportCell } from "./Report.ts"

const ends = /\r\n|[\r\n\u2028\u2029]/u

/** The numbers, from 0, of the lines that none of the earlier notes holds. */
export const freshLines = (text: string, earlier: ReadonlyArray<string>): ReadonlyArray<number> => {
  const known = new Set(earlier.flatMap((note) => note.split(ends).map((line) => line.trim())))
  return text.split(ends).flatMap((line, at) => (line.trim() === "" || known.has(line.trim()) ? [] : [at]))
}

/** Lines that stand together and are all new, or none of them. */
export interface Stretch {
  readonly text: string
  readonly isFresh: boolean
}

/** A cell's text as the fewest stretches: between two of them a line ends. */
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
