/**
 * The words of charts, in English.
 */
import type { svChart } from "./svChart.ts"

const deadlines = (n: number): string => `${n} ${n === 1 ? "deadline" : "deadlines"}`

/** The words of charts, in English. */
export const enChart: typeof svChart = {
  months: (n) => `${n} ${n === "1" ? "month" : "months"}`,
  atLeast: (months) => `at least ${months}`,
  atMost: (months) => `at most ${months}`,
  earlier: (months) => `${months} earlier`,
  unknown: "by how much is unclear",
  course: "Course",
  dumbbell: {
    title: (later, of) =>
      later === of
        ? `${deadlines(later)} ${later === 1 ? "is" : "are"} later than before`
        : `${deadlines(of)} changed, ${later} of them postponed`,
    row: (name, from, to, moved) => `${name}: from ${from} to ${to}, ${moved}`,
    day: (day) => `The line is the day of the review, ${day}.`,
    original: "original",
    previous: "last review",
    now: "now",
    approximate: "approximate"
  },
  panels: {
    running: (n, of) => `${n} of ${deadlines(of)} move about as fast as time passes, or faster`,
    moved: (n, of) => `${n} of ${deadlines(of)} changed`,
    still: "No deadline has changed",
    reading:
      "Across: when something was reported. Up: the deadline at that time. In the shaded half the deadline had passed on the day it was reported.",
    passed: "passed",
    done: "done",
    more: (n) => `and ${n} more`,
    others: (n) => `${n} more ${n === 1 ? "area is" : "areas are"} in the table.`
  },
  stacks: {
    title: (first) => `Furthest moved: ${first.join("; or ")}`,
    titleOfMany: (months) => `Furthest moved: at least ${months} months`,
    apart: (name) => `${name} is left out: its dates measure different things.`,
    reading: "The furthest moved activity of each area, in months. An open end means at least that much.",
    first: (day) => `up to ${day}`,
    later: (day) => `then, to ${day}`
  },
  workbook: {
    sheet: "Charts",
    sheets: {
      moved: "Changed deadlines",
      since: "Other changes",
      lateness: "Lateness",
      trend: "Reported deadlines"
    },
    original: "Original",
    previous: "Last review, latest",
    moved: "Moved, days",
    approximate: "Approximate, days",
    type: "Type",
    least: (heading) => `${heading}, least (days)`,
    most: (heading) => `${heading}, most (days)`
  },
  appendix: "Appendix",
  rows: (n) => `Show ${n} ${n === 1 ? "row" : "rows"}`
}
