/**
 * What the terminal says of dates: no more than the report says of the same rows.
 */
import { describe, expect, it } from "@effect/vitest"
import { Day } from "@frist/domain/Day"
import { readDate } from "@frist/domain/dates/DateReading"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { board } from "@frist/projections/Board"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { decisions } from "@frist/projections/Decisions"
import { History } from "@frist/projections/History"
import { timeline } from "@frist/projections/Timeline"
import { sample } from "../../../reports/test/logs.ts"
import { namesIn } from "../../src/terminal/ActivityName.ts"
import { boardText } from "../../src/terminal/views/BoardText.ts"
import { decisionsText } from "../../src/terminal/views/DecisionsText.ts"
import { slipsText } from "../../src/terminal/views/SlipsText.ts"
import { timelineText } from "../../src/terminal/views/TimelineText.ts"
import { commandPhrases } from "../../src/texts/CommandPhrases.ts"

const today = Day.of(2024, 6, 17)
const history = History.of(sample, { asOf: today, today })
const nameOf = namesIn(history.plan)
const phrase = commandPhrases("sv")
const canvas = { width: 400, colour: false }

/** The lines of a text about an activity, on one. */
const about = (text: string, name: string): string =>
  text
    .split(/\n(?:─+|━+)?\n?/u)
    .filter((line) => line.includes(name))
    .join(" ")
    .replace(/\s+/gu, " ")

describe("dates that measure different things", () => {
  it("have no total and no lateness on the board", () => {
    const row = about(boardText(board(history), nameOf, phrase, canvas), "SDV (Skånes")
    expect(row).toContain("2 gånger")
    expect(row).toContain("urspr.: datumen mäter olika saker")
    expect(row).not.toMatch(/gånger, \d|försenad/u)
  })

  it("have no total among the changed deadlines, only days between those that measure the same", () => {
    const text = slipsText(deadlineHistory(history), nameOf, phrase, canvas)
    expect(text).toMatch(/SDV \(Skånes digitala vårdsystem\): 2 gånger\n/u)
    expect(about(text, "2022-02-01 Införs")).not.toMatch(/1.430/u)
    expect(text).toContain("124–333 dagar")
  })

  it("have no days among the undecided", () => {
    const text = decisionsText(decisions(history), nameOf, phrase, canvas)
    expect(about(text, "SDV (Skånes")).toContain("datumen mäter olika saker")
    expect(text).toContain("Ursprungligt slutdatum")
    expect(text).not.toContain("utan att någon har beslutat")
  })
})

describe("a deadline that measured something else, and that a later edition gives in other words", () => {
  const heldOn = Day.of(2024, 12, 16)
  /** The sample with an edition more, in which the deadline of the care system is given in these words. */
  const then = (words: string): History => {
    const last = sample.findLast(({ type }) => type === "ReviewHeld")
    const moved = sample.findLast(({ activity, type }) => activity === "sdv" && type === "DeadlineMoved")
    if (last?.event?._tag !== "ReviewHeld" || moved?.event?._tag !== "DeadlineMoved") throw new Error("no such events")
    const on = { effectiveOn: heldOn, recordedAt: (sample.at(-1)?.recordedAt ?? 0) + 1 }
    const added = [
      { ...last, ...on, event: { ...last.event, heldOn } },
      { ...moved, ...on, event: { ...moved.event, to: readDate(words).date } }
    ].map((each, at) => ({ ...each, position: sample.length + at + 1 }) as RecordedEvent)
    return History.of([...sample, ...added], { asOf: heldOn, today: heldOn })
  }

  it.each(["på obestämd tid", "snart"])(
    "that are no date (%s) goes on measuring that: no days are counted",
    (words) => {
      const december = then(words)
      expect(JSON.stringify(board(december).activities)).not.toContain("DeadlineSubjectDiffers")
      const row = about(boardText(board(december), nameOf, phrase, canvas), "SDV (Skånes")
      expect(row).toContain("urspr.: datumen mäter olika saker")
      expect(row).not.toContain("försenad")
      const slips = slipsText(deadlineHistory(december), nameOf, phrase, canvas)
      expect(about(slips, "2022-02-01 Införs")).not.toMatch(/1.430/u)
      expect(slips).toContain("124–333 dagar")
    }
  )

  it("that are a date is counted from the original again", () => {
    const row = about(boardText(board(then("2026-11-30")), nameOf, phrase, canvas), "SDV (Skånes")
    expect(row).toContain("1 049 dagar försenad")
  })
})

describe("a part without a status of its own", () => {
  it("is not called late, and the follow-up that names its unit is quoted", () => {
    const rows = about(boardText(board(history), nameOf, phrase, canvas), "– Hjärtmottagningen")
    expect(rows).toContain("slutdatum passerat; uppföljningen säger ”Hjärtmottagning,")
    expect(rows).not.toContain("försenad")
  })
})

it("a move without a new sentence says that the follow-up has nothing new, not that a reason is missing", () => {
  const text = slipsText(deadlineHistory(history), nameOf, phrase, canvas)
  expect(text).toContain("inget nytt i uppföljningen")
  expect(text).not.toContain("saknas")
})

it("milestones have the dates of Frist under its own headings", () => {
  const text = timelineText(timeline(history, undefined), nameOf, phrase, canvas)
  expect(text).toMatch(/Milstolpe +Ursprungligt slutdatum +Nuvarande slutdatum/u)
})
