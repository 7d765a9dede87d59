/**
 * Requests, decisions, and moves that nobody decided.
 */
import { ActivityId } from "@frist/domain/Names"
import { notStated } from "@frist/domain/Status"
import { describe, expect, it } from "@effect/vitest"
import { date, day, type Given, logOf, on, position } from "../../domain/test/given.ts"
import { changed, corrected, done, moved, opened, registered, sdv, webb } from "../../domain/test/sample.ts"
import { decisions } from "../src/Decisions.ts"
import { History } from "../src/History.ts"

const times = { today: day("2024-07-01") }
const viewOf = (...events: ReadonlyArray<Given>) =>
  decisions(History.of(logOf([opened, registered(webb), ...events]), times))

const requested = (to: string): Given => ({
  activity: webb,
  event: { _tag: "ExtensionRequested", to: date(to), reason: "Överklagad" }
})
const decided = (request: number, to: string | null): Given => ({
  activity: webb,
  event: {
    _tag: "ExtensionDecided",
    request: position(request),
    outcome: to === null ? "refused" : "granted",
    to: to === null ? null : date(to),
    decision: "§ 84"
  }
})
const approved = (activity: ActivityId, to: string): Given => ({
  activity,
  event: { _tag: "BaselineApproved", from: date("2021-12-31"), to: date(to), decision: "§ 84" }
})
const part = ActivityId.make("webbtidbokning.ogon")

describe("requests for another date", () => {
  it("an open request has the dates, the moves so far, the reason and who asked", () => {
    const view = viewOf(moved(webb, "2021-12-31", "2022-06-30"), on("2024-06-01", requested("2022-12-31")))
    expect(view.decided).toEqual([])
    expect(view.requested).toMatchObject([
      {
        activity: webb,
        original: { words: "2021-12-31" },
        deadline: { words: "2022-06-30" },
        moves: { count: 1 },
        position: 4,
        requestedOn: "2024-06-01",
        requestedTo: { words: "2022-12-31" },
        slip: { min: 184, max: 184 },
        reason: "Överklagad",
        actor: "Strategen"
      }
    ])
  })

  it("a granted request has its reference, and its move is decided", () => {
    const view = viewOf(
      requested("2022-12-31"),
      on("2024-06-01", decided(3, "2022-06-30")),
      on("2024-06-01", moved(webb, "2021-12-31", "2022-06-30")),
      on("2024-06-01", approved(webb, "2022-06-30"))
    )
    expect(view.requested).toEqual([])
    expect(view.undecided).toEqual([])
    expect(view.decided).toMatchObject([
      {
        position: 3,
        requestedTo: { words: "2022-12-31" },
        outcome: "granted",
        grantedTo: { words: "2022-06-30" },
        decision: "§ 84",
        decidedOn: "2024-06-01",
        decidedAt: 4,
        decidedBy: "Strategen"
      }
    ])
  })

  it("a refused request has its reference and no date", () => {
    const view = viewOf(requested("2022-12-31"), decided(3, null))
    expect(view.decided).toMatchObject([{ outcome: "refused", grantedTo: null, decision: "§ 84" }])
    expect(view.undecided).toEqual([])
  })

  it("requests are in the order in which they were made, not in that of their activities", () => {
    const other: Given = { ...requested("2023-12-31"), activity: sdv }
    const view = viewOf(registered(sdv), on("2024-06-02", requested("2022-12-31")), on("2024-06-01", other))
    expect(view.requested.map(({ activity }) => activity)).toEqual([sdv, webb])
  })

  it("a request that was withdrawn is none", () => {
    expect(viewOf(requested("2022-12-31"), corrected(webb, 3, null)).requested).toEqual([])
  })
})

describe("moves that nobody decided", () => {
  it("a forecast beyond the baseline is undecided, with the moves since the last approval", () => {
    const view = viewOf(
      moved(webb, "2021-12-31", "2022-06-30"),
      approved(webb, "2022-06-30"),
      moved(webb, "2022-06-30", "2022-12-31"),
      moved(webb, "2022-12-31", "2023-06-30")
    )
    expect(view.undecided).toMatchObject([
      {
        activity: webb,
        isClosed: false,
        beyond: "certainly",
        slip: { min: 365, max: 365 },
        moves: [{ to: { words: "2022-12-31" } }, { to: { words: "2023-06-30" } }]
      }
    ])
  })

  it("a forecast that may lie beyond the baseline, or cannot be read, is possibly undecided", () => {
    expect(viewOf(moved(webb, "2021-12-31", "2021")).undecided).toEqual([])
    expect(viewOf(moved(webb, "2021-12-31", "hösten 2021")).undecided).toEqual([])
    expect(viewOf(moved(webb, "2021-12-31", "vintern 2021")).undecided).toMatchObject([{ beyond: "possibly" }])
    expect(viewOf(moved(webb, "2021-12-31", "tills vidare")).undecided).toMatchObject([{ beyond: "possibly" }])
  })

  it("an earlier forecast, and the first date of an activity, need no decision", () => {
    expect(viewOf(moved(webb, "2021-12-31", "2021-06-30")).undecided).toEqual([])
    const first = [registered(sdv, { deadline: null }), moved(sdv, "2022-02-01", "2022-02-01")]
    expect(viewOf(...first).undecided).toEqual([])
    expect(viewOf(...first, moved(sdv, "2022-02-01", "2026-01-31")).undecided).toMatchObject([{ activity: sdv }])
  })

  it("a closed activity is marked", () => {
    const view = viewOf(moved(webb, "2021-12-31", "2022-06-30"), changed(webb, notStated, done))
    expect(view.undecided).toMatchObject([{ activity: webb, isClosed: true }])
  })

  it("a part that moved with its whole is not listed beside it, nor where the whole was decided", () => {
    const both = [
      registered(part, { parent: webb }),
      moved(webb, "2021-12-31", "2022-06-30"),
      moved(part, "2021-12-31", "2022-06-30")
    ]
    expect(viewOf(...both).undecided.map(({ activity }) => activity)).toEqual([webb])
    expect(viewOf(...both, approved(webb, "2022-06-30")).undecided).toEqual([])
    const alone = moved(part, "2022-06-30", "2023-06-30")
    expect(viewOf(...both, approved(webb, "2022-06-30"), alone).undecided.map(({ activity }) => activity)).toEqual([
      part
    ])
  })
})
