/**
 * The moves of the sample plan, explained: parts, what waited for the care system, and milestones of activities.
 */
import type { Command } from "@frist/domain/Command"
import { readDate } from "@frist/domain/dates/DateReading"
import { ActivityId, Position } from "@frist/domain/Names"
import { changes } from "@frist/projections/Changes"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { decisions } from "@frist/projections/Decisions"
import { History } from "@frist/projections/History"
import { timeline } from "@frist/projections/Timeline"
import { whatIf } from "@frist/projections/WhatIf"
import { describe, expect, it } from "@effect/vitest"
import { day, imported, type Log, recordedOn } from "./sampleEditions.ts"

const december = imported("2023-12-15")
const june = imported("2024-06-17", december)
const [tik, sdv] = ["taligenkanning", "sdv"].map((id) => ActivityId.make(id)) as [ActivityId, ActivityId]
const row = ActivityId.make("1177-webbtidbokning-alla-mottagningar")
const byHand = (log: Log, command: Command, held = "2024-06-17"): Log =>
  recordedOn(held, log, () => [{ command, provenance: "stated", source: null }])
const historyOf = (log: Log, asOf = "2024-06-17") => History.of(log, { asOf: day(asOf), today: day(asOf) })
const slipsOf = (log: Log, activity: string, asOf?: string) =>
  deadlineHistory(historyOf(log, asOf)).activities.find((each) => each.activity === activity)
const exactly = (days: number) => ({ min: days, max: days })

describe("the row with a date for each of four units", () => {
  it("the row with four units has the slip of three of them, and says that one is unknown", () => {
    const parts = { of: 4, known: 3, unknown: 1 }
    expect(slipsOf(june, row, "2023-12-15")?.tally).toMatchObject({ count: 1, net: exactly(912), parts })
    expect(slipsOf(june, row)?.tally).toMatchObject({ count: 2, net: exactly(1096), parts })
  })

  it("a unit with a date that never was has an unknown slip of its own", () => {
    const unit = slipsOf(june, `${row}.kirurgi-urologimottagningen`)
    expect(unit?.tally).toMatchObject({ count: 2, net: { min: null, max: null }, parts: null })
  })
})

const shares = (log: Log) => {
  const found = slipsOf(log, tik)
  return [found?.moves.map(({ inherited, own }) => [inherited.max, own.max]), found?.tally.inherited]
}

describe("the care system and what waits for it", () => {
  const declared = byHand(june, { _tag: "DeclareDependency", activity: tik, on: sdv, words: "omfattas av SDV" })

  it("the care system has later dates of its introduction, so days are counted between those alone", () => {
    const unknown = { min: null, max: null }
    expect(slipsOf(june, sdv, "2023-12-15")?.tally).toMatchObject({ count: 1, alike: false, net: unknown })
    expect(slipsOf(june, sdv)?.tally).toMatchObject({ count: 2, alike: false, net: unknown })
    expect(slipsOf(june, sdv)?.moves.map(({ slip }) => slip)).toEqual([unknown, { min: 124, max: 333 }])
  })

  it("a move of speech recognition is inherited where it waits for the care system, and its own where it does not", () => {
    const first = [730, 0]
    expect(shares(declared)).toEqual([[first, [366, 0]], exactly(1096)])
    const at = Position.make(declared.length)
    const withdrawn = byHand(declared, { _tag: "Correct", position: at, replacement: null, reason: "Fel" })
    for (const log of [june, withdrawn]) {
      expect(shares(log)).toEqual([
        [
          [0, 730],
          [0, 366]
        ],
        exactly(0)
      ])
    }
  })

  it("if the care system came in the autumn of 2027, speech recognition would have to move to it", () => {
    const events = declared.length
    const view = whatIf(historyOf(declared), { activity: sdv, to: readDate("hösten 2027").date })
    expect(view.affected).toMatchObject([
      { activity: tik, path: [sdv, tik], moves: "certainly", days: { min: 974, max: 1064 } }
    ])
    expect(view.unaffected).toEqual([])
    expect(declared).toHaveLength(events)
  })
})

const milestone = ActivityId.make("digitalt-mote-utbildning-och")
const unlinked = (log: Log, held?: string) =>
  byHand(log, { _tag: "LinkMilestone", activity: milestone, to: null }, held)
const rowsOf = (log: Log, asOf?: string) =>
  timeline(historyOf(log, asOf)).milestones.map(({ activity, closed, lateness, status }) => [
    activity,
    status._tag,
    closed?.after ?? null,
    lateness?.passed ?? null
  ])
const moved = (log: Log) => changes(historyOf(log)).moved.map(({ activity }) => activity)

describe("the milestones of the sample plan", () => {
  it("a milestone that stands for a completed row is completed on the day of the row, and not late", () => {
    expect(rowsOf(june)).toEqual([
      ["1177-basutbud-infort-aven-sv", "Completed", exactly(8), null],
      ["elab-infort-inom-samtliga-enheter", "Completed", exactly(0), null],
      [milestone, "InProgress", null, "no"]
    ])
  })

  it("a milestone that stands for no row is not late, however long ago its date was", () => {
    expect(rowsOf(unlinked(june), "2026-01-01")[2]).toEqual([milestone, "NotStated", null, null])
    expect(rowsOf(june, "2026-01-01")[2]).toEqual([milestone, "InProgress", null, "certainly"])
  })

  it("a milestone and its row are one of seven moves since December", () => {
    expect(moved(june)).toHaveLength(7)
    expect(moved(june)).not.toContain(milestone)
    expect(moved(unlinked(june))).toHaveLength(8)
  })
})

describe("what nobody decided", () => {
  it("every row that the documents moved is undecided, once", () => {
    const { decided, requested, undecided } = decisions(historyOf(june))
    expect([requested, decided]).toEqual([[], []])
    expect(undecided.filter(({ isClosed }) => isClosed).map(({ activity }) => activity)).toEqual(["grona-korset"])
    expect(undecided).toHaveLength(11)
    expect(undecided.find(({ activity }) => activity === row)).toMatchObject({
      beyond: "certainly",
      slip: exactly(1096)
    })
  })
})

describe("what the follow-up says of a move", () => {
  it("the sentences that were new in the document of the move are quoted, and are no reason", () => {
    const moves = slipsOf(june, "digitalt-mote")?.moves
    expect(moves?.at(-1)).toMatchObject({ reason: null, quoted: ["Två mottagningar till är med."] })
    expect(slipsOf(june, "dokumentportal")?.moves.at(-1)).toMatchObject({ reason: null, quoted: [] })
  })
})
