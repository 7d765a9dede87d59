/**
 * The course of a deadline in a terminal: each kind of date has its own sign, at its place.
 */
import { expect, it } from "@effect/vitest"
import { readDate } from "@frist/domain/dates/DateReading"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { History } from "@frist/projections/History"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { day } from "../../../domain/test/given.ts"
import { followedUp } from "../../../projections/test/unlikeLog.ts"
import { coursesText } from "../../src/terminal/views/CourseText.ts"
import { commandPhrases } from "../../src/texts/CommandPhrases.ts"

/** The line of a date given on 15 January 2024, after a deadline at the end of 2023; the axis, and a cell for each month. */
const course = (words: string) => {
  const log = followedUp(["2024-01-15", "2024-06-30"]).map((event) =>
    event.event?._tag === "DeadlineMoved" ? { ...event, event: { ...event.event, to: readDate(words).date } } : event
  ) as ReadonlyArray<RecordedEvent>
  const history = History.of(log, { today: day("2024-12-16") })
  const text = coursesText(deadlineHistory(history), () => "Ett", commandPhrases("sv"), { width: 100, colour: false })
  const lines = text.split("\n")
  const [axis = "", first = "", line = ""] = lines.slice(lines.findIndex((each) => each.startsWith("Rapporterat")))
  const begins = axis.indexOf("2023")
  return { axis: axis.slice(begins), first: first.slice(begins), line: line.slice(begins) }
}

it("a day is a dot, and is where the axis has it", () => {
  const { axis, first, line } = course("2025-01-01")
  expect(line.replace(/ +/gu, " ").trim()).toBe("│ ●")
  expect(line.indexOf("●")).toBe(axis.indexOf("2025"))
  expect(first.indexOf("●")).toBe(axis.indexOf("2024"))
})

it("a span is a line over its days", () => {
  const { axis, line } = course("2025")
  expect(line.lastIndexOf("━")).toBe(line.trimEnd().length - 1)
  expect(line.indexOf("━")).toBe(axis.indexOf("2025"))
})

it.each([
  ["2025-", /^ +│ +━+→$/u],
  ["tidigast 2025-01-01", /^ +│ +━*[●→]$/u],
  ["snart", /^ +│ +\?$/u]
])("%s has an open end, or a question", (words, sign) => {
  expect(course(words).line).toMatch(sign)
})
