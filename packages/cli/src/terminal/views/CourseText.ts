/**
 * The course of a deadline as a small chart for a terminal: a line for each date that it had, on one axis of years.
 */
import { Day } from "@frist/domain/Day"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { DeadlineHistory } from "@frist/projections/DeadlineHistory"
import { comparedChanges } from "@frist/reports/words/Compared"
import stringWidth from "string-width"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import type { NameOf } from "../ActivityName.ts"
import { type Canvas, paragraph, printable, styled } from "../TerminalTable.ts"
import { titled } from "./ViewText.ts"

type Moved = DeadlineHistory["activities"][number]

/** A date of the deadline, and the day on which it was reported; null is the original one. */
interface Reported {
  readonly on: Day | null
  readonly date: PlannedDate | null
}

/** Dates later than this many years after the first are at the edge of the chart. */
const years = 12
const [dayWidth, gap] = [11, 2]

/** Returns the courses of the activities that moved, one below the other. */
export const coursesText = (view: DeadlineHistory, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const moved = view.activities.filter(({ moves }) => moves.length > 0)
  const notes = [text.course.signs, ...(moved.some(({ tally }) => tally.atLeast) ? [text.report.more] : [])]
  return [
    titled(view, text.report.section.moved(null), phrase, canvas),
    moved.length === 0
      ? text.unmoved
      : [
          ...moved.map((each) => `${courseText(each, nameOf, phrase, canvas)}\n`),
          paragraph(notes.join(" "), "dim", canvas)
        ].join("\n")
  ].join("\n")
}

/** Returns the name of an activity, how far its deadline has moved, and its chart. */
const courseText = (activity: Moved, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas): string => {
  const { course, heading } = phrase.text
  const lines: ReadonlyArray<Reported> = [
    { on: null, date: activity.original },
    ...activity.moves.map(({ effectiveOn, to }) => ({ on: effectiveOn, date: to }))
  ]
  const room = Math.max(canvas.width - dayWidth - 2 * gap, 20)
  const wordsWidth = Math.min(Math.max(...lines.map(({ date }) => stringWidth(date?.words ?? "")), 9), room >> 1, 30)
  const axis = axisOf(lines, Math.min(room - wordsWidth, 60))
  const row = (day: string, words: string, cells: string): string => {
    const [first = "", ...more] = paragraph(words, "plain", { ...canvas, width: wordsWidth }).split("\n")
    const left = (a: string, b: string): string =>
      `${padded(a, dayWidth + gap)}${padded(b, wordsWidth)}${" ".repeat(gap)}`
    return [`${left(day, first)}${cells}`.trimEnd(), ...more.map((line) => left("", line).trimEnd())].join("\n")
  }
  return [
    paragraph(`${nameOf(activity.activity)}: ${comparedChanges(activity, activity.tally, phrase)}`, "bold", canvas),
    styled(row(heading.saidOn, course.deadline, axis.labels), "dim", canvas),
    ...lines.map((line) => row(line.on ?? course.original, printable(line.date?.words ?? ""), cellsOf(line, axis)))
  ].join("\n")
}

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - stringWidth(text)))

interface Axis {
  readonly cells: number
  readonly labels: string
  /** Returns the cell of a day. */
  readonly at: (day: Day) => number
}

/** Returns the axis of whole years that has every day of the lines. */
const axisOf = (lines: ReadonlyArray<Reported>, cells: number): Axis => {
  const found = lines
    .flatMap(({ date, on }) => [on, date?.earliest, date?.latest])
    .flatMap((day) => (day == null ? [] : [Number(day.slice(0, 4))]))
  const from = Math.min(...found)
  const to = Math.min(Math.max(...found), from + years) + 1
  const [start, end] = [Day.of(from, 1, 1), Day.of(to, 1, 1)].map(Day.toNumber) as [number, number]
  const at = (day: Day): number =>
    Math.min(Math.max(Math.floor(((Day.toNumber(day) - start) / (end - start)) * cells), 0), cells - 1)
  const labels = Array.from({ length: to - from }, (_, year) => from + year).reduce((line, year) => {
    const place = at(Day.of(year, 1, 1))
    return place < line.length + (line === "" ? 0 : 1) || place + 4 > cells ? line : `${line.padEnd(place)}${year}`
  }, "")
  return { at, cells, labels }
}

/** Returns the line of a date: the day of its report, and the days that it can mean. */
const cellsOf = ({ date, on }: Reported, { at, cells }: Axis): string => {
  const line = Array.from({ length: cells }, () => " ")
  if (on !== null) line[at(on)] = "│"
  if (date === null) return line.join("")
  const { earliest, edtf, latest } = date
  if (edtf === null || (earliest === null && latest === null)) line[cells - 1] = "?"
  else if (latest === null) line.fill("━", at(earliest ?? Day.of(1, 1, 1))).splice(-1, 1, "→")
  else if (earliest === null) line.fill("━", 0, at(latest) + 1).splice(0, 1, "←")
  else if (earliest === latest) line[at(latest)] = "●"
  else line.fill("━", at(earliest), at(latest) + 1)
  return line.join("")
}
